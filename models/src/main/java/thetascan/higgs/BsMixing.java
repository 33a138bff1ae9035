package thetascan.higgs;

import java.util.Arrays;
import thetascan.physics.GaussLegendre;

/**
 * S of {@link BMesons} for one mass of the top quark, integrated over t with u = x t/(1 − t), for which the integrand is smooth. Node by node in
 * loops that the compiler turns into vector instructions. One thread.
 */
final class BsMixing {

    private static final GaussLegendre RULE = GaussLegendre.of(40);

    private final double x;
    private final double[] u;
    /** 1/(u + 1), what the W has. */
    private final double[] vector;

    private final double[] scalar;

    /** For x = m_t²/m_W². */
    BsMixing(double x) {
        this.x = x;
        u = Arrays.stream(RULE.node)
                .map(node -> (1 + node) / 2)
                .map(t -> x * t / (1 - t))
                .toArray();
        vector = Arrays.stream(u).map(each -> 1 / (each + 1)).toArray();
        scalar = new double[u.length];
    }

    /**
     * S with some charged scalars.
     *
     * @param squares   m_k²/m_W²
     * @param strengths Y_k²
     */
    double with(double[] squares, double[] strengths) {
        System.arraycopy(vector, 0, scalar, 0, scalar.length);
        for (int k = 0; k < squares.length; k++) {
            add(squares[k], strengths[k]);
        }
        weigh();
        double sum = 0;
        for (double each : scalar) {
            sum += each;
        }
        return x * sum / 2;
    }

    private void add(double square, double strength) {
        for (int i = 0; i < scalar.length; i++) {
            scalar[i] += strength / (u[i] + square);
        }
    }

    private void weigh() {
        for (int i = 0; i < scalar.length; i++) {
            double up = u[i] * scalar[i];
            scalar[i] = RULE.weight[i] * (vector[i] * vector[i] + 2 * up * vector[i] + up * up / 4);
        }
    }
}
