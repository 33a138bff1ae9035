package thetascan.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import thetascan.catalogue.Catalogue;
import thetascan.config.ScanConfig;
import thetascan.extension.Extensions;
import thetascan.report.Bibliography;
import thetascan.report.CatalogueReferences;

/** What to cite for a catalogue. */
@Command(
        name = "cite",
        description =
                "Print what to cite for a catalogue as BibTeX: program, model, constraints, the search limits that its"
                        + " points met, algorithms.",
        mixinStandardHelpOptions = true)
final class CiteCommand implements Callable<Integer> {

    @Parameters(paramLabel = "CATALOGUE", description = "Folder of a scan.")
    private String folder = "";

    @Option(names = "--out", paramLabel = "FILE", description = "Write into this file, such as references.bib.")
    private @Nullable Path out;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        if (out != null) Arguments.writable(spec, "--out", out);
        Catalogue catalogue = Arguments.catalogue(folder);
        String yaml = catalogue.configuration();
        try (Extensions ignored = ScanConfig.openJars(yaml, catalogue.configurationLocation())) {
            ScanConfig config = ScanConfig.parse(yaml, catalogue.configurationLocation());
            Bibliography bibliography = CatalogueReferences.of(catalogue, config);
            if (out == null) {
                spec.commandLine().getOut().print(bibliography.bibtex());
                spec.commandLine().getOut().flush();
            } else {
                Files.writeString(out, bibliography.bibtex(), StandardCharsets.UTF_8);
                spec.commandLine()
                        .getErr()
                        .println(out + ": " + bibliography.entries().size() + " publications");
            }
        }
        return Main.DONE;
    }
}
