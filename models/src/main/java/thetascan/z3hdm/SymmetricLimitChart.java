package thetascan.z3hdm;

import thetascan.space.Chart;
import thetascan.space.ParameterSpace;
import thetascan.space.Scale;

/**
 * Deviations from the symmetric limit α1 = β1, α2 = β2, γ1 = γ2 = −α3, m_A = m_C = m_H and soft terms
 * P^T diag(0, m_A1², m_A2²) P, where λ7..12 vanish and every theoretical bound holds. Each deviation is a signed
 * square t|t|, t = 2u − 1, of its coordinate; tan β, the CP-even masses and α3 are those of the box. Values are
 * clipped to their ranges; points far from the limit are not covered.
 */
final class SymmetricLimitChart implements Chart {

    private static final double ALPHA_REACH = 0.75;
    private static final double GAMMA_REACH = 1.5;
    private static final double MASS_REACH = 450;
    private static final double SOFT_REACH = 3e5;
    private static final double ROUNDING = 1e-9;

    private final ParameterSpace space;
    /** Place of each parameter's coordinate in u; −1 if it is fixed. */
    private final int[] coordinate = new int[Z3Parameters.COUNT];

    private final Scale[] scales = new Scale[Z3Parameters.COUNT];

    SymmetricLimitChart(ParameterSpace space) {
        int free = 0;
        ParameterSpace cheap = space;
        for (int i = 0; i < Z3Parameters.COUNT; i++) {
            Scale scale = space.parameters().get(i).scale();
            scales[i] = scale;
            coordinate[i] = scale instanceof Scale.Fixed ? -1 : free++;
            if (scale instanceof Scale.SymmetricLog && reach(i) > 0) {
                // overwritten in any case: no need for the logarithm
                cheap = cheap.with(space.parameters().get(i).name(), new Scale.Linear(scale.lower(), scale.upper()));
            }
        }
        this.space = cheap;
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
    public int dimension() {
        return space.dimension();
    }

    @Override
    public void toTheta(double[] u, double[] theta) {
        space.toTheta(u, theta);
        for (int i = 0; i < Z3Parameters.V; i++) {
            if (deviates(i)) {
                double value = fold(i, limit(i, theta) + reach(i) * deviation(u[coordinate[i]]));
                theta[i] = clip(i, value, theta);
            }
        }
    }

    @Override
    public boolean toUnit(double[] theta, double[] u) {
        if (!space.toUnit(theta, u)) {
            return false;
        }
        for (int i = 0; i < Z3Parameters.V; i++) {
            if (deviates(i)) {
                double t = fold(i, theta[i] - limit(i, theta)) / reach(i);
                if (!(Math.abs(t) <= 1 + ROUNDING)) {
                    return false;
                }
                u[coordinate[i]] = 0.5 + 0.5 * Math.copySign(Math.sqrt(Math.min(Math.abs(t), 1)), t);
            }
        }
        return true;
    }

    /** True for a free parameter that has a value in the limit. */
    private boolean deviates(int parameter) {
        return coordinate[parameter] >= 0 && reach(parameter) > 0;
    }

    private static double deviation(double u) {
        double t = 2 * u - 1;
        return t * Math.abs(t);
    }

    private static double reach(int parameter) {
        return switch (parameter) {
            case Z3Parameters.ALPHA1, Z3Parameters.ALPHA2 -> ALPHA_REACH;
            case Z3Parameters.GAMMA1, Z3Parameters.GAMMA2 -> GAMMA_REACH;
            case Z3Parameters.M_A1, Z3Parameters.M_A2, Z3Parameters.M_C1, Z3Parameters.M_C2 -> MASS_REACH;
            case Z3Parameters.M12_SQ, Z3Parameters.M13_SQ, Z3Parameters.M23_SQ -> SOFT_REACH;
            default -> 0;
        };
    }

    /** The value in the symmetric limit, given the parameters before it. */
    private static double limit(int parameter, double[] theta) {
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

    private static double fold(int parameter, double value) {
        return parameter <= Z3Parameters.GAMMA2 ? Relabelling.fold(value) : value;
    }

    private double clip(int parameter, double value, double[] theta) {
        Scale scale = scales[parameter];
        boolean dependent = scale instanceof Scale.Dependent;
        double least = dependent ? scale.toTheta(0, theta) : scale.lower();
        double greatest = dependent ? scale.toTheta(1, theta) : scale.upper();
        return Math.max(least, Math.min(value, greatest));
    }
}
