package thetascan.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import thetascan.point.PointRow;
import thetascan.quantity.Quantity;

/** Counts points by what they are: each meaning of each observable that is a category. */
final class Census {

    private final List<Quantity> observables;
    private final int[] categories;
    private final long[][] counts;

    Census(List<Quantity> observables) {
        this.observables = observables;
        categories = IntStream.range(0, observables.size())
                .filter(i -> observables.get(i).isCategory())
                .toArray();
        counts = IntStream.of(categories)
                .mapToObj(i -> new long[observables.get(i).legend().size()])
                .toArray(long[][]::new);
    }

    /** True if there is nothing to count. */
    boolean isEmpty() {
        return categories.length == 0;
    }

    void add(PointRow row) {
        for (int c = 0; c < categories.length; c++) {
            double code = row.observables()[categories[c]];
            if (code >= 0 && code < counts[c].length) counts[c][(int) code]++;
        }
    }

    /** Points of each meaning, by "observable: meaning", in the order of the legends. */
    Map<String, Long> counts() {
        Map<String, Long> named = new LinkedHashMap<>();
        for (int c = 0; c < categories.length; c++) {
            Quantity category = observables.get(categories[c]);
            for (int code = 0; code < counts[c].length; code++) {
                named.put(category.name() + ": " + category.legend().get(code), counts[c][code]);
            }
        }
        return named;
    }
}
