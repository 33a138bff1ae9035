package thetascan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;

/** Files of docs/own-models.md, compiled as a reader would and found as services of this thread while it is open. */
final class WorkedExample implements AutoCloseable {

    private static final Path PAGE = Path.of("..", "docs", "own-models.md");

    private final ClassLoader before = Thread.currentThread().getContextClassLoader();
    private final URLClassLoader loader;

    /**
     * @param folder where to write them
     * @param names  of the files
     */
    WorkedExample(Path folder, String... names) throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of("-proc:none", "-cp", System.getProperty("java.class.path"), "-d", "" + folder));
        for (String name : names) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text(name));
            if (name.endsWith(".java")) {
                arguments.add(file.toString());
            }
        }
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        int code = ToolProvider.getSystemJavaCompiler().run(null, messages, messages, arguments.toArray(new String[0]));
        assertThat(code).as(messages.toString(StandardCharsets.UTF_8)).isZero();
        loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, WorkedExample.class.getClassLoader());
        Thread.currentThread().setContextClassLoader(loader);
    }

    /** An indented block behind the name of a file and a colon. */
    static String text(String name) throws IOException {
        Matcher block = Pattern.compile("`" + Pattern.quote(name) + "`[^`]*?:\\n\\n((?:    .*\\n|\\n(?=    ))+)")
                .matcher(Files.readString(PAGE));
        assertThat(block.find()).as(name).isTrue();
        return block.group(1).replaceAll("(?m)^    ", "");
    }

    @Override
    public void close() throws IOException {
        Thread.currentThread().setContextClassLoader(before);
        loader.close();
    }
}
