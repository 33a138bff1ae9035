package thetascan.formula.graph;

import thetascan.physics.Dilogarithm;
import thetascan.physics.LoopFunctions;
import thetascan.quantity.Missing;

/**
 * What compiled formulas call. Pure functions of doubles without branches visible to the caller. Conditions are 1 (true), 0
 * (false) or NaN (a NaN was compared): a choice by an undecided condition is NaN, so that no NaN can hide in one.
 */
public final class Operations {

    private Operations() {}

    // ---- conditions

    /**
     * {@return whether x &lt; y: 1, 0 or NaN}
     *
     * @param x a number
     * @param y a number
     */
    public static double less(double x, double y) {
        return x < y ? 1 : x >= y ? 0 : Double.NaN;
    }

    /**
     * {@return whether x ≤ y: 1, 0 or NaN}
     *
     * @param x a number
     * @param y a number
     */
    public static double lessOrEqual(double x, double y) {
        return x <= y ? 1 : x > y ? 0 : Double.NaN;
    }

    /**
     * {@return whether x = y: 1, 0 or NaN}
     *
     * @param x a number
     * @param y a number
     */
    public static double equal(double x, double y) {
        return x == y ? 1 : x < y || x > y ? 0 : Double.NaN;
    }

    /**
     * {@return the opposite: 0, 1 or NaN}
     *
     * @param x a condition
     */
    public static double not(double x) {
        return 1 - x;
    }

    /**
     * {@return false if either is false, whatever the other}
     *
     * @param x a condition
     * @param y a condition
     */
    public static double and(double x, double y) {
        return x == 0 || y == 0 ? 0 : x * y;
    }

    /**
     * {@return true if either is true, whatever the other}
     *
     * @param x a condition
     * @param y a condition
     */
    public static double or(double x, double y) {
        return x == 1 || y == 1 ? 1 : x + y;
    }

    /**
     * {@return x if the condition is true, y if it is false, NaN if it is undecided}
     *
     * @param condition 1, 0 or NaN
     * @param x a number
     * @param y a number
     */
    public static double choose(double condition, double x, double y) {
        return condition == 1 ? x : condition == 0 ? y : Double.NaN;
    }

    /**
     * {@return the value; where it is NaN although the calculation is sound, for a reason that holds, {@link
     * Missing#UNDEFINED}}
     *
     * @param value a number
     * @param reason a condition
     */
    public static double explained(double value, double reason) {
        return Double.isNaN(value) && reason == 1 ? Missing.UNDEFINED : value;
    }

    // ---- complex numbers

    /**
     * {@return Re √(x + iy), principal branch}
     *
     * @param x real part
     * @param y imaginary part
     */
    public static double rootRe(double x, double y) {
        double modulus = modulus(x, y);
        return x >= 0 ? Math.sqrt(0.5 * (modulus + x)) : 0.5 * Math.abs(y) / Math.sqrt(0.5 * (modulus - x));
    }

    /**
     * {@return Im √(x + iy), principal branch}
     *
     * @param x real part
     * @param y imaginary part
     */
    public static double rootIm(double x, double y) {
        double modulus = modulus(x, y);
        if (modulus == 0) {
            return 0;
        }
        return x >= 0 ? 0.5 * y / Math.sqrt(0.5 * (modulus + x)) : Math.copySign(Math.sqrt(0.5 * (modulus - x)), y);
    }

    /**
     * {@return |x + iy|}
     *
     * @param x real part
     * @param y imaginary part
     */
    public static double modulus(double x, double y) {
        return Math.sqrt(x * x + y * y);
    }

    // ---- functions of one variable

    /**
     * {@return sinh x}
     *
     * @param x a number
     */
    public static double sinh(double x) {
        return Math.sinh(x);
    }

    /**
     * {@return 1 for x ≥ 0, 0 for x &lt; 0}
     *
     * @param x a number
     */
    public static double step(double x) {
        return x >= 0 ? 1 : x < 0 ? 0 : Double.NaN;
    }

    /**
     * {@return arsinh x}
     *
     * @param x a number
     */
    public static double asinh(double x) {
        double size = Math.abs(x);
        return Math.copySign(Math.log1p(size + size * size / (1 + Math.sqrt(1 + size * size))), x);
    }

    /**
     * {@return Li₂(x), NaN above 1}
     *
     * @param x a number
     */
    public static double li2(double x) {
        return x <= 1 ? Dilogarithm.li2(x) : Double.NaN;
    }

    /**
     * {@return Re f(τ) of the decays into photons and gluons}
     *
     * @param tau τ = m²/(4 m_loop²), as in {@link thetascan.physics.LoopFunctions}
     */
    public static double triangleRe(double tau) {
        if (tau <= 1) {
            double arcsine = LoopFunctions.arcsineOfRoot(tau);
            return arcsine * arcsine;
        }
        double log = LoopFunctions.logarithm(tau);
        return 0.25 * (Math.PI * Math.PI - log * log);
    }

    /**
     * {@return Im f(τ) of the decays into photons and gluons}
     *
     * @param tau τ = m²/(4 m_loop²), as in {@link thetascan.physics.LoopFunctions}
     */
    public static double triangleIm(double tau) {
        return tau <= 1 ? 0 : tau > 1 ? 0.5 * Math.PI * LoopFunctions.logarithm(tau) : Double.NaN;
    }
}
