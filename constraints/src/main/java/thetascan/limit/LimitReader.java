package thetascan.limit;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thetascan.constraint.Fields;
import thetascan.limit.TwoParticleLimit.Relation;
import thetascan.limit.TwoParticleLimit.Role;
import thetascan.quantity.Suggestion;

/**
 * Reads one limit file of the HBDataset layout (HiggsTools, arXiv:2210.09332), with the extensions described in
 * {@code docs/limits.md}.
 */
final class LimitReader {

    private static final List<String> CLASSES = List.of(
            "ChannelLimit",
            "ChannelWidthLimit",
            "ChainDecayLimit",
            "PairDecayLimit",
            "PairProductionLimit",
            "LikelihoodLimit",
            "TopCouplingWidthLimit",
            "MixtureLimit");

    /** HiggsTools applies a limit to widths this part beyond the axis. */
    private static final double WIDTH_REACH = 0.1;
    /** Marks a grid point that is not covered by a search, besides null. */
    private static final double NOT_COVERED = 1e6;

    private final String name;
    private final Fields file;
    private final Fields analysis;
    private final Extension extension;
    private final ProcessReader reader;

    private LimitReader(Fields file, String name) {
        this.name = name;
        this.file = file;
        file.allow(
                "id",
                "reference",
                "citeKey",
                "source",
                "license",
                "note",
                "collider",
                "experiment",
                "luminosity",
                "limitClass",
                "process",
                "constraints",
                "normalization",
                "analysis",
                "extension");
        analysis = file.object("analysis");
        extension = Extension.read(file);
        reader = new ProcessReader(collider(file));
    }

    /**
     * @throws IllegalArgumentException if the file breaks the layout; the message names file and key
     * @throws UnusableLimitException   if it is well written but needs what predictions do not hold
     */
    static Limit read(InputStream in, String name) throws UnusableLimitException {
        return new LimitReader(Fields.read(in, name), name).limit();
    }

    private static Collider collider(Fields file) {
        String text = file.text("collider");
        for (Collider collider : Collider.values()) {
            if (collider.name().equals(text)) {
                return collider;
            }
        }
        throw file.error("collider", "'" + text + "' is none of " + Arrays.toString(Collider.values()) + ".");
    }

    private Limit limit() throws UnusableLimitException {
        String limitClass = file.text("limitClass");
        return switch (limitClass) {
            case "ChannelLimit" -> channelLimit();
            case "ChannelWidthLimit" -> widthLimit();
            case "TopCouplingWidthLimit" -> topCouplingLimit();
            case "ChainDecayLimit" -> chainLimit();
            case "PairDecayLimit" -> pairDecayLimit();
            case "PairProductionLimit" -> pairProductionLimit();
            case "LikelihoodLimit" -> likelihoodLimit();
            case "MixtureLimit" -> mixtureLimit();
            default ->
                throw file.error(
                        "limitClass",
                        "unknown '" + limitClass + "'." + Suggestion.hint(limitClass, CLASSES) + " Known: "
                                + String.join(", ", CLASSES) + ".");
        };
    }

    private LimitSource source(String process) {
        double id = file.number("id");
        if (id < 0 || id != Math.rint(id)) {
            throw file.error("id", id + " is no whole number from 0.");
        }
        return new LimitSource(
                (long) id,
                file.text("reference"),
                file.text("citeKey"),
                file.text("source", ""),
                reader.collider(),
                file.text("experiment"),
                file.number("luminosity"),
                process,
                name);
    }

    // ------------------------------------------------------------------------------------------ one particle

    private Limit channelLimit() throws UnusableLimitException {
        analysis.allow("massResolution", "acceptances", "grid", "limit");
        Fields grid = grid("mass");
        Table table = table(axis(grid, "mass"));
        return oneParticle(channels(), null, table);
    }

    private Limit widthLimit() throws UnusableLimitException {
        return oneParticle(channels(), widthAxis(), widthTable());
    }

