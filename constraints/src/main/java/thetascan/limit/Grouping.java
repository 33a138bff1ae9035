package thetascan.limit;

import java.util.List;

/** How candidate particles are taken together for a limit. Groups are bit sets of particle indices. */
public sealed interface Grouping {

    /**
     * Finds the groups of the candidates.
     *
     * @param p          predictions
     * @param candidates bit set of particle indices
     * @param groups     receives the groups
     * @return their number
     */
    int groups(Predictions p, int candidates, int[] groups);

    /** {@return the rate above which a particle is a candidate} */
    double smallestRate();

    /** {@return what a group must fulfil} */
    List<Condition> conditions();

    /** {@return true if a condition reads {@link Decay#inv}} */
    default boolean needsInvisible() {
        return conditions().stream().anyMatch(Condition::needsInvisible);
    }

    private static boolean hold(List<Condition> conditions, Predictions p, int group) {
        for (int i = 0; i < conditions.size(); i++) {
            if (!conditions.get(i).holds(p, group)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Every particle by itself.
     *
     * @param conditions what each must fulfil
     */
    record Single(List<Condition> conditions) implements Grouping {

        /**
         * Copies the list.
         *
         * @param conditions what each must fulfil
         */
        public Single {
            conditions = List.copyOf(conditions);
        }

        boolean holds(Predictions p, int group) {
            return hold(conditions, p, group);
        }

        @Override
        public int groups(Predictions p, int candidates, int[] groups) {
            int count = 0;
            for (int rest = candidates; rest != 0; rest &= rest - 1) {
                int group = Integer.lowestOneBit(rest);
                if (holds(p, group)) {
                    groups[count++] = group;
                }
            }
            return count;
        }

        @Override
        public double smallestRate() {
            return 0;
        }
    }

    /**
     * The HiggsTools rule: the largest sets of particles whose masses differ by at most the resolution at their mean
     * mass and that meet the conditions.
     *
     * @param resolution of the search
     * @param conditions what a set must fulfil
     */
    record Clusters(MassResolution resolution, List<Condition> conditions) implements Grouping {

        /**
         * Copies the list.
         *
         * @param resolution of the search
         * @param conditions what a set must fulfil
         */
        public Clusters {
            conditions = List.copyOf(conditions);
        }

        @Override
        public int groups(Predictions p, int candidates, int[] groups) {
            int together = together(p, candidates);
            int count = 0;
            for (int rest = candidates & ~together; rest != 0; rest &= rest - 1) {
                int alone = Integer.lowestOneBit(rest);
                if (hold(conditions, p, alone)) {
                    groups[count++] = alone;
                }
            }
            // Every superset of a set is a larger number, so it comes before the set.
            for (int set = together; set != 0; set = (set - 1) & together) {
                if (!within(groups, count, set) && close(p, set) && hold(conditions, p, set)) {
                    groups[count++] = set;
                }
            }
            return count;
        }

        /** The candidates that may share a group with another one: closer than the resolution at the highest mass. */
        private int together(Predictions p, int candidates) {
            double highest = 0;
            for (int rest = candidates; rest != 0; rest &= rest - 1) {
                highest = Math.max(highest, p.mass[Integer.numberOfTrailingZeros(rest)]);
            }
            double distance = resolution.at(highest);
            int together = 0;
            for (int rest = candidates; rest != 0; rest &= rest - 1) {
                int i = Integer.numberOfTrailingZeros(rest);
                for (int others = rest & (rest - 1); others != 0; others &= others - 1) {
                    int j = Integer.numberOfTrailingZeros(others);
                    if (Math.abs(p.mass[i] - p.mass[j]) <= distance) {
                        together |= 1 << i | 1 << j;
                    }
                }
            }
            return together;
        }

        private static boolean within(int[] groups, int count, int set) {
            for (int i = 0; i < count; i++) {
                if ((set & groups[i]) == set) {
                    return true;
                }
            }
            return false;
        }

        private boolean close(Predictions p, int set) {
            double lowest = Double.POSITIVE_INFINITY;
            double highest = Double.NEGATIVE_INFINITY;
            double sum = 0;
            for (int rest = set; rest != 0; rest &= rest - 1) {
                double mass = p.mass[Integer.numberOfTrailingZeros(rest)];
                lowest = Math.min(lowest, mass);
                highest = Math.max(highest, mass);
                sum += mass;
            }
            return highest - lowest <= resolution.at(sum / Integer.bitCount(set));
        }

        @Override
        public double smallestRate() {
            return 1e-10;
        }
    }
}
