package thetascan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thetascan.contract.OptimiserContract;
import thetascan.contract.Telling;
import thetascan.optimiser.Optimiser;
import thetascan.optimiser.OptimiserKind;
import thetascan.optimiser.Optimisers;
import thetascan.option.Options;
import thetascan.random.RandomStream;

/** The optimiser of docs/own-models.md, compiled as a reader would and found as a service, keeps to the contract. */
class OwnOptimiserTest implements OptimiserContract {

    private static final Path PAGE = Path.of("..", "docs", "own-models.md");
    private static final int MOST_LINES = 60;

    @TempDir
    private static Path folder;

    private static URLClassLoader loader;
    private static ClassLoader before;
    private static String source;

    @BeforeAll
    static void compile() throws IOException {
        source = file("portal/HillClimber.java");
        Path java = Files.writeString(folder.resolve("HillClimber.java"), source);
        String service = "META-INF/services/thetascan.optimiser.OptimiserKind";
        Files.createDirectories(folder.resolve(service).getParent());
        Files.writeString(folder.resolve(service), file(service));
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        String[] arguments = {
            "-proc:none", "-cp", System.getProperty("java.class.path"), "-d", folder.toString(), java.toString()
        };
        int code = ToolProvider.getSystemJavaCompiler().run(null, messages, messages, arguments);
        assertThat(code).as(messages.toString(StandardCharsets.UTF_8)).isZero();
        before = Thread.currentThread().getContextClassLoader();
        loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, OwnOptimiserTest.class.getClassLoader());
        Thread.currentThread().setContextClassLoader(loader);
    }

    @AfterAll
    static void close() throws IOException {
        Thread.currentThread().setContextClassLoader(before);
        loader.close();
    }

    /** An indented block behind the name of a file and a colon. */
    private static String file(String name) throws IOException {
        Matcher block = Pattern.compile("`" + Pattern.quote(name) + "`[^`]*?:\\n\\n((?:    .*\\n|\\n(?=    ))+)")
                .matcher(Files.readString(PAGE));
        assertThat(block.find()).as(name).isTrue();
        return block.group(1).replaceAll("(?m)^    ", "");
    }

    @Override
    public OptimiserKind kind() {
        return Optimisers.named("hill-climber");
    }

    @Test
    void isShort() {
        assertThat(source.lines().count()).isLessThanOrEqualTo(MOST_LINES);
    }

    @Test
    void climbs() {
        Optimiser climber = kind().create(Options.defaults(kind().options()), 3, RandomStream.of(1), null);
        double best = Double.POSITIVE_INFINITY;
        for (int g = 0; g < 200; g++) {
            best = Math.min(best, Telling.advance(climber, u -> 1 + Math.abs(u[0] - 0.3) + Math.abs(u[1] - u[2])));
        }
        assertThat(best).isBetween(1.0, 1.02);
    }
}
