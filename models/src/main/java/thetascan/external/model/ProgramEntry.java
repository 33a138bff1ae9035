package thetascan.external.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import thetascan.external.Program;
import thetascan.formula.Keys;
import thetascan.formula.Tree;

/** An entry of a program in a model file: a command line, or command, interface, environment, files and limits. */
final class ProgramEntry {

    static final String KEY = "program";
    static final String CHAIN = "programs";
    static final String WORK = "work";
    private static final String MEMORY_LIMIT = "memory_limit";
    /** Keys that do not change what is computed. */
    static final List<String> FREE = List.of("hash", WORK, "time_limit", "start_limit", MEMORY_LIMIT);

    static final String HASH = "hash";
    private static final String COMMAND = "command";
    private static final Duration LEAST_TIME_LIMIT = Duration.ofMinutes(1);
    private static final int MOST_STAGES = 10;
    private static final int COSTS_BEFORE_TIME_IS_UP = 10;

    private final Keys keys;
    private final Path folder;
    private final Path whereFilesAre;
    private final Map<String, Path> files = new LinkedHashMap<>();

    private ProgramEntry(Keys keys, Path folder, Path whereFilesAre) {
        this.keys = keys;
        this.folder = folder;
        this.whereFilesAre = whereFilesAre;
    }

    /** An entry in full, however short it is written. */
    static Tree.Fields inFull(Keys section, String key) {
        Tree tree = section.tree(key);
        if (tree instanceof Tree.Fields fields) return fields;
        if (tree == null) throw section.error(key, "is missing: the command that starts it.");
        return new Tree.Fields(Map.of(COMMAND, tree), tree.place());
    }

    /**
     * @param entry  in full
     * @param path   keys that lead to it
     * @param name   of the program
     * @param cost   of a point, null if it is not told
     * @param folder where paths begin
     * @param files  the same of the files that it names
     * @param work   where work folders are made unless it says
     */
    static DescribedProgram read(
            Tree.Fields entry, String path, String name, @Nullable Duration cost, Path folder, Path files, Path work) {
        Keys keys = new Keys(entry, path);
        return new ProgramEntry(keys, folder, files).read(entry, name, cost, work);
    }

    private DescribedProgram read(Tree.Fields entry, String name, @Nullable Duration cost, Path otherwise) {
        Interface kind = Interface.read(keys);
        List<String> command = command(kind == Interface.JSON_LINES ? Set.of() : FilesEntry.names(keys));
        Map<String, String> environment = new LinkedHashMap<>();
        Keys variables = keys.below("environment");
        for (String variable : variables.names()) environment.put(variable, variables.text(variable));
        Map<String, Path> copies = copies();
        Duration limit =
                cost == null ? LEAST_TIME_LIMIT : max(LEAST_TIME_LIMIT, cost.multipliedBy(COSTS_BEFORE_TIME_IS_UP));
        Duration timeLimit = time(keys, "time_limit", limit);
        long memoryLimit = memoryLimit();
        Path work = keys.has(WORK) ? folder.resolve(keys.text(WORK)) : otherwise;
        String hash = keys.text(HASH, "");
        int stage = stage();
        boolean isExtended = keys.has("interface") || keys.has("input") || keys.has("read") || stage > 1;
        FileSpec files = null;
        Inputs inputs = null;
        List<DescribedProgram.Given> values = null;
        String version = "";
        Duration startLimit = LEAST_TIME_LIMIT;
        if (kind == Interface.JSON_LINES) {
            version = keys.text("version", "");
            startLimit = time(keys, "start_limit", LEAST_TIME_LIMIT);
            if (keys.has("input")) inputs = FilesEntry.inputsOfLines(keys);
            if (keys.has("read")) values = FilesEntry.valuesOfLines(keys);
        } else {
            FilesEntry reader = new FilesEntry(keys, kind, whereFilesAre, !hash.isEmpty(), this.files);
            files = reader.read(command);
            inputs = reader.inputs();
            values = reader.values();
        }
        keys.refuseOthers();
        if (hash.isEmpty()) hash = hash();
        ProgramSpec spec = new ProgramSpec(
                name,
                command,
                environment,
                copies,
                this.files,
                hash,
                version,
                timeLimit,
                startLimit,
                memoryLimit,
                work);
        return new DescribedProgram(
                entry.with(HASH, new Tree.Text(hash, true, "resolved")),
                spec,
                files,
                stage,
                inputs,
                values,
                isExtended);
    }

    private long memoryLimit() {
        if (!keys.has(MEMORY_LIMIT)) return 0;
        if (!Program.canLimitMemory()) {
            throw keys.error(MEMORY_LIMIT, "this system keeps no program to a limit of its memory; Linux does.");
        }
        return SizeText.parse(keys, MEMORY_LIMIT);
    }

    private int stage() {
        double stage = keys.has("stage") ? keys.number("stage") : 1;
        if (stage < 1 || stage > MOST_STAGES || stage != Math.rint(stage)) {
            throw keys.error("stage", "needs a whole number from 1 to " + MOST_STAGES + ".");
        }
        return (int) stage;
    }

    /** A folder of this user for temporary files. */
    static Path defaultWork() {
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

    /**
     * Words that are files of the folder become whole paths; the program itself only if it is written as a path.
     *
     * @param own names of files in the work folder, which stay as they are
     */
    private List<String> command(Set<String> own) {
        List<String> command = new ArrayList<>();
        for (String word : words()) {
            Path file = whereFilesAre.resolve(word);
            boolean mayBeFile = (!command.isEmpty() || word.contains("/")) && !own.contains(word);
            boolean isFile = mayBeFile && Files.isRegularFile(file);
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
            Path file = whereFilesAre.resolve(name);
            boolean known = keys.has(HASH); // then where the program runs is where files must be
            if (!known && !Files.isRegularFile(file)) throw keys.error("files", "no file " + file + ".");
            files.put(name, file);
            boolean isElsewhere =
                    Path.of(name).isAbsolute() || Path.of(name).normalize().startsWith("..");
            copies.put(isElsewhere ? file.getFileName().toString() : name, file);
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
