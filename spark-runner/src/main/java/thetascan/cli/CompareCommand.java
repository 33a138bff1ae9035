package thetascan.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import thetascan.catalogue.Catalogue;
import thetascan.extension.Extensions;
import thetascan.report.CatalogueComparison;
import thetascan.report.ComparisonReport;
import thetascan.scan.Progress;

/** Two catalogues of one model side by side: what each reached, and whether they cover the same region. */
@Command(
        name = "compare",
        description = "Compare two catalogues: what each reached, whether both cover the same region.",
        mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {

    private static final int MOST_PERMUTATIONS = 1_000_000;

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
        Arguments.positive(spec, "--tolerance", tolerance);
        Arguments.within(spec, "--permutations", permutations, 1, MOST_PERMUTATIONS);
        try (Extensions ignored = jars.open(spec)) {
            ComparisonReport report = compare();
            if (json) report.json(spec.commandLine().getOut());
            else report.text(spec.commandLine().getOut());
        }
        return Main.DONE;
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
