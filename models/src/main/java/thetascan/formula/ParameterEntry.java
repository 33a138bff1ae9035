package thetascan.formula;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

/** One entry of {@code parameters}: a number, which fixes it, or scale, range, unit, label. */
public final class ParameterEntry {

    private ParameterEntry() {}

    /**
     * {@return the parameter of this name in a section}
     *
     * @param section {@code parameters} of the file
     * @param name of the parameter, a key of the section
     */
    public static Parameter read(Keys section, String name) {
        if (!(section.tree(name) instanceof Tree.Fields)) {
            return new Parameter(
                    quantity(section, name, "1", Labels.of(name), name, List.of()),
                    new Scale.Fixed(section.number(name)));
        }
        Keys keys = section.below(name);
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

    private static Scale scale(Keys keys) {
        if (keys.has("value")) {
            return new Scale.Fixed(keys.number("value"));
        }
        List<String> range = keys.pair("range");
        try {
            boolean numbers = range.stream().allMatch(ParameterEntry::isNumber);
            String kind = keys.text("scale", numbers ? "linear" : "dependent");
            if (!numbers) {
                return new Scale.Dependent(Bound.parse(range.get(0)), Bound.parse(range.get(1)));
            }
            Map<String, Double> options = new TreeMap<>();
            if (keys.has("exponent")) {
                options.put("exponent", keys.number("exponent"));
            }
            return Scales.of(kind, number(range.get(0)), number(range.get(1)), options);
        } catch (FormulaException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw keys.error("range", String.valueOf(e.getMessage()));
        }
    }

    /** True for a number and for a formula of numbers, {@code -pi/2}; false for one that follows a parameter. */
    private static boolean isNumber(String text) {
        return Decimal.isDecimal(text) || Formula.parse(text).isOfNumbers();
    }

    private static double number(String text) {
        return Decimal.isDecimal(text) ? Decimal.parse(text) : Definitions.number(Formula.parse(text));
    }
}
