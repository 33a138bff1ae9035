package thetascan.scotogenic.t12a;

import java.util.Arrays;
import thetascan.physics.Pdg2024;
import thetascan.physics.SymmetricEigenvalues;
import thetascan.physics.TwoDoubletScattering;
import thetascan.quantity.Missing;

/** What theory asks of the T1-2-A potential at tree level, before any mass. Reused. */
final class T12aTheory {

    private final SymmetricEigenvalues eigenvalues = new SymmetricEigenvalues();
    private final double[] values = new double[3];

    /** m_h = √(2 λ_H) v [GeV]. */
    double higgsMass;
    /**
     * Bounded from below if all are non-negative: copositivity in |H|², |η|², S² (K. Kannike, Eur. Phys. J. C 72 (2012) 2093,
     * arXiv:1205.3781). The second three are undefined if one of the first is negative, the last if any is.
     */
    final double[] bounded = new double[7];
    /** Largest modulus of an eigenvalue of the scattering matrix; unitarity asks for at most 8π. */
    double unitarity;
    /** Largest modulus of a quartic coupling. */
    double quartic;

    void evaluate(T12aLagrangian l) {
        higgsMass = Math.sqrt(2 * l.lambdaH) * Pdg2024.VEV;
        boundedFromBelow(l);
        scattering(l);
        quartic = max(
                max(l.lambdaH, l.lambda4S, l.lambda4Eta),
                max(l.lambdaS, l.lambdaSEta, l.lambdaEta),
                Math.max(Math.abs(l.lambdaEta1), Math.abs(l.lambdaEta2)));
    }

    private static double max(double a, double b, double c) {
        return Math.max(Math.abs(a), Math.max(Math.abs(b), Math.abs(c)));
    }

    private void boundedFromBelow(T12aLagrangian l) {
        Arrays.fill(bounded, Missing.UNDEFINED);
        double a11 = l.lambdaH;
        double a22 = l.lambda4Eta;
        double a33 = l.lambda4S / 2;
        bounded[0] = a11;
        bounded[1] = a22;
        bounded[2] = a33;
        if (!(Math.min(a11, Math.min(a22, a33)) >= 0)) {
            return;
        }
        double a12 = (l.lambdaEta + Math.min(0, l.lambdaEta1 - Math.abs(l.lambdaEta2))) / 2;
        double a13 = l.lambdaS / 4;
        double a23 = l.lambdaSEta / 4;
        double b12 = a12 + Math.sqrt(a11 * a22);
        double b13 = a13 + Math.sqrt(a11 * a33);
        double b23 = a23 + Math.sqrt(a22 * a33);
        bounded[3] = b12;
        bounded[4] = b13;
        bounded[5] = b23;
        if (!(Math.min(b12, Math.min(b13, b23)) >= 0)) {
            return;
        }
        bounded[6] = Math.sqrt(a11 * a22 * a33)
                + a12 * Math.sqrt(a33)
                + a13 * Math.sqrt(a22)
                + a23 * Math.sqrt(a11)
                + Math.sqrt(2 * b12 * b13 * b23);
    }

    private void scattering(T12aLagrangian l) {
        double mixed = 2 * l.lambdaEta + l.lambdaEta1;
        eigenvalues.descending(
                6 * l.lambdaH, 6 * l.lambda4Eta, 6 * l.lambda4S, mixed, l.lambdaS, l.lambdaSEta, values, 0);
        unitarity = max(
                TwoDoubletScattering.largestBesideSinglets(
                        2 * l.lambdaH, 2 * l.lambda4Eta, l.lambdaEta, l.lambdaEta1, l.lambdaEta2),
                Math.max(Math.abs(values[0]), Math.abs(values[2])),
                Math.max(Math.abs(l.lambdaS), Math.abs(l.lambdaSEta)));
    }
}
