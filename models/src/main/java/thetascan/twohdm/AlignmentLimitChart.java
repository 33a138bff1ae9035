package thetascan.twohdm;

import thetascan.space.Chart;
import thetascan.space.ParameterSpace;
import thetascan.space.Scale;

/**
 * Deviations from the alignment limit cos(β−α) = 0 with degenerate heavy scalars, m_A² = m_H⁺² = m_H² = m12²/(sin β cos β), where h couples like
 * the Standard Model Higgs boson and every quartic coupling is that of it. Each deviation is a signed square t|t|, t = 2u − 1, of its coordinate;
 * m_H and tan β are those of the box. Values are clipped to their ranges; points far from the limit are not covered.
 */
final class AlignmentLimitChart implements Chart {

    private static final double COS_REACH = 0.5;
    private static final double MASS_REACH = 450;
    /** Of m12², in (300 GeV)². */
    private static final double SOFT_REACH = 9e4;

    private static final double ROUNDING = 1e-9;

    private final ParameterSpace space;
    /** Place of each parameter's coordinate in u; −1 if it is fixed. */
    private final int[] coordinate;

    private final Scale[] scales;

    AlignmentLimitChart(ParameterSpace space) {
        this.space = space;
        coordinate = new int[space.size()];
        scales = new Scale[space.size()];
        int free = 0;
        for (int i = 0; i < coordinate.length; i++) {
            scales[i] = space.parameters().get(i).scale();
            coordinate[i] = scales[i] instanceof Scale.Fixed ? -1 : free++;
        }
    }

    @Override
    public String name() {
        return "alignment-limit";
    }

    @Override
    public String description() {
        return "deviations from the alignment limit with degenerate heavy scalars, where every theoretical bound holds";
    }

    @Override
    public int dimension() {
        return space.dimension();
    }

    @Override
    public void toTheta(double[] u, double[] theta) {
        space.toTheta(u, theta);
        for (int i = 0; i < theta.length; i++) {
            if (deviates(i)) {
                double t = 2 * u[coordinate[i]] - 1;
                theta[i] = clip(i, limit(i, theta) + reach(i, theta) * t * Math.abs(t), theta);
            }
        }
    }

    @Override
    public boolean toUnit(double[] theta, double[] u) {
        if (!space.toUnit(theta, u)) {
            return false;
        }
        for (int i = 0; i < theta.length; i++) {
            if (deviates(i)) {
                double t = (theta[i] - limit(i, theta)) / reach(i, theta);
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
        return coordinate[parameter] >= 0
                && (parameter == TwoHdmParameters.M_A
                        || parameter == TwoHdmParameters.M_HPM
                        || parameter == TwoHdmParameters.COS_BA
                        || parameter == TwoHdmParameters.M12_SQ);
    }

    private static double limit(int parameter, double[] theta) {
        double heavy = theta[TwoHdmParameters.M_H0];
        return switch (parameter) {
            case TwoHdmParameters.COS_BA -> 0;
            case TwoHdmParameters.M12_SQ -> heavy * heavy * sinCos(theta);
            default -> heavy;
        };
    }

    private static double reach(int parameter, double[] theta) {
        return switch (parameter) {
            case TwoHdmParameters.COS_BA -> COS_REACH;
            case TwoHdmParameters.M12_SQ -> SOFT_REACH * sinCos(theta);
            default -> MASS_REACH;
        };
    }

    /** sin β cos β. */
    private static double sinCos(double[] theta) {
        double tanBeta = theta[TwoHdmParameters.TAN_BETA];
        return tanBeta / (1 + tanBeta * tanBeta);
    }

    private double clip(int parameter, double value, double[] theta) {
        Scale scale = scales[parameter];
        boolean dependent = scale instanceof Scale.Dependent;
        double least = dependent ? scale.toTheta(0, theta) : scale.lower();
        double greatest = dependent ? scale.toTheta(1, theta) : scale.upper();
        return Math.max(least, Math.min(value, greatest));
    }
}
