package thetascan.curation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import thetascan.constraint.BoundExpression;
import thetascan.table.Column;
import thetascan.table.Row;
import thetascan.table.Schema;

/**
 * A condition on the columns of a row, such as {@code obs_m_H1 - in_m_A1 <= 10} or {@code 60 <= obs_m_H1 < 1000}, in the language
 * of constraints. Flags count 0 and 1; where a value is absent, no condition on it holds.
 */
final class Condition {

    private static final Pattern RELATION = Pattern.compile("<=|>=|==|<|>");

    private final List<BoundExpression> sides = new ArrayList<>();
    private final List<String> relations = new ArrayList<>();

    /**
     * @param schema columns that may be named; text cannot
     * @throws IllegalArgumentException if it is no such condition or names another column
     */
    Condition(String text, Schema schema) {
        StoredNames columns = new StoredNames(schema);
        Matcher relation = RELATION.matcher(text);
        int from = 0;
        while (relation.find()) {
            sides.add(columns.bind(text.substring(from, relation.start())));
            relations.add(relation.group());
            from = relation.end();
        }
        if (relations.isEmpty()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no condition such as obs_m_h1 <= 500: it needs <=, <, >=, > or ==");
        }
        sides.add(columns.bind(text.substring(from)));
    }

    /** @param values as {@link #numbers} has them */
    boolean holds(double[] values) {
        double left = sides.get(0).value(values);
        for (int i = 0; i < relations.size(); i++) {
            double right = sides.get(i + 1).value(values);
            if (!holds(left, relations.get(i), right)) return false;
            left = right;
        }
        return true;
    }

    private static boolean holds(double left, String relation, double right) {
        return switch (relation) {
            case "<=" -> left <= right;
            case ">=" -> left >= right;
            case "<" -> left < right;
            case ">" -> left > right;
            default -> left == right;
        };
    }

    /** A row as numbers; NaN for text and for what is absent. */
    static double[] numbers(Row row) {
        double[] values = new double[row.schema().size()];
        for (int i = 0; i < values.length; i++) values[i] = number(row, i);
        return values;
    }

    static double number(Row row, int column) {
        if (row.isNull(column)) return Double.NaN;
        Column.Type type = row.schema().columns().get(column).type();
        return switch (type) {
            case DOUBLE -> row.getDouble(column);
            case INT32 -> row.getInt(column);
            case INT64 -> row.getLong(column);
            case BOOLEAN -> row.getBoolean(column) ? 1 : 0;
            case STRING -> Double.NaN;
        };
    }
}
