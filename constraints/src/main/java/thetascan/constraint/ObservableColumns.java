package thetascan.constraint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import thetascan.quantity.Quantity;
import thetascan.quantity.Suggestion;

/** Where each observable stands in a row. Remembers which ones a rule asked for: those it depends on. */
public final class ObservableColumns {

    private final Map<String, Integer> index;
    private final Set<Integer> asked = new LinkedHashSet<>();

    private ObservableColumns(Map<String, Integer> index) {
        this.index = index;
    }

    /**
     * Columns in the order of some quantities.
     *
     * @param observables what the numbers of a row are
     * @return their columns, none of them asked for
     */
    public static ObservableColumns of(List<Quantity> observables) {
        return named(observables.stream().map(Quantity::name).toList());
    }

    /**
     * Columns in the order of some names.
     *
     * @param names what the numbers of a row are called
     * @return their columns, none of them asked for
     */
    public static ObservableColumns named(List<String> names) {
        Map<String, Integer> index = new LinkedHashMap<>();
        for (String name : names) {
            index.put(name, index.size());
        }
        return new ObservableColumns(index);
    }

    /**
     * Columns of which some may have several names.
     *
     * @param places indices in a row, by every name
     * @return these columns, none of them asked for
     */
    public static ObservableColumns placed(Map<String, Integer> places) {
        return new ObservableColumns(new LinkedHashMap<>(places));
    }

    /** The same columns for another rule, none of them asked for. */
    ObservableColumns forAnother() {
        return new ObservableColumns(index);
    }

    /**
     * The column of an observable.
     *
     * @param observable its name
     * @return index in a row
     * @throws IllegalArgumentException with a suggestion, if there is none of that name
     */
    public int of(String observable) {
        Integer found = index.get(observable);
        if (found == null) {
            throw new IllegalArgumentException(
                    "unknown observable '" + observable + "'." + Suggestion.hint(observable, index.keySet()));
        }
        asked.add(found);
        return found;
    }

    /** The columns asked for so far, each once. */
    int[] asked() {
        return new ArrayList<>(asked).stream().mapToInt(Integer::intValue).toArray();
    }
}
