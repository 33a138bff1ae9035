package thetascan.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import thetascan.catalogue.Catalogue;
import thetascan.catalogue.FamilyTable;
import thetascan.constraint.Fields;
import thetascan.family.Discovery;
import thetascan.family.Families;
import thetascan.family.FamilyFinder;
import thetascan.family.FamilyLocator;
import thetascan.family.FamilyRanges;
import thetascan.metrics.EvenSample;
import thetascan.model.Model;
import thetascan.quantity.Quantity;
import thetascan.search.SearchSetup;
import thetascan.space.ParameterSpace;
import thetascan.table.PointFileException;
import thetascan.table.Prefix;

/**
 * Finds the families of a catalogue's valid points and writes them beside the points: a label for each, and what is
 * known of each family. Ranges of inputs are those of canonical copies.
 */
public final class CatalogueFamilies {

    /** Most points that nodes are drawn from. */
    private static final int SAMPLE = 100_000;

    private static final int SHOWN = 10;
    private static final int APART_SHOWN = 3;

    private final Catalogue catalogue;
    private final Model model;
    private final ParameterSpace space;
    /** Columns of inputs and numeric observables. */
    private final List<String> columns;

    private final Families families;
    private final FamilyRanges ranges;
    /** Empty if there is no family, as is what starts from anywhere say. */
    private final Optional<FamilyLocator> locator;

    private final Optional<Discovery> discovery;

    private CatalogueFamilies(Catalogue catalogue, SearchSetup setup, int evaluations, List<double[]> landings)
            throws IOException {
        this.catalogue = catalogue;
        model = setup.model();
        space = setup.space();
        columns = Stream.concat(
                        space.parameters().stream().map(parameter -> Prefix.INPUT.of(parameter.name())),
                        model.observables().stream()
                                .filter(observable -> !observable.isChoice())
                                .map(Quantity::name)
                                .map(Prefix.OBSERVABLE::of))
                .toList();
        families = FamilyFinder.find(setup, sample(), evaluations);
        ranges = new FamilyRanges(families.count(), columns.size());
        locator = families.count() == 0 ? Optional.empty() : Optional.of(new FamilyLocator(families, space));
        discovery = locator.map(known -> Discovery.of(landings, known));
    }

    /**
     * Finds families and writes them.
     *
     * @param catalogue   with the valid points; families that stand there are replaced
     * @param setup       of the scan that found them
     * @param evaluations most to be spent
     * @param landings    where starts from anywhere came to the region, unit-box coordinates
     * @return what was found
     * @throws IOException if the catalogue cannot be read or written
     */
    public static CatalogueFamilies find(
            Catalogue catalogue, SearchSetup setup, int evaluations, List<double[]> landings) throws IOException {
        CatalogueFamilies found = new CatalogueFamilies(catalogue, setup, evaluations, landings);
        catalogue.removeFamilies();
        if (found.locator.isPresent()) found.label(found.locator.get());
        catalogue.writeFamilies(
                new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(found.map()));
        return found;
    }

    private List<double[]> sample() throws IOException {
        EvenSample sample = new EvenSample(SAMPLE);
        double[] box = new double[space.dimension()];
        catalogue.forEachValid(model, columns.subList(0, space.size()), theta -> {
            if (space.toUnit(theta, box)) sample.add(box);
        });
        return List.of(sample.points());
    }

    private void label(FamilyLocator known) throws IOException {
        double[] theta = new double[space.size()];
        double[] box = new double[space.dimension()];
        for (int commit : catalogue.commits()) {
            try (FamilyTable table = catalogue.families(commit, model)) {
                catalogue.forEachValid(model, commit, columns, values -> {
                    System.arraycopy(values, 0, theta, 0, theta.length);
                    if (!space.toUnit(theta, box)) return;
                    int family = known.family(box);
                    write(table, theta, family);
                    model.canonicalise(theta);
                    System.arraycopy(theta, 0, values, 0, theta.length);
                    ranges.add(family, values);
                });
            }
        }
    }

    private static void write(FamilyTable table, double[] theta, int family) {
        try {
            table.write(theta, family);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Object> map() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("evaluations", families.evaluations());
        json.put("complete", families.complete());
        json.put("nodes", families.nodes());
        discovery.ifPresent(found -> json.put("discovery", map(found)));
        List<Map<String, Object>> list = new ArrayList<>();
        for (int family = 1; family <= families.count(); family++) list.add(map(family));
        json.put("families", list);
        return json;
    }

    private static Map<String, Object> map(Discovery discovery) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("cold_starts", discovery.starts());
        fields.put("families", discovery.families());
        fields.put("seen_once", discovery.once());
        fields.put("seen_twice", discovery.twice());
        fields.put("chance", discovery.chance());
        fields.put("lower", discovery.lower());
        fields.put("upper", discovery.upper());
        return fields;
    }

