package thetascan.external.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import thetascan.external.file.HandedFile;
import thetascan.external.file.InputFile;
import thetascan.external.file.OutputFile;
import thetascan.external.file.SlhaInput;
import thetascan.external.file.SlhaLocation;
import thetascan.external.file.SlhaOutput;
import thetascan.external.file.TableInput;
import thetascan.external.file.TableOutput;
import thetascan.external.file.TextInput;
import thetascan.external.file.TextOutput;
import thetascan.external.file.TextPattern;
import thetascan.external.file.UnreadFile;
import thetascan.external.file.Wanted;
import thetascan.external.model.DescribedProgram.Given;
import thetascan.formula.Keys;
import thetascan.formula.Tree;
import thetascan.formula.syntax.FormulaException;
import thetascan.quantity.Missing;
import thetascan.slha.SlhaDocument;
import thetascan.slha.SlhaException;
import thetascan.slha.SlhaLimits;
import thetascan.slha.SlhaTemplate;

/** What a program's entry says of files: {@code input}, {@code output}, {@code read}. */
final class FilesEntry {

    private static final String INPUT = "input";
    private static final String OUTPUT = "output";
    private static final String READ = "read";
    private static final String HEADER = "header";
    private static final String TEMPLATE = "template";
    private static final int DEFAULT_BATCH = 1000;

    private final Keys keys;
    private final Interface kind;
    private final Path folder;
    private final boolean mayBeElsewhere;
    private final Map<String, Path> files;

    private final Inputs inputs = new Inputs();
    private final List<Given> values = new ArrayList<>();

    /**
     * @param mayBeElsewhere true if the files need not be on this machine
     * @param files          receives the files that are named, by their names
     */
    FilesEntry(Keys keys, Interface kind, Path folder, boolean mayBeElsewhere, Map<String, Path> files) {
        this.keys = keys;
        this.kind = kind;
        this.folder = folder;
        this.mayBeElsewhere = mayBeElsewhere;
        this.files = files;
    }

    /** What files are called in the work folder. */
    static Set<String> names(Keys keys) {
        Set<String> names = new TreeSet<>(keys.below(INPUT).names());
        names.add(
                keys.tree(OUTPUT) instanceof Tree.Fields ? keys.below(OUTPUT).text("file", "") : keys.text(OUTPUT, ""));
        return names;
    }

    Inputs inputs() {
        return inputs;
    }

    List<Given> values() {
        return values;
    }

    FileSpec read(List<String> command) {
        List<TextPattern> words = new ArrayList<>();
        for (String word : command) words.add(pattern(word, keys, "command"));
        List<InputFile> all = new ArrayList<>();
        Keys section = keys.below(INPUT);
        for (String name : section.names()) all.add(input(section, name));
        OutputFile output = output();
        int batch = kind == Interface.TABLE ? batch() : 1;
        return new FileSpec(words, all, output, batch);
    }

    private int batch() {
        double batch = keys.has("batch") ? keys.number("batch") : DEFAULT_BATCH;
        if (batch < 1 || batch != Math.rint(batch) || batch > 1e6) {
            throw keys.error("batch", "needs a whole number from 1 to 1000000.");
        }
        return (int) batch;
    }

    private TextPattern pattern(String text, Keys where, String key) {
        try {
            TextPattern pattern = TextPattern.parse(text);
            for (String formula : pattern.formulas()) inputs.add(formula, formula, where.where(key));
            return pattern;
        } catch (FormulaException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw where.error(key, String.valueOf(e.getMessage()));
        }
    }

    private static void requireInWorkFolder(Keys where, String key, String file) {
        if (Path.of(file).isAbsolute() || Path.of(file).normalize().startsWith("..") || file.isBlank()) {
            throw where.error(key, "a file is named as it is called in the work folder of the program.");
        }
    }

    // ---- what it reads

    private InputFile input(Keys section, String name) {
        requireInWorkFolder(section, name, name);
        if (section.tree(name) instanceof Tree.Fields) {
            Keys file = section.below(name);
            InputFile input = file.has("file") ? handed(file, name) : ofKind(file, name);
            file.refuseOthers();
            return input;
        }
        if (kind == Interface.TABLE) {
            int first = inputs.size();
            List<String> columns = section.texts(name);
            for (String column : columns) inputs.add(column, column, section.where(name));
            return new TableInput(name, columns, false, first);
        }
        throw section.error(name, "needs keys below it, such as template.");
    }

