package thetascan.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import thetascan.catalogue.Catalogue;
import thetascan.config.ScanConfig;
import thetascan.extension.Extensions;
import thetascan.report.page.HtmlReport;

/** A page about catalogues. */
@Command(
        name = "report",
        description = "Draw catalogues of one model on a page: one HTML file that needs no network.",
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "CATALOGUE", arity = "1..*", description = "Folders of scans, drawn over one another.")
    private List<String> folders = new ArrayList<>();

    @Option(names = "--out", paramLabel = "FILE", description = "The page (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("report.html");

    @Option(
            names = "--columns",
            paramLabel = "NAME",
            split = ",",
            description = "Observables to be on the page besides what constraints look at, such as obs_width_h2.")
    private List<String> columns = new ArrayList<>();

    @Option(
            names = "--plane",
            paramLabel = "X,Y",
            description = "A plane to be drawn first, such as in_m_h2,in_m_A1. May be repeated.")
    private List<String> planes = new ArrayList<>();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        List<List<String>> pairs = new ArrayList<>();
        for (String plane : planes) {
            List<String> pair = List.of(plane.split(",", -1));
            if (pair.size() != 2)
                throw new ParameterException(spec.commandLine(), "--plane " + plane + ": must be X,Y");
            pairs.add(pair);
        }
        Arguments.writable(spec, "--out", out);
        Catalogue first = Arguments.catalogue(folders.get(0));
        try (Extensions ignored = ScanConfig.openJars(first.configuration(), first.configurationLocation())) {
            List<HtmlReport.Source> sources = new ArrayList<>();
            for (String folder : folders) {
                Catalogue catalogue = Arguments.catalogue(folder);
                ScanConfig config = ScanConfig.parse(catalogue.configuration(), catalogue.configurationLocation());
                sources.add(new HtmlReport.Source(folder, catalogue, config));
            }
            Files.writeString(out, new HtmlReport(sources, columns, pairs).html(), StandardCharsets.UTF_8);
        }
        spec.commandLine().getErr().println(out + ": open it in a browser");
        return Main.DONE;
    }
}
