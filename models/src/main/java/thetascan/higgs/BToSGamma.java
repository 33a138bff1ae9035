package thetascan.higgs;

import java.util.Arrays;
import java.util.List;
import thetascan.physics.MassTable;
import thetascan.physics.MassTable.Segment;
import thetascan.physics.MassTable.Spacing;

/**
 * BR(B → X_s γ) at next-to-leading order with charged scalars. Borzumati, Greub, hep-ph/9802391 (numbers below
 * are its equations); coefficients of the low-energy Wilson coefficients: Chetyrkin, Misiak, Münz, hep-ph/9612313.
 *
 * <p>The Wilson coefficients at the matching scale are linear in Y² and XY of each scalar, with functions of its mass
 * that come from a table; everything below that scale is constant.
 */
public final class BToSGamma {

    // functions of the table: factors of Y² and XY
    private static final int C70_YY = 0;
    private static final int C70_XY = 1;
    private static final int C80_YY = 2;
    private static final int C80_XY = 3;
    private static final int C71_YY = 4;
    private static final int C71_XY = 5;
    private static final int C81_YY = 6;
    private static final int C81_XY = 7;
    private static final int C41_YY = 8;
    private static final int FUNCTIONS = 9;

    private static final double[] A = {14.0 / 23, 16.0 / 23, 6.0 / 23, -12.0 / 23, 0.4086, -0.4230, -0.8994, 0.1456};
    private static final double[] H = {
        626126.0 / 272277, -56281.0 / 51730, -3.0 / 7, -1.0 / 14, -0.6494, -0.0380, -0.0186, -0.0057
    };
    private static final double[] A8 = {14.0 / 23, 0.4086, -0.4230, -0.8994, 0.1456};
    private static final double[] H8 = {313063.0 / 363036, -0.9135, 0.0873, -0.0571, 0.0209};
    private static final double[] E = {4661194.0 / 816831, -8516.0 / 2217, 0, 0, -1.9043, -0.1008, 0.1216, 0.0183};
    private static final double[] F = {-17.3023, 8.5027, 4.5508, 0.7519, 2.0040, 0.7476, -0.5385, 0.0914};
    private static final double[] K = {9.9372, -7.4878, 1.2688, -0.2925, -2.2923, -0.1461, 0.1239, 0.0812};
    private static final double[] L = {0.5784, -0.3921, -0.1429, 0.0476, -0.1275, 0.0317, 0.0078, -0.0031};

    private static final double PI2 = Math.PI * Math.PI;
    private static final double ZETA_3 = 1.2020569031595942;

    /** Interval around y = 1 in which the matching functions are interpolated, and that of the Chebyshev nodes. */
    private static final double SINGULAR = 0.15;

    private static final double NODE_RANGE = 0.45;
    private static final int NODES = 16;

    private final BToSGammaInputs inputs;
    private final MassTable table;

    /** ln(m_t²/μ_W²) − 4/3: converts the MS-bar to the pole mass of the top quark. */
    private final double logTop;

    // matching coefficients of the Standard Model
    private final double sm70;
    private final double sm80;
    private final double sm71;
    private final double sm81;
    private final double sm41;

    // running to μ_b: C7b = c7From7 C7 + c7From8 C8 + c7Const, ...
    private final double c7From7;
    private final double c7From8;
    private final double c7Const;
    private final double c8From8;
    private final double c8Const;
    private final double c71From71;
    private final double c71From81;
    private final double c71From70;
    private final double c71From80;
    private final double c71From41;
    private final double c71Const;

    // BR = scale × [C7b² + 2 C7b (α_s/4π)(C7b1 + Re V) + A + power corrections]
    private final double alphaLow;
    private final double vConst;
    private final double vFrom7;
    private final double vFrom8;
    private final double aConst;
    private final double aFrom7;
    private final double aFrom8;
    private final double aFrom78;
    private final double aFrom88;
    private final double squareCorrection;
    private final double linearCorrection;
    private final double scale;

    /** Branching ratio without charged scalars. */
    public final double standardModel;

    private final double[] functions = new double[FUNCTIONS];

