package thetascan.higgs;

import static thetascan.physics.StandardModel.MW_SQ;
import static thetascan.physics.StandardModel.MZ_SQ;
import static thetascan.physics.StandardModel.SIN2_THETA_W;

import java.util.List;
import thetascan.physics.MassTable;
import thetascan.physics.MassTable.Segment;
import thetascan.physics.MassTable.Spacing;
import thetascan.physics.ObliqueFunctions;

/**
 * Oblique parameters S, T, U relative to the Standard Model with a Higgs boson of the mass of h1. Grimus, Lavoura,
 * Ogreid, Osland, arXiv:0802.4353. Functions of a single scalar mass come from a table.
 */
public final class Oblique {

    private static final double T_FACTOR = 1 / (16 * Math.PI * SIN2_THETA_W * MW_SQ);
    private static final double S_FACTOR = 1 / (24 * Math.PI);
    private static final double CHARGED_Z = (2 * SIN2_THETA_W - 1) * (2 * SIN2_THETA_W - 1);

    private static final int G_HAT_Z = 0;
    private static final int G_HAT_W_MINUS_Z = 1;
    private static final int F_Z_MINUS_W = 2;
    private static final int G_EQUAL_Z = 3;
    private static final int FUNCTIONS = 4;

    private static final MassTable TABLE = new MassTable(
            FUNCTIONS,
            Oblique::singleMass,
            List.of(new Segment(TabulatedMasses.LOW, TabulatedMasses.HIGH, Spacing.MASS, 1010)));

    /** Coefficients of S², ST, T², S, T, 1; source at {@link #ellipse}. */
    private static final double[] ELLIPSE = {-0.34215919, 0.77604111, -0.52618813, -0.03202802, 0.05277964, 0.00136192};

    private final double[] reference = new double[FUNCTIONS];
    private final double[] single = new double[FUNCTIONS];
    private final double[] logMassSq;
    private final int doublets;
    private final int pairs;
    private final int firstCharged;

    /** S. */
    public double s;
    /** T. */
    public double t;
    /** U. */
    public double u;

    /**
     * Nothing is computed yet.
     *
     * @param sector the scalars
     */
    public Oblique(HiggsSector sector) {
        doublets = sector.doublets();
        pairs = sector.pairs();
        firstCharged = sector.charged();
        logMassSq = new double[sector.count()];
    }

    private static void singleMass(double mass, double[] values) {
        double m2 = mass * mass;
        values[G_HAT_Z] = ObliqueFunctions.gHat(m2, MZ_SQ);
        values[G_HAT_W_MINUS_Z] = ObliqueFunctions.gHat(m2, MW_SQ) - values[G_HAT_Z];
        values[F_Z_MINUS_W] = 3 * (ObliqueFunctions.f(MZ_SQ, m2) - ObliqueFunctions.f(MW_SQ, m2));
        values[G_EQUAL_Z] = CHARGED_Z * ObliqueFunctions.g(m2, m2, MZ_SQ);
    }

    /**
     * Computes S, T and U.
     *
     * @param spectrum  of the point
     * @param couplings of the point
     */
    public void evaluate(Spectrum spectrum, Couplings couplings) {
        double[] m2 = spectrum.massSq;
        double logs = 0;
        for (int i = 0; i < m2.length; i++) {
            logMassSq[i] = Math.log(m2[i]);
            logs += i < firstCharged ? logMassSq[i] : -2 * logMassSq[i];
        }
        logs -= logMassSq[0];
        TABLE.at(spectrum.mass[0], reference);
        double sSum = logs - reference[G_HAT_Z];
        double tSum = -reference[F_Z_MINUS_W];
        double uSum = -reference[G_HAT_W_MINUS_Z];
        for (int j = 0; j < doublets; j++) {
            double[] values = reference;
            if (j > 0) {
                TABLE.at(spectrum.mass[j], single);
                values = single;
            }
            double c2 = couplings.kappaV[j] * couplings.kappaV[j];
            sSum += c2 * values[G_HAT_Z];
            tSum += c2 * values[F_Z_MINUS_W];
            uSum += c2 * values[G_HAT_W_MINUS_Z];
        }
        double neutralZ = 0;
        double chargedW = 0;
        for (int j = 0; j < doublets; j++) {
            for (int k = 0; k < pairs; k++) {
                double zSq = couplings.zhA[pairs * j + k] * couplings.zhA[pairs * j + k];
                double wSq = couplings.whC[pairs * j + k] * couplings.whC[pairs * j + k];
                neutralZ += zSq * g(m2, j, doublets + k, MZ_SQ);
                chargedW += wSq * g(m2, firstCharged + k, j, MW_SQ);
                tSum += wSq * f(m2, firstCharged + k, j) - zSq * f(m2, j, doublets + k);
            }
        }
        for (int k = 0; k < pairs; k++) {
            for (int n = 0; n < pairs; n++) {
                double wSq = couplings.wAC[pairs * k + n] * couplings.wAC[pairs * k + n];
                chargedW += wSq * g(m2, firstCharged + n, doublets + k, MW_SQ);
                tSum += wSq * f(m2, firstCharged + n, doublets + k);
            }
        }
        double chargedZ = 0;
        for (int n = firstCharged; n < m2.length; n++) {
            TABLE.at(spectrum.mass[n], single);
            chargedZ += single[G_EQUAL_Z];
        }
        s = S_FACTOR * (sSum + chargedZ + neutralZ);
        t = T_FACTOR * tSum;
        u = S_FACTOR * (uSum + chargedW - chargedZ - neutralZ);
    }

    private double g(double[] m2, int i, int j, double q) {
        return ObliqueFunctions.g(m2[i], m2[j], q, logMassSq[i], logMassSq[j]);
    }

    private double f(double[] m2, int i, int j) {
        return ObliqueFunctions.f(m2[i], m2[j], logMassSq[i], logMassSq[j]);
    }

    /**
     * Non-negative inside the 95 % region of (S, T) for U = 0: Gfitter group, Baak et al., Eur. Phys. J. C 74 (2014)
     * 3046, arXiv:1407.3792.
     *
     * @return a quadratic form of S and T
     */
    public double ellipse() {
        return s * (ELLIPSE[0] * s + ELLIPSE[1] * t + ELLIPSE[3]) + t * (ELLIPSE[2] * t + ELLIPSE[4]) + ELLIPSE[5];
    }
}