    private Limit topCouplingLimit() throws UnusableLimitException {
        Channels channels = channels();
        return new OneParticleLimit(
                source(describe(file.object("process"))),
                Particle.Charge.NEUTRAL,
                new TopCouplingRate(),
                null,
                grouping("massResolution", reader.conditions(file, "constraints", channels)),
                masses(widthTable().axis(0), resolution("massResolution")),
                widthAxis(),
                widthTable());
    }

    private Channels channels() throws UnusableLimitException {
        List<Acceptance> acceptances = reader.acceptances(analysis, "acceptances");
        if (!acceptances.isEmpty() && file.has("normalization")) {
            throw file.error("normalization and analysis.acceptances exclude each other.");
        }
        return reader.channels(file.object("process"), acceptances);
    }

    private Limit oneParticle(Channels channels, OneParticleLimit.@Nullable WidthAxis width, Table table)
            throws UnusableLimitException {
        return new OneParticleLimit(
                source(describe(file.object("process"))),
                ProcessReader.charge(file, channels),
                channels,
                reader.normalization(file, channels),
                grouping("massResolution", reader.conditions(file, "constraints", channels)),
                masses(table.axis(0), resolution("massResolution")),
                width,
                table);
    }

    private Table widthTable() {
        Fields grid = grid("mass", "width");
        return table(axis(grid, "mass"), axis(grid, "width"));
    }

    private OneParticleLimit.WidthAxis widthAxis() {
        analysis.allow("massResolution", "relativeWidth", "acceptances", "grid", "limit");
        if (!analysis.has("relativeWidth")) {
            throw analysis.error("key 'relativeWidth' is missing.");
        }
        Axis axis = axis(analysis.object("grid"), "width");
        double lowest = extension.clampsNarrowWidths() ? Double.NEGATIVE_INFINITY : (1 - WIDTH_REACH) * axis.first();
        double highest = extension.clampsBroadWidths() ? Double.POSITIVE_INFINITY : (1 + WIDTH_REACH) * axis.last();
        return new OneParticleLimit.WidthAxis(
                lowest,
                highest,
                analysis.flag("relativeWidth", false)
                        ? OneParticleLimit.WidthAxis.Scale.RELATIVE_TO_MASS
                        : OneParticleLimit.WidthAxis.Scale.GEV);
    }

    // ------------------------------------------------------------------------------- mothers and daughters

    private Limit chainLimit() throws UnusableLimitException {
        analysis.allow("massResolution", "productionAcceptances", "grid", "limit");
        Fields process = file.object("process");
        process.allow("chain", "production", "decay", "motherCharge", "collider");
        Channels production =
                reader.production(process, "production", reader.acceptances(analysis, "productionAcceptances"));
        ChainRate chain = new ChainRate(boson(process), reader.decays(process, "decay"));
        Particle.Charge motherCharge = ProcessReader.charge(file, production);
        Fields grid = grid("massMother", "massDaughter");
        Axis mothers = axis(grid, "massMother");
        Axis daughters = axis(grid, "massDaughter");
        if (extension.isMothersAlone()) {
            return mothersAlone(production, chain, motherCharge, mothers, daughters);
        }
        return new TwoParticleLimit(
                source(describe(process)),
                new ProducedRate(production, chain),
                role("mother", motherCharge, mothers),
                role("daughter", reader.decayCharge(process, "decay"), daughters),
                extension.minimumMassGap() > Double.NEGATIVE_INFINITY
                        ? new Relation.Heavier(extension.minimumMassGap())
                        : new Relation.Free(),
                table(mothers, daughters));
    }

    private static ChainRate.Boson boson(Fields process) {
        return switch (process.text("chain")) {
            case "Z" -> ChainRate.Boson.Z;
            case "W" -> ChainRate.Boson.W;
            default -> throw process.error("chain", "'" + process.text("chain") + "' is neither Z nor W.");
        };
    }

