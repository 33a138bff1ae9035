package thetascan.formula.graph;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import thetascan.physics.ObliqueFunctions;
import thetascan.physics.RunningCoupling;
import thetascan.physics.RunningMass;
import thetascan.physics.ThreePropagators;

/**
 * An operation on up to three real numbers: a static method that compiled formulas call, or an instruction of the virtual
 * machine, and the same function for interpreting.
 *
 * @param name     unique
 * @param arity    number of operands
 * @param owner    class of the method; {@code void.class} for an instruction
 * @param method   its name; for an instruction the operator
 * @param function what it computes
 */
public record Op(String name, int arity, Class<?> owner, String method, Function function) {

    /** The operation as an object. */
    @FunctionalInterface
    public interface Function {
        /**
         * {@return the result}
         *
         * @param x first operand
         * @param y second operand; not looked at if there is none
         * @param z third operand; not looked at if there is none
         */
        double of(double x, double y, double z);
    }

    private static final Map<String, Op> ALL = new TreeMap<>();

    /** x + y. */
    public static final Op ADD = instruction("+", 2, (x, y, z) -> x + y);
    /** x − y. */
    public static final Op SUBTRACT = instruction("-", 2, (x, y, z) -> x - y);
    /** x y. */
    public static final Op MULTIPLY = instruction("*", 2, (x, y, z) -> x * y);
    /** x/y. */
    public static final Op DIVIDE = instruction("/", 2, (x, y, z) -> x / y);
    /** −x. */
    public static final Op NEGATE = instruction("neg", 1, (x, y, z) -> -x);

    /** √x. */
    public static final Op SQRT = op("sqrt", 1, Math.class, "sqrt", (x, y, z) -> Math.sqrt(x));
    /** |x|. */
    public static final Op ABS = op("abs", 1, Math.class, "abs", (x, y, z) -> Math.abs(x));
    /** The lesser of x and y. */
    public static final Op MIN = op("min", 2, Math.class, "min", (x, y, z) -> Math.min(x, y));
    /** The greater of x and y. */
    public static final Op MAX = op("max", 2, Math.class, "max", (x, y, z) -> Math.max(x, y));
    /** x to the power of y. */
    public static final Op POW = op("pow", 2, Math.class, "pow", (x, y, z) -> Math.pow(x, y));
    /** eˣ. */
    public static final Op EXP = op("exp", 1, Math.class, "exp", (x, y, z) -> Math.exp(x));
    /** ln x. */
    public static final Op LOG = op("log", 1, Math.class, "log", (x, y, z) -> Math.log(x));
    /** sin x, x in radians. */
    public static final Op SIN = op("sin", 1, Math.class, "sin", (x, y, z) -> Math.sin(x));
    /** cos x, x in radians. */
    public static final Op COS = op("cos", 1, Math.class, "cos", (x, y, z) -> Math.cos(x));
    /** Angle of (y, x) in radians: the first operand is the ordinate. */
    public static final Op ATAN2 = op("atan2", 2, Math.class, "atan2", (x, y, z) -> Math.atan2(x, y));

    /** {@link Operations#less}. */
    public static final Op LESS = own("less", 2, (x, y, z) -> Operations.less(x, y));
    /** {@link Operations#lessOrEqual}. */
    public static final Op LESS_OR_EQUAL = own("lessOrEqual", 2, (x, y, z) -> Operations.lessOrEqual(x, y));
    /** {@link Operations#equal}. */
    public static final Op EQUAL = own("equal", 2, (x, y, z) -> Operations.equal(x, y));
    /** {@link Operations#not}. */
    public static final Op NOT = own("not", 1, (x, y, z) -> Operations.not(x));
    /** {@link Operations#and}. */
    public static final Op AND = own("and", 2, (x, y, z) -> Operations.and(x, y));
    /** {@link Operations#or}. */
    public static final Op OR = own("or", 2, (x, y, z) -> Operations.or(x, y));
    /** {@link Operations#choose}. */
    public static final Op CHOOSE = own("choose", 3, Operations::choose);
    /** {@link Operations#explained}. */
    public static final Op EXPLAINED = own("explained", 2, (x, y, z) -> Operations.explained(x, y));
    /** {@link Operations#rootRe}. */
    public static final Op ROOT_RE = own("rootRe", 2, (x, y, z) -> Operations.rootRe(x, y));
    /** {@link Operations#rootIm}. */
    public static final Op ROOT_IM = own("rootIm", 2, (x, y, z) -> Operations.rootIm(x, y));
    /** {@link Operations#modulus}. */
    public static final Op MODULUS = own("modulus", 2, (x, y, z) -> Operations.modulus(x, y));
    /** {@link Operations#triangleRe}. */
    public static final Op TRIANGLE_RE = own("triangleRe", 1, (x, y, z) -> Operations.triangleRe(x));
    /** {@link Operations#triangleIm}. */
    public static final Op TRIANGLE_IM = own("triangleIm", 1, (x, y, z) -> Operations.triangleIm(x));

