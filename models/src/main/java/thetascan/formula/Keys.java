package thetascan.formula;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import thetascan.formula.syntax.FormulaException;
import thetascan.quantity.Decimal;
import thetascan.quantity.Suggestion;

/** One mapping of a model file while it is read: values by key, errors with place and key, unknown keys refused. */
public final class Keys {

    private final Tree.Fields fields;
    private final String path;
    private final Set<String> known = new LinkedHashSet<>();

    /**
     * The keys of a mapping, none of them looked at yet.
     *
     * @param fields the mapping
     * @param path keys that lead here, for messages; empty at the top
     */
    public Keys(Tree.Fields fields, String path) {
        this.fields = fields;
        this.path = path;
    }

    /**
     * {@return the keys below one; none if it is absent}
     *
     * @param key of a mapping
     */
    public Keys below(String key) {
        Tree tree = tree(key);
        if (tree == null) {
            return new Keys(new Tree.Fields(Map.of(), fields.place()), path(key));
        }
        if (tree instanceof Tree.Fields inner) {
            return new Keys(inner, path(key));
        }
        throw error(key, "needs keys below it, found " + tree.kind() + ".");
    }

    /** {@return the keys that are written} */
    public Set<String> names() {
        return fields.values().keySet();
    }

    String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /**
     * {@return place and keys of a value, for messages}
     *
     * @param key of the value
     */
    public String where(String key) {
        Tree tree = fields.values().get(key);
        return (tree == null ? fields.place() : tree.place()) + " " + path(key);
    }

    /**
     * {@return a refusal of the value of a key; to be thrown}
     *
     * @param key of the value
     * @param message what is wrong and what would be right
     */
    public FormulaException error(String key, String message) {
        return new FormulaException(where(key) + ": " + message);
    }

    /**
     * {@return the value of a key; null if it is absent or empty}
     *
     * @param key of the value
     */
    public @Nullable Tree tree(String key) {
        known.add(key);
        Tree tree = fields.values().get(key);
        return tree instanceof Tree.Text text && text.isNothing() ? null : tree;
    }

    /**
     * {@return true unless it is absent or empty}
     *
     * @param key of the value
     */
    public boolean has(String key) {
        return tree(key) != null;
    }

    /**
     * {@return a single value, or another if it is absent}
     *
     * @param key of the value
     * @param otherwise the other
     */
    public String text(String key, String otherwise) {
        Tree tree = tree(key);
        if (tree == null) {
            return otherwise;
        }
        if (tree instanceof Tree.Text text) {
            return text.text().strip();
        }
        throw error(key, "needs a single value, found " + tree.kind() + ".");
    }

    /**
     * {@return a single value that must be there}
     *
     * @param key of the value
     * @throws FormulaException if it is absent or not a single value
     */
    public String text(String key) {
        if (!has(key)) {
            throw error(key, "is missing.");
        }
        return text(key, "");
    }

    /**
     * {@return a number, or an infinite end of a range}
     *
     * @param key of the value
     * @throws FormulaException if it is absent or no number
     */
    public double number(String key) {
        return number(text(key), where(key));
    }

    /** A number, or an infinite end of a range. */
    static double number(String text, String where) {
        try {
            return Decimal.parseExtended(text);
        } catch (IllegalArgumentException e) {
            throw new FormulaException(where + ": " + e.getMessage() + ".");
        }
    }

    /**
     * {@return true or false; false if it is absent}
     *
     * @param key of the value
     * @throws FormulaException if it is something else
     */
    public boolean flag(String key) {
        String text = text(key, "false");
        if (!text.equals("true") && !text.equals("false")) {
            throw error(key, "'" + text + "' is neither true nor false.");
        }
        return text.equals("true");
    }

    /**
     * {@return the values of a list; a single one is a list of one}
     *
     * @param key of the list
     */
    public List<String> texts(String key) {
        Tree tree = tree(key);
        if (tree == null) {
            return List.of();
        }
        List<Tree> values = tree instanceof Tree.Items items ? items.values() : List.of(tree);
        List<String> texts = new ArrayList<>();
        for (Tree value : values) {
            if (!(value instanceof Tree.Text text)) {
                throw error(key, "needs a list of single values, found " + value.kind() + " in it.");
            }
            texts.add(text.text().strip());
        }
        return texts;
    }

    /** {@code [first, last]}. */
    List<String> pair(String key) {
        List<String> texts = texts(key);
        if (texts.size() != 2) {
            throw error(key, "needs [lower, upper].");
        }
        return texts;
    }

    /** Refuses every key that was not asked for. */
    public void refuseOthers() {
        for (Map.Entry<String, Tree> entry : fields.values().entrySet()) {
            String key = entry.getKey();
            if (!known.contains(key)) {
                String comma = key.contains(" ") ? " A text with a comma in it goes in quotes." : "";
                throw error(
                        key,
                        "unknown key." + Suggestion.hint(key, known) + comma + " Known: " + String.join(", ", known)
                                + ".");
            }
        }
    }
}
