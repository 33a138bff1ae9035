package thetascan.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import thetascan.catalogue.Catalogue;
import thetascan.extension.Extensions;
import thetascan.report.CatalogueComparison;
import thetascan.report.ComparisonReport;
import thetascan.report.SampleComparison;
import thetascan.scan.Progress;
import thetascan.storage.Folder;

/**
 * Two catalogues of one model side by side: what each reached, and whether they cover the same region; or two tables of
 * anything, whether they are samples of one distribution.
 */
@Command(
        name = "compare",
        description = {
            "Compare two catalogues: what each reached, whether both cover the same region.",
            "With --columns, two tables of anything: whether they are samples of one distribution."
        },
        mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {

    private static final int MOST_PERMUTATIONS = 1_000_000;

    @Parameters(
            index = "0",
            paramLabel = "A",
            description = "Catalogue; its ranges are the unit box. With --columns any table: CSV, Parquet.")
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
            names = "--columns",
            paramLabel = "NAME",
            split = ",",
            description = "Compare these columns of two tables, row by row.")
    private List<String> columns = List.of();

    @Option(
            names = "--score",
            paramLabel = "NAME",
            description =
                    "With --columns, how unusual a row is: hbos, isolation-forest or knn (default: ${DEFAULT-VALUE}).")
    private String score = "hbos";

    @Option(
            names = "--control",
            paramLabel = "TABLE",
            description = "With --columns, what is usual (default: half of the rows of A, which are then not scored).")
    private String control = "";

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
        Arguments.positive(spec, "--tolerance", tolerance);
        Arguments.within(spec, "--permutations", permutations, 1, MOST_PERMUTATIONS);
        try (Extensions ignored = jars.open(spec)) {
            if (!columns.isEmpty()) {
                return samples();
            }
            if (!control.isEmpty()) {
                throw new ParameterException(
                        spec.commandLine(), "--control: needs --columns, which say what is compared");
            }
            ComparisonReport report = compare();
            if (json) report.json(spec.commandLine().getOut());
            else report.text(spec.commandLine().getOut());
        }
        return Main.DONE;
    }

    private int samples() throws IOException {
        SampleComparison report;
        try {
            report = SampleComparison.of(
                    table(first), table(second), table(control), columns, score, permutations, seed);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--score: " + e.getMessage(), e);
        }
        if (json) report.json(spec.commandLine().getOut());
        else report.text(spec.commandLine().getOut());
        return Main.DONE;
    }

    /** The points, where a catalogue is named. */
    private static String table(String name) throws IOException {
        boolean catalogue = !name.isEmpty() && !isFile(name) && new Catalogue(Folder.at(name)).isBegun();
        return catalogue ? name + "/" + Catalogue.POINTS : name;
    }

    private ComparisonReport compare() throws IOException {
        CatalogueComparison comparison =
                new CatalogueComparison(Arguments.catalogue(first), tolerance, permutations, seed);
        if (isFile(second)) return comparison.withFile(second, first);
        Catalogue other = Arguments.catalogue(second);
        ComparisonReport report = comparison.with(other, first, second);
        PrintWriter err = spec.commandLine().getErr();
        comparison.differences(other).forEach(line -> err.println("note: scanned otherwise: " + line));
        return report;
    }

    private static boolean isFile(String name) {
        return name.endsWith(".csv") || name.endsWith(".parquet");
    }
}
