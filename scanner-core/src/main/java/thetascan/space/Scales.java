package thetascan.space;

import java.util.List;
import java.util.Map;
import thetascan.option.Option;
import thetascan.option.Options;
import thetascan.quantity.Suggestion;

/** The scales by the names scan files use. */
public final class Scales {

    /**
     * A kind of scale.
     *
     * @param name        as in scan files
     * @param description one line for people, with the meaning of the range
     * @param options     further options
     * @param factory     makes one
     */
    public record Kind(String name, String description, List<Option> options, Factory factory) {}

    /** Makes a scale of the two numbers of a range and the options of its kind. */
    @FunctionalInterface
    public interface Factory {
        /**
         * Makes a scale.
         *
         * @param first first number of the range
         * @param last second number of the range
         * @param options values of the options of the kind
         * @return a scale of that kind
         */
        Scale of(double first, double last, Options options);
    }

    private static final Option EXPONENT =
            Option.real("exponent", 2, 0.1, 10, "power of the modulus; 2 = signed square, 1 = linear");

    private static final List<Kind> ALL = List.of(
            new Kind(
                    "linear",
                    "uniform in the value",
                    List.of(),
                    (lower, upper, options) -> new Scale.Linear(lower, upper)),
            new Kind(
                    "log",
                    "uniform in the logarithm of a positive value",
                    List.of(),
                    (lower, upper, options) -> new Scale.Log(lower, upper)),
            new Kind(
                    "symlog",
                    "uniform in the logarithm of the modulus, both signs and 0; range = least and greatest modulus",
                    List.of(),
                    (least, greatest, options) -> new Scale.SymmetricLog(least, greatest)),
            new Kind(
                    "signed-power",
                    "a power of the modulus, both signs, t uniform in [-1, 1] and value M sign(t) abs(t)^exponent; range = [-M, M]",
                    List.of(EXPONENT),
                    Scales::signedPower),
            new Kind(
                    "angle",
                    "uniform in an angle; range = one period, values outside are folded into it",
                    List.of(),
                    (lower, upper, options) -> new Scale.Angle(lower, upper)),
            new Kind(
                    "tan-beta",
                    "uniform in the angle β of a value tan β",
                    List.of(),
                    (lower, upper, options) -> new Scale.TanBeta(lower, upper)),
            new Kind("fixed", "one value, range = [value, value]; no search dimension", List.of(), Scales::fixed),
            new Kind(
                    "dependent",
                    "uniform between bounds that may follow an earlier parameter, such as [mH1 + 10, 1000]",
                    List.of(),
                    (lower, upper, options) -> new Scale.Dependent(Bound.of(lower), Bound.of(upper))));

    private Scales() {}

    /**
     * The kinds of scales there are.
     *
     * @return in the order in which they are shown
     */
    public static List<Kind> all() {
        return ALL;
    }

    /**
     * @param kind its name
     * @return that kind
     * @throws IllegalArgumentException if there is none of this name; the message suggests one
     */
    public static Kind named(String kind) {
        List<String> known = ALL.stream().map(Kind::name).toList();
        int index = known.indexOf(kind);
        if (index < 0) {
            throw new IllegalArgumentException("unknown scale '" + kind + "'." + Suggestion.hint(kind, known)
                    + " Known: " + String.join(", ", known));
        }
        return ALL.get(index);
    }

    /**
     * A scale from what a scan file says.
     *
     * @param kind    name of the kind
     * @param first   first number of the range
     * @param last    second number of the range
     * @param options values of the options of the kind that differ from the defaults
     * @return the scale
     * @throws IllegalArgumentException if the kind, an option or the range is wrong
     */
    public static Scale of(String kind, double first, double last, Map<String, Double> options) {
        Kind named = named(kind);
        return named.factory().of(first, last, Options.of(named.options(), options));
    }

    /**
     * The same kind with the same options over another range.
     *
     * @param scale of which kind and with which options
     * @param first first number of the new range
     * @param last second number of it
     * @return another scale
     */
    public static Scale withRange(Scale scale, double first, double last) {
        if (scale instanceof Scale.Fixed && first != last) return new Scale.Linear(first, last);
        return of(scale.kind(), first, last, scale.options());
    }

    private static Scale signedPower(double lower, double upper, Options options) {
        if (lower != -upper) {
            throw new IllegalArgumentException("range [" + Option.format(lower) + ", " + Option.format(upper)
                    + "] of a signed-power scale must be symmetric, such as [" + Option.format(-Math.abs(upper)) + ", "
                    + Option.format(Math.abs(upper)) + "]");
        }
        return new Scale.SignedPower(upper, options.value("exponent"));
    }

    private static Scale fixed(double value, double same, Options options) {
        if (value != same) {
            throw new IllegalArgumentException(
                    "fixed: the range [" + Option.format(value) + ", " + Option.format(same) + "] must hold one value");
        }
        return new Scale.Fixed(value);
    }
}