    private InputFile ofKind(Keys file, String name) {
        return switch (kind) {
            case SLHA -> slha(file, name);
            case TABLE -> table(file, name);
            default -> text(file, name);
        };
    }

    private static HandedFile handed(Keys file, String name) {
        String[] parts = file.text("file").split("/", 2);
        if (parts.length < 2 || Path.of(parts[1]).normalize().startsWith("..")) {
            throw file.error("file", "needs an earlier program and its file, such as spheno/SPheno.spc.");
        }
        return new HandedFile(name, parts[0], parts[1]);
    }

    private TableInput table(Keys file, String name) {
        int first = inputs.size();
        List<String> columns = new ArrayList<>();
        if (file.tree("columns") instanceof Tree.Fields) {
            Keys section = file.below("columns");
            for (String column : section.names()) {
                columns.add(column);
                inputs.add(column, section.text(column), section.where(column));
            }
        } else {
            columns.addAll(file.texts("columns"));
            for (String column : columns) inputs.add(column, column, file.where("columns"));
        }
        if (columns.isEmpty()) throw file.error("columns", "is missing: what stands in the table.");
        return new TableInput(name, columns, file.flag(HEADER), first);
    }

    private InputFile text(Keys file, String name) {
        int first = inputs.size();
        if (file.has("text")) return new TextInput(name, pattern(file.text("text"), file, "text"), first);
        byte[] content = template(file);
        if (content == null) return new UnreadFile(name, "its template is not on this machine");
        return new TextInput(name, pattern(new String(content, StandardCharsets.UTF_8), file, TEMPLATE), first);
    }

    private InputFile slha(Keys file, String name) {
        int first = inputs.size();
        List<SlhaTemplate.Slot> slots = slots(file.below("set"));
        Keys more = file.below("add");
        List<SlhaTemplate.Slot> added = slots(more);
        List<SlhaInput.Added> entries = new ArrayList<>();
        int next = first + slots.size();
        for (SlhaTemplate.Slot slot : added) {
            String text = inputs.all().get(next++).text();
            entries.add(new SlhaInput.Added(slot, text.matches("[-+]?[0-9]{1,9}")));
        }
        byte[] content = file.has(TEMPLATE) ? template(file) : new byte[0];
        if (content == null) return new UnreadFile(name, "its template is not on this machine");
        String source = file.text(TEMPLATE, name);
        try {
            SlhaDocument document = SlhaDocument.of(content, source, SlhaLimits.DEFAULT);
            SlhaInput input = new SlhaInput(name, new SlhaTemplate(document, slots), entries, first);
            input.check();
            return input;
        } catch (SlhaException e) {
            throw file.error("set", e.getMessage() + ". What the template does not have goes under 'add'.");
        }
    }

    private List<SlhaTemplate.Slot> slots(Keys section) {
        List<SlhaTemplate.Slot> slots = new ArrayList<>();
        for (String place : section.names()) {
            try {
                slots.add(SlhaLocation.slot(place));
            } catch (IllegalArgumentException e) {
                throw section.error(place, String.valueOf(e.getMessage()));
            }
            inputs.add(place, section.text(place), section.where(place));
        }
        return slots;
    }

