package thetascan.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import thetascan.constraint.BoundExpression;
import thetascan.constraint.Expression;
import thetascan.constraint.ObservableColumns;
import thetascan.model.Model;
import thetascan.quantity.Quantity;
import thetascan.space.Parameter;
import thetascan.table.PointFileException;
import thetascan.table.Prefix;

/** What the axes of a figure are: expressions of the columns of a catalogue, with their labels. */
final class PlottedColumns {

    private static final String FAMILY = "family";
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    /** The quantities that may be named, by all their names. */
    private final Map<String, Quantity> known = new LinkedHashMap<>();
    /** Columns as they are stored, by the same names. */
    private final Map<String, String> storedAs = new LinkedHashMap<>();

    private final List<Expression> expressions = new ArrayList<>();
    private final List<BoundExpression> bound = new ArrayList<>();
    private final List<String> stored;

    /**
     * @param texts one an axis
     * @throws PointFileException if one is no expression of what there is
     */
    PlottedColumns(Model model, List<String> texts) {
        for (Parameter parameter : model.parameters().parameters()) add(Prefix.INPUT, parameter.quantity());
        for (Quantity quantity : model.observables()) add(Prefix.OBSERVABLE, quantity);
        for (String plain : List.of("cost", "novelty", "island", "generation", FAMILY)) {
            known.putIfAbsent(plain, Quantity.of(plain, "1", "\\mathrm{" + plain + "}", plain));
            storedAs.putIfAbsent(plain, plain);
        }
        Set<String> used = new LinkedHashSet<>();
        ObservableColumns all = ObservableColumns.named(List.copyOf(known.keySet()));
        for (String text : texts) {
            try {
                Expression expression = Expression.parse(text);
                expression.bind(all);
                expressions.add(expression);
                expression.names().forEach(name -> used.add(storedAs.getOrDefault(name, name)));
            } catch (IllegalArgumentException e) {
                throw new PointFileException(
                        text + ": " + e.getMessage() + " 'thetascan models " + model.name()
                                + "' lists what there is; beside it there are cost, novelty, island, generation and family.",
                        e);
            }
        }
        used.remove(FAMILY);
        stored = List.copyOf(used);
        List<String> row = new ArrayList<>(stored);
        row.add(FAMILY);
        for (String text : texts) bound.add(Expression.parse(asStored(text)).bind(ObservableColumns.named(row)));
    }

    /** By its name, first come, and with its prefix. */
    private void add(Prefix prefix, Quantity quantity) {
        for (String name : List.of(quantity.name(), prefix.of(quantity.name()))) {
            known.putIfAbsent(name, quantity);
            storedAs.putIfAbsent(name, prefix.of(quantity.name()));
        }
    }

    /** The columns to read, as a catalogue calls them. */
    List<String> stored() {
        return stored;
    }

    boolean needsFamily() {
        return expressions.stream().anyMatch(expression -> expression.names().contains(FAMILY));
    }

    /** True if an axis is the family of the point and nothing else. */
    boolean isFamily(int axis) {
        return expressions.get(axis).toString().strip().equals(FAMILY);
    }

    /**
     * The values of a point on all axes.
     *
     * @param values of the columns that are {@link #stored}
     * @param family of the point, 0 if it has none
     */
    double[] values(double[] values, int family) {
        double[] row = Arrays.copyOf(values, values.length + 1);
        row[values.length] = family;
        return bound.stream().mapToDouble(expression -> expression.value(row)).toArray();
    }

    /** Meanings of the codes of an axis; empty for numbers. */
    List<String> legend(int axis) {
        return expressions
                .get(axis)
                .observable()
                .map(name -> quantity(name).legend())
                .orElse(List.of());
    }

    /** True if a text, perhaps with prefixes, and an expression of a constraint say the same. */
    boolean means(String text, String expression) {
        return asStored(text).replace(" ", "").equals(asStored(expression).replace(" ", ""));
    }

    private String asStored(String text) {
        return NAME.matcher(text).replaceAll(name -> storedAs.getOrDefault(name.group(), name.group()));
    }

    /** The label of an axis: what matplotlib sets, LaTeX between dollar signs. */
    String label(int axis) {
        Expression expression = expressions.get(axis);
        Set<String> units = new LinkedHashSet<>();
        for (String name : expression.names()) units.add(quantity(name).unit());
        boolean single = expression.observable().isPresent();
        String text = expression.toString();
        String unit = units.size() == 1 && (single || text.matches("[\\w+\\- ]+"))
                ? units.iterator().next()
                : "1";
        String latex = single ? quantity(text.strip()).latex() : latex(text);
        return "$" + latex + "$" + (unit.equals("1") ? "" : " [" + PaperTables.unit(unit) + "]");
    }

    private Quantity quantity(String name) {
        return Objects.requireNonNull(known.get(name), name);
    }

    private String latex(String text) {
        return NAME.matcher(text)
                .replaceAll(name -> Matcher.quoteReplacement(
                        known.containsKey(name.group())
                                ? quantity(name.group()).latex()
                                : "\\mathrm{" + name.group() + "}"))
                .replace("*", "\\,")
                .replaceAll("\\^(\\d+)", "^{$1}");
    }
}
