package thetascan.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import thetascan.external.model.ExternalModel;
import thetascan.formula.FormulaModel;
import thetascan.formula.Source;
import thetascan.formula.Tree;
import thetascan.model.Model;

/**
 * Models that files describe, by formulas or as a program to be run: between YAML and the trees that {@link FormulaModel} and
 * {@link ExternalModel} read.
 */
public final class ModelFiles {

    static final String NAME = "name";
    static final String FILE = "file";
    static final String FORMULAS = "formulas";
    private static final String MODEL = "model";

    private static final String INTERFACE = "interface";
    /** What a single value, or a list, stands for by its key, or by the section that it is in. */
    private static final Map<String, String> SHORT = Map.ofEntries(
            Map.entry("program", "command"),
            Map.entry("programs.", "command"),
            Map.entry("cache", "folder"),
            Map.entry("output", "file"),
            Map.entry("input.", "columns"),
            Map.entry("parameters.", "value"),
            Map.entry("constants.", "value"),
            Map.entry("derived.", "formula"),
            Map.entry("observables.", "unit"),
            Map.entry("constraints.", "range"),
            Map.entry("references.", "text"));
    /** The same of values that are read, by the interface of their program. */
    private static final Map<String, String> READ = Map.of("slha", "entry", "text", "find", "table", "column");

    private ModelFiles() {}

    /**
     * {@return true for a scan file, false for a file that describes a model and nothing else}
     *
     * @param file YAML
     * @throws ConfigException if the file cannot be read or is no YAML
     */
    public static boolean isScanFile(Path file) {
        return !YamlReader.read(file).fields().containsKey("observables");
    }

    /**
     * {@return true for the name of a file rather than of a model that comes with the program}
     *
     * @param name as it is given in a scan file or on the command line
     */
    public static boolean isFile(String name) {
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    /**
     * {@return the model of a model file, or of a scan file that describes its model}
     *
     * @param file YAML
     * @throws ConfigException        if the file cannot be read or is no YAML
     * @throws IllegalArgumentException naming file, line and key if it describes no model
     */
    public static Model read(Path file) {
        ConfigNode.Fields root = YamlReader.read(file);
        if (!(value(root, MODEL) instanceof ConfigNode.Fields model)) {
            Tree.Fields whole = (Tree.Fields) tree(root);
            return ExternalModel.isDescribedBy(whole)
                    ? ExternalModel.read(whole, "", folder(file))
                    : of(root, folder(file));
        }
        if (isProgram(model)) return external(model, file);
        if (value(model, FORMULAS) instanceof ConfigNode.Fields formulas) return of(formulas, folder(file));
        if (value(model, FILE) instanceof ConfigNode.Scalar name)
            return read(folder(file).resolve(name.text()));
        throw new ConfigException(
                model.place() + " " + MODEL + ": names no formulas and no program; as a model, give its name.");
    }

    /** The model that the {@code model} of a scan file describes by formulas; empty if it does not, or it is wrong. */
    static Optional<Model> model(Section section, Path scanFile) {
        if (section.has(FORMULAS)) {
            if (section.written(FORMULAS) instanceof ConfigNode.Fields formulas) {
                return section.checked(FORMULAS, () -> of(formulas, folder(scanFile)));
            }
            section.problem(FORMULAS, "needs keys below it, as in a formula file");
            return Optional.empty();
        }
        return section.value(FILE, name -> read(folder(scanFile).resolve(name)));
    }

    /** True if the {@code model} of a scan file describes a program to be run. */
    static boolean isProgram(@Nullable ConfigNode model) {
        return model instanceof ConfigNode.Fields fields && ExternalModel.isDescribedBy((Tree.Fields) tree(fields));
    }

    /** The model that the {@code model} of a scan file describes as a program to be run. */
    static Model external(@Nullable ConfigNode model, Path scanFile) {
        return ExternalModel.read((Tree.Fields) tree(Objects.requireNonNull(model)), MODEL, folder(scanFile));
    }

    /** True if a scan file describes its model by formulas. */
    static boolean isUsed(Section section) {
        return section.has(FILE) | section.has(FORMULAS); // both are known keys
    }

    private static Model of(ConfigNode.Fields formulas, Path folder) {
        return FormulaModel.read((Tree.Fields) tree(formulas), new Source(folder, ModelFiles::parse));
    }

    private static Tree.Fields parse(String text, String place) {
        return (Tree.Fields) tree(YamlReader.parse(text, place));
    }

    private static Path folder(Path file) {
        return Optional.ofNullable(file.getParent()).orElse(Path.of(""));
    }

    private static @Nullable ConfigNode value(ConfigNode.Fields fields, String key) {
        ConfigNode.Field field = fields.fields().get(key);
        return field == null ? null : field.value();
    }

    private static Tree tree(ConfigNode node) {
        return tree(node, "", "", "");
    }

    /**
     * @param above section that it is in, and its key there; empty at the top
     * @param kind  interface of the program that it is about
     */
    private static Tree tree(ConfigNode node, String above, String key, String kind) {
        String place = node.place().toString();
        if (node instanceof ConfigNode.Scalar scalar) return new Tree.Text(scalar.text(), scalar.quoted(), place);
        if (node instanceof ConfigNode.Items items) {
            return new Tree.Items(items.values().stream().map(ModelFiles::tree).toList(), place);
        }
        ConfigNode.Fields written = (ConfigNode.Fields) node;
        ConfigNode beneath = written.beneath();
        if (beneath != null) {
            String section = above.equals("read") ? READ.getOrDefault(kind, "") : SHORT.getOrDefault(above + ".", "");
            boolean isRange = above.equals("parameters") && beneath instanceof ConfigNode.Items;
            String only = isRange ? "range" : SHORT.getOrDefault(key, section);
            if (!only.isEmpty()) written = written.under(Map.entry(only, beneath));
        }
        String own = value(written, INTERFACE) instanceof ConfigNode.Scalar name ? name.text() : kind;
        Map<String, Tree> fields = new LinkedHashMap<>();
        written.fields().forEach((below, field) -> fields.put(below, tree(field.value(), key, below, own)));
        return new Tree.Fields(fields, place);
    }

    /** The whole formula file, without other files: {@link #model} makes the same model of it. */
    static ConfigNode.Fields write(FormulaModel model) {
        return (ConfigNode.Fields) node(model.file());
    }

    /** The whole section, name first: {@link #external} makes the same model of it where the same files are. */
    static ConfigNode.Fields write(ExternalModel model) {
        ConfigNode.Fields section = ConfigNode.Fields.of().put(NAME, model.name());
        ((ConfigNode.Fields) node(model.file())).fields().forEach((key, field) -> {
            if (!key.equals(MODEL) && !key.equals(NAME)) section.put(key, field.value());
        });
        return section;
    }

    private static ConfigNode node(Tree tree) {
        if (tree instanceof Tree.Text text)
            return new ConfigNode.Scalar(text.text(), text.isQuoted(), ConfigNode.NOWHERE);
        if (tree instanceof Tree.Items items) {
            List<ConfigNode> values = new ArrayList<>();
            for (Tree value : items.values()) values.add(node(value));
            return new ConfigNode.Items(values, ConfigNode.NOWHERE);
        }
        ConfigNode.Fields fields = ConfigNode.Fields.of();
        ((Tree.Fields) tree).values().forEach((key, value) -> fields.put(key, node(value)));
        return fields;
    }
}