    private Limit pairDecayLimit() throws UnusableLimitException {
        analysis.allow("massResolution", "equalDaughterMasses", "grid", "limit");
        Fields process = file.object("process");
        process.allow("production", "firstDecay", "secondDecay", "collider");
        Channels production = reader.production(process, "production", List.of());
        DecayPair decays = decayPair(process);
        Particle.Charge motherCharge = ProcessReader.charge(file, production);
        boolean equal = analysis.flag("equalDaughterMasses", false);
        Fields grid = equal
                ? grid("massMother", "massFirstDaughter")
                : grid("massMother", "massFirstDaughter", "massSecondDaughter");
        Axis mothers = axis(grid, "massMother");
        Axis firsts = axis(grid, "massFirstDaughter");
        if (extension.combine() != Extension.Combine.CLUSTERS) {
            if (!equal) {
                throw file.error("extension combine", "needs analysis.equalDaughterMasses.");
            }
            EqualPairRate pair = new EqualPairRate(decays);
            return extension.isMothersAlone()
                    ? mothersAlone(production, pair, motherCharge, mothers, firsts)
                    : new TwoParticleLimit(
                            source(describe(process)),
                            new ProducedRate(production, pair),
                            role("mother", motherCharge, mothers),
                            role("firstDaughter", reader.decayCharge(process, "firstDecay"), firsts),
                            new Relation.Free(),
                            table(mothers, firsts));
        }
        Axis seconds = equal ? firsts : axis(grid, "massSecondDaughter");
        return new ThreeParticleLimit(
                source(describe(process)),
                production,
                decays,
                role("mother", motherCharge, mothers),
                role("firstDaughter", reader.decayCharge(process, "firstDecay"), firsts),
                role("secondDaughter", reader.decayCharge(process, "secondDecay"), seconds),
                equal ? equalMasses("firstDaughter", "secondDaughter") : new Relation.Free(),
                table(mothers, firsts, equal ? new Axis(new double[] {0}) : seconds));
    }

    /** A limit on a mother that decays into h(125): one daughter mass, summed over who counts as h(125). */
    private Limit mothersAlone(
            Channels production, PairRate branching, Particle.@Nullable Charge charge, Axis mothers, Axis daughters) {
        if (daughters.size() != 1) {
            throw file.error(
                    "extension combine", "needs a grid of one daughter mass, there are " + daughters.size() + ".");
        }
        return new OneParticleLimit(
                source(describe(file.object("process"))),
                charge,
                new CascadeRate(production, branching, extension.daughters(daughters.first())),
                null,
                new Grouping.Single(List.of()),
                MassRange.of(mothers, extension.massTolerance()),
                null,
                table(mothers));
    }

    private Limit pairProductionLimit() throws UnusableLimitException {
        analysis.allow("massResolution", "equalParticleMasses", "grid", "limit");
        Fields process = file.object("process");
        process.allow("firstDecay", "secondDecay", "collider");
        boolean equal = analysis.flag("equalParticleMasses", false);
        Fields grid = equal ? grid("massFirstParticle") : grid("massFirstParticle", "massSecondParticle");
        Axis firsts = axis(grid, "massFirstParticle");
        Axis seconds = equal ? firsts : axis(grid, "massSecondParticle");
        return new TwoParticleLimit(
                source(describe(process)),
                new PairProductionRate(reader.collider(), decayPair(process)),
                role("firstParticle", reader.decayCharge(process, "firstDecay"), firsts),
                role("secondParticle", reader.decayCharge(process, "secondDecay"), seconds),
                equal ? equalMasses("firstParticle", "secondParticle") : new Relation.Free(),
                table(firsts, equal ? new Axis(new double[] {0}) : seconds));
    }

    private DecayPair decayPair(Fields process) throws UnusableLimitException {
        return new DecayPair(reader.decays(process, "firstDecay"), reader.decays(process, "secondDecay"));
    }

    private Relation equalMasses(String first, String second) {
        return new Relation.Equal(resolution(first), resolution(second));
    }

