package thetascan.formula;

import java.util.List;
import java.util.Map;
import thetascan.formula.meaning.Definitions;
import thetascan.formula.meaning.Formula;
import thetascan.formula.meaning.Unit;
import thetascan.formula.syntax.FormulaException;
import thetascan.quantity.Decimal;
import thetascan.quantity.Quantity;
import thetascan.space.Bound;
import thetascan.space.Parameter;
import thetascan.space.Scale;
import thetascan.space.Scales;

/** One entry of {@code parameters}: a number, which fixes it, a range, or scale, range, unit, label. */
public final class ParameterEntry {

    private ParameterEntry() {}

    /**
     * {@return the parameter of this name in a section}
     *
     * @param section {@code parameters} of the file
     * @param name of the parameter, a key of the section
     */
    public static Parameter read(Keys section, String name) {
        if (section.tree(name) instanceof Tree.Text) {
            return new Parameter(quantity(section, name, "1", Labels.of(name), name, List.of()), fixed(section, name));
        }
        Keys keys = section.tree(name) instanceof Tree.Items range
                ? new Keys(new Tree.Fields(Map.of("range", range), range.place()), section.path(name))
                : section.below(name);
        Quantity quantity = quantity(
                section,
                name,
                keys.text("unit", "1"),
                keys.text("latex", Labels.of(name)),
                keys.text("description", name),
                keys.texts("legend"));
        Scale scale = scale(keys);
        keys.refuseOthers();
        return new Parameter(quantity, scale);
    }

    /** The unit for checks: unknown if none is given. */
    static Unit unit(Keys section, String name) {
        if (!(section.tree(name) instanceof Tree.Fields)) {
            return Unit.UNKNOWN;
        }
        return FormulaSections.unit(section.below(name));
    }

    private static Quantity quantity(
            Keys section, String name, String unit, String latex, String description, List<String> legend) {
        try {
            return new Quantity(name, unit, latex, description, legend);
        } catch (IllegalArgumentException e) {
            throw section.error(name, String.valueOf(e.getMessage()));
        }
    }

    private static Scale fixed(Keys keys, String key) {
        double value = keys.number(key);
        if (!Double.isFinite(value)) {
            throw keys.error(key, "'" + keys.text(key) + "' is no number that is finite.");
        }
        return new Scale.Fixed(value);
    }

    private static Scale scale(Keys keys) {
        if (keys.has("value")) {
            return fixed(keys, "value");
        }
        String kind = keys.text("scale", "");
        boolean bends = keys.has("exponent");
        if (!keys.has("range")) {
            keys.refuseOthers();
        }
        List<String> range = keys.pair("range");
        Map<String, Double> options = bends ? Map.of("exponent", keys.number("exponent")) : Map.of();
        try {
            if (range.stream().allMatch(ParameterEntry::isNumber)) {
                return Scales.of(kind.isEmpty() ? "linear" : kind, number(range.get(0)), number(range.get(1)), options);
            }
            if (bends || !(kind.isEmpty() || kind.equals("dependent"))) {
                throw new FormulaException("a range that follows a parameter has no scale and no exponent of its own.");
            }
            return new Scale.Dependent(Bound.parse(range.get(0)), Bound.parse(range.get(1)));
        } catch (IllegalArgumentException e) {
            throw keys.error("range", String.valueOf(e.getMessage()));
        }
    }

    /** True for a number and for a formula of numbers, {@code -pi/2}; false for one that follows a parameter. */
    private static boolean isNumber(String text) {
        if (!Decimal.isDecimal(text) && Decimal.isExtended(text)) {
            throw new FormulaException("'" + text + "' is no number that is finite.");
        }
        return Decimal.isDecimal(text) || Formula.parse(text).isOfNumbers();
    }

    private static double number(String text) {
        return Decimal.isDecimal(text) ? Decimal.parse(text) : Definitions.number(Formula.parse(text));
    }
}
