package thetascan.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import thetascan.catalogue.Catalogue;
import thetascan.config.ScanConfig;
import thetascan.extension.Extensions;
import thetascan.report.CatalogueReferences;
import thetascan.report.PaperTable;
import thetascan.report.PaperTables;

/** Tables for a paper. */
@Command(
        name = "table",
        description =
                "Print a table for a paper: the ranges of a scan, its constraints with what to cite, or benchmark points.",
        mixinStandardHelpOptions = true)
final class TableCommand implements Callable<Integer> {

    /** What a table can be of. */
    enum What {
        RANGES,
        CONSTRAINTS,
        BENCHMARKS
    }

    private static final int MOST_POINTS = 1000;

    @Parameters(index = "0", paramLabel = "ranges|constraints|benchmarks", description = "What the table is of.")
    private What what = What.RANGES;

    @Parameters(index = "1", paramLabel = "CATALOGUE", description = "Folder of a scan.")
    private String folder = "";

    @Option(names = "--format", paramLabel = "tex|md|csv", description = "How it is written (default: tex).")
    private PaperTable.Format format = PaperTable.Format.TEX;

    @Option(
            names = "--count",
            paramLabel = "N",
            description = "Number of benchmarks, each far from those before (default: ${DEFAULT-VALUE}).")
    private int count = 4;

    @Option(
            names = "--columns",
            paramLabel = "NAME",
            split = ",",
            description = "Observables of benchmarks, such as obs_kappa_V; inputs are there anyway.")
    private List<String> columns = new ArrayList<>();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Arguments.within(spec, "--count", count, 1, MOST_POINTS);
        Catalogue catalogue = Arguments.catalogue(folder);
        String yaml = catalogue.configuration();
        try (Extensions ignored = ScanConfig.openJars(yaml, catalogue.configurationLocation())) {
            ScanConfig config = ScanConfig.parse(yaml, catalogue.configurationLocation());
            spec.commandLine().getOut().print(table(catalogue, config).text(format));
            spec.commandLine().getOut().flush();
        }
        return Main.DONE;
    }

    private PaperTable table(Catalogue catalogue, ScanConfig config) throws IOException {
        PaperTables tables = new PaperTables(catalogue, config);
        return switch (what) {
            case RANGES -> tables.ranges();
            case CONSTRAINTS -> tables.constraints(CatalogueReferences.of(catalogue, config));
            case BENCHMARKS -> tables.benchmarks(count, columns);
        };
    }
}
