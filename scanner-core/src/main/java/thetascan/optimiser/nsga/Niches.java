package thetascan.optimiser.nsga;

import java.util.random.RandomGenerator;

/**
 * Niche preservation of NSGA-III in one generation (K. Deb and H. Jain, IEEE Trans. Evol. Comput. 18 (2014) 577,
 * algorithms 3 and 4): every member belongs to the reference direction nearest to it, and directions with few survivors
 * are served first.
 */
final class Niches {

    private final ReferenceDirections directions;
    /** Members of the population, those that survive first as they are chosen. */
    private final int[] members;
    /** Direction and squared distance to it of the member at each place. */
    private final int[] niche;

    private final double[] distance;

    /**
     * @param considered number of members that come into question, the first ones of the fronts
     */
    Niches(ReferenceDirections directions, Normalisation normalisation, Fronts fronts, int considered) {
        this.directions = directions;
        members = fronts.members().clone();
        niche = new int[considered];
        distance = new double[considered];
        double[] f = new double[directions.objectives()];
        for (int place = 0; place < considered; place++) {
            normalisation.normalise(fronts.objectives(), members[place] * f.length, f);
            niche[place] = directions.nearest(f);
            distance[place] = directions.squaredDistance(niche[place], f);
        }
    }

    /**
     * The members, those that survive first.
     *
     * @param begin all before survive in any case
     * @param size  how many survive
     */
    int[] choose(int begin, int size, RandomGenerator random) {
        int[] survivors = new int[directions.count()];
        int[] waiting = new int[directions.count()];
        for (int place = 0; place < niche.length; place++) (place < begin ? survivors : waiting)[niche[place]]++;
        int[] poorest = new int[directions.count()];
        int place = begin;
        while (place < size) {
            int ties = poorest(survivors, waiting, poorest);
            shuffle(poorest, ties, random);
            for (int k = 0; k < ties && place < size; k++) {
                int served = poorest[k];
                // an empty niche gets its nearest candidate, any other a random one
                int pick = survivors[served] == 0
                        ? nearest(served, place)
                        : waitingAt(served, place, random.nextInt(waiting[served]));
                swap(place++, pick);
                survivors[served]++;
                waiting[served]--;
            }
        }
        return members;
    }

    /** Lists the directions with the fewest survivors among those that have candidates; how many. */
    private static int poorest(int[] survivors, int[] waiting, int[] poorest) {
        int least = Integer.MAX_VALUE;
        int ties = 0;
        for (int k = 0; k < survivors.length; k++) {
            if (waiting[k] == 0 || survivors[k] > least) continue;
            if (survivors[k] < least) ties = 0;
            least = survivors[k];
            poorest[ties++] = k;
        }
        return ties;
    }

    private int nearest(int direction, int from) {
        int best = -1;
        for (int place = from; place < niche.length; place++) {
            if (niche[place] == direction && (best < 0 || distance[place] < distance[best])) best = place;
        }
        return best;
    }

    /** The place of the candidate of this direction after skipping some. */
    private int waitingAt(int direction, int from, int skip) {
        int place = from;
        for (int left = skip; niche[place] != direction || left-- > 0; ) place++;
        return place;
    }

    private void swap(int i, int k) {
        int member = members[i];
        members[i] = members[k];
        members[k] = member;
        int direction = niche[i];
        niche[i] = niche[k];
        niche[k] = direction;
        double square = distance[i];
        distance[i] = distance[k];
        distance[k] = square;
    }

    private static void shuffle(int[] values, int length, RandomGenerator random) {
        for (int i = length - 1; i > 0; i--) {
            int k = random.nextInt(i + 1);
            int value = values[i];
            values[i] = values[k];
            values[k] = value;
        }
    }
}
