package thetascan.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Tables of docs/validation.md, each between {@code <!-- begin NAME -->} and {@code <!-- end NAME -->}. A test prints a table and the page must
 * have it; {@code -Dupdate.docs=true} writes it.
 */
public final class ValidationPage {

    private static final Path PAGE = Path.of("../docs/validation.md");

    private ValidationPage() {}

    /** @param table lines of Markdown, each ended */
    public static void check(String name, String table) throws IOException {
        String page = Files.readString(PAGE, StandardCharsets.UTF_8);
        String begin = "<!-- begin " + name + " -->\n";
        String end = "<!-- end " + name + " -->";
        int from = page.indexOf(begin) + begin.length();
        int to = page.indexOf(end);
        assertThat(from).as("docs/validation.md: place of the table '%s'", name).isBetween(begin.length(), to);
        if (Boolean.getBoolean("update.docs")) {
            Files.writeString(PAGE, page.substring(0, from) + table + page.substring(to), StandardCharsets.UTF_8);
        } else {
            assertThat(page.substring(from, to))
                    .as("docs/validation.md, table '%s': print it anew with -Dupdate.docs=true", name)
                    .isEqualTo(table);
        }
    }
}
