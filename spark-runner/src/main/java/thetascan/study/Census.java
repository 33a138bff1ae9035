package thetascan.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import thetascan.archive.Coding;
import thetascan.point.PointRow;

/** Counts points by what they are: each category of each quantity that tells some. */
final class Census {

    private final List<Coding> codings;
    private final long[][] counts;

    Census(List<Coding> codings) {
        this.codings = codings;
        counts = codings.stream()
                .map(coding -> new long[coding.meanings().size()])
                .toArray(long[][]::new);
    }

    /** True if there is nothing to count. */
    boolean isEmpty() {
        return codings.isEmpty();
    }

    void add(PointRow row) {
        for (int c = 0; c < counts.length; c++) {
            int code = codings.get(c).code(row.theta(), row.observables());
            if (code >= 0) counts[c][code]++;
        }
    }

    /** Points of each category, by "quantity: meaning", in the order of the codes. */
    Map<String, Long> counts() {
        Map<String, Long> named = new LinkedHashMap<>();
        for (int c = 0; c < counts.length; c++) {
            Coding coding = codings.get(c);
            for (int code = 0; code < counts[c].length; code++) {
                named.put(coding.name() + ": " + coding.meanings().get(code), counts[c][code]);
            }
        }
        return named;
    }
}
