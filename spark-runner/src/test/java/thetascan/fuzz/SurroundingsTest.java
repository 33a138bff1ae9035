package thetascan.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a scan leaves does not depend on language, clock, terminal, encoding or names of files. */
@Tag("slow")
class SurroundingsTest {

    /** Dotless i, other digits, decimal commas, another calendar, names from right to left. */
    private static final List<String> LANGUAGES = List.of(
            "tr-TR", "ar-EG", "fa-IR", "de-DE", "hi-IN-u-nu-deva", "th-TH-u-ca-buddhist-nu-thai", "he-IL", "en-US");

    private static final List<String> ZONES =
            List.of("UTC", "Asia/Kolkata", "Pacific/Apia", "America/St_Johns", "Europe/Zurich");

    private static final List<String> NAMES = List.of(
            "two words",
            "Grüße θ",
            "100%",
            "%20",
            "a#b?c&d=e",
            "quote\"s and apostrophe's",
            "a:b",
            "-x",
            "--fresh",
            "[1] {2} (3)",
            "$HOME ~ `id` *",
            "back\\slash",
            "dots...",
            " blank ",
            "a,b;c",
            "@file",
            "null",
            "12e3",
            "日本 🌍");

    private static final Locale LANGUAGE = Locale.getDefault();
    private static final TimeZone ZONE = TimeZone.getDefault();

    @TempDir
    private static Path plainFolder;

    @TempDir
    private Path folder;

    private static Map<String, Object> plain = Map.of();

    @BeforeAll
    static void runInPlainSurroundings() throws IOException {
        plain = new ScanElsewhere(plainFolder, "plain").here();
        assertThat((List<?>) plain.get("points")).hasSizeGreaterThan(20);
    }

    @AfterEach
    void goHome() {
        Locale.setDefault(LANGUAGE);
        TimeZone.setDefault(ZONE);
    }

    static List<String> languages() {
        return LANGUAGES;
    }

    static List<String> names() {
        return NAMES;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void anyLanguageAndClock(String language) throws IOException {
        Locale.setDefault(Locale.forLanguageTag(language));
        TimeZone.setDefault(TimeZone.getTimeZone(ZONES.get(LANGUAGES.indexOf(language) % ZONES.size())));
        assertSame(new ScanElsewhere(folder, "elsewhere").here());
    }

    @ParameterizedTest
    @MethodSource("names")
    void anyName(String name) throws IOException {
        assertSame(new ScanElsewhere(folder.resolve(name), name).here());
    }

    /** The environment of a cron job: no language, no terminal; text in the scan file is UTF-8 all the same. */
    @Test
    void noLanguageAtAll() throws IOException, InterruptedException {
        Map<String, String> environment = Map.of("LC_ALL", "POSIX", "TERM", "dumb", "COLUMNS", "7", "TZ", "Asia/Tokyo");
        List<String> options = List.of("-Dfile.encoding=US-ASCII", "-Duser.language=tr", "-Duser.country=TR");
        assertSameFolder(new ScanElsewhere(folder.resolve("cron job"), "a b").inAnotherJvm(environment, options));
    }

    @Test
    void anotherWorkingDirectoryWithAnyName() throws IOException, InterruptedException {
        // nothing to start, not even chmod
        Map<String, String> environment = Map.of("LC_ALL", "C.UTF-8", "COLUMNS", "0", "PATH", "/nowhere");
        List<String> options = List.of("-Dfile.encoding=ISO-8859-1", "-Duser.language=ar", "-Duser.country=EG");
        Path odd = folder.resolve("Grüße θ").resolve("100% #1");
        assertSameFolder(new ScanElsewhere(odd, "-x y").inAnotherJvm(environment, options));
    }

    /** All of it at once, at random. */
    @Tag("statistical")
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
    void anything(int seed) throws IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(seed);
        Locale.setDefault(Locale.forLanguageTag(pick(LANGUAGES, random)));
        TimeZone.setDefault(TimeZone.getTimeZone(pick(ZONES, random)));
        Path deep = folder.resolve(pick(NAMES, random)).resolve(pick(NAMES, random));
        assertSame(new ScanElsewhere(deep, pick(NAMES, random)).here());

        Map<String, String> environment = Map.of(
                "LC_ALL", "C.UTF-8",
                "TERM", pick(List.of("dumb", "xterm", "", "vt100"), random),
                "COLUMNS", pick(List.of("", "1", "-5", "99999", "x"), random),
                "TZ", pick(ZONES, random));
        String encoding = pick(List.of("UTF-8", "ISO-8859-1", "US-ASCII", "Shift_JIS", "UTF-16"), random);
        List<String> options = List.of(
                "-Dfile.encoding=" + encoding, "-Duser.language=" + pick(List.of("tr", "ar", "hi", "de"), random));
        Path other = folder.resolve("other").resolve(pick(NAMES, random));
        assertSameFolder(new ScanElsewhere(other, pick(NAMES, random)).inAnotherJvm(environment, options));
    }

    private static String pick(List<String> values, SplittableRandom random) {
        return values.get(random.nextInt(values.size()));
    }

    private static void assertSame(Map<String, Object> left) {
        assertThat(left.keySet()).isEqualTo(plain.keySet());
        left.forEach((what, value) -> assertThat(value).as(what).isEqualTo(plain.get(what)));
    }

    private static void assertSameFolder(Map<String, Object> left) {
        assertThat(left).containsKeys("points", "findings", "scan.yaml", "families");
        left.forEach((what, value) -> assertThat(value).as(what).isEqualTo(plain.get(what)));
    }
}
