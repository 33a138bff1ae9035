package thetascan.report.page;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import thetascan.catalogue.Catalogue;
import thetascan.catalogue.PointId;
import thetascan.config.ScanConfig;
import thetascan.constraint.BoundConstraints;
import thetascan.constraint.Verdict;
import thetascan.model.Model;
import thetascan.point.PointColumns;
import thetascan.quantity.Quantity;
import thetascan.quantity.Spelling;
import thetascan.random.RandomStream;
import thetascan.seeding.SeedChoice;
import thetascan.space.Parameter;
import thetascan.table.Prefix;

/** Points of the page that lie far from each other, with everything that is known of them. */
final class Benchmarks {

    private static final int MOST = 8;

    /** First step of the path below the seed of the scan. */
    private static final long STREAM = 2001;

    private final List<HtmlReport.Source> sources;
    private final List<double[]> rows;

    Benchmarks(List<HtmlReport.Source> sources, List<double[]> rows) {
        this.sources = sources;
        this.rows = rows;
    }

    /**
     * Each with its place among the points of the page, all of its columns and what the constraints make of it.
     *
     * @throws IOException if a catalogue cannot be read
     */
    Map<String, Object> fields() throws IOException {
        ScanConfig config = sources.get(0).config();
        Model model = config.model();
        PointId ids = new PointId(model);
        Map<String, Map<String, Object>> byId = new LinkedHashMap<>();
        for (int row : chosen()) {
            double[] theta = Arrays.copyOf(rows.get(row), config.space().size());
            Map<String, Object> point = new LinkedHashMap<>();
            point.put("row", row);
            byId.put(ids.of(theta), point);
        }
        Map<String, Quantity> everything = everything(config);
        List<String> names = List.copyOf(everything.keySet());
        for (HtmlReport.Source source : sources) {
            Catalogue catalogue = source.catalogue();
            for (int commit : byId.isEmpty() ? List.<Integer>of() : catalogue.commits()) {
                catalogue.forEachValidWithId(model, commit, names, (id, values) -> {
                    Map<String, Object> point = byId.get(id);
                    if (point == null || point.containsKey("values")) return;
                    point.put("values", numbers(values));
                    point.put("verdicts", verdicts(config, values));
                });
            }
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(
                "columns",
                everything.entrySet().stream()
                        .map(each -> PageData.described(each.getKey(), each.getValue()))
                        .toList());
        fields.put("points", List.copyOf(byId.values()));
        return fields;
    }

    /** Rows of points, each the farthest from those before it. */
    private List<Integer> chosen() {
        ScanConfig config = sources.get(0).config();
        List<double[]> boxes = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            double[] box = new double[config.space().dimension()];
            double[] theta = Arrays.copyOf(rows.get(row), config.space().size());
            if (!config.space().toUnit(theta, box)) continue;
            boxes.add(box);
            places.add(row);
        }
        if (boxes.isEmpty()) return List.of();
        int[] chosen = SeedChoice.FARTHEST.choose(
                boxes.toArray(double[][]::new), Math.min(MOST, boxes.size()), RandomStream.of(config.seed(), STREAM));
        return Arrays.stream(chosen).mapToObj(places::get).toList();
    }

    /** Every input and observable of the model. */
    private static Map<String, Quantity> everything(ScanConfig config) {
        Map<String, Quantity> all = new LinkedHashMap<>();
        for (Parameter parameter : config.space().parameters())
            all.put(Prefix.INPUT.of(parameter.name()), parameter.quantity());
        for (Quantity quantity : config.model().observables()) all.put(Prefix.OBSERVABLE.of(quantity.name()), quantity);
        return all;
    }

    private static List<Object> verdicts(ScanConfig config, double[] values) {
        int inputs = config.space().size();
        PointColumns read = PointColumns.of(config.model().observables(), config.space(), config.constraints());
        BoundConstraints constraints = config.constraints().bind(read.quantities());
        double[] row = read.row(Arrays.copyOfRange(values, inputs, values.length), Arrays.copyOf(values, inputs));
        List<Object> list = new ArrayList<>();
        for (Verdict verdict : constraints.explain(row)) {
            Map<String, Object> fields = new HashMap<>();
            fields.put("name", verdict.name());
            fields.put("status", Spelling.words(verdict.status()));
            fields.put("value", number(verdict.value()));
            fields.put("bounds", verdict.bounds());
            fields.put("source", verdict.source());
            list.add(fields);
        }
        return list;
    }

    private static List<@Nullable Double> numbers(double[] values) {
        List<@Nullable Double> numbers = new ArrayList<>();
        for (double value : values) numbers.add(number(value));
        return numbers;
    }

    private static @Nullable Double number(double value) {
        return Double.isFinite(value) ? Double.valueOf(value) : null;
    }
}
