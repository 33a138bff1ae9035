package thetascan.higgs;

/**
 * Vacuum, masses and mixing of a point. Mutable and reused from point to point, like the other parts of {@link HiggsEvaluation}.
 *
 * <p>Mixing matrices are row-major N×N, rows are states, columns doublets: {@code o} for the CP-even states, {@code p} for G0 and the CP-odd
 * ones, {@code q} for G+ and the charged ones.
 */
public class Spectrum {

    /** The scalars. */
    public final HiggsSector sector;

    /** Vacuum expectation value v [GeV]. */
    public double vev;

    /** v_a/v of the doublets: the first row of {@code p} and {@code q}. */
    public final double[] vHat;

    /** Masses [GeV] in the order of the sector. */
    public final double[] mass;
    /** Their squares. */
    public final double[] massSq;

    /** Mixing of the CP-even states. */
    public final double[] o;
    /** Mixing of G0 and the CP-odd states. */
    public final double[] p;
    /** Mixing of G+ and the charged states. */
    public final double[] q;

    /**
     * Without a point.
     *
     * @param sector the scalars
     */
    public Spectrum(HiggsSector sector) {
        this.sector = sector;
        int n = sector.doublets();
        vHat = new double[n];
        mass = new double[sector.count()];
        massSq = new double[sector.count()];
        o = new double[n * n];
        p = new double[n * n];
        q = new double[n * n];
    }

    /**
     * Sets masses.
     *
     * @param first  that of the first scalar [GeV]
     * @param theta  with the others, in the order of the sector
     * @param second place of the second one in θ
     */
    protected final void setMasses(double first, double[] theta, int second) {
        mass[0] = first;
        System.arraycopy(theta, second, mass, 1, mass.length - 1);
        for (int i = 0; i < mass.length; i++) {
            massSq[i] = mass[i] * mass[i];
        }
    }
}
