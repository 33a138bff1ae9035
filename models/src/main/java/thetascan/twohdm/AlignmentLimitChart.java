package thetascan.twohdm;

import thetascan.higgs.DeviationChart;
import thetascan.space.ParameterSpace;

/**
 * Deviations from the alignment limit cos(β−α) = 0 with degenerate heavy scalars, m_A² = m_H⁺² = m_H² = m12²/(sin β cos β), where h couples like
 * the Standard Model Higgs boson and every quartic coupling is that of it. m_H and tan β are those of the box.
 */
final class AlignmentLimitChart extends DeviationChart {

    private static final double COS_REACH = 0.5;
    private static final double MASS_REACH = 450;
    /** Of m12², in (300 GeV)². */
    private static final double SOFT_REACH = 9e4;

    AlignmentLimitChart(ParameterSpace space) {
        super(space, TwoHdmParameters.M_A, TwoHdmParameters.M_HPM, TwoHdmParameters.COS_BA, TwoHdmParameters.M12_SQ);
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
    protected double limit(int parameter, double[] theta) {
        double heavy = theta[TwoHdmParameters.M_H0];
        return switch (parameter) {
            case TwoHdmParameters.COS_BA -> 0;
            case TwoHdmParameters.M12_SQ -> heavy * heavy * sinCos(theta);
            default -> heavy;
        };
    }

    @Override
    protected double reach(int parameter, double[] theta) {
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
}
