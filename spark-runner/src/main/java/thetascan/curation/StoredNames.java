package thetascan.curation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import thetascan.constraint.BoundExpression;
import thetascan.constraint.Expression;
import thetascan.constraint.ObservableColumns;
import thetascan.quantity.Suggestion;
import thetascan.table.Column;
import thetascan.table.Prefix;
import thetascan.table.Schema;

/** Columns by the names that people may give them: as they stand in the file, or as the model calls them, without prefix. */
final class StoredNames {

    private final Schema schema;
    private final Map<String, Integer> places = new LinkedHashMap<>();

    StoredNames(Schema schema) {
        this.schema = schema;
        List<String> names = schema.names();
        for (int i = 0; i < names.size(); i++) places.put(names.get(i), i);
        for (Prefix prefix : List.of(Prefix.INPUT, Prefix.OBSERVABLE)) {
            for (int i = 0; i < names.size(); i++) {
                String start = prefix.of("");
                if (names.get(i).startsWith(start))
                    places.putIfAbsent(names.get(i).substring(start.length()), i);
            }
        }
    }

    /**
     * Where a column of numbers or flags stands.
     *
     * @throws IllegalArgumentException if there is none of that name, or it holds text
     */
    int place(String name) {
        Integer place = places.get(name);
        if (place == null) {
            throw new IllegalArgumentException(
                    "there is no column '" + name + "'." + Suggestion.hint(name, places.keySet()));
        }
        if (schema.columns().get(place).type() == Column.Type.STRING) {
            throw new IllegalArgumentException("column '" + name + "' holds text, not numbers");
        }
        return place;
    }

    /**
     * An expression of columns, on rows that have their numbers.
     *
     * @throws IllegalArgumentException if it is none, or names what {@link #place} refuses
     */
    BoundExpression bind(String text) {
        Expression expression = Expression.parse(text.strip());
        expression.names().forEach(this::place);
        return expression.bind(ObservableColumns.placed(places));
    }
}
