package thetascan.higgs;

import thetascan.physics.RunningMass;
import thetascan.physics.StandardModel;

/**
 * B_s → μμ, averaged over time, by one-loop Wilson coefficients in which a term may be large (X.-Q. Li, J. Lu, A. Pich, JHEP 06 (2014) 022,
 * arXiv:1404.5865), with any number of charged scalars. With the operators (s̄γ_μ P_L b)(μ̄γ^μ γ₅ μ) and (m_b m_μ/m_W²)(s̄ P_R b)(μ̄ [γ₅] μ):
 *
 * <ul>
 *   <li>C₁₀: the Z penguin of the charged scalars, with tops; the Z does not mix them;
 *   <li>C_S, C_P: in Landau gauge boxes with W vanish and what is left are penguins of h_j and A_k. At zero momentum a penguin is the derivative of the
 *       self-energy of b → s, m_b(φ) Σ u_n w_m [∫dz ln(z M²(φ) + (1 − z) m_t²(φ))]_nm, by the neutral field φ, in which m_t, m_b and the mass
 *       matrix of the charged fields, Goldstone boson included, change: that matrix by the trilinear couplings, and between Goldstone boson
 *       and C_n by (m_φ² − m_n²) η/v. The part ∝ m_φ² does not depend on m_φ: it is the ς_d ς_ℓ of H. E. Logan, U. Nierste, Nucl. Phys. B
 *       586 (2000) 39, hep-ph/0004139. The rest contains the tan² β m₁₂² of X.-D. Cheng, Y.-D. Yang, X.-B. Yuan, Eur. Phys. J. C 76 (2016) 151,
 *       arXiv:1511.01829.
 * </ul>
 *
 * Terms without X_n and with at most one Y_n, as those of the Standard Model, are left out: one of size 1 changes the rate by 0.5 %. Reused.
 */
public final class BsToMuMu {

    /** In the Standard Model: M. Czaja, M. Misiak, Symmetry 16 (2024) 917, arXiv:2407.03810; ± 0.12e-9. */
    static final double STANDARD_MODEL = 3.64e-9;

    private static final double M_BS = 5.36692;
    private static final double SCALE = 4.8;
    private static final double BOTTOM = RunningMass.BOTTOM.at(SCALE);
    /** m_b/(m_b + m_s) m_Bs²/(2 m_W²): what a scalar counts against C₁₀. */
    private static final double SCALAR =
            BOTTOM / (BOTTOM + RunningMass.STRANGE.at(SCALE)) * M_BS * M_BS / (2 * StandardModel.MW_SQ);

    /** ΔΓ/(2Γ) of B_s, as in flavio 2.7. */
    private static final double Y_S = 0.0645;

    private static final double MUON = 1 - Math.pow(2 * StandardModel.M_MU / M_BS, 2);
    private static final double X_T = square(RunningMass.TOP.at(StandardModel.MT)) / StandardModel.MW_SQ;
    /** Y₀(x_t) of T. Inami and C. S. Lim. */
    private static final double Y = X_T / 8 * ((X_T - 4) / (X_T - 1) + 3 * X_T / square(X_T - 1) * Math.log(X_T));

    /** Relative distance within which masses are equal: differences of large terms would be left, where the functions are smooth. */
    private static final double EQUAL = 1e-3;

    private final HiggsSector sector;
    /** m_n²/m_W². */
    private final double[] x;
    /** ∫dz ln Δ over that of the Goldstone boson, its derivatives by m_n²/m_W² and ln m_t. */
    private final double[] even;

    private final double[] evenSlope;
    private final double[] evenTop;
    /** The same of ∫dz z ln Δ. */
    private final double[] odd;

    private final double[] oddSlope;
    private final double[] oddTop;
    /** What a mass term between two of the charged scalars [GeV] changes, by pairs as in {@link Trilinears#hCC}. */
    private final double[] insertions;

    /** What the charged scalars add to −C₁₀ at the point evaluated last. */
    public double axial;
    /** C_S there. */
    public double scalar;
    /** C_P there. */
    public double pseudoscalar;

    /**
     * Without a point.
     *
     * @param sector the scalars
     */
    public BsToMuMu(HiggsSector sector) {
        this.sector = sector;
        int pairs = sector.pairs();
        x = new double[pairs];
        even = new double[pairs];
        evenSlope = new double[pairs];
        evenTop = new double[pairs];
        odd = new double[pairs];
        oddSlope = new double[pairs];
        oddTop = new double[pairs];
        insertions = new double[HiggsSector.pairsOf(pairs)];
    }

