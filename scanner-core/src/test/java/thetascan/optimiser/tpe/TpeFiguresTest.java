package thetascan.optimiser.tpe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thetascan.contract.Telling;
import thetascan.optimiser.Optimiser;
import thetascan.optimiser.OptimiserKind;
import thetascan.optimiser.Optimisers;
import thetascan.optimiser.Results;
import thetascan.option.Options;
import thetascan.random.RandomStream;

/** TPE against Optuna; prints a row of docs/results.md for each. */
class TpeFiguresTest {

    private static final int[] EVALUATIONS = {50, 100, 200};

    private static final Map<String, ToDoubleFunction<double[]>> FUNCTIONS = Map.of(
            "sphere5", TpeFiguresTest::sphere,
            "rosen5", TpeFiguresTest::rosenbrock,
            "hart6", TpeFiguresTest::hartmann,
            "styb10", TpeFiguresTest::styblinskiTang);

    private static double sphere(double[] u) {
        return Arrays.stream(u).map(x -> (x - 0.3) * (x - 0.3)).sum();
    }

    /** On [-2, 2]^n. */
    private static double rosenbrock(double[] u) {
        double sum = 0;
        for (int j = 0; j + 1 < u.length; j++) {
            double x = 4 * u[j] - 2;
            double y = 4 * u[j + 1] - 2;
            sum += 100 * (y - x * x) * (y - x * x) + (1 - x) * (1 - x);
        }
        return sum;
    }

    /** On [-5, 5]^n, divided by n. */
    private static double styblinskiTang(double[] u) {
        return Arrays.stream(u)
                        .map(v -> 10 * v - 5)
                        .map(x -> x * x * x * x - 16 * x * x + 5 * x)
                        .sum()
                / 2
                / u.length;
    }

    private static final double[][] HARTMANN_WIDTHS = {
        {10, 3, 17, 3.5, 1.7, 8}, {0.05, 10, 17, 0.1, 8, 14}, {3, 3.5, 1.7, 10, 17, 8}, {17, 8, 0.05, 10, 0.1, 14}
    };
    private static final double[][] HARTMANN_CENTRES = {
        {0.1312, 0.1696, 0.5569, 0.0124, 0.8283, 0.5886},
        {0.2329, 0.4135, 0.8307, 0.3736, 0.1004, 0.9991},
        {0.2348, 0.1451, 0.3522, 0.2883, 0.3047, 0.6650},
        {0.4047, 0.8828, 0.8732, 0.5743, 0.1091, 0.0381}
    };
    private static final double[] HARTMANN_DEPTHS = {1, 1.2, 3, 3.2};

    /** Four wells in six dimensions, least -3.32237 (J. K. Hartman, Nav. Res. Logist. Q. 20 (1973) 569). */
    private static double hartmann(double[] u) {
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            double square = 0;
            for (int j = 0; j < 6; j++) {
                square += HARTMANN_WIDTHS[i][j] * Math.pow(u[j] - HARTMANN_CENTRES[i][j], 2);
            }
            sum -= HARTMANN_DEPTHS[i] * Math.exp(-square);
        }
        return sum;
    }

    /** The medians, over seeds from 1 on, of the best after so many evaluations. */
    private static double[] medians(String function, int batch, int seeds, int... evaluations) {
        double[][] best = new double[evaluations.length][seeds];
        for (int seed = 1; seed <= seeds; seed++) {
            double[] history = history(function, batch, seed, evaluations[evaluations.length - 1]);
            for (int i = 0; i < evaluations.length; i++) best[i][seed - 1] = history[evaluations[i] - 1];
        }
        return Arrays.stream(best)
                .mapToDouble(values -> Arrays.stream(values).sorted().toArray()[seeds / 2])
                .toArray();
    }

    /** The least value up to each evaluation; plain minimisation, so nothing fades. */
    private static double[] history(String function, int batch, long seed, int evaluations) {
        OptimiserKind kind = Optimisers.named("tpe");
        Options options = Options.of(kind.options(), Map.of("population", (double) batch, "novelty_fading", 0.0));
        int n = Integer.parseInt(function.replaceAll("\\D", ""));
        Optimiser tpe = kind.create(options, n, RandomStream.of(seed), null);
        double[] history = new double[evaluations];
        double least = Double.POSITIVE_INFINITY;
        for (int at = 0; at < evaluations; ) {
            Results results = Telling.results(tpe.ask(), n, FUNCTIONS.get(function), u -> new double[0]);
            for (double value : results.fitness()) {
                least = Math.min(least, value);
                history[at++] = least;
            }
            tpe.tell(results);
        }
        return history;
    }

    /**
     * The median of Optuna 5 after 200 evaluations over 15 seeds and its 10 and 90 % quantiles, measured; multivariate,
     * one after the other or in batches of 10 with the constant liar. Not worse by more than the standard error of that
     * median, 1.2533 σ/√15 with σ from the quantiles.
     */
    @Tag("statistical")
    @ParameterizedTest
    @CsvSource({
        "sphere5, 1, 0.0004952, 0.0002593, 0.0007932",
        "rosen5, 1, 3.851, 2.767, 4.785",
        "hart6, 1, -3.292, -3.307, -3.117",
        "styb10, 1, -32.61, -35.48, -29.55",
        "sphere5, 10, 0.0005144, 0.0002188, 0.001543",
        "rosen5, 10, 4.183, 2.44, 6.394",
        "hart6, 10, -3.237, -3.302, -3.067",
        "styb10, 10, -31.34, -33.92, -28.27"
    })
    void mediansOfTheBest(String function, int batch, double published, double q10, double q90) {
        int seeds = 75;
        double[] medians = medians(function, batch, seeds, EVALUATIONS);
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %.4g / %.4g / %.4g | %.4g |%n",
                function,
                batch,
                medians[0],
                medians[1],
                medians[2],
                published);

        assertThat(medians[2]).isLessThan(published + 1.2533 * (q90 - q10) / 2.563 / Math.sqrt(15));
    }

    /** A short version: five seeds, clearly better than the 0.066 of random search after 200 evaluations. */
    @Test
    void farBetterThanRandomSearch() {
        assertThat(medians("sphere5", 10, 5, 100)[0]).isLessThan(0.01);
    }
}
