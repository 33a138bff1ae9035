package thetascan.scotogenic.t12a;

import thetascan.space.ParameterSpace;
import thetascan.space.Scale;

/**
 * Coordinates of the five dark masses with one field the lightest: its mass m, and for every other ln(m_k/m − 1) from 1/1000 up to the
 * end of its range, so that the degeneracies of coannihilation fill as much of the unit interval as everything else. Masses are those
 * without mixing: M_F, M_Ψ, √(M_S² + λ_S v²/2), and of the lightest member of η. Immutable.
 */
final class DarkMasses {

    /** The field that is the lightest. */
    enum Lightest {
        F1(T12aParameters.M_F1),
        PSI(T12aParameters.M_PSI),
        S(T12aParameters.MS_SQ),
        ETA(T12aParameters.META_SQ);

        private final int parameter;

        Lightest(int parameter) {
            this.parameter = parameter;
        }
    }

    static final int[] PARAMETERS = {
        T12aParameters.MS_SQ, T12aParameters.META_SQ, T12aParameters.M_F1, T12aParameters.M_F2, T12aParameters.M_PSI
    };

    private static final double LEAST_SPLITTING = 1e-3;
    private static final double ROUNDING = 1e-9;

    private final int lightest;
    private final int[] coordinate;
    private final Scale[] scales;

    /**
     * @param coordinate place of each parameter's coordinate in u
     */
    DarkMasses(Lightest lightest, ParameterSpace space, int[] coordinate) {
        this.lightest = lightest.parameter;
        this.coordinate = coordinate;
        scales = new Scale[space.size()];
        for (int parameter : PARAMETERS) {
            scales[parameter] = space.parameters().get(parameter).scale();
        }
    }

    void toTheta(double[] u, double[] theta) {
        double low = end(lightest, scales[lightest].lower());
        double high = end(lightest, scales[lightest].upper());
        double m = low * Math.exp(u[coordinate[lightest]] * Math.log(high / low));
        theta[lightest] = clip(lightest, parameter(lightest, m, theta));
        for (int k : PARAMETERS) {
            if (k != lightest) {
                double splitting = LEAST_SPLITTING * Math.exp(u[coordinate[k]] * span(k, m));
                theta[k] = clip(k, parameter(k, m * (1 + splitting), theta));
            }
        }
    }

    /** False if another field is lighter or closer than the least splitting. */
    boolean toUnit(double[] theta, double[] u) {
        double low = end(lightest, scales[lightest].lower());
        double high = end(lightest, scales[lightest].upper());
        double m = mass(lightest, theta);
        if (!store(Math.log(m / low) / Math.log(high / low), u, lightest)) {
            return false;
        }
        for (int k : PARAMETERS) {
            if (k != lightest) {
                double splitting = mass(k, theta) / m - 1;
                if (!store(Math.log(splitting / LEAST_SPLITTING) / span(k, m), u, k)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Logarithm of the ratio of the largest to the least splitting. */
    private double span(int k, double m) {
        return Math.log(Math.max(2 * LEAST_SPLITTING, end(k, scales[k].upper()) / m - 1) / LEAST_SPLITTING);
    }

    private boolean store(double value, double[] u, int parameter) {
        u[coordinate[parameter]] = Math.max(0, Math.min(value, 1));
        return value >= -ROUNDING && value <= 1 + ROUNDING;
    }

    private double clip(int parameter, double value) {
        return Math.max(scales[parameter].lower(), Math.min(value, scales[parameter].upper()));
    }

    private static boolean isSquare(int parameter) {
        return parameter == T12aParameters.MS_SQ || parameter == T12aParameters.META_SQ;
    }

    /** An end of a range as a mass. */
    private static double end(int parameter, double value) {
        return isSquare(parameter) ? Math.sqrt(Math.max(1, value)) : value;
    }

    private static double mass(int parameter, double[] theta) {
        return isSquare(parameter) ? Math.sqrt(theta[parameter] + shift(parameter, theta)) : theta[parameter];
    }

    private static double parameter(int parameter, double m, double[] theta) {
        return isSquare(parameter) ? m * m - shift(parameter, theta) : m;
    }

    /** What electroweak symmetry breaking adds to the squared mass. */
    private static double shift(int parameter, double[] theta) {
        double half = T12aSpectrum.V * T12aSpectrum.V / 2;
        if (parameter == T12aParameters.MS_SQ) {
            return theta[T12aParameters.LAMBDA_S] * half;
        }
        double charged = theta[T12aParameters.LAMBDA_ETA];
        double neutral = charged + theta[T12aParameters.LAMBDA_ETA1] - Math.abs(theta[T12aParameters.LAMBDA_ETA2]);
        return Math.min(charged, neutral) * half;
    }
}
