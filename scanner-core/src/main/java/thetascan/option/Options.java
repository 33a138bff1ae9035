package thetascan.option;

import java.util.List;
import java.util.Map;
import thetascan.quantity.Suggestion;

/** Values of declared {@linkplain Option options}: what was given, defaults for the rest. Immutable. */
public final class Options {

    private final List<Option> declared;
    private final double[] values;

    private Options(List<Option> declared, double[] values) {
        this.declared = declared;
        this.values = values;
    }

    /**
     * Every option at its default.
     *
     * @param declared the options there are
     * @return their values
     */
    public static Options defaults(List<Option> declared) {
        double[] values = declared.stream().mapToDouble(Option::defaultValue).toArray();
        return new Options(List.copyOf(declared), values);
    }

    /**
     * What was given, and defaults for the rest.
     *
     * @param declared the options there are
     * @param given    values by name
     * @return values of all
     * @throws IllegalArgumentException if a name is unknown (with a suggestion) or a value is not allowed
     */
    public static Options of(List<Option> declared, Map<String, Double> given) {
        Options options = defaults(declared);
        for (Option option : declared) {
            Double value = given.get(option.name());
            if (value != null) options = options.with(option.name(), value);
        }
        for (String name : given.keySet()) options.index(name);
        return options;
    }

    /**
     * The options there are.
     *
     * @return in the order of their declaration
     */
    public List<Option> declared() {
        return declared;
    }

    /**
     * The same with one value replaced.
     *
     * @param name  of the option
     * @param value its new value
     * @return values of all
     * @throws IllegalArgumentException if the name is unknown or the value is not allowed
     */
    public Options with(String name, double value) {
        int index = index(name);
        double[] changed = values.clone();
        changed[index] = declared.get(index).checked(value);
        return new Options(declared, changed);
    }

    /**
     * Whether there is an option.
     *
     * @param name of the option
     * @return true if it is declared
     */
    public boolean has(String name) {
        return declared.stream().anyMatch(option -> option.name().equals(name));
    }

    /**
     * The value of an option.
     *
     * @param name of the option
     * @return NaN if it is derived and was not given
     * @throws IllegalArgumentException if the name is unknown; the message suggests one
     */
    public double value(String name) {
        return values[index(name)];
    }

    /**
     * The value of an option that may be derived.
     *
     * @param name    of the option
     * @param derived what follows if none was given
     * @return its value
     * @throws IllegalArgumentException if the name is unknown; the message suggests one
     */
    public double valueOr(String name, double derived) {
        double value = value(name);
        return Double.isNaN(value) ? derived : value;
    }

    /**
     * The value of an integer option that may be derived.
     *
     * @param name    of the option
     * @param derived what follows if none was given
     * @return its value
     * @throws IllegalArgumentException if the name is unknown; the message suggests one
     */
    public int intValueOr(String name, int derived) {
        return (int) valueOr(name, derived);
    }

    /**
     * The value of an integer option that has a default.
     *
     * @param name of the option
     * @return its value
     * @throws IllegalArgumentException if the name is unknown; the message suggests one
     */
    public int intValue(String name) {
        return (int) value(name);
    }

    private int index(String name) {
        for (int i = 0; i < declared.size(); i++) {
            if (declared.get(i).name().equals(name)) return i;
        }
        List<String> known = declared.stream().map(Option::name).toList();
        throw new IllegalArgumentException("unknown option '" + name + "'." + Suggestion.hint(name, known) + " Known: "
                + String.join(", ", known));
    }
}
