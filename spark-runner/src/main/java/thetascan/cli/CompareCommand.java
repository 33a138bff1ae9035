package thetascan.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import thetascan.catalogue.Catalogue;
import thetascan.comparison.Comparison;
import thetascan.comparison.FoundSet;
import thetascan.config.ScanConfig;
import thetascan.extension.Extensions;
import thetascan.report.CatalogueFamilies;
import thetascan.report.ComparisonReport;
import thetascan.scan.Progress;
import thetascan.space.Parameter;
import thetascan.space.ParameterSpace;
import thetascan.table.PointFileException;
import thetascan.table.PointTable;
import thetascan.table.Prefix;

/** Two catalogues of one model side by side: what each reached, and whether they cover the same region. */
@Command(
        name = "compare",
        description = "Compare two catalogues: what each reached, whether both cover the same region.",
        mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "A", description = "Catalogue; its ranges are the unit box.")
    private String first = "";

    @Parameters(
            index = "1",
            paramLabel = "B",
            description = "Another one, or a .csv or .parquet file of valid points as reference.")
    private String second = "";

    @Option(
            names = "--tolerance",
            paramLabel = "D",
            description = "Unit-box distance from which on points are distinct (default: ${DEFAULT-VALUE}).")
    private double tolerance = Progress.DISTINCT_DISTANCE;

    @Option(
            names = "--permutations",
            paramLabel = "N",
            description = "Random exchanges of each test (default: ${DEFAULT-VALUE}).")
    private int permutations = 999;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Of thinning and random exchanges (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin
    private JarOptions jars = new JarOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        if (!(tolerance > 0)) {
            throw new ParameterException(spec.commandLine(), "--tolerance " + tolerance + ": must be above 0");
        }
        if (permutations < 1) {
            throw new ParameterException(spec.commandLine(), "--permutations " + permutations + ": must be 1 or more");
        }
        try (Extensions extensions = jars.open(spec)) {
            return compare();
        }
    }

    private int compare() throws IOException {
        Catalogue catalogue = Arguments.catalogue(first);
        ScanConfig config = config(catalogue);
        ComparisonReport.Side a = side(first, catalogue, config);
        ComparisonReport.Side b = isFile(second) ? reference(config) : other(config);
        ComparisonReport report = new ComparisonReport(config.space(), tolerance, a, b, compare(a.found(), b.found()));
        if (json) report.json(spec.commandLine().getOut());
        else report.text(spec.commandLine().getOut());
        return Main.DONE;
    }

    private Optional<Comparison> compare(FoundSet a, FoundSet b) {
        return a.count() == 0 || b.count() == 0
                ? Optional.empty()
                : Optional.of(Comparison.of(a, b, tolerance, permutations, seed));
    }

    private static boolean isFile(String name) {
        return name.endsWith(".csv") || name.endsWith(".parquet");
    }

    private static ScanConfig config(Catalogue catalogue) throws IOException {
        return ScanConfig.parse(catalogue.configuration(), catalogue.configurationLocation());
    }

    /**
     * @param measure configuration whose unit box counts
     */
    private ComparisonReport.Side side(String name, Catalogue catalogue, ScanConfig measure) throws IOException {
        FoundSet found = new FoundSet(measure.model(), measure.space(), tolerance);
        List<String> columns = measure.space().parameters().stream()
                .map(parameter -> Prefix.INPUT.of(parameter.name()))
                .toList();
        catalogue.forEachValid(columns, found::add);
        return new ComparisonReport.Side(name, found, catalogue.recorded(), CatalogueFamilies.known(catalogue));
    }

    private ComparisonReport.Side other(ScanConfig measure) throws IOException {
        Catalogue catalogue = Arguments.catalogue(second);
        ScanConfig config = config(catalogue);
        if (!config.model().name().equals(measure.model().name())) {
            throw new PointFileException(
                    second + ": is of model " + config.model().name() + ", " + first + " of model "
                            + measure.model().name());
        }
        return side(second, catalogue, measure);
    }

    private ComparisonReport.Side reference(ScanConfig measure) {
        ParameterSpace space = measure.space();
        PointTable points = PointTable.read(
                second, space.parameters().stream().map(CompareCommand::wanted).toList());
        FoundSet found = new FoundSet(measure.model(), space, tolerance);
        double[] theta = new double[space.size()];
        for (int row = 0; row < points.rows(); row++) {
            points.row(row, theta);
            found.add(theta);
        }
        return new ComparisonReport.Side(second, found, Optional.empty(), Optional.empty());
    }

    private static PointTable.Wanted wanted(Parameter parameter) {
        return new PointTable.Wanted(
                parameter.name(), parameter.isFixed() ? parameter.scale().first() : Double.NaN);
    }
}
