package thetascan.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import thetascan.optimiser.CandidateFilter;
import thetascan.optimiser.Candidates;

/** A filter that refuses by the first coordinate, and remembers whom it met. */
final class Bouncer implements CandidateFilter {

    private final int n;
    private final double least;
    private final Set<String> accepted = new HashSet<>();
    private final Set<String> refused = new HashSet<>();

    Bouncer(int dimension, double least) {
        n = dimension;
        this.least = least;
    }

    @Override
    public boolean accepts(double[] u, int offset) {
        boolean welcome = u[offset] > least;
        (welcome ? accepted : refused).add(name(u, offset));
        return welcome;
    }

    private String name(double[] u, int offset) {
        return Arrays.toString(Arrays.copyOfRange(u, offset, offset + n));
    }

    /** How many of the candidates it met; those it refused must be flagged. */
    int met(Candidates candidates) {
        int met = 0;
        for (int k = 0; k < candidates.count(); k++) {
            String name = name(candidates.u(), k * n);
            if (refused.contains(name)) assertThat(candidates.refused()[k]).isTrue();
            if (refused.contains(name) || accepted.contains(name)) met++;
        }
        return met;
    }
}
