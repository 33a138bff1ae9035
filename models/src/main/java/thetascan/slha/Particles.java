package thetascan.slha;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which particles are their own antiparticles; for all others the PDG number of the antiparticle has the opposite
 * sign. Immutable.
 */
public final class Particles {

    /** Gauge and Higgs bosons, the graviton and a few mesons, as numbered by the Particle Data Group. */
    private static final Set<Integer> STANDARD_MODEL =
            Set.of(21, 22, 23, 25, 39, 111, 113, 115, 221, 223, 225, 331, 333, 443, 553, 130, 310);

    /** Further neutral gauge and Higgs bosons, and the Majorana fermions of the MSSM and NMSSM as in SLHA2. */
    private static final Set<Integer> BEYOND =
            Set.of(32, 33, 35, 36, 45, 46, 1000021, 1000022, 1000023, 1000025, 1000035, 1000045, 1000039);

    private static final Particles PDG = new Particles(union(STANDARD_MODEL, BEYOND));

    private final Set<Integer> selfConjugate;

    private Particles(Set<Integer> selfConjugate) {
        this.selfConjugate = selfConjugate;
    }

    /** {@return the Standard Model, the MSSM and the NMSSM} Neutrinos are taken to differ from antineutrinos. */
    public static Particles pdg() {
        return PDG;
    }

    /**
     * {@return these and, besides, further particles that are their own antiparticles}
     *
     * @param further positive PDG numbers
     */
    public Particles withSelfConjugate(Set<Integer> further) {
        return new Particles(union(selfConjugate, further));
    }

    /**
     * {@return true if the particle is its own antiparticle}
     *
     * @param particle PDG number
     */
    public boolean isSelfConjugate(int particle) {
        return selfConjugate.contains(particle);
    }

    /**
     * {@return the PDG number of the antiparticle}
     *
     * @param particle PDG number
     */
    public int conjugate(int particle) {
        return isSelfConjugate(particle) ? particle : -particle;
    }

    List<Integer> conjugate(List<Integer> particles) {
        List<Integer> conjugates = new ArrayList<>(particles.size());
        for (int particle : particles) conjugates.add(conjugate(particle));
        return conjugates;
    }

    static List<Integer> sorted(List<Integer> particles) {
        List<Integer> sorted = new ArrayList<>(particles);
        Collections.sort(sorted);
        return sorted;
    }

    /** Sorted moduli: what remains of a final state when particles and antiparticles are one. */
    static List<Integer> moduli(List<Integer> particles) {
        List<Integer> moduli = new ArrayList<>(particles.size());
        for (int particle : particles) moduli.add(Math.abs(particle));
        Collections.sort(moduli);
        return moduli;
    }

    private static Set<Integer> union(Set<Integer> a, Set<Integer> b) {
        Set<Integer> union = new HashSet<>(a);
        union.addAll(b);
        return Set.copyOf(union);
    }
}
