package thetascan.optimiser;

/**
 * What became of the candidates of one generation, in any order.
 *
 * @param ids     id of each
 * @param fitness what is minimised; below 1 for a valid point, by how familiar it is, at least 1 for an invalid one
 * @param vectors row-major count × m values of the kind the optimiser {@linkplain Optimiser#needs() needs}; empty for
 *                {@link Needs#FITNESS}
 * @param failed  true where the evaluation failed or the candidate was refused
 * @param commonness how common each is among what is known by what it is, 1 = as common as others; empty where all are alike
 */
public record Results(long[] ids, double[] fitness, double[] vectors, boolean[] failed, double[] commonness) {

    private static final double[] ALIKE = {};

    /**
     * Checks that all belong together.
     *
     * @param ids     id of each
     * @param fitness of each
     * @param vectors row-major, as many values for each
     * @param failed  one flag for each
     * @param commonness of each, or empty
     * @throws IllegalArgumentException if the lengths do not fit
     */
    public Results {
        if (commonness.length > 0 && commonness.length != ids.length) {
            throw new IllegalArgumentException("results: " + ids.length + " ids, " + commonness.length
                    + " values of commonness: must be as many, or none");
        }
        if (fitness.length != ids.length || failed.length != ids.length) {
            throw new IllegalArgumentException("results: " + ids.length + " ids, " + fitness.length
                    + " fitness values, " + failed.length + " flags: must be as many");
        }
        if (vectors.length > 0 && (ids.length == 0 || vectors.length % ids.length != 0)) {
            throw new IllegalArgumentException("results: " + vectors.length + " values of " + ids.length
                    + " candidates: must be as many for each");
        }
    }

    /**
     * Results that are all alike but for their fitness.
     *
     * @param ids     id of each
     * @param fitness of each
     * @param vectors row-major, as many values for each
     * @param failed  one flag for each
     * @throws IllegalArgumentException if the lengths do not fit
     */
    public Results(long[] ids, double[] fitness, double[] vectors, boolean[] failed) {
        this(ids, fitness, vectors, failed, ALIKE);
    }

    /**
     * Number of results.
     *
     * @return count
     */
    public int count() {
        return ids.length;
    }

    /**
     * Number of values of each candidate besides its fitness.
     *
     * @return m
     */
    public int width() {
        return ids.length == 0 ? 0 : vectors.length / ids.length;
    }

    /**
     * The fitness of a result, made safe to compare.
     *
     * @param position position among the results
     * @return its fitness; infinite if it failed or is NaN
     */
    public double cost(int position) {
        double value = fitness[position];
        return failed[position] || Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
    }

    /**
     * How common a result is by what it is.
     *
     * @param position position among the results
     * @return 1 where all are alike
     */
    public double commonness(int position) {
        return commonness.length == 0 ? 1 : commonness[position];
    }
}
