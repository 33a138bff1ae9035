package thetascan.limit.hbdataset;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thetascan.constraint.Fields;
import thetascan.limit.Acceptance;
import thetascan.limit.Axis;
import thetascan.limit.CascadeRate;
import thetascan.limit.ChainRate;
import thetascan.limit.Collider;
import thetascan.limit.Condition;
import thetascan.limit.DecayPair;
import thetascan.limit.EqualPairRate;
import thetascan.limit.Grouping;
import thetascan.limit.LikelihoodLimit;
import thetascan.limit.Limit;
import thetascan.limit.LimitSource;
import thetascan.limit.MassRange;
import thetascan.limit.MassResolution;
import thetascan.limit.MixtureLimit;
import thetascan.limit.OneParticleLimit;
import thetascan.limit.PairProductionRate;
import thetascan.limit.PairRate;
import thetascan.limit.Particle;
import thetascan.limit.ProducedRate;
import thetascan.limit.ProductionChannels;
import thetascan.limit.Table;
import thetascan.limit.ThreeParticleLimit;
import thetascan.limit.TopCouplingRate;
import thetascan.limit.TwoParticleLimit;
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

    /** Stands for an axis that a limit does not have. */
    private static final Axis ONE_VALUE = new Axis(new double[] {0});

    private final String name;
    private final Fields file;
    private final Extension extension;
    private final ProcessReader processes;
    private final AnalysisReader analysis;

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
        extension = Extension.read(file);
        processes = new ProcessReader(collider(file));
        analysis = new AnalysisReader(file.object("analysis"), extension);
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
                processes.collider(),
                file.text("experiment"),
                file.number("luminosity"),
                process,
                name);
    }

    // ------------------------------------------------------------------------------------------ one particle

    private Limit channelLimit() throws UnusableLimitException {
        analysis.fields().allow("massResolution", "acceptances", "grid", "limit");
        return oneParticle(channels(), null, analysis.table(analysis.grid("mass")));
    }

    private Limit widthLimit() throws UnusableLimitException {
        Axis[] grid = widthGrid();
        return oneParticle(channels(), analysis.widthAxis(grid[1]), analysis.table(grid));
    }

    private Axis[] widthGrid() {
        analysis.fields().allow("massResolution", "relativeWidth", "acceptances", "grid", "limit");
        return analysis.grid("mass", "width");
    }

    private Limit topCouplingLimit() throws UnusableLimitException {
        Axis[] grid = widthGrid();
        return new OneParticleLimit(
                source(ProcessWords.of(file.object("process"))),
                Particle.Charge.NEUTRAL,
                new TopCouplingRate(),
                null,
                analysis.grouping(analysis.resolution(), processes.conditions(file, "constraints", channels())),
                analysis.masses(grid[0], analysis.resolution()),
                analysis.widthAxis(grid[1]),
                analysis.table(grid));
    }

    private ProductionChannels channels() throws UnusableLimitException {
        List<Acceptance> acceptances = processes.acceptances(analysis.fields(), "acceptances");
        if (!acceptances.isEmpty() && file.has("normalization")) {
            throw file.error("normalization and analysis.acceptances exclude each other.");
        }
        return processes.channels(file.object("process"), acceptances);
    }

    private Limit oneParticle(ProductionChannels channels, OneParticleLimit.@Nullable WidthAxis width, Table table)
            throws UnusableLimitException {
        return new OneParticleLimit(
                source(ProcessWords.of(file.object("process"))),
                ProcessReader.charge(file, channels),
                channels,
                processes.normalization(file, channels),
                analysis.grouping(analysis.resolution(), processes.conditions(file, "constraints", channels)),
                analysis.masses(table.axis(0), analysis.resolution()),
                width,
                table);
    }

    // ------------------------------------------------------------------------------- mothers and daughters

    private Limit chainLimit() throws UnusableLimitException {
        analysis.fields().allow("massResolution", "productionAcceptances", "grid", "limit");
        Fields process = file.object("process");
        process.allow("chain", "production", "decay", "motherCharge", "collider");
        ProductionChannels production = processes.production(
                process, "production", processes.acceptances(analysis.fields(), "productionAcceptances"));
        ChainRate chain = new ChainRate(boson(process), processes.decays(process, "decay"));
        Axis[] grid = analysis.grid("massMother", "massDaughter");
        if (extension.isMothersAlone()) {
            return mothersAlone(production, chain, grid);
        }
        double gap = extension.minimumMassGap();
        return new TwoParticleLimit(
                source(ProcessWords.of(process)),
                new ProducedRate(production, chain),
                role("mother", ProcessReader.charge(file, production), grid[0]),
                role("daughter", processes.decayCharge(process, "decay"), grid[1]),
                gap > Double.NEGATIVE_INFINITY ? new Relation.Heavier(gap) : new Relation.Free(),
                analysis.table(grid));
    }

    private static ChainRate.Boson boson(Fields process) {
        return switch (process.text("chain")) {
            case "Z" -> ChainRate.Boson.Z;
            case "W" -> ChainRate.Boson.W;
            default -> throw process.error("chain", "'" + process.text("chain") + "' is neither Z nor W.");
        };
    }

    private Limit pairDecayLimit() throws UnusableLimitException {
        analysis.fields().allow("massResolution", "equalDaughterMasses", "grid", "limit");
        Fields process = file.object("process");
        process.allow("production", "firstDecay", "secondDecay", "collider");
        ProductionChannels production = processes.production(process, "production", List.of());
        boolean equal = analysis.fields().flag("equalDaughterMasses", false);
        Axis[] grid = equal
                ? analysis.grid("massMother", "massFirstDaughter")
                : analysis.grid("massMother", "massFirstDaughter", "massSecondDaughter");
        if (extension.combine() == Extension.Combine.CLUSTERS) {
            return clusteredPairDecay(process, production, grid);
        }
        if (!equal) {
            throw file.error("extension combine", "needs analysis.equalDaughterMasses.");
        }
        EqualPairRate pair = new EqualPairRate(decayPair(process));
        if (extension.isMothersAlone()) {
            return mothersAlone(production, pair, grid);
        }
        return new TwoParticleLimit(
                source(ProcessWords.of(process)),
                new ProducedRate(production, pair),
                role("mother", ProcessReader.charge(file, production), grid[0]),
                role("firstDaughter", processes.decayCharge(process, "firstDecay"), grid[1]),
                new Relation.Free(),
                analysis.table(grid));
    }

    private Limit clusteredPairDecay(Fields process, ProductionChannels production, Axis[] grid)
            throws UnusableLimitException {
        boolean equal = grid.length == 2;
        return new ThreeParticleLimit(
                source(ProcessWords.of(process)),
                production,
                decayPair(process),
                role("mother", ProcessReader.charge(file, production), grid[0]),
                role("firstDaughter", processes.decayCharge(process, "firstDecay"), grid[1]),
                role("secondDaughter", processes.decayCharge(process, "secondDecay"), equal ? grid[1] : grid[2]),
                equal ? equalMasses("firstDaughter", "secondDaughter") : new Relation.Free(),
                analysis.table(grid[0], grid[1], equal ? ONE_VALUE : grid[2]));
    }

    /** A limit on a mother that decays into h(125): one daughter mass, summed over who counts as h(125). */
    private Limit mothersAlone(ProductionChannels production, PairRate branching, Axis[] grid) {
        if (grid[1].size() != 1) {
            throw file.error(
                    "extension combine", "needs a grid of one daughter mass, there are " + grid[1].size() + ".");
        }
        return new OneParticleLimit(
                source(ProcessWords.of(file.object("process"))),
                ProcessReader.charge(file, production),
                new CascadeRate(production, branching, extension.daughters(grid[1].first())),
                null,
                new Grouping.Single(List.of()),
                MassRange.of(grid[0], extension.massTolerance()),
                null,
                analysis.table(grid[0]));
    }

    private Limit pairProductionLimit() throws UnusableLimitException {
        analysis.fields().allow("massResolution", "equalParticleMasses", "grid", "limit");
        Fields process = file.object("process");
        process.allow("firstDecay", "secondDecay", "collider");
        boolean equal = analysis.fields().flag("equalParticleMasses", false);
        Axis[] grid =
                equal ? analysis.grid("massFirstParticle") : analysis.grid("massFirstParticle", "massSecondParticle");
        return new TwoParticleLimit(
                source(ProcessWords.of(process)),
                new PairProductionRate(processes.collider(), decayPair(process)),
                role("firstParticle", processes.decayCharge(process, "firstDecay"), grid[0]),
                role("secondParticle", processes.decayCharge(process, "secondDecay"), equal ? grid[0] : grid[1]),
                equal ? equalMasses("firstParticle", "secondParticle") : new Relation.Free(),
                analysis.table(grid[0], equal ? ONE_VALUE : grid[1]));
    }

    private DecayPair decayPair(Fields process) throws UnusableLimitException {
        return new DecayPair(processes.decays(process, "firstDecay"), processes.decays(process, "secondDecay"));
    }

    private Relation equalMasses(String first, String second) {
        return new Relation.Equal(analysis.resolution(first), analysis.resolution(second));
    }

    private Role role(String role, Particle.@Nullable Charge charge, Axis masses) throws UnusableLimitException {
        List<Condition> conditions = List.of();
        if (file.has("constraints")) {
            Fields constraints = file.object("constraints");
            constraints.allow(
                    "mother", "daughter", "firstDaughter", "secondDaughter", "firstParticle", "secondParticle");
            conditions = processes.conditions(constraints, role, null);
        }
        MassResolution resolution = analysis.resolution(role);
        return new Role(charge, analysis.grouping(resolution, conditions), analysis.masses(masses, resolution));
    }

    // --------------------------------------------------------------------------------------- two processes

    private Limit mixtureLimit() throws UnusableLimitException {
        analysis.fields().allow("massResolution", "grid", "limit");
        List<Fields> two = file.objects("process");
        if (two.size() != 2) {
            throw file.error("process", "two processes are needed, there are " + two.size() + ".");
        }
        Axis[] grid = analysis.grid("mass", "fraction");
        return new MixtureLimit(
                source(ProcessWords.of(two)),
                processes.channels(two.get(0), List.of()),
                processes.channels(two.get(1), List.of()),
                analysis.resolution(),
                MassRange.of(grid[0], extension.massTolerance()),
                analysis.table(grid));
    }

    private Limit likelihoodLimit() throws UnusableLimitException {
        List<Fields> fields = file.objects("process");
        if (fields.isEmpty() || fields.size() > 2) {
            throw file.error("process", "one or two processes are needed, there are " + fields.size() + ".");
        }
        List<ProductionChannels> rates = new ArrayList<>();
        for (Fields process : fields) {
            rates.add(processes.channels(process, List.of()));
        }
        ProductionChannels merged =
                rates.stream().reduce(ProductionChannels::and).orElseThrow();
        List<Double> masses = new ArrayList<>();
        List<Table> slices = rates.size() == 1 ? oneRate(masses) : twoRates(masses);
        Axis axis = AnalysisReader.axis(
                masses.stream().mapToDouble(Double::doubleValue).toArray(), analysis.fields(), "mass");
        return new LikelihoodLimit(
                source(ProcessWords.of(fields)),
                ProcessReader.charge(file, merged),
                rates,
                analysis.grouping(analysis.resolution(), processes.conditions(file, "constraints", merged)),
                analysis.masses(axis, analysis.resolution()),
                axis,
                slices);
    }

    private List<Table> oneRate(List<Double> masses) {
        analysis.fields().allow("massResolution", "grid", "likelihood");
        Fields grid = analysis.fields().object("grid");
        grid.allow("mass", "channels");
        masses.addAll(grid.numbers("mass"));
        List<double[]> rates = grid.tables("channels");
        if (rates.size() != 1) {
            throw grid.error("channels", "one axis of rates is needed.");
        }
        Axis axis = AnalysisReader.axis(rates.get(0), grid, "channels");
        Fields likelihood = analysis.fields().object("likelihood");
        likelihood.allow("observed", "expected");
        double[] expected = likelihood.table("expected");
        double[] observed = likelihood.table("observed");
        int n = axis.size();
        if (expected.length != n * masses.size() || observed.length != expected.length) {
            throw likelihood.error("expected and observed need " + n * masses.size() + " values, they have "
                    + expected.length + " and " + observed.length + ".");
        }
        List<Table> slices = new ArrayList<>();
        for (int m = 0; m < masses.size(); m++) {
            slices.add(AnalysisReader.likelihood(
                    likelihood,
                    List.of(axis),
                    Arrays.copyOfRange(expected, m * n, (m + 1) * n),
                    Arrays.copyOfRange(observed, m * n, (m + 1) * n)));
        }
        return slices;
    }

    private List<Table> twoRates(List<Double> masses) {
        analysis.fields().allow("massResolution", "stackedLlhGrid");
        List<Table> slices = new ArrayList<>();
        for (Fields slice : analysis.fields().objects("stackedLlhGrid")) {
            slice.allow("mass", "channels", "observed", "expected");
            masses.add(slice.number("mass"));
            List<double[]> rates = slice.tables("channels");
            if (rates.size() != 2) {
                throw slice.error("channels", "two axes of rates are needed.");
            }
            List<Axis> axes = List.of(
                    AnalysisReader.axis(rates.get(0), slice, "channels"),
                    AnalysisReader.axis(rates.get(1), slice, "channels"));
            slices.add(AnalysisReader.likelihood(slice, axes, slice.table("expected"), slice.table("observed")));
        }
        return slices;
    }
}
