package thetascan.relic;

import java.util.Arrays;

/**
 * Degrees of freedom of the plasma of the Standard Model: h of the entropy, g of the energy density. Values of M. Laine and M. Meyer,
 * JCAP 07 (2015) 035, arXiv:1503.04935, at 49 temperatures; linear in ln T between them, constant beyond. The thinning of the published
 * table costs 1.5e-4.
 */
final class Plasma {

    private static final double DERIVATIVE_STEP = 0.02;

    // T [GeV], h, g
    private static final double[][] TABLE = {
        {0.0040789, 10.741, 10.742},
        {0.010927, 10.766, 10.77},
        {0.013308, 10.816, 10.831},
        {0.014686, 10.869, 10.893},
        {0.016207, 10.948, 10.987},
        {0.017885, 11.062, 11.12},
        {0.019737, 11.217, 11.299},
        {0.021781, 11.415, 11.526},
        {0.024037, 11.659, 11.801},
        {0.026526, 11.945, 12.12},
        {0.032304, 12.622, 12.859},
        {0.047912, 14.14, 14.444},
        {0.07842, 15.955, 16.264},
        {0.086541, 16.38, 16.706},
        {0.095503, 16.896, 17.258},
        {0.10539, 17.571, 18.003},
        {0.11631, 18.517, 19.073},
        {0.12835, 19.915, 20.679},
        {0.14164, 22.048, 23.16},
        {0.15631, 25.369, 27.047},
        {0.1725, 30.476, 33.036},
        {0.19037, 38.217, 42.105},
        {0.21008, 44.475, 48.746},
        {0.23184, 47.226, 50.843},
        {0.28234, 51.283, 53.862},
        {0.34385, 55.163, 57.231},
        {0.46212, 61.164, 62.975},
        {0.62107, 67.055, 68.754},
        {0.75636, 70.624, 72.213},
        {0.92113, 73.745, 75.18},
        {1.1218, 76.35, 77.595},
        {1.3662, 78.434, 79.473},
        {1.6638, 80.043, 80.879},
        {2.2361, 81.731, 82.303},
        {3.0052, 82.789, 83.162},
        {4.9187, 83.733, 83.906},
        {10.82, 84.474, 84.559},
        {14.541, 85.074, 85.226},
        {19.543, 86.263, 86.555},
        {26.265, 88.215, 88.701},
        {35.3, 90.964, 91.664},
        {63.76, 97.581, 98.49},
        {85.691, 100.46, 101.29},
        {104.36, 102.03, 102.77},
        {140.25, 103.55, 104.1},
        {154.78, 104.13, 104.66},
        {170.81, 104.44, 104.88},
        {340.47, 104.65, 104.66},
        {1110.8, 104.51, 104.5},
    };
    private static final double[] LOG_T =
            Arrays.stream(TABLE).mapToDouble(row -> Math.log(row[0])).toArray();

    private Plasma() {}

    /** h(T), T in GeV. */
    static double entropy(double t) {
        return interpolate(Math.log(t), 1);
    }

    /** √g* = (h/√g) (1 + ⅓ d ln h/d ln T), the combination in the Boltzmann equation. */
    static double rootStar(double t) {
        double log = Math.log(t);
        double h = interpolate(log, 1);
        double derivative =
                (interpolate(log + DERIVATIVE_STEP, 1) - interpolate(log - DERIVATIVE_STEP, 1)) / (2 * DERIVATIVE_STEP);
        return h / Math.sqrt(interpolate(log, 2)) * (1 + derivative / (3 * h));
    }

    private static double interpolate(double log, int column) {
        int last = LOG_T.length - 1;
        if (log <= LOG_T[0]) {
            return TABLE[0][column];
        }
        if (log >= LOG_T[last]) {
            return TABLE[last][column];
        }
        int found = Arrays.binarySearch(LOG_T, log);
        int i = found >= 0 ? Math.min(found, last - 1) : -found - 2;
        double f = (log - LOG_T[i]) / (LOG_T[i + 1] - LOG_T[i]);
        return TABLE[i][column] + f * (TABLE[i + 1][column] - TABLE[i][column]);
    }
}
