package thetascan.higgs;

import java.util.List;
import thetascan.physics.TwoDoubletScattering;
import thetascan.quantity.Missing;
import thetascan.quantity.Quantity;

/**
 * Bounds on the quartic couplings of the potential ½ λ₁ |φ₁|⁴ + ½ λ₂ |φ₂|⁴ + λ₃ |φ₁|²|φ₂|² + λ₄ |φ₁†φ₂|² + ½ λ₅ [(φ₁†φ₂)² + h.c.]. Bounded
 * from below: N. G. Deshpande, E. Ma, Phys. Rev. D 18 (1978) 2574. Unitarity: {@link TwoDoubletScattering}. Reused.
 */
public final class TwoDoubletBounds {

    /** Observables {@link #write} fills: four bounds, the smallest that is defined, the largest eigenvalue, the largest coupling. */
    public static final int COUNT = 7;

    /**
     * Adds all of them.
     *
     * @param all is added to
     */
    public static void add(List<Quantity> all) {
        for (int i = 1; i <= 4; i++) {
            all.add(Quantity.of("bfb_" + i, "1", "b_" + i, "bounded from below if all four are non-negative"));
        }
        addSummary(all);
    }

    /**
     * Adds the last three, which models with more bounds have too.
     *
     * @param all is added to
     */
    public static void addSummary(List<Quantity> all) {
        all.add(Quantity.of("bfb_min", "1", "b_\\mathrm{min}", "smallest of the bounds above that is defined"));
        all.add(Quantity.of(
                "unitarity_max",
                "1",
                "|\\Lambda|_\\mathrm{max}",
                "largest eigenvalue of 2 to 2 scalar scattering, 16 pi a0; unitarity asks for at most 8 pi"));
        all.add(Quantity.of("quartic_max", "1", "|\\lambda|_\\mathrm{max}", "largest quartic coupling"));
    }

    private final double[] values = new double[COUNT];

    /** Nothing is computed yet. */
    public TwoDoubletBounds() {}

    /**
     * Takes over a point.
     *
     * @param lambda1 of |φ₁|⁴/2
     * @param lambda2 of |φ₂|⁴/2
     * @param lambda3 of |φ₁|²|φ₂|²
     * @param lambda4 of |φ₁†φ₂|²
     * @param lambda5 of (φ₁†φ₂)²/2 + h.c.
     */
    public void evaluate(double lambda1, double lambda2, double lambda3, double lambda4, double lambda5) {
        values[0] = lambda1;
        values[1] = lambda2;
        values[2] = Missing.UNDEFINED;
        values[3] = Missing.UNDEFINED;
        double smallest = Math.min(lambda1, lambda2);
        if (smallest >= 0) {
            double root = Math.sqrt(lambda1 * lambda2);
            values[2] = lambda3 + root;
            values[3] = lambda3 + lambda4 - Math.abs(lambda5) + root;
            smallest = Math.min(smallest, Math.min(values[2], values[3]));
        }
        values[4] = smallest;
        values[5] = TwoDoubletScattering.largest(lambda1, lambda2, lambda3, lambda4, lambda5);
        values[6] = Math.max(
                Math.max(Math.abs(lambda1), Math.abs(lambda2)),
                Math.max(Math.abs(lambda3), Math.max(Math.abs(lambda4), Math.abs(lambda5))));
    }

    /** {@return the smallest bound that is defined: bounded from below if it is not negative} */
    public double smallestBound() {
        return values[4];
    }

    /**
     * Writes what {@link #add} names.
     *
     * @param observables are written to
     * @param at          place of the first
     */
    public void write(double[] observables, int at) {
        System.arraycopy(values, 0, observables, at, COUNT);
    }
}
