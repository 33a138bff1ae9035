package thetascan.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import thetascan.catalogue.Catalogue;
import thetascan.catalogue.Manifest;
import thetascan.curation.Reproduction;
import thetascan.report.CatalogueText;
import thetascan.table.PointFileException;

/** A scan run anew. */
@Command(
        name = "reproduce",
        description = "Run the scan of a catalogue anew, as far as it went, and compare the points.",
        mixinStandardHelpOptions = true)
final class ReproduceCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "CATALOGUE", description = "Folder of a scan.")
    private String name = "";

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder of the scan that is run anew.")
    private String out = "";

    @Option(names = "--verify", description = "End with exit code 1 if a point differs.")
    private boolean verify;

    @Option(names = "--threads", paramLabel = "N", description = "Threads on this machine (default: as the scan asks).")
    private @Nullable Integer threads;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Catalogue first = Arguments.catalogue(name);
        if (threads != null) Arguments.threads(spec, threads);
        Manifest.Recorded recorded = first.recorded()
                .orElseThrow(
                        () -> new PointFileException(name + ": has no manifest, which says how far the scan went"));
        Path conf = Files.createTempFile("reproduce-", ".yaml");
        try {
            Files.writeString(conf, first.configuration(), StandardCharsets.UTF_8);
            int code = spec.root().commandLine().execute(scan(conf, recorded.evaluated()));
            if (code != Main.DONE) return code;
        } finally {
            Files.delete(conf);
        }
        Reproduction compared = Reproduction.of(first, Arguments.catalogue(out));
        spec.commandLine().getOut().println(CatalogueText.reproduced(compared));
        return compared.isSame() || !verify ? Main.DONE : Main.FAILED;
    }

    private String[] scan(Path conf, long evaluations) {
        List<String> words = new ArrayList<>(List.of("scan", conf.toString(), "--out", out, "--allow-empty"));
        words.addAll(List.of("--set", "stop={evaluations: " + evaluations + "}"));
        if (threads != null) words.addAll(List.of("--threads", threads.toString()));
        return words.toArray(String[]::new);
    }
}
