package thetascan.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import thetascan.option.Option;
import thetascan.option.SettingException;
import thetascan.quantity.Quantity;
import thetascan.quantity.Suggestion;
import thetascan.space.Parameter;
import thetascan.space.ParameterSpace;

/**
 * How one quantity tells of which category a point is: by a code of its legend, or by the interval in which its value lies.
 *
 * @param name     of the quantity
 * @param position of it, among the parameters and then the observables
 * @param edges    between the intervals, ascending; empty for a legend
 * @param meanings of the categories, in the order of their codes
 */
public record Coding(String name, int position, List<Double> edges, List<String> meanings) {

    /**
     * Those of a scan: each observable whose {@linkplain Quantity#isCategory() meanings are categories}, and each quantity
     * with edges.
     *
     * @param space       of the parameters
     * @param observables of the model, in its order
     * @param edges       by name of a parameter or observable
     * @return in the order of the observables, and then of the names
     * @throws SettingException if a name is unknown
     */
    public static List<Coding> all(
            ParameterSpace space, List<Quantity> observables, Map<String, SortedSet<Double>> edges) {
        List<String> names = Stream.concat(
                        space.parameters().stream().map(Parameter::name),
                        observables.stream().map(Quantity::name))
                .toList();
        List<Coding> codings = new ArrayList<>();
        for (Quantity each : observables) {
            if (each.isCategory()) {
                codings.add(new Coding(each.name(), names.indexOf(each.name()), List.of(), each.legend()));
            }
        }
        new TreeMap<>(edges).forEach((name, between) -> {
            if (!names.contains(name)) {
                throw new SettingException(
                                name,
                                "'" + name + "' is neither a parameter nor an observable."
                                        + Suggestion.hint(name, names))
                        .under("categories")
                        .under("archive");
            }
            codings.add(new Coding(name, names.indexOf(name), List.copyOf(between), intervals(List.copyOf(between))));
        });
        return List.copyOf(codings);
    }

    private static List<String> intervals(List<Double> edges) {
        List<String> texts = edges.stream().map(Option::format).toList();
        int last = texts.size() - 1;
        return Stream.of(
                        Stream.of("below " + texts.get(0)),
                        IntStream.range(0, last).mapToObj(i -> texts.get(i) + " to " + texts.get(i + 1)),
                        Stream.of(texts.get(last) + " or more"))
                .flatMap(each -> each)
                .toList();
    }

    /**
     * The category of a point.
     *
     * @param theta       every parameter
     * @param observables every observable
     * @return its code, from 0; −1 if it has none, as its value is missing
     */
    public int code(double[] theta, double[] observables) {
        double value = position < theta.length ? theta[position] : observables[position - theta.length];
        if (edges.isEmpty()) return value >= 0 && value < meanings.size() ? (int) value : -1;
        if (Double.isNaN(value)) return -1;
        int code = 0;
        while (code < edges.size() && value >= edges.get(code)) code++;
        return code;
    }
}