    static {
        op("tan", 1, Math.class, "tan", (x, y, z) -> Math.tan(x));
        op("asin", 1, Math.class, "asin", (x, y, z) -> Math.asin(x));
        op("acos", 1, Math.class, "acos", (x, y, z) -> Math.acos(x));
        op("atan", 1, Math.class, "atan", (x, y, z) -> Math.atan(x));
        op("sinh", 1, Math.class, "sinh", (x, y, z) -> Math.sinh(x));
        op("cosh", 1, Math.class, "cosh", (x, y, z) -> Math.cosh(x));
        op("tanh", 1, Math.class, "tanh", (x, y, z) -> Math.tanh(x));
        op("log10", 1, Math.class, "log10", (x, y, z) -> Math.log10(x));
        op("log1p", 1, Math.class, "log1p", (x, y, z) -> Math.log1p(x));
        op("expm1", 1, Math.class, "expm1", (x, y, z) -> Math.expm1(x));
        op("floor", 1, Math.class, "floor", (x, y, z) -> Math.floor(x));
        own("asinh", 1, (x, y, z) -> Operations.asinh(x));
        own("step", 1, (x, y, z) -> Operations.step(x));
        own("li2", 1, (x, y, z) -> Operations.li2(x));
        op("oblique_F", 2, ObliqueFunctions.class, "f", (x, y, z) -> ObliqueFunctions.f(x, y));
        op("oblique_G", 3, ObliqueFunctions.class, "g", ObliqueFunctions::g);
        op("oblique_Ghat", 2, ObliqueFunctions.class, "gHat", (x, y, z) -> ObliqueFunctions.gHat(x, y));
        op("loop_triangle", 3, ThreePropagators.class, "integral", ThreePropagators::integral);
        op("alpha_s", 1, RunningCoupling.class, "alphaS", (x, y, z) -> RunningCoupling.alphaS(x));
        op("m_b_running", 1, Op.class, "bottom", (x, y, z) -> bottom(x));
        op("m_c_running", 1, Op.class, "charm", (x, y, z) -> charm(x));
    }

    private static Op own(String name, int arity, Function function) {
        return op(name, arity, Operations.class, name, function);
    }

    private static Op instruction(String name, int arity, Function function) {
        return op(name, arity, void.class, name, function);
    }

    private static Op op(String name, int arity, Class<?> owner, String method, Function function) {
        Op op = new Op(name, arity, owner, method, function);
        if (ALL.put(name, op) != null) {
            throw new IllegalStateException("operation " + name + " is there twice.");
        }
        return op;
    }

    /**
     * {@return the operation of this name}
     *
     * @param name as {@link #name()} gives it
     */
    public static Op named(String name) {
        Op op = ALL.get(name);
        if (op == null) {
            throw new IllegalArgumentException("no operation " + name + ".");
        }
        return op;
    }

    static List<Op> all() {
        return List.copyOf(ALL.values());
    }

    /** MS-bar mass of the bottom quark at a scale of at least m_b [GeV]. */
    static double bottom(double scale) {
        return RunningMass.BOTTOM.at(scale);
    }

    /** MS-bar mass of the charm quark at a scale of at least 3 GeV [GeV]. */
    static double charm(double scale) {
        return RunningMass.CHARM.at(scale);
    }

    /** {@return true for +, −, *, / and the sign} */
    public boolean isInstruction() {
        return owner == void.class;
    }

    @Override
    public String toString() {
        return name;
    }
}
