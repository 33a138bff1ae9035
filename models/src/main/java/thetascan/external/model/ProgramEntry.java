package thetascan.external.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import thetascan.formula.Keys;
import thetascan.formula.Tree;

/** The entry {@code program} of a model file: a command line, or command, environment, files and limits. */
final class ProgramEntry {

    static final String KEY = "program";
    static final String HASH = "hash";
    private static final String COMMAND = "command";
    private static final Duration LEAST_TIME_LIMIT = Duration.ofMinutes(1);
    private static final int COSTS_BEFORE_TIME_IS_UP = 10;

    private final Keys keys;
    private final Path folder;
    private final Map<String, Path> files = new LinkedHashMap<>();

    private ProgramEntry(Keys keys, Path folder) {
        this.keys = keys;
        this.folder = folder;
    }

    /** The entry in full, however short it is written. */
    static Tree.Fields inFull(Keys root) {
        Tree tree = root.tree(KEY);
        if (tree instanceof Tree.Fields fields) return fields;
        if (tree == null) throw root.error(KEY, "is missing: the command that starts it.");
        return new Tree.Fields(Map.of(COMMAND, tree), tree.place());
    }

    /**
     * @param model  name of the model
     * @param cost   of a point, null if it is not told
     * @param folder where the files are that it names
     */
    static ProgramSpec read(Keys keys, String model, @Nullable Duration cost, Path folder) {
        return new ProgramEntry(keys, folder).read(model, cost);
    }

    private ProgramSpec read(String model, @Nullable Duration cost) {
        List<String> command = command();
        Map<String, String> environment = new LinkedHashMap<>();
        Keys variables = keys.below("environment");
        for (String variable : variables.names()) environment.put(variable, variables.text(variable));
        Map<String, Path> copies = copies();
        String version = keys.text("version", "");
        Duration limit =
                cost == null ? LEAST_TIME_LIMIT : max(LEAST_TIME_LIMIT, cost.multipliedBy(COSTS_BEFORE_TIME_IS_UP));
        Duration timeLimit = time(keys, "time_limit", limit);
        Duration startLimit = time(keys, "start_limit", LEAST_TIME_LIMIT);
        Path work = keys.has("work") ? folder.resolve(keys.text("work")) : defaultWork();
        String hash = keys.text(HASH, "");
        keys.refuseOthers();
        if (hash.isEmpty()) hash = hash();
        return new ProgramSpec(model, command, environment, copies, files, hash, version, timeLimit, startLimit, work);
    }

    private static Path defaultWork() {
        return Path.of(System.getProperty("java.io.tmpdir"), "thetascan-" + System.getProperty("user.name"));
    }

    private static Duration max(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    /** A length of time; another if it is absent. */
    static Duration time(Keys keys, String key, Duration otherwise) {
        if (!keys.has(key)) return otherwise;
        try {
            return TimeText.parse(keys.text(key));
        } catch (IllegalArgumentException e) {
            throw keys.error(key, String.valueOf(e.getMessage()));
        }
    }

    /** Words that are files of the folder become whole paths; the program itself only if it is written as a path. */
    private List<String> command() {
        List<String> command = new ArrayList<>();
        for (String word : words()) {
            Path file = folder.resolve(word);
            boolean isFile = (!command.isEmpty() || word.contains("/")) && Files.isRegularFile(file);
            if (isFile) files.put(word, file);
            command.add(isFile ? file.toString() : word);
        }
        return command;
    }

    private List<String> words() {
        List<String> words = keys.tree(COMMAND) instanceof Tree.Text text
                ? List.of(text.text().strip().split("\\s+"))
                : keys.texts(COMMAND);
        if (words.isEmpty() || words.get(0).isEmpty())
            throw keys.error(COMMAND, "is missing: the program and its arguments.");
        return words;
    }

    private Map<String, Path> copies() {
        Map<String, Path> copies = new LinkedHashMap<>();
        for (String name : keys.texts("files")) {
            Path file = folder.resolve(name);
            boolean known = keys.has(HASH); // then where the program runs is where files must be
            if (!known && !Files.isRegularFile(file)) throw keys.error("files", "no file " + file + ".");
            files.put(name, file);
            copies.put(Path.of(name).isAbsolute() ? file.getFileName().toString() : name, file);
        }
        return copies;
    }

    private String hash() {
        try {
            return Fingerprint.of(files);
        } catch (IOException e) {
            throw keys.error(COMMAND, "file " + e.getMessage() + " cannot be read.");
        }
    }
}
