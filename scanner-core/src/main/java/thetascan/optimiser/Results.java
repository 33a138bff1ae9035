package thetascan.optimiser;

/**
 * What became of the candidates of one generation, in any order.
 *
 * @param ids     id of each
 * @param fitness what is minimised
 * @param vectors row-major count × m values of the kind the optimiser {@linkplain Optimiser#needs() needs}; empty for
 *                {@link Needs#FITNESS}
 * @param failed  true where the evaluation failed or the candidate was refused
 */
public record Results(long[] ids, double[] fitness, double[] vectors, boolean[] failed) {

    public Results {
        if (fitness.length != ids.length || failed.length != ids.length) {
            throw new IllegalArgumentException("results: " + ids.length + " ids, " + fitness.length
                    + " fitness values, " + failed.length + " flags: must be as many");
        }
    }

    public int count() {
        return ids.length;
    }

    /** The fitness of the result at a position; infinite if it failed or is NaN. */
    public double cost(int position) {
        double value = fitness[position];
        return failed[position] || Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
    }
}
