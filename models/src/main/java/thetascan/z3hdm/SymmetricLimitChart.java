package thetascan.z3hdm;

import thetascan.higgs.DeviationChart;
import thetascan.space.ParameterSpace;

/**
 * Deviations from the symmetric limit α1 = β1, α2 = β2, γ1 = γ2 = −α3, m_A = m_C = m_H and soft terms
 * P^T diag(0, m_A1², m_A2²) P, where λ7..12 vanish and every theoretical bound holds. tan β, the CP-even masses and α3 are those of the box.
 */
final class SymmetricLimitChart extends DeviationChart {

    private static final double ALPHA_REACH = 0.75;
    private static final double GAMMA_REACH = 1.5;
    private static final double MASS_REACH = 450;
    private static final double SOFT_REACH = 3e5;

    SymmetricLimitChart(ParameterSpace space) {
        super(
                space,
                Z3Parameters.ALPHA1,
                Z3Parameters.ALPHA2,
                Z3Parameters.GAMMA1,
                Z3Parameters.GAMMA2,
                Z3Parameters.M_A1,
                Z3Parameters.M_A2,
                Z3Parameters.M_C1,
                Z3Parameters.M_C2,
                Z3Parameters.M12_SQ,
                Z3Parameters.M13_SQ,
                Z3Parameters.M23_SQ);
    }

    @Override
    public String name() {
        return "symmetric-limit";
    }

    @Override
    public String description() {
        return "deviations from the symmetric limit, where every theoretical bound holds";
    }

    @Override
    protected double reach(int parameter, double[] theta) {
        return switch (parameter) {
            case Z3Parameters.ALPHA1, Z3Parameters.ALPHA2 -> ALPHA_REACH;
            case Z3Parameters.GAMMA1, Z3Parameters.GAMMA2 -> GAMMA_REACH;
            case Z3Parameters.M_A1, Z3Parameters.M_A2, Z3Parameters.M_C1, Z3Parameters.M_C2 -> MASS_REACH;
            default -> SOFT_REACH;
        };
    }

    @Override
    protected double limit(int parameter, double[] theta) {
        return switch (parameter) {
            case Z3Parameters.ALPHA1 -> StrictMath.atan(theta[Z3Parameters.TAN_BETA1]);
            case Z3Parameters.ALPHA2 -> StrictMath.atan(theta[Z3Parameters.TAN_BETA2]);
            case Z3Parameters.GAMMA1, Z3Parameters.GAMMA2 -> -theta[Z3Parameters.ALPHA3];
            case Z3Parameters.M_A1, Z3Parameters.M_C1 -> theta[Z3Parameters.M_EVEN2];
            case Z3Parameters.M_A2, Z3Parameters.M_C2 -> theta[Z3Parameters.M_EVEN3];
            case Z3Parameters.M12_SQ, Z3Parameters.M13_SQ, Z3Parameters.M23_SQ -> softTerm(parameter, theta);
            default -> throw new IllegalArgumentException("parameter " + parameter + " has no value in the limit.");
        };
    }

    /**
     * Off-diagonal element of P^T diag(0, m_A1², m_A2²) P = x b b^T + y d d^T + z (b d^T + d b^T), with
     * b = (−s1, c1, 0) and d = (−c1 s2, −s1 s2, c2).
     */
    private static double softTerm(int parameter, double[] theta) {
        double tan1 = theta[Z3Parameters.TAN_BETA1];
        double tan2 = theta[Z3Parameters.TAN_BETA2];
        double c1 = 1 / Math.sqrt(1 + tan1 * tan1);
        double s1 = tan1 * c1;
        double c2 = 1 / Math.sqrt(1 + tan2 * tan2);
        double s2 = tan2 * c2;
        double c = Math.cos(theta[Z3Parameters.GAMMA1]);
        double s = Math.sin(theta[Z3Parameters.GAMMA1]);
        double first = theta[Z3Parameters.M_A1] * theta[Z3Parameters.M_A1];
        double second = theta[Z3Parameters.M_A2] * theta[Z3Parameters.M_A2];
        double y = first * s * s + second * c * c;
        double z = (second - first) * s * c;
        return switch (parameter) {
            case Z3Parameters.M12_SQ ->
                c1 * s1 * (s2 * s2 * y - (first * c * c + second * s * s)) + z * s2 * (s1 * s1 - c1 * c1);
            case Z3Parameters.M13_SQ -> -c2 * (c1 * s2 * y + s1 * z);
            default -> c2 * (c1 * z - s1 * s2 * y);
        };
    }

    @Override
    protected double fold(int parameter, double value) {
        return parameter <= Z3Parameters.GAMMA2 ? Relabelling.fold(value) : value;
    }
}
