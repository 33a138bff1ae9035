package thetascan.extension;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files that {@code docs/own-models.md} shows, as a reader would copy them. */
public final class OwnModelsPage {

    private static final Path PAGE = Path.of("..", "docs", "own-models.md");
    /** A name in code quotes, a line that ends with a colon, an indented block. */
    private static final Pattern FILE =
            Pattern.compile("`((?:portal|META-INF)[/.][\\w./-]+)`[^`]*?:\\n\\n((?:    .*\\n|\\n(?=    ))+)");

    private OwnModelsPage() {}

    /** Text of each file by its name. */
    public static Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        Matcher file = FILE.matcher(text());
        while (file.find()) files.put(file.group(1), file.group(2).replaceAll("(?m)^    ", ""));
        return files;
    }

    /** All of it compiled into a jar. */
    public static Path jar(Path folder) {
        return JarBuilder.build(folder.resolve("portal.jar"), files());
    }

    private static String text() {
        try {
            return Files.readString(PAGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
