package thetascan.quantity;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** "Did you mean": the known name closest to a mistyped one. */
public final class Suggestion {

    /** What other languages call a function. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "ln", "log", "arcsin", "asin", "arccos", "acos", "arctan", "atan", "fabs", "abs", "conjugate", "conj");

    private Suggestion() {}

    /**
     * The known name that means the same in other languages, or else the one with the smallest edit distance to a typo: case
     * ignored, the first of equals, and at most about a third of its letters different.
     *
     * @param typo  what was written
     * @param known what could have been meant
     * @return the nearest, if any is near
     */
    public static Optional<String> closest(String typo, Collection<String> known) {
        String given = typo.toLowerCase(Locale.ROOT);
        String best = ELSEWHERE.get(given);
        if (best != null && known.contains(best)) return Optional.of(best);
        best = null;
        int smallest = Integer.MAX_VALUE;
        for (String name : known) {
            int distance = distance(given, name.toLowerCase(Locale.ROOT));
            if (distance < smallest && distance <= Math.max(1, Math.min(typo.length(), name.length()) / 3)) {
                smallest = distance;
                best = name;
            }
        }
        return Optional.ofNullable(best);
    }

    /**
     * The end of an error message, such as {@code " Did you mean 'kappa_W'?"}.
     *
     * @param typo  what was written
     * @param known what could have been meant
     * @return a sentence behind a blank, empty if nothing is near
     */
    public static String hint(String typo, Collection<String> known) {
        return closest(typo, known).map(name -> " Did you mean '" + name + "'?").orElse("");
    }

    /** Optimal string alignment distance: insertions, deletions, substitutions, swaps of neighbours. */
    private static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substitution = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + substitution);
                boolean swap =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swap) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[b.length()];
    }
}
