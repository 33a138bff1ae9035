package thetascan.island;

import thetascan.random.RandomStream;
import thetascan.search.RestartSettings.Growth;
import thetascan.state.Persistent;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/**
 * Population and step size of an island's runs, one after another; a run is what lies between two starts. As long as
 * runs find nothing they grow as the settings say; after one that found a valid point all begins as at first.
 */
final class RunSizes implements Persistent {

    /** Most doublings of the population. */
    private static final int MOST_DOUBLINGS = 9;
    /** Least step size of a small run, relative to the first one. */
    private static final double LEAST_SIGMA = 0.01;

    private final Growth growth;
    private int doublings;
    private boolean small = true;
    private double populationFactor = 1;
    private double sigmaFactor = 1;
    /** Evaluations of this run, and what it may have, 0 = no limit. */
    private long spent;

    private long limit;
    /** Evaluations of earlier small and large runs. */
    private long spentSmall;

    private long spentLarge;

    RunSizes(Growth growth) {
        this.growth = growth;
    }

    /** Population of this run in that of the first one. */
    double populationFactor() {
        return populationFactor;
    }

    /** First step size of this run in that of the first one, where it begins anywhere. */
    double sigmaFactor() {
        return sigmaFactor;
    }

    void evaluated(int count) {
        spent += count;
    }

    /** True if the run has had its share of evaluations. */
    boolean isSpent() {
        return limit > 0 && spent >= limit;
    }

    /**
     * The next run.
     *
     * @param barren true if this one found no valid point
     */
    void next(boolean barren, RandomStream random) {
        if (!barren) {
            reset();
        } else if (growth == Growth.DOUBLE) {
            enlarge();
        } else if (growth == Growth.BIPOP) {
            alternate(random);
        }
        spent = 0;
    }

    private void reset() {
        doublings = 0;
        small = true;
        populationFactor = 1;
        sigmaFactor = 1;
        limit = 0;
        spentSmall = 0;
        spentLarge = 0;
    }

    private void enlarge() {
        doublings = Math.min(doublings + 1, MOST_DOUBLINGS);
        populationFactor = Math.scalb(1.0, doublings);
    }

    /**
     * Runs of doubled populations, and between them small ones until those have had as many evaluations (N. Hansen,
     * GECCO workshop BBOB 2009, 2389). A small one has a random population between the first and the last large one
     * and a random smaller step size, and half the evaluations of the large ones.
     */
    private void alternate(RandomStream random) {
        if (small) {
            spentSmall += spent;
        } else {
            spentLarge += spent;
        }
        small = spentSmall < spentLarge;
        if (small) {
            sigmaFactor = StrictMath.pow(LEAST_SIGMA, random.nextDouble());
            double share = random.nextDouble();
            populationFactor = StrictMath.pow(2, doublings * share * share);
            limit = spentLarge / 2;
        } else {
            enlarge();
            sigmaFactor = 1;
            limit = 0;
        }
    }

    @Override
    public void save(StateOutput out) {
        out.put("doublings", doublings)
                .put("small", small ? 1 : 0)
                .put("populationFactor", populationFactor)
                .put("sigmaFactor", sigmaFactor);
        out.put("spent", spent)
                .put("limit", limit)
                .put("spentSmall", spentSmall)
                .put("spentLarge", spentLarge);
    }

    @Override
    public void restore(StateInput in) {
        doublings = in.getInt("doublings");
        small = in.getInt("small") == 1;
        populationFactor = in.getDouble("populationFactor");
        sigmaFactor = in.getDouble("sigmaFactor");
        spent = in.getLong("spent");
        limit = in.getLong("limit");
        spentSmall = in.getLong("spentSmall");
        spentLarge = in.getLong("spentLarge");
    }
}