    /**
     * With tables made for these inputs.
     *
     * @param inputs masses, couplings and matrix elements
     */
    public BToSGamma(BToSGammaInputs inputs) {
        this.inputs = inputs;
        double x = square(inputs.mt() / inputs.mw());
        logTop = Math.log(x) - 4.0 / 3;
        sm70 = BToSGammaMatching.c7(x);
        sm80 = BToSGammaMatching.c8(x);
        sm71 = BToSGammaMatching.w7(x) + BToSGammaMatching.t7(x) * logTop;
        sm81 = BToSGammaMatching.w8(x) + BToSGammaMatching.t8(x) * logTop;
        sm41 = BToSGammaMatching.e0(x);
        table = new MassTable(
                FUNCTIONS,
                this::matching,
                List.of(new Segment(TabulatedMasses.LOW, TabulatedMasses.HIGH, Spacing.MASS, 505)));

        alphaLow = alphaS(inputs.mb());
        double eta = alphaS(inputs.mw()) / alphaLow;
        c7From7 = Math.pow(eta, 16.0 / 23);
        c7From8 = 8.0 / 3 * (Math.pow(eta, 14.0 / 23) - c7From7);
        c7Const = powers(eta, A, H);
        c8From8 = Math.pow(eta, 14.0 / 23);
        c8Const = powers(eta, A8, H8);
        c71From71 = Math.pow(eta, 39.0 / 23);
        c71From81 = 8.0 / 3 * (Math.pow(eta, 37.0 / 23) - c71From71);
        c71From70 = 37208.0 / 4761 * (c71From71 - c7From7);
        c71From80 = 297664.0 / 14283 * c7From7
                - 7164416.0 / 357075 * c8From8
                + 256868.0 / 14283 * Math.pow(eta, 37.0 / 23)
                - 6698884.0 / 357075 * c71From71;
        c71From41 = eta * powers(eta, A, E);
        // C1_1 = 15 at μ_W = MW
        c71Const = powers(eta, A, F) + eta * powers(eta, A, K) + 15 * eta * powers(eta, A, L);

        double c1 = Math.pow(eta, 6.0 / 23) - Math.pow(eta, -12.0 / 23);
        double c2 = (2 * Math.pow(eta, 6.0 / 23) + Math.pow(eta, -12.0 / 23)) / 3;
        double z = square(inputs.mcOverMb());
        // virtual corrections at μ_b = m_b, real parts (eqs. 40-46): r1 = −r2/6
        double r2 = realR2(z);
        vConst = (c2 - c1 / 6) * r2;
        vFrom7 = 32.0 / 9 - 8.0 / 9 * PI2 - 16.0 / 3;
        vFrom8 = -4.0 / 27 * (-33 + 2 * PI2);
        // bremsstrahlung (eqs. 48-50): f11 = f22/36, f12 = −f22/3, f17 = −f27/6, f28 = −f27/3, f18 = −f28/6
        double f22 = Bremsstrahlung.f22(z);
        double f27 = Bremsstrahlung.realF27(z);
        double brems = alphaLow / Math.PI;
        aConst = brems * f22 * (c1 * c1 / 36 - c1 * c2 / 3 + c2 * c2);
        aFrom7 = brems * f27 * (c2 - c1 / 6);
        aFrom8 = brems * f27 * (c1 / 18 - c2 / 3);
        aFrom78 = brems * 8.0 / 9 * (25.0 / 12 - PI2 / 6);
        aFrom88 = brems / 27 * (16.0 / 3 - 4 * PI2 / 3);

        // heavy-quark expansion (eqs. 52-56)
        double mb2 = square(inputs.mb());
        double log = Math.log(z);
        double phaseSpace = 1 - 8 * z + 8 * z * z * z - z * z * z * z - 12 * z * z * log;
        double radiative = (PI2 - 31.0 / 4) * square(1 - inputs.mcOverMb()) + 1.5;
        double semileptonic =
                inputs.lambda1() / 2 + 1.5 * inputs.lambda2() * (1 - 4 * square(square(1 - z)) / phaseSpace);
        squareCorrection = (inputs.lambda1() / 2 - 9 * inputs.lambda2() / 2) / mb2;
        linearCorrection = -inputs.lambda2() / 9 / (z * mb2) * (c2 - c1 / 6);
        scale = 6
                * inputs.alpha()
                / Math.PI
                * inputs.ckm()
                * inputs.semileptonic()
                / (phaseSpace * (1 - 2 * alphaLow / (3 * Math.PI) * radiative + semileptonic / mb2));
        standardModel = low(sm70, sm80, sm71, sm81, sm41);
    }

    /**
     * The branching ratio of a point.
     *
     * @param s its masses
     * @param c its couplings
     * @return BR(B → X_s γ)
     */
    public double evaluate(Spectrum s, Couplings c) {
        double c70 = sm70;
        double c80 = sm80;
        double c71 = sm71;
        double c81 = sm81;
        double c41 = sm41;
        for (int n = 0; n < c.y.length; n++) {
            table.at(s.mass[s.sector.charged() + n], functions);
            double yy = c.y[n] * c.y[n];
            double xy = c.x[n] * c.y[n];
            c70 += yy * functions[C70_YY] + xy * functions[C70_XY];
            c80 += yy * functions[C80_YY] + xy * functions[C80_XY];
            c71 += yy * functions[C71_YY] + xy * functions[C71_XY];
            c81 += yy * functions[C81_YY] + xy * functions[C81_XY];
            c41 += yy * functions[C41_YY];
        }
        return low(c70, c80, c71, c81, c41);
    }

