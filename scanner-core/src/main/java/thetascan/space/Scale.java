package thetascan.space;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import thetascan.option.Option;

/**
 * How a parameter runs through its range as its coordinate u runs from 0 to 1: monotone, with an exact inverse.
 * Immutable; no call allocates. Whether a value lies in the range is asked of {@link ParameterSpace}.
 */
public abstract sealed class Scale {

    private static final double[] NONE = {};

    /** The range as given in scan files. */
    private final double first;

    private final double last;

    private Scale(double first, double last) {
        this.first = first;
        this.last = last;
    }

    /**
     * Name in scan files.
     *
     * @return lower case with hyphens
     */
    public abstract String kind();

    /**
     * First number of {@code range} in a scan file.
     *
     * @return in the unit of the parameter
     */
    public final double first() {
        return first;
    }

    /**
     * Second number of {@code range} in a scan file.
     *
     * @return in the unit of the parameter
     */
    public final double last() {
        return last;
    }

    /**
     * Least value, in the unit of the parameter.
     *
     * @return in the unit of the parameter
     */
    public double lower() {
        return first;
    }

    /**
     * Greatest value, in the unit of the parameter.
     *
     * @return in the unit of the parameter
     */
    public double upper() {
        return last;
    }

    /**
     * Further options in scan files, as {@link Scales} knows them.
     *
     * @return values by name; none for most kinds
     */
    public Map<String, Double> options() {
        return Map.of();
    }

    /**
     * @param u     coordinate in [0,1]
     * @param theta earlier parameters of the same point, read by {@link Dependent} only
     * @return the value, in the unit of the parameter
     */
    public abstract double toTheta(double u, double[] theta);

    /**
     * The inverse; outside [0,1] or NaN for a value outside the range.
     *
     * @param value value in the unit of the parameter
     * @param theta earlier parameters of the same point, read by {@link Dependent} only
     * @return within [0, 1] if the value is in the range
     */
    public abstract double toUnit(double value, double[] theta);

    /**
     * The value at a coordinate, for a scale that depends on no other parameter.
     *
     * @param u coordinate in [0, 1]
     * @return value in the unit of the parameter
     */
    public final double toTheta(double u) {
        return toTheta(u, NONE);
    }

    /**
     * The coordinate of a value, for a scale that depends on no other parameter.
     *
     * @param value in the unit of the parameter
     * @return coordinate, within [0, 1] if the value is in the range
     */
    public final double toUnit(double value) {
        return toUnit(value, NONE);
    }

    /** Equal if they map alike. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Scale scale
                && kind().equals(scale.kind())
                && first == scale.first
                && last == scale.last
                && options().equals(scale.options());
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind(), first, last);
    }

    @Override
    public String toString() {
        StringBuilder text =
                new StringBuilder(kind()).append(" [" + Option.format(first) + ", " + Option.format(last) + "]");
        options().forEach((name, value) -> text.append(", " + name + " " + Option.format(value)));
        return text.toString();
    }

    /** Uniform in the value. */
    public static final class Linear extends Scale {

        /**
         * Uniform between two values.
         *
         * @param lower least value, in the unit of the parameter
         * @param upper greatest value
         */
        public Linear(double lower, double upper) {
            super(lower, upper);
            checkOrder(lower, upper);
        }

        @Override
        public String kind() {
            return "linear";
        }

        @Override
        public double toTheta(double u, double[] theta) {
            return between(lower(), upper(), u);
        }

        @Override
        public double toUnit(double value, double[] theta) {
            return (value - lower()) / (upper() - lower());
        }
    }

    /** Uniform in the logarithm of a positive value. */
    public static final class Log extends Scale {

        private final double logLower;
        private final double logSpan;

        /**
         * Uniform in the logarithm between two values.
         *
         * @param lower least value, positive, in the unit of the parameter
         * @param upper greatest value
         */
        public Log(double lower, double upper) {
            super(lower, upper);
            checkOrder(lower, upper);
            if (!(lower > 0)) {
                throw new IllegalArgumentException("lower " + Option.format(lower)
                        + " must be positive on a log scale. Use symlog for values of both signs.");
            }
            logLower = StrictMath.log10(lower);
            logSpan = StrictMath.log10(upper) - logLower;
        }

        @Override
        public String kind() {
            return "log";
        }

