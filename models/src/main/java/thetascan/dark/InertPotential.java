package thetascan.dark;

import thetascan.physics.Pdg2024;
import thetascan.physics.TwoDoubletScattering;
import thetascan.quantity.Missing;

/**
 * Bounds on the quartic couplings of an inert doublet, as in {@link thetascan.physics.InertVacuum}; λ₁ follows from the Higgs mass. Bounded
 * from below: N. G. Deshpande, E. Ma, Phys. Rev. D 18 (1978) 2574. Unitarity: {@link TwoDoubletScattering}. Reused.
 */
public final class InertPotential {

    public static final double LAMBDA_1 = Pdg2024.MH_SQ / (Pdg2024.VEV * Pdg2024.VEV);

    /** Observables {@link #write} fills: four bounds, the smallest that is defined, the largest eigenvalue, the largest coupling. */
    public static final int COUNT = 7;

    private final double[] values = new double[COUNT];

    public void evaluate(double lambda2, double lambda3, double lambda4, double lambda5) {
        double l1 = LAMBDA_1;
        values[0] = l1;
        values[1] = lambda2;
        values[2] = Missing.UNDEFINED;
        values[3] = Missing.UNDEFINED;
        double smallest = Math.min(l1, lambda2);
        if (lambda2 >= 0) {
            double root = Math.sqrt(l1 * lambda2);
            values[2] = lambda3 + root;
            values[3] = lambda3 + lambda4 - Math.abs(lambda5) + root;
            smallest = Math.min(smallest, Math.min(values[2], values[3]));
        }
        values[4] = smallest;
        values[5] = TwoDoubletScattering.largest(l1, lambda2, lambda3, lambda4, lambda5);
        values[6] = Math.max(
                Math.max(l1, Math.abs(lambda2)),
                Math.max(Math.abs(lambda3), Math.max(Math.abs(lambda4), Math.abs(lambda5))));
    }

    /** Bounded from below if it is not negative. */
    public double smallestBound() {
        return values[4];
    }

    public void write(double[] observables, int at) {
        System.arraycopy(values, 0, observables, at, COUNT);
    }
}