    /** From the matching coefficients to the branching ratio. */
    private double low(double c70, double c80, double c71, double c81, double c41) {
        double c7 = c7From7 * c70 + c7From8 * c80 + c7Const;
        double c8 = c8From8 * c80 + c8Const;
        double c7Next =
                c71From71 * c71 + c71From81 * c81 + c71From70 * c70 + c71From80 * c80 + c71From41 * c41 + c71Const;
        double virtual = vConst + vFrom7 * c7 + vFrom8 * c8;
        double direct = c7 * (c7 + alphaLow / (2 * Math.PI) * (c7Next + virtual));
        double radiated = aConst + aFrom7 * c7 + aFrom8 * c8 + aFrom78 * c7 * c8 + aFrom88 * c8 * c8;
        return scale * (direct + radiated + squareCorrection * c7 * c7 + linearCorrection * c7);
    }

    /** Matching functions of a charged scalar, the logarithms of its mass included. */
    private void matching(double mass, double[] values) {
        double y = square(inputs.mt() / mass);
        double logMass = 2 * Math.log(inputs.mw() / mass);
        if (Math.abs(y - 1) > SINGULAR) {
            matchingAt(y, logMass, values);
            return;
        }
        // Lagrange interpolation on Chebyshev nodes, none of them near y = 1
        double[] node = new double[FUNCTIONS];
        Arrays.fill(values, 0);
        for (int i = 0; i < NODES; i++) {
            double weight = 1;
            for (int j = 0; j < NODES; j++) {
                if (j != i) {
                    weight *= (y - node(j)) / (node(i) - node(j));
                }
            }
            matchingAt(node(i), logMass, node);
            for (int f = 0; f < FUNCTIONS; f++) {
                values[f] += weight * node[f];
            }
        }
    }

    private static double node(int i) {
        return 1 + NODE_RANGE * Math.cos(Math.PI * (i + 0.5) / NODES);
    }

    private void matchingAt(double y, double logMass, double[] values) {
        values[C70_YY] = BToSGammaMatching.c7(y) / 3;
        values[C70_XY] = BToSGammaMatching.c7xy(y);
        values[C80_YY] = BToSGammaMatching.c8(y) / 3;
        values[C80_XY] = BToSGammaMatching.c8xy(y);
        values[C71_YY] =
                BToSGammaMatching.w7yy(y) + BToSGammaMatching.m7yy(y) * logMass + BToSGammaMatching.t7(y) / 3 * logTop;
        values[C71_XY] =
                BToSGammaMatching.w7xy(y) + BToSGammaMatching.m7xy(y) * logMass + BToSGammaMatching.t7xy(y) * logTop;
        values[C81_YY] =
                BToSGammaMatching.w8yy(y) + BToSGammaMatching.m8yy(y) * logMass + BToSGammaMatching.t8(y) / 3 * logTop;
        values[C81_XY] =
                BToSGammaMatching.w8xy(y) + BToSGammaMatching.m8xy(y) * logMass + BToSGammaMatching.t8xy(y) * logTop;
        values[C41_YY] = BToSGammaMatching.eH(y);
    }

    /** Two-loop α_s, five flavours (eq. 12). */
    private double alphaS(double mu) {
        double w = 1 - 23.0 / 3 * inputs.alphaS() / (2 * Math.PI) * Math.log(inputs.mz() / mu);
        return inputs.alphaS() / w * (1 - 116.0 / 23 * inputs.alphaS() / (4 * Math.PI) * Math.log(w) / w);
    }

    private static double powers(double eta, double[] exponents, double[] factors) {
        double sum = 0;
        for (int i = 0; i < exponents.length; i++) {
            sum += factors[i] * Math.pow(eta, exponents[i]);
        }
        return sum;
    }

    private static double realR2(double z) {
        double l = Math.log(z);
        double first = 1728 - 180 * PI2 - 1296 * ZETA_3 + (1296 - 324 * PI2) * l + 108 * l * l + 36 * l * l * l;
        double second = 648 + 72 * PI2 + (432 - 216 * PI2) * l + 36 * l * l * l;
        double third = -54 - 84 * PI2 + 1092 * l - 756 * l * l;
        return 2.0 / 243 * (-833 + 144 * PI2 * z * Math.sqrt(z) + z * (first + z * (second + z * third)));
    }

    private static double square(double x) {
        return x * x;
    }
}
