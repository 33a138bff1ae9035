package thetascan.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import thetascan.catalogue.Catalogue;
import thetascan.checkpoint.ScanFolder;
import thetascan.config.ScanConfig;
import thetascan.extension.Extensions;
import thetascan.report.DiagnosisJson;
import thetascan.report.DiagnosisText;
import thetascan.report.Json;
import thetascan.scan.Progress;
import thetascan.scan.ScanSetup;
import thetascan.storage.Folder;

/** Says what stands in the way of a scan: which constraints veto, which exclude each other, why islands began anew. */
@Command(
        name = "diagnose",
        description =
                "Say what stands in the way of a scan, as of its last commit: which constraints veto most, which are"
                        + " not met together, how close the best points came, and what to try.",
        mixinStandardHelpOptions = true)
final class DiagnoseCommand implements Callable<Integer> {

    @Parameters(paramLabel = "CATALOGUE", description = "Folder of a scan, which may be running.")
    private String folder = "";

    @Option(names = "--json", description = "Print JSON, docs/json.md.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Catalogue catalogue = new Catalogue(Folder.at(folder));
        if (!catalogue.isBegun()) {
            throw new ParameterException(spec.commandLine(), folder + ": holds no scan");
        }
        String yaml = catalogue.configuration();
        String source = catalogue.configurationLocation();
        try (Extensions extensions = ScanConfig.openJars(yaml, source)) {
            ScanConfig config = ScanConfig.parse(yaml, source);
            ScanSetup setup = config.setup();
            Progress progress = ScanFolder.lastProgress(catalogue, config, extensions.jars(), setup);
            PrintWriter out = spec.commandLine().getOut();
            if (json) Json.print(out, DiagnosisJson.of(setup, progress));
            else DiagnosisText.lines(setup, progress).forEach(out::println);
        }
        return Main.DONE;
    }
}
