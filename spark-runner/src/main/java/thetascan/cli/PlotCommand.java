package thetascan.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import thetascan.catalogue.Catalogue;
import thetascan.config.ScanConfig;
import thetascan.extension.Extensions;
import thetascan.report.Figure;

/** One figure of a catalogue. */
@Command(
        name = "plot",
        description = "Draw valid points for a paper, with bounds; data and script are written beside the figure.",
        mixinStandardHelpOptions = true)
final class PlotCommand implements Callable<Integer> {

    private static final List<String> ENDINGS = List.of(".pdf", ".svg", ".png", ".py");

    @Parameters(paramLabel = "CATALOGUE", description = "Folder of a scan.")
    private String name = "";

    @Option(
            names = "-x",
            required = true,
            paramLabel = "WHAT",
            description = "What runs to the right: a parameter, an observable, or an expression such as 'm_A1 - m_h1'.")
    private String x = "";

    @Option(names = "-y", required = true, paramLabel = "WHAT", description = "What runs upwards, likewise.")
    private String y = "";

    @Option(
            names = {"-c", "--colour"},
            paramLabel = "WHAT",
            description = "What colours stand for, likewise; or family.")
    private @Nullable String colour;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "The figure, .pdf, .svg or .png; .py writes data and script alone (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("figure.pdf");

    @Option(
            names = "--bounds",
            paramLabel = "NAME",
            split = ",",
            description = "Constraints to draw, or measured limit curves such as LZ_2022"
                    + " (default: the applied constraints on what is drawn).")
    private List<String> bounds = new ArrayList<>();

    @Option(
            names = "--python",
            paramLabel = "PROGRAM",
            description = "Python with matplotlib, which draws (default: ${DEFAULT-VALUE}).")
    private String python = "python3";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        if (ENDINGS.stream().noneMatch(out.toString()::endsWith)) {
            throw new ParameterException(
                    spec.commandLine(), "--out " + out + ": must end with " + String.join(", ", ENDINGS));
        }
        Arguments.writable(spec, "--out", out);
        Catalogue catalogue = Arguments.catalogue(name);
        String yaml = catalogue.configuration();
        try (Extensions ignored = ScanConfig.openJars(yaml, catalogue.configurationLocation())) {
            ScanConfig config = ScanConfig.parse(yaml, catalogue.configurationLocation());
            Figure figure = new Figure(catalogue, config, x, y, Optional.ofNullable(colour));
            Path script = figure.write(out, bounds, command());
            if (!out.toString().endsWith(".py")) Figure.draw(python, script, out);
            spec.commandLine().getErr().println(out + ": " + figure.summary());
        }
        return Main.DONE;
    }

    /** As it was typed, for who finds the script. */
    private String command() {
        StringBuilder text = new StringBuilder("thetascan");
        for (String word : spec.commandLine().getParseResult().originalArgs()) {
            text.append(' ').append(word.matches("[\\w./:,=+-]+") ? word : "'" + word + "'");
        }
        return text.toString();
    }
}
