package thetascan.limit;

/** What a limit compares for two particles: a mother and its daughter, or two that are produced together. */
interface PairRate {

    double of(Predictions p, int first, int second);
}
