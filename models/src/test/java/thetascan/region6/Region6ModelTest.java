package thetascan.region6;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thetascan.constraint.BoundConstraints;
import thetascan.model.EvaluationException;
import thetascan.model.Model;
import thetascan.model.Models;
import thetascan.model.PointEvaluator;

class Region6ModelTest {

    private static final Model THIN = new Region6Model.Thin();
    private static final Model WIDE = new Region6Model.Wide();

    private final PointEvaluator evaluator = THIN.newEvaluator();
    private final double[] observables = new double[4];

    private boolean isValid(BoundConstraints constraints, double... x) {
        try {
            evaluator.evaluate(x, observables);
        } catch (EvaluationException e) {
            throw new AssertionError(e);
        }
        return constraints.evaluate(observables, new double[4], new byte[4]) < 0;
    }

    private static BoundConstraints constraints(Model model) {
        return model.constraintSet("default").bind(model.observables());
    }

    /** Each condition of the definition, just kept and just broken, W = 0.004 and 0.03. */
    @ParameterizedTest
    @CsvSource({
        // x0, x1, x2, x3, x4, x5, thin, wide
        "0.50, 0.50, 0.8200, 0.125, 0.4, 0.475, true, true",
        "0.50, 0.50, 0.8225, 0.125, 0.4, 0.475, false, true",
        "0.50, 0.50, 0.8360, 0.125, 0.4, 0.475, false, false",
        "0.50, 0.50, 0.8200, 0.125, 0.4, 0.490, false, true",
        "0.50, 0.50, 0.8200, 0.125, 0.4, 0.555, false, false",
        "0.50, 0.50, 0.8200, 0.020, 0.4, 0.580, false, false",
        "0.50, 0.50, 0.8200, 0.026, 0.4, 0.574, true, true",
        "0.50, 0.50, 0.8200, 0.125, 0.51, 0.365, false, false",
        "0.50, 0.50, 0.8200, 0.375, 0.2, 0.425, false, false",
        "0.50, 0.50, 0.8200, 0.625, 0.2, 0.175, true, true",
    })
    void definition(double x0, double x1, double x2, double x3, double x4, double x5, boolean thin, boolean wide) {
        assertThat(isValid(constraints(THIN), x0, x1, x2, x3, x4, x5)).isEqualTo(thin);
        assertThat(isValid(constraints(WIDE), x0, x1, x2, x3, x4, x5)).isEqualTo(wide);
    }

    @Test
    void hasTwoPieces() {
        assertThat(THIN.piece(new double[] {0.5, 0.5, 0.82, 0.125, 0.4, 0.475})).isZero();
        assertThat(THIN.piece(new double[] {0.5, 0.5, 0.82, 0.625, 0.2, 0.175})).isEqualTo(1);
    }

    /** Two million uniform valid points: their share of the box, and the cells of a 4^6 grid they touch. */
    @ParameterizedTest
    @CsvSource({"region6-thin, 0.004, 1.9e-5, 0.1e-5, 272", "region6-wide, 0.03, 1.06e-3, 0.01e-3, 476"})
    void volumeAndReach(String name, double width, double volume, double error, int reach) {
        BoundConstraints constraints = constraints(Models.named(name));
        ValidSample sample = new ValidSample(width, new SplittableRandom(1));
        BitSet cells = new BitSet();
        double[] x = new double[6];
        for (int i = 0; i < 2_000_000; i++) {
            sample.draw(x, 0);
            if (i % 100 == 0) assertThat(isValid(constraints, x)).isTrue();
            int cell = 0;
            for (double coordinate : x) cell = 4 * cell + Math.min((int) (4 * coordinate), 3);
            cells.set(cell);
        }
        assertThat(sample.volume()).isCloseTo(volume, within(error));
        assertThat(cells.cardinality()).isBetween(reach - 1, reach);
    }

    /** The direct sample against rejection from the whole box. */
    @Test
    void shareOfTheBoxIsThatOfRandomPoints() {
        BoundConstraints wide = constraints(WIDE);
        SplittableRandom random = new SplittableRandom(2);
        ValidSample sample = new ValidSample(0.03, random);
        double[] x = new double[6];
        for (int i = 0; i < 200_000; i++) sample.draw(x, 0);
        int valid = 0;
        int points = 2_000_000;
        for (int i = 0; i < points; i++) {
            for (int j = 0; j < 6; j++) x[j] = random.nextDouble();
            if (isValid(wide, x)) valid++;
        }
        double expected = sample.volume() * points;
        assertThat((double) valid).isCloseTo(expected, within(4 * Math.sqrt(expected)));
    }
}
