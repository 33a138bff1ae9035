package thetascan.z3hdm;

import thetascan.space.Chart;
import thetascan.space.ParameterSpace;
import thetascan.space.Scale;

/**
 * The parameter space with signed squares for the soft terms: m² = M t|t|, t = 2u − 1. Valid points have |m²| of 10⁴
 * to 5·10⁵ GeV², a sliver of the symmetric logarithm but a third of this. Covers the whole box. A soft term whose
 * range is not symmetric about zero keeps its own scale.
 */
final class SignedSquareChart implements Chart {

    private final ParameterSpace coordinates;

    SignedSquareChart(ParameterSpace space) {
        coordinates = withSignedSquares(space);
    }

    static ParameterSpace withSignedSquares(ParameterSpace space) {
        ParameterSpace changed = space;
        for (String name : new String[] {"m12_sq", "m13_sq", "m23_sq"}) {
            Scale scale = space.parameters().get(space.index(name)).scale();
            if (scale.lower() == -scale.upper() && scale.upper() > 0) {
                changed = changed.with(name, new Scale.SignedPower(scale.upper(), 2));
            }
        }
        return changed;
    }

    @Override
    public String name() {
        return "signed-square";
    }

    @Override
    public String description() {
        return "the box with soft terms as signed squares";
    }

    @Override
    public int dimension() {
        return coordinates.dimension();
    }

    @Override
    public void toTheta(double[] u, double[] theta) {
        coordinates.toTheta(u, theta);
    }

    @Override
    public boolean toUnit(double[] theta, double[] u) {
        return coordinates.toUnit(theta, u);
    }
}
