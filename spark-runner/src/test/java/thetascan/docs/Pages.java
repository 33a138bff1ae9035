package thetascan.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What README and {@code docs/} show to be typed: commands and pieces of scan files. */
public final class Pages {

    public static final Path ROOT = Path.of("..");

    private static final Pattern COMMAND = Pattern.compile("^ +(?:\\$ )?\\./thetascan (.*)$");
    private static final Pattern SPAN = Pattern.compile("`([^`]+)`");
    private static final Pattern COMMENT = Pattern.compile("\\s+# .*$");
    private static final Pattern OPTIONAL = Pattern.compile(" \\[(--[^\\[\\]]*(?:\\[[^\\[\\]]*][^\\[\\]]*)*)]");
    private static final Pattern YAML = Pattern.compile(
            "^    ((?:scan|seed|model|derived|parameters|constraints|search|stop|run|output|families):(?: \\{.*)?)$");

    private Pages() {}

    /** Something shown, and where. */
    public record Shown(String page, int line, String text) {
        @Override
        public String toString() {
            return page + ":" + line + " " + text;
        }
    }

    static List<Path> all() {
        try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
            return Stream.concat(
                            Stream.of(ROOT.resolve("README.md")),
                            docs.filter(page -> page.toString().endsWith(".md")).sorted())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Commands, without {@code ./thetascan}; those with optional parts once without and once with them. */
    public static List<Shown> commands() {
        List<Shown> commands = new ArrayList<>();
        for (Path page : all()) {
            List<String> lines = lines(page);
            for (int i = 0; i < lines.size(); i++) {
                Matcher command = COMMAND.matcher(lines.get(i));
                if (!command.matches()) continue;
                StringBuilder text = new StringBuilder(command.group(1));
                for (int next = i + 1; text.charAt(text.length() - 1) == '\\'; next++) {
                    text.setLength(text.length() - 1);
                    text.append(lines.get(next).strip());
                }
                String whole = COMMENT.matcher(text)
                        .replaceFirst("")
                        .replace(" [...]", "")
                        .strip();
                Shown without =
                        new Shown(name(page), i + 1, OPTIONAL.matcher(whole).replaceAll(""));
                commands.add(without);
                if (!without.text().equals(whole)) {
                    commands.add(
                            new Shown(name(page), i + 1, OPTIONAL.matcher(whole).replaceAll(" $1")));
                }
            }
        }
        return commands;
    }

    /** Blocks of scan files. */
    public static List<Shown> blocks() {
        List<Shown> blocks = new ArrayList<>();
        for (Path page : all()) {
            List<String> lines = lines(page);
            for (int i = 0; i < lines.size(); i++) {
                if (!YAML.matcher(lines.get(i)).matches()) continue;
                StringBuilder block = new StringBuilder();
                int from = i;
                while (i < lines.size() && lines.get(i).startsWith("    ")) {
                    block.append(lines.get(i++).substring(4)).append('\n');
                }
                blocks.add(new Shown(name(page), from + 1, block.toString()));
            }
        }
        return blocks;
    }

    /** Code within the running text that begins in a certain way. */
    public static List<Shown> spans(Pattern begin) {
        List<Shown> spans = new ArrayList<>();
        for (Path page : all()) {
            List<String> lines = lines(page);
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).startsWith("    ")) continue;
                Matcher span = SPAN.matcher(lines.get(i));
                while (span.find()) {
                    if (begin.matcher(span.group(1)).lookingAt()) {
                        spans.add(new Shown(name(page), i + 1, span.group(1)));
                    }
                }
            }
        }
        return spans;
    }

    private static String name(Path page) {
        return ROOT.relativize(page).toString();
    }

    private static List<String> lines(Path page) {
        try {
            return Files.readAllLines(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words of a command as a shell splits them: quotes keep blanks together. */
    public static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        Matcher word = Pattern.compile("(?:[^\\s\"']|\"[^\"]*\"|'[^']*')+").matcher(command);
        while (word.find()) words.add(word.group().replaceAll("[\"']", ""));
        return words;
    }
}
