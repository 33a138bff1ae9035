package thetascan.z3hdm;

import thetascan.space.Chart;
import thetascan.space.ParameterSpace;
import thetascan.space.Scale;

/**
 * The alignment limit α1 = β1, α2 = β2, in which h1 couples like the Standard Model Higgs boson, as a sampling
 * baseline; the other coordinates as in {@link SignedSquareChart}.
 */
final class AlignmentChart implements Chart {

    private static final double ALIGNED = 1e-12;
    /** How far outside [0,1] a coordinate may come out by rounding. */
    private static final double ROUNDING = 1e-9;

    private final ParameterSpace coordinates;
    private final Scale alpha1;
    private final Scale alpha2;

    AlignmentChart(ParameterSpace space) {
        alpha1 = space.parameters().get(Z3Parameters.ALPHA1).scale();
        alpha2 = space.parameters().get(Z3Parameters.ALPHA2).scale();
        coordinates = SignedSquareChart.withSignedSquares(
                space.with("alpha1", new Scale.Fixed(0)).with("alpha2", new Scale.Fixed(0)));
    }

    @Override
    public String name() {
        return "alignment";
    }

    @Override
    public String description() {
        return "the alignment limit alpha1 = beta1, alpha2 = beta2, soft terms as signed squares";
    }

    @Override
    public int dimension() {
        return coordinates.dimension();
    }

    @Override
    public void toTheta(double[] u, double[] theta) {
        coordinates.toTheta(u, theta);
        theta[Z3Parameters.ALPHA1] = aligned(alpha1, theta[Z3Parameters.TAN_BETA1]);
        theta[Z3Parameters.ALPHA2] = aligned(alpha2, theta[Z3Parameters.TAN_BETA2]);
    }

    @Override
    public boolean toUnit(double[] theta, double[] u) {
        if (!isAligned(alpha1, theta[Z3Parameters.ALPHA1], theta[Z3Parameters.TAN_BETA1])
                || !isAligned(alpha2, theta[Z3Parameters.ALPHA2], theta[Z3Parameters.TAN_BETA2])) {
            return false;
        }
        int free = 0;
        for (int i = Z3Parameters.ALPHA3; i < Z3Parameters.COUNT; i++) {
            Scale scale = coordinates.parameters().get(i).scale();
            double value = scale.toUnit(theta[i], theta);
            if (!(value >= -ROUNDING && value <= 1 + ROUNDING)) {
                return false;
            }
            if (!(scale instanceof Scale.Fixed)) {
                u[free++] = Math.max(0, Math.min(value, 1));
            }
        }
        return true;
    }

    /** β, or the nearest angle the range allows. */
    private static double aligned(Scale scale, double tanBeta) {
        return Math.max(scale.lower(), Math.min(StrictMath.atan(tanBeta), scale.upper()));
    }

    private static boolean isAligned(Scale scale, double alpha, double tanBeta) {
        return Math.abs(alpha - aligned(scale, tanBeta)) <= ALIGNED;
    }
}
