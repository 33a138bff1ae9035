package thetascan.optimiser.nsga;

/**
 * What a multi-objective search knows of a member, in the place of a fitness. The order is that of the crowded
 * comparison of NSGA-II: lower rank first, then larger crowding distance (K. Deb et al., IEEE Trans. Evol. Comput. 6
 * (2002) 182, sec. III B).
 *
 * @param objectives what is minimised; of no meaning if the violation is infinite
 * @param violation  total violation of constraints, 0 = feasible, infinite = the evaluation failed
 * @param rank       index of the front it survived in
 * @param crowding   crowding distance within that front
 */
record Merit(double[] objectives, double violation, int rank, double crowding) implements Comparable<Merit> {

    public Merit {
        if (!(violation >= 0)) {
            throw new IllegalArgumentException("violation " + violation + " must not be negative or NaN");
        }
    }

    /** Evaluated, not ranked yet. */
    public static Merit of(double[] objectives, double violation) {
        return new Merit(objectives, violation, 0, 0);
    }

    /** A failed evaluation: behind everything that did not fail. */
    public static Merit failed(int objectives) {
        return of(new double[objectives], Double.POSITIVE_INFINITY);
    }

    /** The same with another place in the population. */
    public Merit ranked(int newRank, double newCrowding) {
        return new Merit(objectives, violation, newRank, newCrowding);
    }

    @Override
    public int compareTo(Merit other) {
        int byRank = Integer.compare(rank, other.rank);
        return byRank != 0 ? byRank : Double.compare(other.crowding, crowding);
    }
}