    private Map<String, Object> map(int family) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("family", family);
        fields.put("points", ranges.points(family));
        fields.put("nodes", families.size(family));
        Map<String, Object> intervals = new LinkedHashMap<>();
        for (int q = 0; q < columns.size(); q++) {
            if (ranges.lower(family, q) <= ranges.upper(family, q)) intervals.put(columns.get(q), interval(family, q));
        }
        fields.put("ranges", intervals);
        List<Map<String, Object>> apart = new ArrayList<>();
        for (FamilyRanges.Apart each : ranges.apart(family)) {
            Map<String, Object> what = new LinkedHashMap<>();
            what.put("column", columns.get(each.quantity()));
            what.put("from", each.others());
            what.put("other_sign", each.otherSign());
            apart.add(what);
        }
        fields.put("apart", apart);
        return fields;
    }

    private double[] interval(int family, int quantity) {
        return new double[] {ranges.lower(family, quantity), ranges.upper(family, quantity)};
    }

    /**
     * What a catalogue says of its families.
     *
     * @param catalogue of a scan
     * @return empty if they were not sought since points were added
     * @throws IOException if it cannot be read
     */
    public static Optional<Known> known(Catalogue catalogue) throws IOException {
        Optional<byte[]> json = catalogue.readFamilies();
        return json.isEmpty() ? Optional.empty() : Optional.of(known(json.get(), catalogue));
    }

    private static Known known(byte[] json, Catalogue catalogue) throws IOException {
        try {
            return Known.of(json);
        } catch (JsonProcessingException e) {
            throw new PointFileException(
                    catalogue.folder().location() + ": families.json is no JSON: " + Fields.problem(e)
                            + "; 'thetascan families' writes it anew",
                    e);
        }
    }

    /**
     * What a catalogue says of its families.
     *
     * @param count       how many there are
     * @param complete    false if some may be connected
     * @param evaluations points evaluated to find out
     * @param discovery   what starts from anywhere say of families that were not seen; empty if that was not recorded
     */
    public record Known(int count, boolean complete, int evaluations, Optional<Discovery> discovery) {

        private static Known of(byte[] json) throws IOException {
            JsonNode root = new ObjectMapper().readTree(json);
            return new Known(
                    root.path("families").size(),
                    root.path("complete").asBoolean(),
                    root.path("evaluations").asInt(),
                    discovery(root.path("discovery")));
        }

        private static Optional<Discovery> discovery(JsonNode json) {
            return json.isMissingNode()
                    ? Optional.empty()
                    : Optional.of(new Discovery(
                            json.path("cold_starts").asInt(),
                            json.path("families").asInt(),
                            json.path("seen_once").asInt(),
                            json.path("seen_twice").asInt()));
        }

        /**
         * Whether more need not be spent.
         *
         * @param most evaluations there would be
         * @return true if as many would find out no more
         */
        public boolean suffices(int most) {
            return complete || evaluations >= most;
        }

        /** {@return how many there are, and the chance of others, for people} */
        public String words() {
            return "regions:   the valid points form " + this + (count == 1 ? " connected family" : " families")
                    + discovery
                            .filter(found -> found.starts() > 0)
                            .map(found ->
                                    "; the next start from anywhere finds a new one with a chance of " + share(found))
                            .orElse("");
        }

        @Override
        public String toString() {
            return complete ? ProgressText.count(count) : "at most " + ProgressText.count(count);
        }
    }

    /**
     * Prints the largest families and what sets them apart; nothing if there are none.
     *
     * @param out where to
     */
    public void print(PrintWriter out) {
        if (families.count() == 0) return;
        out.println("regions:   the valid points form "
                + (families.count() == 1 ? "one connected family" : ProgressText.count(families.count()) + " families")
                + lone()
                + " (" + ProgressText.count(families.evaluations()) + " more evaluations between "
                + ProgressText.count(families.nodes()) + " of them)"
                + (families.complete() ? "" : "; with more (families.evaluations) some may turn out to be connected"));
        for (int family = 1; family <= Math.min(SHOWN, families.count()); family++) out.println("  " + line(family));
        if (families.count() > SHOWN) {
            out.println("  and " + ProgressText.count(families.count() - SHOWN) + " smaller ones");
        }
        discovery.filter(found -> found.starts() > 0).ifPresent(found -> out.println(line(found)));
    }

    /** How many families are known by one node only: a way to these is missed most easily. */
    private String lone() {
        long lone = IntStream.rangeClosed(1, families.count())
                .filter(family -> families.size(family) == 1)
                .count();
        return families.count() == 1 || lone == 0
                ? ""
                : ", " + ProgressText.count(lone) + " of them about a single point that no way was found to";
    }

    private static String line(Discovery discovery) {
        return "unseen:    " + ProgressText.count(discovery.starts())
                + (discovery.starts() == 1 ? " start" : " starts") + " from anywhere ended in "
                + (discovery.families() == 1 ? "one family" : discovery.families() + " families") + ", in "
                + discovery.once() + " of them once; the next one finds a new one with a chance of "
                + share(discovery);
    }

    /** The chance of a new family and its interval. */
    static String share(Discovery discovery) {
        return percent(discovery.chance()) + " % (" + percent(discovery.lower()) + " to " + percent(discovery.upper())
                + " %)";
    }

    /** Two digits, of shares from ten per cent on all before the point. */
    private static String percent(double share) {
        return String.format(Locale.ROOT, share > 0 && share < 0.0995 ? "%.2g" : "%.0f", 100 * share);
    }

    private String line(int family) {
        StringBuilder line = new StringBuilder(
                String.format(Locale.ROOT, "%-3d %s", family, ProgressText.count(ranges.points(family)))
                        + (ranges.points(family) == 1 ? " point" : " points"));
        List<FamilyRanges.Apart> apart = ranges.apart(family);
        for (FamilyRanges.Apart each : apart.subList(0, Math.min(APART_SHOWN, apart.size()))) {
            int q = each.quantity();
            line.append(String.format(
                    Locale.ROOT,
                    "%s %s in [%.4g, %.4g]%s",
                    line.indexOf(":") < 0 ? ":" : ",",
                    columns.get(q),
                    ranges.lower(family, q),
                    ranges.upper(family, q),
                    each.otherSign() ? " (others: other sign)" : ""));
            if (each.others().size() < families.count() - 1) {
                line.append(" unlike family ").append(numbers(each.others()));
            }
        }
        return line.toString();
    }

    private static String numbers(List<Integer> families) {
        List<String> shown =
                families.stream().limit(APART_SHOWN).map(String::valueOf).toList();
        return String.join(" ", shown) + (families.size() > APART_SHOWN ? " ..." : "");
    }
}