    private Role role(String role, Particle.@Nullable Charge charge, Axis masses) throws UnusableLimitException {
        List<Condition> conditions = List.of();
        if (file.has("constraints")) {
            Fields constraints = file.object("constraints");
            constraints.allow(
                    "mother", "daughter", "firstDaughter", "secondDaughter", "firstParticle", "secondParticle");
            conditions = reader.conditions(constraints, role, null);
        }
        return new Role(charge, grouping(role, conditions), masses(masses, resolution(role)));
    }

    // --------------------------------------------------------------------------------------- two processes

    private Limit mixtureLimit() throws UnusableLimitException {
        analysis.allow("massResolution", "grid", "limit");
        List<Fields> processes = file.objects("process");
        if (processes.size() != 2) {
            throw file.error("process", "two processes are needed, there are " + processes.size() + ".");
        }
        Fields grid = grid("mass", "fraction");
        Table table = table(axis(grid, "mass"), axis(grid, "fraction"));
        return new MixtureLimit(
                source(describe(processes)),
                reader.channels(processes.get(0), List.of()),
                reader.channels(processes.get(1), List.of()),
                resolution("massResolution"),
                MassRange.of(table.axis(0), extension.massTolerance()),
                table);
    }

    private Limit likelihoodLimit() throws UnusableLimitException {
        List<Fields> fields = file.objects("process");
        if (fields.isEmpty() || fields.size() > 2) {
            throw file.error("process", "one or two processes are needed, there are " + fields.size() + ".");
        }
        List<Channels> processes = new ArrayList<>();
        for (Fields process : fields) {
            processes.add(reader.channels(process, List.of()));
        }
        Channels merged = processes.stream().reduce(Channels::and).orElseThrow();
        List<Double> masses = new ArrayList<>();
        List<Table> slices = processes.size() == 1 ? oneRate(masses) : twoRates(masses);
        Axis axis = axis(masses.stream().mapToDouble(Double::doubleValue).toArray(), analysis, "mass");
        return new LikelihoodLimit(
                source(describe(fields)),
                ProcessReader.charge(file, merged),
                processes,
                grouping("massResolution", reader.conditions(file, "constraints", merged)),
                masses(axis, resolution("massResolution")),
                axis,
                slices);
    }

    private List<Table> oneRate(List<Double> masses) {
        analysis.allow("massResolution", "grid", "likelihood");
        Fields grid = analysis.object("grid");
        grid.allow("mass", "channels");
        masses.addAll(grid.numbers("mass"));
        List<double[]> rates = grid.tables("channels");
        if (rates.size() != 1) {
            throw grid.error("channels", "one axis of rates is needed.");
        }
        Axis axis = axis(rates.get(0), grid, "channels");
        Fields likelihood = analysis.object("likelihood");
        likelihood.allow("observed", "expected");
        double[] expected = likelihood.table("expected");
        double[] observed = likelihood.table("observed");
        int n = axis.size();
        List<Table> slices = new ArrayList<>();
        if (expected.length != n * masses.size() || observed.length != expected.length) {
            throw likelihood.error("expected and observed need " + n * masses.size() + " values, they have "
                    + expected.length + " and " + observed.length + ".");
        }
        for (int m = 0; m < masses.size(); m++) {
            slices.add(slice(
                    likelihood,
                    List.of(axis),
                    Arrays.copyOfRange(expected, m * n, (m + 1) * n),
                    Arrays.copyOfRange(observed, m * n, (m + 1) * n)));
        }
        return slices;
    }

    private List<Table> twoRates(List<Double> masses) {
        analysis.allow("massResolution", "stackedLlhGrid");
        List<Table> slices = new ArrayList<>();
        for (Fields slice : analysis.objects("stackedLlhGrid")) {
            slice.allow("mass", "channels", "observed", "expected");
            masses.add(slice.number("mass"));
            List<double[]> rates = slice.tables("channels");
            if (rates.size() != 2) {
                throw slice.error("channels", "two axes of rates are needed.");
            }
            List<Axis> axes = List.of(axis(rates.get(0), slice, "channels"), axis(rates.get(1), slice, "channels"));
            slices.add(slice(slice, axes, slice.table("expected"), slice.table("observed")));
        }
        return slices;
    }

