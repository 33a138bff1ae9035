package thetascan.limit;

/** What a limit compares for one particle: a rate [pb], a branching ratio or a coupling. */
interface Rate {

    double of(Predictions p, int particle);
}
