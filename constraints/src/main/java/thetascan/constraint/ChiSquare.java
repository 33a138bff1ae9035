package thetascan.constraint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import thetascan.constraint.Measurement.Correlated;

/** Sum of χ² = (x − m)ᵀ C⁻¹ (x − m) of measurements with covariance C, as a quadratic form on the observables in it. */
final class ChiSquare {

    /** Observables and their places in the form. */
    private final Map<String, Integer> places = new LinkedHashMap<>();

    private final List<Term> terms = new ArrayList<>();

    /**
     * @param at      place of each observable
     * @param inverse C⁻¹, row by row
     */
    private record Term(int[] at, double[] inverse, Correlated measured) {}

    /** Adds a measurement; the observables are those of its quantities, in their order, and may recur. */
    void add(Correlated measured, List<String> observables) {
        int n = measured.quantities().size();
        if (observables.size() != n) {
            throw new IllegalArgumentException("'observables' has " + observables.size() + " entries, the measurement "
                    + n + " quantities: " + measured.quantities() + ".");
        }
        int[] at = new int[n];
        for (int i = 0; i < n; i++) {
            Integer known = places.putIfAbsent(observables.get(i), places.size());
            at[i] = known == null ? places.size() - 1 : known;
        }
        terms.add(new Term(at, inverse(measured), measured));
    }

    /** χ² ≤ upper. */
    QuadraticForm atMost(double upper, double scale) {
        return form(upper, scale);
    }

    /** χ² − χ²(all observables = reference) ≤ upper. */
    QuadraticForm above(double reference, double upper, double scale) {
        double chiSquare = 0;
        for (Term term : terms) {
            int n = term.at.length;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    chiSquare += (reference - term.measured.values().get(i))
                            * term.inverse[i * n + j]
                            * (reference - term.measured.values().get(j));
                }
            }
        }
        return form(upper + chiSquare, scale);
    }

    private QuadraticForm form(double upper, double scale) {
        int size = places.size();
        double[] matrix = new double[size * size];
        double[] linear = new double[size];
        double constant = upper;
        for (Term term : terms) {
            int n = term.at.length;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    double h = term.inverse[i * n + j];
                    double m = term.measured.values().get(j);
                    matrix[term.at[i] * size + term.at[j]] -= h;
                    linear[term.at[i]] += 2 * h * m;
                    constant -= term.measured.values().get(i) * h * m;
                }
            }
        }
        return QuadraticForm.of(List.copyOf(places.keySet()), boxed(matrix), boxed(linear), constant, scale);
    }

    private static List<Double> boxed(double[] numbers) {
        List<Double> list = new ArrayList<>(numbers.length);
        for (double number : numbers) {
            list.add(number);
        }
        return list;
    }

    /** The inverse covariance by Cholesky decomposition C = L Lᵀ. */
    private static double[] inverse(Correlated measured) {
        int n = measured.quantities().size();
        double[] l = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = i == j ? 1 : measured.correlation(i, j);
                for (int k = 0; k < j; k++) {
                    sum -= l[i * n + k] * l[j * n + k];
                }
                if (i == j && !(sum > 0)) {
                    throw new IllegalArgumentException(
                            "the correlations of " + measured.quantities().get(i)
                                    + " contradict each other: their matrix is not positive definite.");
                }
                l[i * n + j] = i == j ? Math.sqrt(sum) : sum / l[j * n + j];
            }
        }
        double[] columns = new double[n * n];
        for (int column = 0; column < n; column++) {
            solve(l, n, column, columns);
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                columns[i * n + j] /=
                        measured.errors().get(i) * measured.errors().get(j);
            }
        }
        return columns;
    }

    /** L Lᵀ x = a unit vector, by forward and backward substitution. */
    private static void solve(double[] l, int n, int column, double[] into) {
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            double sum = i == column ? 1 : 0;
            for (int k = 0; k < i; k++) {
                sum -= l[i * n + k] * x[k];
            }
            x[i] = sum / l[i * n + i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                x[i] -= l[k * n + i] * x[k];
            }
            x[i] /= l[i * n + i];
            into[i * n + column] = x[i];
        }
    }
}
