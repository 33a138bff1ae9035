package thetascan.limit;

import java.util.List;

/**
 * What a model predicts for its scalars at one point, as the search limits need it. Caller-owned and reused: plain
 * arrays, indices by the methods below. Arrays start at zero; a zero rate means "does not happen".
 */
@SuppressWarnings("EnumOrdinal") // modes, decays and colliders are array indices
public final class Predictions {

    private static final int P = Production.values().length;
    private static final int D = Decay.values().length;
    private static final int C = Coupling.values().length;
    /** BR(Z → νν), Particle Data Group. */
    private static final double Z_INVISIBLE = 0.2;

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
    /** BR(mother → W daughter), both charges, index {@link #pair(int, int)}. */
    public final double[] branchingW;
    /** BR(mother → daughter daughter) into two equal ones, index {@link #pair(int, int)}. */
    public final double[] branchingEqualPair;
    /** BR(mother → first second) into two different ones, index {@link #pair(int, int, int)}. */
    public final double[] branchingPair;
    /** Rate [pb] of non-resonant production of two scalars, index {@link #pairProduction(Collider, int, int)}. */
    public final double[] pairProduction;
    /** |κ_t|: modulus of the top Yukawa coupling over its Standard Model value, of each neutral particle. */
    public final double[] topCoupling;
    /** |M(gg)|²/|M(gg)_SM|² of each neutral particle. */
    public final double[] gluonRatio;
    /** Couplings with their signs, index {@link #coupling(int, Coupling)}. */
    public final double[] coupling;
    /** BR(t → W b). */
    public double topToWb = 1;

    /**
     * Predictions that are all zero.
     *
     * @param particles the scalars
     */
    public Predictions(List<Particle> particles) {
        this.particles = List.copyOf(particles);
        n = particles.size();
        int colliders = Collider.values().length;
        mass = new double[n];
        width = new double[n];
        production = new double[colliders * n * P];
        smProduction = new double[production.length];
        branching = new double[n * D];
        smBranching = new double[n * D];
        branchingZ = new double[n * n];
        branchingW = new double[n * n];
        branchingEqualPair = new double[n * n];
        branchingPair = new double[n * n * n];
        pairProduction = new double[colliders * n * n];
        topCoupling = new double[n];
        gluonRatio = new double[n];
        coupling = new double[n * C];
    }

    /** {@return the scalars, in the order of their indices} */
    public List<Particle> particles() {
        return particles;
    }

    /**
     * Where a production rate stands.
     *
     * @param collider where
     * @param particle index of the particle
     * @param mode     how
     * @return index in {@link #production} and {@link #smProduction}
     */
    public int production(Collider collider, int particle, Production mode) {
        return production(collider, particle) + mode.ordinal();
    }

    /** Where the production rates of a particle begin. */
    int production(Collider collider, int particle) {
        return (collider.ordinal() * n + particle) * P;
    }

    /** Where a production rate stands if there are so many particles. */
    static int production(Collider collider, int particle, Production mode, int particles) {
        return (collider.ordinal() * particles + particle) * P + mode.ordinal();
    }

    /**
     * Where a branching ratio stands.
     *
     * @param particle index of the particle
     * @param decay    into what
     * @return index in {@link #branching} and {@link #smBranching}
     */
    public int decay(int particle, Decay decay) {
        return decay(particle) + decay.ordinal();
    }

    /** Where the branching ratios of a particle begin. */
    int decay(int particle) {
        return particle * D;
    }

    /**
     * Where a decay into one scalar, or into two equal ones, stands.
     *
     * @param mother   index of the mother
     * @param daughter index of the daughter
     * @return index in {@link #branchingZ}, {@link #branchingW} and {@link #branchingEqualPair}
     */
    public int pair(int mother, int daughter) {
        return mother * n + daughter;
    }

    /**
     * Where a decay into two different scalars stands; their order does not matter.
     *
     * @param mother index of the mother
     * @param first  index of a daughter
     * @param second index of the other
     * @return index in {@link #branchingPair}
     */
    public int pair(int mother, int first, int second) {
        return (mother * n + Math.min(first, second)) * n + Math.max(first, second);
    }

    /**
     * Where the production of two scalars stands; their order does not matter, they may be the same.
     *
     * @param collider where
     * @param first    index of the one
     * @param second   index of the other
     * @return index in {@link #pairProduction}
     */
    public int pairProduction(Collider collider, int first, int second) {
        return (collider.ordinal() * n + Math.min(first, second)) * n + Math.max(first, second);
    }

    /**
     * Where a coupling stands.
     *
     * @param particle index of the particle
     * @param coupling which
     * @return index in {@link #coupling}
     */
    public int coupling(int particle, Coupling coupling) {
        return particle * C + coupling.ordinal();
    }

    /** BR(mother → first second), equal daughters or not. */
    double branchingInto(int mother, int first, int second) {
        return first == second ? branchingEqualPair[pair(mother, first)] : branchingPair[pair(mother, first, second)];
    }

    /**
     * Fills {@link Decay#inv} of every particle from its other decays: direct ones, ZZ → 4ν, Z → νν with an invisible
     * scalar, two invisible scalars. A daughter is lighter than its mother, so n passes settle every cascade. The
     * Standard-Model-like Higgs boson has the direct ones and ZZ → 4ν.
     */
    void deriveInvisible() {
        for (int i = 0; i < n; i++) {
            smBranching[decay(i, Decay.inv)] = invisibleOfNoScalar(smBranching, i);
        }
        for (int pass = 0; pass < n; pass++) {
            for (int i = 0; i < n; i++) {
                branching[decay(i, Decay.inv)] = invisible(i);
            }
        }
    }

    private double invisible(int mother) {
        double sum = invisibleOfNoScalar(branching, mother);
        for (int i = 0; i < n; i++) {
            double first = branching[decay(i, Decay.inv)];
            sum += branchingZ[pair(mother, i)] * Z_INVISIBLE * first;
            for (int j = i; j < n; j++) {
                sum += branchingInto(mother, i, j) * first * branching[decay(j, Decay.inv)];
            }
        }
        return sum;
    }

    private double invisibleOfNoScalar(double[] br, int particle) {
        return br[decay(particle, Decay.directInv)] + br[decay(particle, Decay.ZZ)] * Z_INVISIBLE * Z_INVISIBLE;
    }
}
