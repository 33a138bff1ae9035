package thetascan.space;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import thetascan.option.Option;
import thetascan.quantity.Decimal;

/**
 * One end of a {@linkplain Scale.Dependent dependent range}: offset + factor × an earlier parameter.
 *
 * @param parameter name of the earlier parameter; empty for a plain number
 * @param factor    of the parameter, 0 for a plain number
 * @param offset    in the unit of the parameter that is bounded
 * @param index     of the parameter in its space; -1 until resolved
 * @param least     least value over the range of the parameter; NaN until resolved
 * @param greatest  greatest value over the range of the parameter; NaN until resolved
 */
public record Bound(String parameter, double factor, double offset, int index, double least, double greatest) {

    private static final String NUMBER = "[0-9.]+(?:[eEdD][+-]?[0-9]+)?";
    private static final Pattern FORM = Pattern.compile("(?:(?<factor>-?" + NUMBER
            + ")\\s*\\*\\s*)?(?<name>[A-Za-z][A-Za-z0-9_]*)(?:\\s*(?<sign>[+-])\\s*(?<offset>" + NUMBER + "))?");

    /** Letters other than those of an exponent: the text was meant to name a parameter. */
    private static final Pattern NAME = Pattern.compile("(?<![0-9.])[A-Za-z_]");

    /**
     * A plain number.
     *
     * @param value in the unit of the parameter
     * @return a bound that depends on nothing
     */
    public static Bound of(double value) {
        if (!Double.isFinite(value)) throw new IllegalArgumentException("bound " + value + " must be a finite number");
        return new Bound("", 0, value, -1, value, value);
    }

    /**
     * factor × parameter + offset.
     *
     * @param parameter an earlier one
     * @param factor of its value
     * @param offset added to that, in the unit of the parameter
     * @return a bound that follows it
     */
    public static Bound of(String parameter, double factor, double offset) {
        return new Bound(parameter, factor, offset, -1, Double.NaN, Double.NaN);
    }

    /**
     * Reads {@code 100}, {@code mH1}, {@code mH1 + 10} or {@code 2 * mH1 - 5}.
     *
     * @param text such as {@code 300}, {@code m_h2} or {@code 2*m_h2 + 10}
     * @return the bound that it says
     * @throws IllegalArgumentException if the text is neither
     */
    public static Bound parse(String text) {
        String trimmed = text.strip();
        Matcher match = FORM.matcher(trimmed);
        try {
            if (!match.matches()) return of(Decimal.parse(trimmed));
            double factor = match.group("factor") == null ? 1 : Decimal.parse(match.group("factor"));
            double offset =
                    match.group("offset") == null ? 0 : Decimal.parse(match.group("sign") + match.group("offset"));
            return of(match.group("name"), factor, offset);
        } catch (IllegalArgumentException e) {
            String why = NAME.matcher(trimmed).find() ? "" : ": " + e.getMessage();
            throw new IllegalArgumentException(
                    "bound '" + text + "' must be a number or 'factor * parameter + offset', such as 'mH1 + 10'" + why,
                    e);
        }
    }

    /** The value at a point. */
    double at(double[] theta) {
        return index < 0 ? offset : offset + factor * theta[index];
    }

    /** The same with the parameter looked up among the earlier ones. */
    Bound resolved(List<Parameter> earlier) {
        if (parameter.isEmpty()) return this;
        for (int i = 0; i < earlier.size(); i++) {
            if (earlier.get(i).name().equals(parameter)) {
                Scale scale = earlier.get(i).scale();
                double one = offset + factor * scale.lower();
                double other = offset + factor * scale.upper();
                return new Bound(parameter, factor, offset, i, Math.min(one, other), Math.max(one, other));
            }
        }
        throw new IllegalArgumentException("bound '" + this + "': no earlier parameter is named '" + parameter + "'");
    }

    @Override
    public String toString() {
        if (parameter.isEmpty()) return Option.format(offset);
        String product = factor == 1 ? parameter : Option.format(factor) + " * " + parameter;
        if (offset == 0) return product;
        return product + (offset < 0 ? " - " : " + ") + Option.format(Math.abs(offset));
    }
}