        @Override
        public double toTheta(double u, double[] theta) {
            return clamp(StrictMath.pow(10, logLower + logSpan * u), lower(), upper());
        }

        @Override
        public double toUnit(double value, double[] theta) {
            return (StrictMath.log10(value) - logLower) / logSpan;
        }
    }

    /**
     * Uniform in the logarithm of the modulus, both signs: s 10^(log lo + (log hi - log lo) 2|u - 1/2|) with
     * s = sign(u - 1/2), and 0 at u = 1/2 (the map of arXiv:2402.07661). A modulus below the lower one has u = 1/2.
     */
    public static final class SymmetricLog extends Scale {

        private final double logLeast;
        private final double logSpan;

        /**
         * @param least    lower modulus, positive
         * @param greatest upper modulus
         */
        public SymmetricLog(double least, double greatest) {
            super(least, greatest);
            checkOrder(least, greatest);
            checkWidth(-greatest, greatest);
            if (!(least > 0)) {
                throw new IllegalArgumentException("lower " + Option.format(least)
                        + " must be positive: the range of a symlog scale gives the least and the greatest modulus.");
            }
            logLeast = StrictMath.log10(least);
            logSpan = StrictMath.log10(greatest) - logLeast;
        }

        @Override
        public String kind() {
            return "symlog";
        }

        @Override
        public double lower() {
            return -last();
        }

        @Override
        public double toTheta(double u, double[] theta) {
            if (u == 0.5) return 0;
            double modulus = StrictMath.pow(10, logLeast + logSpan * 2 * Math.abs(u - 0.5));
            return Math.copySign(clamp(modulus, first(), last()), u - 0.5);
        }

        @Override
        public double toUnit(double value, double[] theta) {
            double modulus = Math.abs(value);
            if (modulus < first()) return 0.5;
            double half = (StrictMath.log10(modulus) - logLeast) / logSpan / 2;
            // the lower modulus itself keeps its sign: it must not come back as 0
            return value > 0 ? Math.max(0.5 + half, Math.nextUp(0.5)) : Math.min(0.5 - half, Math.nextDown(0.5));
        }
    }

    /** M t|t|^(k-1) with t = 2u - 1: both signs, dense at 0 for k > 1. The range is [-M, M]. */
    public static final class SignedPower extends Scale {

        private final double exponent;

        /**
         * @param modulus  M, the greatest modulus
         * @param exponent k > 0; 2 = signed square
         */
        public SignedPower(double modulus, double exponent) {
            super(-modulus, modulus);
            if (!(modulus > 0 && modulus < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("upper " + Option.format(modulus) + " must be positive and finite");
            }
            checkWidth(-modulus, modulus);
            if (!(exponent > 0 && exponent < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "exponent " + Option.format(exponent) + " must be positive and finite");
            }
            this.exponent = exponent;
        }

        @Override
        public String kind() {
            return "signed-power";
        }

        /**
         * The power of the modulus.
         *
         * @return positive
         */
        public double exponent() {
            return exponent;
        }

        @Override
        public Map<String, Double> options() {
            return Map.of("exponent", exponent);
        }

        @Override
        public double toTheta(double u, double[] theta) {
            double t = 2 * u - 1;
            if (exponent == 2) return last() * t * Math.abs(t);
            return Math.copySign(last() * StrictMath.pow(Math.abs(t), exponent), t);
        }

        @Override
        public double toUnit(double value, double[] theta) {
            double ratio = Math.abs(value) / last();
            double t = exponent == 2 ? Math.sqrt(ratio) : StrictMath.pow(ratio, 1 / exponent);
            return 0.5 + Math.copySign(t, value) / 2;
        }
    }

    /** Uniform in an angle whose range is one period: values outside are folded into it. */
    public static final class Angle extends Scale {

        /**
         * Range in radians.
         *
         * @param lower beginning of the period
         * @param upper its end
         */
        public Angle(double lower, double upper) {
            super(lower, upper);
            checkOrder(lower, upper);
        }

        @Override
        public String kind() {
            return "angle";
        }

        @Override
        public double toTheta(double u, double[] theta) {
            return between(lower(), upper(), u);
        }

        @Override
        public double toUnit(double value, double[] theta) {
            double u = (value - lower()) / (upper() - lower());
            return u >= 0 && u <= 1 ? u : u - Math.floor(u);
        }
    }