    /** What is in a template; null if it is not here and need not be. */
    private byte @Nullable [] template(Keys file) {
        String name = file.text(TEMPLATE);
        Path path = folder.resolve(name);
        files.put(name, path);
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            if (mayBeElsewhere) return null;
            throw file.error(TEMPLATE, "no file " + path + " that can be read.");
        }
    }

    // ---- what it writes

    private OutputFile output() {
        boolean hasKeys = keys.tree(OUTPUT) instanceof Tree.Fields;
        Keys section = hasKeys ? keys.below(OUTPUT) : keys;
        String name = hasKeys ? section.text("file", "") : keys.text(OUTPUT, "");
        boolean header = hasKeys && kind == Interface.TABLE && section.flag(HEADER);
        if (hasKeys) section.refuseOthers();
        if (name.isEmpty() && kind != Interface.TEXT) {
            throw keys.error(OUTPUT, "is missing: the file that the program writes.");
        }
        if (!name.isEmpty()) requireInWorkFolder(section, hasKeys ? "file" : OUTPUT, name);
        if (!keys.has(READ)) throw keys.error(READ, "is missing: the values that are read, by their names.");
        return switch (kind) {
            case SLHA -> {
                List<SlhaOutput.Place> places = new ArrayList<>();
                Keys read = keys.below(READ);
                for (String value : read.names()) places.add(slhaPlace(read, value));
                yield new SlhaOutput(name, places, allowsWarnings());
            }
            case TABLE -> new TableOutput(name, columns(header), header);
            default -> {
                List<TextOutput.Place> places = new ArrayList<>();
                Keys read = keys.below(READ);
                for (String value : read.names()) places.add(textPlace(read, value));
                yield new TextOutput(name, places);
            }
        };
    }

    private boolean allowsWarnings() {
        String warnings = keys.text("warnings", "fail");
        if (!warnings.equals("fail") && !warnings.equals("allow")) {
            throw keys.error("warnings", "'" + warnings + "' is neither fail nor allow.");
        }
        return warnings.equals("allow");
    }

    private SlhaOutput.Place slhaPlace(Keys read, String value) {
        Keys entry = entry(read, value, "entry");
        try {
            SlhaLocation where = SlhaLocation.parse(entry.text("entry"));
            return new SlhaOutput.Place(wanted(read, entry, value), where);
        } catch (FormulaException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw read.error(value, String.valueOf(e.getMessage()));
        }
    }

    private TextOutput.Place textPlace(Keys read, String value) {
        Keys entry = entry(read, value, "find");
        String match = entry.text("match", "first");
        if (!match.equals("first") && !match.equals("last")) {
            throw entry.error("match", "'" + match + "' is neither first nor last.");
        }
        try {
            Pattern pattern = Pattern.compile(entry.text("find"), Pattern.MULTILINE);
            return new TextOutput.Place(wanted(read, entry, value), pattern, match.equals("last"));
        } catch (PatternSyntaxException e) {
            throw read.error(value, "'" + e.getPattern() + "' is no regular expression: " + e.getDescription() + ".");
        }
    }

    /** A list of names: those of the header, or the first, second ... column; or each with its column. */
    private List<TableOutput.Place> columns(boolean header) {
        List<TableOutput.Place> places = new ArrayList<>();
        if (keys.tree(READ) instanceof Tree.Fields) {
            Keys read = keys.below(READ);
            for (String value : read.names()) {
                Keys entry = entry(read, value, "column");
                String column = entry.text("column", value);
                if (!header && !column.matches("[1-9][0-9]{0,5}")) {
                    throw read.error(value, "without a header a column is a number from 1.");
                }
                places.add(new TableOutput.Place(wanted(read, entry, value), column));
            }
            return places;
        }
        for (String value : keys.texts(READ)) {
            values.add(new Given(value, "", keys.where(READ)));
            String column = header ? value : String.valueOf(places.size() + 1);
            places.add(new TableOutput.Place(new Wanted(value, 1, OptionalDouble.empty()), column));
        }
        return places;
    }

    /** The keys of a value; written short, only one of them. */
    private static Keys entry(Keys read, String value, String only) {
        Tree tree = read.tree(value);
        if (tree instanceof Tree.Text text) {
            return new Keys(new Tree.Fields(Map.of(only, text), text.place()), "read." + value);
        }
        return read.below(value);
    }

    private Wanted wanted(Keys read, Keys entry, String value) {
        double factor = entry.has("factor") ? entry.number("factor") : 1;
        String unit = entry.text("unit", "");
        OptionalDouble otherwise =
                entry.has("otherwise") ? OptionalDouble.of(otherwise(entry)) : OptionalDouble.empty();
        entry.refuseOthers();
        values.add(new Given(value, unit, read.where(value)));
        return new Wanted(value, factor, otherwise);
    }

    private static double otherwise(Keys entry) {
        return switch (entry.text("otherwise")) {
            case "undefined" -> Missing.UNDEFINED;
            case "absent" -> Missing.NOT_COMPUTED;
            default -> entry.number("otherwise");
        };
    }

    /** What {@code input} and {@code read} say of a program that stays. */
    static Inputs inputsOfLines(Keys keys) {
        Inputs inputs = new Inputs();
        if (keys.tree(INPUT) instanceof Tree.Fields) {
            Keys section = keys.below(INPUT);
            for (String name : section.names()) inputs.add(name, section.text(name), section.where(name));
        } else {
            for (String name : keys.texts(INPUT)) inputs.add(name, name, keys.where(INPUT));
        }
        return inputs;
    }

    static List<Given> valuesOfLines(Keys keys) {
        Map<String, Given> values = new LinkedHashMap<>();
        for (String name : keys.texts(READ)) values.put(name, new Given(name, "", keys.where(READ)));
        return List.copyOf(values.values());
    }
}