    /**
     * {@return the branching ratio}
     *
     * @param s masses
     * @param c of fermions to the scalars
     * @param t of the neutral scalars to the charged ones
     */
    public double evaluate(Spectrum s, Couplings c, Trilinears t) {
        axial = 0;
        double mixed = 0;
        double mixedTop = 0;
        double upTop = 0;
        for (int n = 0; n < x.length; n++) {
            integrals(n, s.massSq[sector.charged() + n] / StandardModel.MW_SQ);
            axial += c.y[n] * c.y[n] * X_T / 16 * evenTop[n];
            mixed -= c.y[n] * c.x[n] * even[n];
            mixedTop -= c.y[n] * c.x[n] * evenTop[n];
            upTop += c.y[n] * c.y[n] * oddTop[n];
        }
        int at = 0;
        for (int n = 0; n < x.length; n++) {
            for (int m = n; m < x.length; m++) {
                double between = c.y[n] * insertion(c, n, m) + (m > n ? c.y[m] * insertion(c, m, n) : 0);
                insertions[at++] = s.vev / StandardModel.MW_SQ * between;
            }
        }
        scalar = 0;
        for (int j = 0; j < sector.doublets(); j++) {
            double square = s.massSq[j] / StandardModel.MW_SQ;
            double slope = (c.kappaD[j] - c.kappaU[j]) * mixed + c.kappaU[j] * (upTop / 2 - mixedTop);
            for (int n = 0; n < x.length; n++) {
                slope += c.x[n] * (square / x[n] - 1) * c.whC[x.length * j + n] * even[n];
            }
            for (int pair = 0; pair < insertions.length; pair++) {
                slope += t.hCC[insertions.length * j + pair] * insertions[pair];
            }
            scalar += X_T / (4 * square) * c.kappaL[j] * slope;
        }
        pseudoscalar = 0;
        for (int k = 0; k < sector.pairs(); k++) {
            double square = s.massSq[sector.odd() + k] / StandardModel.MW_SQ;
            double slope = (c.oddD[k] + c.oddU[k]) * mixed;
            for (int n = 0; n < x.length; n++) {
                slope += c.x[n] * (square / x[n] - 1) * c.wAC[x.length * k + n] * even[n];
                for (int m = 0; m < n; m++) {
                    slope += s.vev
                            * t.aCC(k, m, n)
                            / StandardModel.MW_SQ
                            * (c.x[n] * c.y[m] - c.x[m] * c.y[n])
                            * quotient(even, evenSlope, m, n);
                }
            }
            pseudoscalar -= X_T / (4 * square) * c.oddL[k] * slope;
        }
        return STANDARD_MODEL * ratio(axial / Y, scalar / Y, pseudoscalar / Y);
    }

    /** What changes if C_n becomes C_m: of the coupling of b_R and half of that of b_L. */
    private double insertion(Couplings c, int n, int m) {
        return c.x[m] * quotient(even, evenSlope, n, m) + c.y[m] / 2 * quotient(odd, oddSlope, n, m);
    }

    /** Quotient of the differences of a function and of m²/m_W². */
    private double quotient(double[] values, double[] slopes, int n, int m) {
        double d = x[n] - x[m];
        return Math.abs(d) < EQUAL * x[n] ? (slopes[n] + slopes[m]) / 2 : (values[n] - values[m]) / d;
    }

    private void integrals(int n, double square) {
        double at = square;
        if (Math.abs(at - X_T) < EQUAL * X_T) {
            at = X_T * (1 + Math.copySign(EQUAL, at - X_T));
        }
        double d = at - X_T;
        double log = Math.log(at / X_T);
        x[n] = at;
        even[n] = at * log / d;
        evenSlope[n] = (1 - X_T * log / d) / d;
        evenTop[n] = 2 * X_T / d * (even[n] - 1);
        odd[n] = (log * (1 - square(X_T / d)) + X_T / d) / 2;
        oddSlope[n] = ((at - 3 * X_T) / 2 + X_T * X_T * log / d) / (d * d);
        oddTop[n] = 2 * X_T / (d * d) * ((at + X_T) / 2 - at * X_T * log / d);
    }

    /**
     * Branching ratio over that of the Standard Model.
     *
     * @param axial        what is added to C₁₀, over C₁₀
     * @param scalar       C_S over −C₁₀
     * @param pseudoscalar C_P over −C₁₀
     * @return 1 for the Standard Model
     */
    public static double ratio(double axial, double scalar, double pseudoscalar) {
        double p = 1 + axial - SCALAR * pseudoscalar;
        double s = SCALAR * scalar;
        return p * p + MUON * s * s * (1 - Y_S) / (1 + Y_S);
    }

    private static double square(double a) {
        return a * a;
    }
}
