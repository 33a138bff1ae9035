package thetascan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What people and programs get wrong, and what happens to files: every input of {@code bad-inputs.txt} is refused by a sentence
 * that says what is wrong, with the exit code for that, and nothing is written or changed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class BadInputsTest {

    /** Where good inputs are, and a catalogue. */
    @TempDir
    private static Path good;

    @TempDir
    private static Path bad;

    private int cases;

    @BeforeAll
    void goodInputs() throws IOException {
        Files.writeString(good.resolve("scan.yaml"), "model: toy\nstop: {evaluations: 300}\nsearch: {islands: 2}\n");
        Files.writeString(good.resolve("endless.yaml"), "model: toy");
        Files.writeString(good.resolve("points.csv"), "x,y\n0.35,0.01\n");
        StringWriter err = new StringWriter();
        int code = run(err, List.of("scan", good + "/scan.yaml", "--out", good + "/cat"));
        assertThat(code).as(err.toString()).isZero();
    }

    /**
     * One wrong input.
     *
     * @param arguments FILE.ext = a file that holds the text, HERE = its folder, CAT = a catalogue to which the text does
     *                  something, GOOD = where good inputs are, NEW = what does not exist yet; * = the text itself
     * @param text      in which {n*x} is x, n times
     * @param code      exit code
     * @param message   part of what is said; BYTES = length of the points file of the catalogue, HALF = half of it: its footer
     *                  names the machine
     */
    record Bad(String arguments, String text, int code, String message) {

        @Override
        public String toString() {
            String shown = (arguments + " " + text.replace('\n', ' ')).replace('\0', ' ');
            return shown.substring(0, Math.min(120, shown.length()));
        }
    }

    private static final Pattern CASE = Pattern.compile("=(\\d?)> (.*)");

    static List<Bad> inputs() throws IOException {
        List<Bad> inputs = new ArrayList<>();
        String arguments = "";
        StringBuilder text = new StringBuilder();
        for (String line : table().split("\n")) {
            Matcher end = CASE.matcher(line);
            if (line.startsWith("## ")) {
                arguments = line.substring(3);
                text.setLength(0);
            } else if (end.matches()) {
                int code = end.group(1).isEmpty() ? Main.WRONG : Integer.parseInt(end.group(1));
                inputs.add(new Bad(arguments, text.toString(), code, end.group(2)));
                text.setLength(0);
            } else {
                text.append(line).append('\n');
            }
        }
        return inputs;
    }

    private static String table() throws IOException {
        try (InputStream in = Objects.requireNonNull(BadInputsTest.class.getResourceAsStream("bad-inputs.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void thereAreManyOfThem() throws IOException {
        assertThat(inputs()).hasSizeGreaterThan(300).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("inputs")
    @Timeout(value = 600, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void isRefusedInASentenceAndNothingIsWritten(Bad input) throws IOException {
        Path here = Files.createDirectory(bad.resolve("case" + cases++));
        List<String> arguments = arguments(input, here);
        List<String> before = files(here);
        StringWriter err = new StringWriter();
        int code = run(err, arguments);
        String said = err.toString();
        long bytes = Files.size(good.resolve("cat/points/commit=000000/points.parquet"));
        assertThat(said)
                .contains(input.message()
                        .replace("HERE", here.toString())
                        .replace("GOOD", good.toString())
                        .replace("BYTES", Long.toString(bytes))
                        .replace("HALF", Long.toString(bytes / 2)));
        assertThat(said).doesNotContain("Exception", "\tat ", "java.", "fasterxml", "REDACTED");
        assertThat(code).as(said).isEqualTo(input.code());
        assertThat(files(here)).isEqualTo(before);
    }

    private static List<String> arguments(Bad input, Path here) throws IOException {
        String text = repeated(input.text());
        List<String> arguments = new ArrayList<>();
        for (String word : input.arguments().split(" ")) {
            if (word.startsWith("FILE.")) {
                Files.writeString(here.resolve(word), text);
            } else if (word.equals("CAT")) {
                damage(copy(good.resolve("cat"), here.resolve("cat")), text);
            }
            if (word.equals("*")) {
                Stream.of(text.strip().split(" ")).filter(w -> !w.isEmpty()).forEach(arguments::add);
            } else if (!word.equals("FILE.json")) { // in the folder of limits
                arguments.add(word.replace("*", text.strip()));
            }
        }
        arguments.replaceAll(word -> named(word, here));
        return arguments;
    }

    private static String named(String word, Path here) {
        return word.replace("FILE.", here + "/FILE.")
                .replace("HERE", here.toString())
                .replace("GOOD", good.toString())
                .replaceFirst("^(NEW|nowhere)", here + "/$1")
                .replaceFirst("^CAT$", here + "/cat");
    }

    private static final Pattern REPEATED = Pattern.compile("\\{(\\d+)\\*(.+?)\\}", Pattern.DOTALL);

    private static String repeated(String text) {
        return REPEATED.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(match.group(2).repeat(Integer.parseInt(match.group(1)))));
    }

    private static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.toList()) Files.copy(file, to.resolve(from.relativize(file)));
        }
        return to;
    }

    /** A line each: what is done, and the file or folder it is done to. */
    private static void damage(Path catalogue, String orders) throws IOException {
        for (String order : orders.lines().toList()) {
            Path file = catalogue.resolve(order.substring(order.indexOf(' ') + 1));
            switch (order.substring(0, order.indexOf(' '))) {
                case "delete" -> delete(file);
                case "empty" -> {
                    Files.createDirectories(file.getParent());
                    Files.write(file, new byte[0]);
                }
                case "cut" -> {
                    byte[] bytes = Files.readAllBytes(file);
                    int half = bytes.length / 2;
                    // where a line ends, for YAML to be read: it names a folder whose name is as long as it is
                    while (order.endsWith(".yaml") && bytes[half - 1] != '\n') half--;
                    Files.write(file, Arrays.copyOf(bytes, half));
                }
                case "flip" -> {
                    byte[] bytes = Files.readAllBytes(file);
                    bytes[300] ^= 0x55; // in the first column of a points file
                    Files.write(file, bytes);
                }
                default -> throw new IllegalArgumentException(order);
            }
        }
    }

    private static void delete(Path file) throws IOException {
        try (Stream<Path> all = Files.walk(file)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(each);
        }
    }

    private static int run(StringWriter err, List<String> arguments) {
        PrintWriter printed = new PrintWriter(err, true);
        return Main.run(printed, printed, arguments.toArray(String[]::new));
    }

    /** Names, lengths and times of all files that the command knows of. */
    private static List<String> files(Path here) throws IOException {
        List<String> files = new ArrayList<>();
        for (Path root : List.of(good, here)) {
            try (Stream<Path> all = Files.walk(root)) {
                for (Path file : all.sorted().toList()) {
                    files.add(file + " "
                            + (Files.isDirectory(file)
                                    ? ""
                                    : Files.size(file) + " " + Files.getLastModifiedTime(file)));
                }
            }
        }
        return files;
    }
}
