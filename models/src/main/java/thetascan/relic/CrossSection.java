package thetascan.relic;

/** Cross-sections of single processes 1 2 → 3 4 at tree level, for tests and for a look at a point. One thread. */
public final class CrossSection {

    private static final double PRECISION = 1e-7;

    private final FeynmanRules rules;
    private final ProcessFinder finder;

    /** @param rules written at least once */
    public CrossSection(FeynmanRules rules) {
        this.rules = rules;
        finder = new ProcessFinder(rules);
    }

    /**
     * A cross-section averaged over the spins of the initial particles.
     *
     * @param a label of particle 1
     * @param b label of particle 2
     * @param c label of particle 3
     * @param d label of particle 4
     * @param momentum of the initial particles in their rest frame [GeV]
     * @return σ [GeV⁻²]; zero if there is no diagram or the energy is too low
     */
    public double at(int a, int b, int c, int d, double momentum) {
        Process process = finder.find(a, b, c, d, 1);
        if (process == null || !process.prepare(rules)) {
            return 0;
        }
        AnnihilationRate rate = new AnnihilationRate(rules, PRECISION);
        rate.of(process);
        double energy = Math.hypot(momentum, rules.mass(a)) + Math.hypot(momentum, rules.mass(b));
        int states = rules.particles().spin(a).states * rules.particles().spin(b).states;
        return rate.at(energy * energy) / (4 * momentum * energy * states);
    }
}
