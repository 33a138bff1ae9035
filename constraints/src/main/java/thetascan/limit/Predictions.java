package thetascan.limit;

import java.util.List;

/**
 * What a model predicts for its scalars at one point, as the search limits need it. Caller-owned and reused: plain
 * arrays, indices by the methods below. Arrays start at zero; a zero rate means "does not happen".
 */
public final class Predictions {

    private static final int P = Production.values().length;
    private static final int D = Decay.values().length;

    private final List<Particle> particles;
    private final int n;

    /** Mass [GeV] of each particle. */
    public final double[] mass;
    /** Total width [GeV] of each particle. */
    public final double[] width;
    /** Production rates, index {@link #production(Collider, int, Production)}. */
    public final double[] production;
    /** Production rates of a Standard-Model-like Higgs boson of the same mass, same index; zero where unknown. */
    public final double[] smProduction;
    /** Branching ratios, index {@link #decay(int, Decay)}. */
    public final double[] branching;
    /** Branching ratios of a Standard-Model-like Higgs boson of the same mass, same index. */
    public final double[] smBranching;
    /** BR(mother → Z daughter), index {@link #pair(int, int)}. */
    public final double[] branchingZ;
    /** BR(mother → W daughter), index {@link #pair(int, int)}. */
    public final double[] branchingW;
    /** BR(mother → daughter daughter) into two equal ones, index {@link #pair(int, int)}. */
    public final double[] branchingEqualPair;
    /** |κ_t|: modulus of the top Yukawa coupling over its Standard Model value, of each neutral particle. */
    public final double[] topCoupling;
    /** |M(gg)|²/|M(gg)_SM|² of each neutral particle. */
    public final double[] gluonRatio;

    public Predictions(List<Particle> particles) {
        this.particles = List.copyOf(particles);
        n = particles.size();
        mass = new double[n];
        width = new double[n];
        production = new double[Collider.values().length * n * P];
        smProduction = new double[production.length];
        branching = new double[n * D];
        smBranching = new double[n * D];
        branchingZ = new double[n * n];
        branchingW = new double[n * n];
        branchingEqualPair = new double[n * n];
        topCoupling = new double[n];
        gluonRatio = new double[n];
    }

    public List<Particle> particles() {
        return particles;
    }

    public int production(Collider collider, int particle, Production mode) {
        return (collider.ordinal() * n + particle) * P + mode.ordinal();
    }

    public int decay(int particle, Decay decay) {
        return particle * D + decay.ordinal();
    }

    public int pair(int mother, int daughter) {
        return mother * n + daughter;
    }
}