    private static Table slice(Fields where, List<Axis> axes, double[] expected, double[] observed) {
        Table table;
        try {
            table = new Table(axes, expected, observed);
        } catch (IllegalArgumentException e) {
            throw where.error(String.valueOf(e.getMessage()));
        }
        boolean two = axes.size() == 2;
        double e = two ? table.at(Bound.EXPECTED, 0, 0) : table.at(Bound.EXPECTED, 0);
        double o = two ? table.at(Bound.OBSERVED, 0, 0) : table.at(Bound.OBSERVED, 0);
        if (!(Likelihood.expectedCls(e) >= 0.05) || !(Likelihood.observedCls(e, o) >= 0.05)) {
            throw where.error("the likelihood excludes vanishing rates.");
        }
        return table;
    }

    // ------------------------------------------------------------------------------------------- grids

    private Fields grid(String... axes) {
        Fields grid = analysis.object("grid");
        grid.allow(axes);
        return grid;
    }

    private static Axis axis(Fields grid, String key) {
        return axis(grid.table(key), grid, key);
    }

    private static Axis axis(double[] values, Fields where, String key) {
        try {
            return new Axis(values);
        } catch (IllegalArgumentException e) {
            throw where.error(key, String.valueOf(e.getMessage()));
        }
    }

    private Table table(Axis... axes) {
        Fields limit = analysis.object("limit");
        limit.allow("observed", "expected");
        try {
            return new Table(Arrays.asList(axes), values(limit, "expected"), values(limit, "observed"));
        } catch (IllegalArgumentException e) {
            throw limit.error(e);
        }
    }

    private static double[] values(Fields limit, String key) {
        double[] values = limit.table(key);
        for (int i = 0; i < values.length; i++) {
            if (values[i] == NOT_COVERED) {
                values[i] = Double.NaN;
            }
            if (values[i] <= 0) {
                throw limit.error(
                        key, "value " + i + " is " + values[i] + ", a limit is positive (null: not covered).");
            }
        }
        return values;
    }

    private MassResolution resolution(String role) {
        if (!analysis.has("massResolution")) {
            return MassResolution.EXACT;
        }
        Fields all = analysis.object("massResolution");
        if (!role.equals("massResolution")) {
            all.allow("mother", "daughter", "firstDaughter", "secondDaughter", "firstParticle", "secondParticle");
            if (!all.has(role)) {
                return MassResolution.EXACT;
            }
            all = all.object(role);
        }
        all.allow("absolute", "relative");
        return new MassResolution(all.number("absolute"), all.number("relative"));
    }

    private Grouping grouping(String role, List<Condition> conditions) {
        return extension.combine() == Extension.Combine.CLUSTERS
                ? new Grouping.Clusters(resolution(role), conditions)
                : new Grouping.Single(conditions);
    }

    private MassRange masses(Axis axis, MassResolution resolution) {
        return extension.combine() == Extension.Combine.CLUSTERS
                ? MassRange.of(axis, resolution)
                : MassRange.of(axis, extension.massTolerance());
    }

    // ------------------------------------------------------------------------------------------- words

    private String describe(List<Fields> processes) {
        List<String> words = processes.stream().map(this::describe).toList();
        return String.join(" and ", words);
    }

    private String describe(Fields process) {
        if (process.has("channels")) {
            List<String> channels = new ArrayList<>();
            for (List<String> pair : process.textRows("channels", 2)) {
                channels.add(pair.get(0) + " -> " + pair.get(1));
            }
            return String.join(", ", channels);
        }
        String produced = process.has("production") ? list(process, "production") + " -> " : "";
        if (process.has("chain")) {
            return produced + process.text("chain") + " (-> " + list(process, "decay") + ")";
        }
        return produced + "(-> " + list(process, "firstDecay") + ") (-> " + list(process, "secondDecay") + ")";
    }

    private static String list(Fields process, String key) {
        return String.join("+", process.texts(key));
    }
}
