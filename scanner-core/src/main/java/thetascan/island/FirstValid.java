package thetascan.island;

import java.util.Arrays;
import java.util.List;

/**
 * What the first valid point of a scan cost, as if all islands of its round had advanced side by side, generation by
 * generation, each as far as it went: islands of a round need not do equally many.
 */
public final class FirstValid {

    /** There is none. */
    public static final long NONE = -1;

    private FirstValid() {}

    /**
     * Evaluations up to and including the first valid point of a round.
     *
     * @param before  evaluations of the scan before this round
     * @param results of the round, in the order of the islands
     * @return at most the evaluations after the round; {@link #NONE} if no point of it was valid
     */
    public static long evaluations(long before, List<RoundResult> results) {
        int first = first(results);
        if (first < 0) {
            return NONE;
        }
        int generation = (int) results.get(first).firstValid()[0];
        long count = before + results.get(first).firstValid()[1];
        for (int i = 0; i < results.size(); i++) {
            int whole = i < first ? generation + 1 : generation; // an earlier island has done this generation as well
            count += Arrays.stream(results.get(i).evaluations()).limit(whole).sum();
        }
        return count;
    }

    /** Which island was first, of those in the same generation the one that comes first; −1 if none was. */
    private static int first(List<RoundResult> results) {
        int first = -1;
        for (int i = 0; i < results.size(); i++) {
            long[] own = results.get(i).firstValid();
            if (own.length > 0 && (first < 0 || own[0] < results.get(first).firstValid()[0])) {
                first = i;
            }
        }
        return first;
    }
}