    /** tan β with β uniform between the arc tangents of the range. */
    public static final class TanBeta extends Scale {

        private final double lowerBeta;
        private final double betaSpan;

        /**
         * Uniform in the angle.
         *
         * @param lower least tan β
         * @param upper greatest tan β
         */
        public TanBeta(double lower, double upper) {
            super(lower, upper);
            checkOrder(lower, upper);
            lowerBeta = StrictMath.atan(lower);
            betaSpan = StrictMath.atan(upper) - lowerBeta;
        }

        @Override
        public String kind() {
            return "tan-beta";
        }

        @Override
        public double toTheta(double u, double[] theta) {
            return clamp(StrictMath.tan(lowerBeta + betaSpan * u), lower(), upper());
        }

        @Override
        public double toUnit(double value, double[] theta) {
            return (StrictMath.atan(value) - lowerBeta) / betaSpan;
        }
    }

    /** One value; no search dimension. */
    public static final class Fixed extends Scale {

        /**
         * A value that is not searched.
         *
         * @param value in the unit of the parameter
         */
        public Fixed(double value) {
            super(value, value);
            checkFinite("value", value);
        }

        @Override
        public String kind() {
            return "fixed";
        }

        @Override
        public double toTheta(double u, double[] theta) {
            return first();
        }

        /** 1/2 for the value, allowing for rounding; NaN for any other. */
        @Override
        public double toUnit(double value, double[] theta) {
            return Math.abs(value - first()) <= 1e-9 * Math.abs(first()) ? 0.5 : Double.NaN;
        }
    }

    /**
     * Uniform between bounds that may follow an earlier parameter. {@link ParameterSpace} resolves the names and sees
     * to it that no range is empty; where it shrinks to one value, that value has u = 1/2.
     */
    public static final class Dependent extends Scale {

        private final Bound from;
        private final Bound to;

        /**
         * Between two bounds.
         *
         * @param from lower one
         * @param to upper one
         */
        public Dependent(Bound from, Bound to) {
            super(from.least(), to.greatest());
            this.from = from;
            this.to = to;
        }

        @Override
        public String kind() {
            return "dependent";
        }

        /**
         * The lower bound.
         *
         * @return which may follow an earlier parameter
         */
        public Bound from() {
            return from;
        }

        /**
         * The upper bound.
         *
         * @return which may follow an earlier parameter
         */
        public Bound to() {
            return to;
        }

        @Override
        public double toTheta(double u, double[] theta) {
            return between(from.at(theta), to.at(theta), u);
        }

        @Override
        public double toUnit(double value, double[] theta) {
            double low = from.at(theta);
            double high = to.at(theta);
            return high > low ? (value - low) / (high - low) : value == low ? 0.5 : Double.NaN;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Dependent scale && from.equals(scale.from) && to.equals(scale.to);
        }

        @Override
        public int hashCode() {
            return Objects.hash(from, to);
        }

        @Override
        public String toString() {
            return kind() + " [" + from + ", " + to + "]";
        }
    }

    private static double between(double lower, double upper, double u) {
        return u == 1 ? upper : clamp(lower + (upper - lower) * u, lower, upper);
    }

    private static double clamp(double value, double lower, double upper) {
        return Math.max(lower, Math.min(value, upper));
    }

    private static void checkFinite(String what, double value) {
        if (!Double.isFinite(value))
            throw new IllegalArgumentException(what + " " + value + " must be a finite number");
    }

    private static void checkOrder(double lower, double upper) {
        checkFinite("lower", lower);
        checkFinite("upper", upper);
        if (lower > upper) {
            throw new IllegalArgumentException("lower " + Option.format(lower) + " exceeds upper "
                    + Option.format(upper) + ". Maybe they are swapped.");
        }
        if (lower == upper) {
            throw new IllegalArgumentException("lower and upper are both " + Option.format(lower)
                    + ". Use scale: fixed for a parameter with one value.");
        }
        checkWidth(lower, upper);
    }

    private static void checkWidth(double lower, double upper) {
        if (upper - lower == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("the range [" + Option.format(lower) + ", " + Option.format(upper)
                    + "] is too wide: upper - lower must be finite");
        }
    }
}
