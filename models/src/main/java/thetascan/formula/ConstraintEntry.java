package thetascan.formula;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import thetascan.constraint.Constraint;
import thetascan.constraint.Measurements;
import thetascan.formula.syntax.FormulaException;
import thetascan.quantity.Decimal;
import thetascan.quantity.Quantity;
import thetascan.quantity.Suggestion;

/**
 * One entry of {@code constraints}, as in scan files ({@code expression}, {@code range}, {@code mode}, {@code source}) and with all
 * that constraint files know ({@code measurement}, {@code alternatives}, {@code region}, {@code curve}, {@code rank}).
 */
public final class ConstraintEntry {

    /** Keys whose values are numbers or lists of them. */
    private static final Set<String> NUMBERS =
            Set.of("lower", "upper", "sigmas", "scale", "matrix", "linear", "constant", "points");

    /** Kinds of rules that say themselves what they are about. */
    private static final List<String> WITHOUT_OBSERVABLE = List.of("region", "chi_square", "holds");

    private static final String DEFAULT_SECTOR = "model";

    private ConstraintEntry() {}

    /**
     * {@return the constraint of this name in a section}
     *
     * @param section {@code constraints} of the file
     * @param name of the constraint, a key of the section
     * @param observables  what it is on if it says nothing else and one has its name
     * @param measurements that it may name
     */
    public static Constraint read(Keys section, String name, List<Quantity> observables, Measurements measurements) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("name", name);
        Tree entry = section.tree(name);
        Map<String, Tree> given = entry instanceof Tree.Fields fields ? fields.values() : Map.of();
        given.forEach((key, value) -> {
            if (!key.equals("range") && !(value instanceof Tree.Text text && text.isNothing())) {
                keys.put(key, plain(key, value));
            }
        });
        if (!(entry instanceof Tree.Fields) || given.containsKey("range")) {
            range(given.containsKey("range") ? given.get("range") : entry, keys, section.where(name));
        }
        Object expression = keys.remove("expression");
        if (expression != null) {
            keys.put("observable", expression);
        }
        boolean isObservable = observables.stream().anyMatch(each -> each.name().equals(name));
        if (isObservable && WITHOUT_OBSERVABLE.stream().noneMatch(keys::containsKey)) {
            keys.putIfAbsent("observable", name);
        }
        if (WITHOUT_OBSERVABLE.stream().noneMatch(keys::containsKey) && !keys.containsKey("observable")) {
            throw new FormulaException(section.where(name) + ": no observable is named '" + name + "'."
                    + Suggestion.hint(
                            name, observables.stream().map(Quantity::name).toList())
                    + " Say by 'expression' what is to be within the range.");
        }
        keys.putIfAbsent("sector", DEFAULT_SECTOR);
        if (!isSourced(keys)) {
            keys.putIfAbsent("source", "model file");
        }
        return Constraint.read(keys, section.where(name), measurements);
    }

    /** True if a measurement somewhere in it says where the bounds are from. */
    private static boolean isSourced(Map<String, Object> keys) {
        return keys.toString().contains("measurement=");
    }

    private static void range(@Nullable Tree tree, Map<String, Object> keys, String where) {
        if (!(tree instanceof Tree.Items items) || items.values().size() != 2) {
            throw new FormulaException(where + ": needs range: [lower, upper], such as [0, inf].");
        }
        bound("lower", items.values().get(0), keys, where);
        bound("upper", items.values().get(1), keys, where);
    }

    private static void bound(String key, Tree tree, Map<String, Object> keys, String where) {
        double value = Keys.number(tree instanceof Tree.Text text ? text.text() : tree.kind(), where);
        double open = key.equals("lower") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        if (Double.isNaN(value) || Double.isInfinite(value) && value != open) {
            throw new FormulaException(where + ": '" + Decimal.shown(value) + "' is no " + key
                    + " end of a range: give a number, or " + Decimal.shown(open) + " for none.");
        }
        if (value != open) {
            keys.put(key, value);
        }
    }

    /** Maps, lists, numbers and texts of a tree: what a key expects decides what a number is, quotes do not. */
    private static Object plain(String key, Tree tree) {
        if (tree instanceof Tree.Fields fields) {
            Map<String, Object> map = new LinkedHashMap<>();
            fields.values().forEach((inner, value) -> map.put(inner, plain(inner, value)));
            return map;
        }
        if (tree instanceof Tree.Items items) {
            List<Object> list = new ArrayList<>();
            items.values().forEach(each -> list.add(plain(key, each)));
            return list;
        }
        String text = ((Tree.Text) tree).text();
        return NUMBERS.contains(key) && Decimal.isDecimal(text) ? Decimal.parse(text) : text;
    }
}
