package thetascan.physics;

/**
 * Neutrino masses and the lepton mixing matrix in the parametrisation of the Particle Data Group,
 * U = R₂₃ U₁₃(δ) R₁₂ diag(1, e^{iα₂₁/2}, e^{iα₃₁/2}) with ν_flavour = U ν_mass and diagonal charged leptons. It goes both
 * ways: {@link #set} from masses and angles to U, {@link #extract} from the mass matrix (−L = ½ νᵀ M ν) to masses and
 * angles. Caller-owned and reused.
 */
public final class NeutrinoMixing {

    private final Takagi takagi = new Takagi(3);

    /** m₁, m₂, m₃ [GeV]. */
    public final double[] mass = new double[3];
    /** U; its lepton phases and the signs of its columns are arbitrary after {@link #extract}. */
    public final ComplexMatrix u = new ComplexMatrix(3, 3);

    private double s12Sq;
    private double s13Sq;
    private double s23Sq;
    private double delta;

    /** {@return sin²θ₁₂} */
    public double s12Sq() {
        return s12Sq;
    }

    /** {@return sin²θ₁₃} */
    public double s13Sq() {
        return s13Sq;
    }

    /** {@return sin²θ₂₃} */
    public double s23Sq() {
        return s23Sq;
    }

    /** {@return Dirac phase in [0, 2π)} */
    public double delta() {
        return delta;
    }

    /**
     * Sets the masses.
     *
     * @param lightest  mass of the lightest neutrino [GeV]
     * @param dm21Sq    m₂² − m₁² [GeV²]
     * @param dm31Sq    m₃² − m₁² [GeV²], negative for inverted ordering
     */
    public void masses(double lightest, double dm21Sq, double dm31Sq) {
        double m1Sq = lightest * lightest - Math.min(0, dm31Sq);
        mass[0] = Math.sqrt(m1Sq);
        mass[1] = Math.sqrt(m1Sq + dm21Sq);
        mass[2] = dm31Sq < 0 ? lightest : Math.sqrt(m1Sq + dm31Sq);
    }

    /**
     * Sets U from sin²θ_ij in [0, 1] and the phases δ, α₂₁, α₃₁ [rad].
     *
     * @param s12Sq sin²θ₁₂
     * @param s13Sq sin²θ₁₃
     * @param s23Sq sin²θ₂₃
     * @param delta Dirac phase δ [rad]
     * @param alpha21 Majorana phase α₂₁ [rad]
     * @param alpha31 Majorana phase α₃₁ [rad]
     */
    public void set(double s12Sq, double s13Sq, double s23Sq, double delta, double alpha21, double alpha31) {
        this.s12Sq = s12Sq;
        this.s13Sq = s13Sq;
        this.s23Sq = s23Sq;
        this.delta = delta;
        double s12 = Math.sqrt(s12Sq);
        double c12 = Math.sqrt(1 - s12Sq);
        double s13 = Math.sqrt(s13Sq);
        double c13 = Math.sqrt(1 - s13Sq);
        double s23 = Math.sqrt(s23Sq);
        double c23 = Math.sqrt(1 - s23Sq);
        double cd = Math.cos(delta);
        double sd = Math.sin(delta);
        u.set(0, 0, c12 * c13, 0);
        u.set(0, 1, s12 * c13, 0);
        u.set(0, 2, s13 * cd, -s13 * sd);
        u.set(1, 0, -s12 * c23 - c12 * s23 * s13 * cd, -c12 * s23 * s13 * sd);
        u.set(1, 1, c12 * c23 - s12 * s23 * s13 * cd, -s12 * s23 * s13 * sd);
        u.set(1, 2, s23 * c13, 0);
        u.set(2, 0, s12 * s23 - c12 * c23 * s13 * cd, -c12 * c23 * s13 * sd);
        u.set(2, 1, -c12 * s23 - s12 * c23 * s13 * cd, -s12 * c23 * s13 * sd);
        u.set(2, 2, c23 * c13, 0);
        rephaseColumn(1, alpha21 / 2);
        rephaseColumn(2, alpha31 / 2);
    }

    private void rephaseColumn(int column, double phase) {
        double c = Math.cos(phase);
        double s = Math.sin(phase);
        for (int row = 0; row < 3; row++) {
            double x = u.re(row, column);
            double y = u.im(row, column);
            u.set(row, column, x * c - y * s, x * s + y * c);
        }
    }

    /**
     * Masses and mixing of a mass matrix [GeV] in the flavour basis. Angles are NaN where the matrix leaves them open
     * (all masses zero).
     *
     * @param massMatrix complex symmetric M [GeV], 3×3
     * @param ordering which of the masses is the least
     */
    public void extract(ComplexMatrix massMatrix, MassOrdering ordering) {
        takagi.factorise(massMatrix.re, massMatrix.im);
        for (int i = 0; i < 3; i++) {
            int rank = ordering.rank(i);
            mass[i] = takagi.values[rank];
            for (int flavour = 0; flavour < 3; flavour++) {
                u.set(flavour, i, takagi.uRe[rank * 3 + flavour], -takagi.uIm[rank * 3 + flavour]);
            }
        }
        if (!(takagi.values[2] > 0)) {
            s12Sq = Double.NaN;
            s13Sq = Double.NaN;
            s23Sq = Double.NaN;
            delta = Double.NaN;
            return;
        }
        s13Sq = u.squared(0, 2);
        double e1 = u.squared(0, 0);
        double e2 = u.squared(0, 1);
        double mu3 = u.squared(1, 2);
        double tau3 = u.squared(2, 2);
        s12Sq = e2 / (e1 + e2);
        s23Sq = mu3 / (mu3 + tau3);
        delta = diracPhase();
    }

    /**
     * δ from the rephasing invariant I = U_e1 U_μ3 U*_e3 U*_μ1 = −c₁₂ c₁₃² s₂₃ s₁₃ (s₁₂ c₂₃ e^{iδ} + c₁₂ s₂₃ s₁₃); zero if one
     * of those factors vanishes.
     */
    private double diracPhase() {
        double s13 = Math.sqrt(s13Sq);
        double c12 = Math.sqrt(1 - s12Sq);
        double s23 = Math.sqrt(s23Sq);
        double factor = c12 * (1 - s13Sq) * s23 * s13;
        if (factor == 0) {
            return 0;
        }
        double aRe = u.re(0, 0) * u.re(1, 2) - u.im(0, 0) * u.im(1, 2);
        double aIm = u.re(0, 0) * u.im(1, 2) + u.im(0, 0) * u.re(1, 2);
        double bRe = u.re(0, 2) * u.re(1, 0) - u.im(0, 2) * u.im(1, 0);
        double bIm = -u.re(0, 2) * u.im(1, 0) - u.im(0, 2) * u.re(1, 0);
        double re = -(aRe * bRe - aIm * bIm) / factor - c12 * s23 * s13;
        double im = -(aRe * bIm + aIm * bRe) / factor;
        double phase = Math.atan2(im, re);
        return phase < 0 ? phase + 2 * Math.PI : phase;
    }
}
