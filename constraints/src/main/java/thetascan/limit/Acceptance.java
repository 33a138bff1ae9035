package thetascan.limit;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which part of a channel's rate an analysis sees. */
public sealed interface Acceptance {

    /**
     * The part that is seen.
     *
     * @param p        predictions
     * @param particle index of the particle
     * @return a factor of the channel's rate
     */
    double of(Predictions p, int particle);

    /** {@return what its modulus is at most; infinite where nothing simple can be said} */
    double most();

    /**
     * The same for every particle.
     *
     * @param value the acceptance
     */
    record Constant(double value) implements Acceptance {
        @Override
        public double of(Predictions p, int particle) {
            return value;
        }

        @Override
        public double most() {
            return Math.abs(value);
        }
    }

    /**
     * Interpolated in the mass, constant outside the grid.
     *
     * @param masses increasing masses [GeV]
     * @param values acceptance at each
     * @param table  both
     */
    record MassDependent(List<Double> masses, List<Double> values, Table table) implements Acceptance {

        /**
         * Copies the lists.
         *
         * @param masses increasing masses [GeV]
         * @param values acceptance at each
         * @param table both
         */
        public MassDependent {
            masses = List.copyOf(masses);
            values = List.copyOf(values);
        }

        /**
         * Interpolates between points.
         *
         * @param masses increasing masses [GeV]
         * @param values acceptance at each
         * @return an acceptance
         * @throws IllegalArgumentException if the grid is no axis or the numbers of values differ
         */
        public static MassDependent of(double[] masses, double[] values) {
            return new MassDependent(list(masses), list(values), new Table(List.of(new Axis(masses)), values, values));
        }

        private static List<Double> list(double[] values) {
            return Arrays.stream(values).boxed().toList();
        }

        @Override
        public double of(Predictions p, int particle) {
            return table.at(LimitKind.EXPECTED, p.mass[particle]);
        }

        @Override
        public double most() {
            return values.stream().mapToDouble(Math::abs).max().orElse(0);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof MassDependent that && masses.equals(that.masses) && values.equals(that.values);
        }

        @Override
        public int hashCode() {
            return Objects.hash(masses, values);
        }
    }

    /**
     * a + b exp(c m).
     *
     * @param a constant part
     * @param b factor of the exponential
     * @param c growth [1/GeV]
     */
    record Exponential(double a, double b, double c) implements Acceptance {
        @Override
        public double of(Predictions p, int particle) {
            return a + b * StrictMath.exp(c * p.mass[particle]);
        }

        @Override
        public double most() {
            return Double.POSITIVE_INFINITY;
        }
    }

    /**
     * A quotient of two Laurent polynomials in the couplings.
     *
     * @param numerator   its terms
     * @param denominator its terms; none for 1
     */
    record CouplingDependent(List<Term> numerator, List<Term> denominator) implements Acceptance {

        /**
         * Copies the lists.
         *
         * @param numerator its terms
         * @param denominator its terms; none for 1
         */
        public CouplingDependent {
            numerator = List.copyOf(numerator);
            denominator = List.copyOf(denominator);
        }

        @Override
        public double of(Predictions p, int particle) {
            double result = sum(numerator, p, particle);
            return denominator.isEmpty() || result == 0 ? result : result / sum(denominator, p, particle);
        }

        @Override
        public double most() {
            return Double.POSITIVE_INFINITY;
        }

        private static double sum(List<Term> terms, Predictions p, int particle) {
            double sum = 0;
            for (int i = 0; i < terms.size(); i++) {
                sum += terms.get(i).of(p, particle);
            }
            return sum;
        }
    }

    /**
     * Powers of couplings times a coefficient.
     *
     * @param powers      coupling and whole power
     * @param coefficient an acceptance
     */
    record Term(List<Map.Entry<Coupling, Integer>> powers, Acceptance coefficient) {

        /**
         * Copies the list.
         *
         * @param powers coupling and whole power
         * @param coefficient an acceptance
         */
        public Term {
            powers = List.copyOf(powers);
        }

        double of(Predictions p, int particle) {
            double value = coefficient.of(p, particle);
            for (int i = 0; i < powers.size(); i++) {
                Map.Entry<Coupling, Integer> power = powers.get(i);
                value *= StrictMath.pow(p.coupling[p.coupling(particle, power.getKey())], power.getValue());
            }
            return value;
        }
    }
}
