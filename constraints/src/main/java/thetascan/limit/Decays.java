package thetascan.limit;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A sum of branching ratios; "any" decay counts as 1. */
public final class Decays {

    private final List<Decay> decays;
    private final boolean any;

    private Decays(List<Decay> decays, boolean any) {
        this.decays = List.copyOf(decays);
        this.any = any;
    }

    /**
     * These decays.
     *
     * @param decays the modes
     * @return their sum
     */
    public static Decays of(List<Decay> decays) {
        return new Decays(decays, false);
    }

    /** {@return whatever the particle decays into} */
    public static Decays any() {
        return new Decays(List.of(), true);
    }

    boolean needsInvisible() {
        return decays.contains(Decay.inv);
    }

    double of(Predictions p, int particle) {
        return any ? 1 : sum(p.branching, p, particle);
    }

    /** The same of a Standard-Model-like Higgs boson of the same mass. */
    double ofReference(Predictions p, int particle) {
        return any ? 1 : sum(p.smBranching, p, particle);
    }

    private double sum(double[] branching, Predictions p, int particle) {
        int base = p.decay(particle);
        double sum = 0;
        for (int k = 0; k < decays.size(); k++) {
            sum += branching[base + decays.get(k).ordinal()];
        }
        return sum;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Decays that && any == that.any && decays.equals(that.decays);
    }

    @Override
    public int hashCode() {
        return Objects.hash(any, decays);
    }

    List<Decay> modes() {
        return decays;
    }

    boolean isAny() {
        return any;
    }
}
