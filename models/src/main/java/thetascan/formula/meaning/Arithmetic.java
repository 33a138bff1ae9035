package thetascan.formula.meaning;

import thetascan.formula.graph.Graph;
import thetascan.formula.graph.Op;
import thetascan.formula.meaning.Value.Scalar;
import thetascan.formula.syntax.FormulaException;

/** Arithmetic of complex numbers with units, worked out into real operations. A real number has no imaginary part to compute. */
final class Arithmetic {

    /** Largest integer exponent that becomes a product. */
    private static final int LARGEST_PRODUCT = 16;

    final Graph graph;

    Arithmetic(Graph graph) {
        this.graph = graph;
    }

    // ---- making numbers

    Scalar number(double value) {
        return real(graph.constant(value), Unit.NUMBER);
    }

    Scalar real(int node, Unit unit) {
        return new Scalar(node, graph.zero, graph.zero, unit, false);
    }

    Scalar imaginaryUnit() {
        return new Scalar(graph.zero, graph.one, graph.zero, Unit.NUMBER, false);
    }

    /** A number that is undefined, for a reason that always holds. */
    Scalar undefined() {
        return new Scalar(graph.constant(Double.NaN), graph.zero, graph.one, Unit.UNKNOWN, false);
    }

    boolean isReal(Scalar x) {
        return graph.is(x.im(), 0);
    }

    /** True for a number known when the formulas are read. */
    boolean isKnown(Scalar x) {
        return graph.isConstant(x.re()) && graph.isConstant(x.im());
    }

    /** A real number known when the formulas are read. */
    double known(Scalar x, String what) {
        if (!isKnown(x) || !isReal(x)) {
            throw new FormulaException(what + " must be a number known when the file is read.");
        }
        return graph.value(x.re());
    }

    // ---- checks

    void needNumber(Scalar x, String what) {
        if (x.isCondition()) {
            throw new FormulaException(what + " needs a number, found a condition. if(condition, 1, 0) makes one.");
        }
    }

    void needReal(Scalar x, String what) {
        needNumber(x, what);
        if (!isReal(x)) {
            throw new FormulaException(what + " needs a real number, found a complex one. Take re, im or abs of it.");
        }
    }

    void needPure(Scalar x, String what) {
        if (!x.unit().mayBeOne()) {
            throw new FormulaException(what + " needs a pure number, found the unit " + x.unit() + ".");
        }
    }

    Unit common(Scalar x, Scalar y, String what) {
        if (!x.unit().fits(y.unit())) {
            throw new FormulaException(what + " of " + x.unit() + " and " + y.unit() + ": the units differ.");
        }
        return x.unit().with(y.unit());
    }

    int reasons(Scalar x, Scalar y) {
        return graph.apply(Op.OR, x.reason(), y.reason());
    }

    // ---- operations

    Scalar add(Scalar x, Scalar y) {
        return sum(Op.ADD, x, y, "the sum");
    }

    Scalar subtract(Scalar x, Scalar y) {
        return sum(Op.SUBTRACT, x, y, "the difference");
    }

    private Scalar sum(Op op, Scalar x, Scalar y, String what) {
        needNumber(x, what);
        needNumber(y, what);
        Unit unit = common(x, y, what);
        return new Scalar(graph.apply(op, x.re(), y.re()), graph.apply(op, x.im(), y.im()), reasons(x, y), unit, false);
    }

    Scalar negate(Scalar x) {
        needNumber(x, "the sign");
        return new Scalar(graph.apply(Op.NEGATE, x.re()), negated(x.im()), x.reason(), x.unit(), false);
    }

    /** −x, and no −0 for what is not there. */
    private int negated(int node) {
        return graph.is(node, 0) ? graph.zero : graph.apply(Op.NEGATE, node);
    }

    Scalar multiply(Scalar x, Scalar y) {
        needNumber(x, "the product");
        needNumber(y, "the product");
        Unit unit = x.unit().times(y.unit());
        int re = graph.apply(Op.SUBTRACT, product(x.re(), y.re()), product(x.im(), y.im()));
        int im = graph.apply(Op.ADD, product(x.re(), y.im()), product(x.im(), y.re()));
        return new Scalar(re, im, reasons(x, y), unit, false);
    }

    private int product(int x, int y) {
        return graph.apply(Op.MULTIPLY, x, y);
    }

    Scalar divide(Scalar x, Scalar y) {
        needNumber(x, "the quotient");
        needNumber(y, "the quotient");
        Unit unit = x.unit().dividedBy(y.unit());
        int reason = reasons(x, y);
        if (isReal(y)) {
            int re = graph.apply(Op.DIVIDE, x.re(), y.re());
            int im = isReal(x) ? graph.zero : graph.apply(Op.DIVIDE, x.im(), y.re());
            return new Scalar(re, im, reason, unit, false);
        }
        int size = square(y);
        Scalar top = multiply(x, conjugate(y));
        return new Scalar(
                graph.apply(Op.DIVIDE, top.re(), size), graph.apply(Op.DIVIDE, top.im(), size), reason, unit, false);
    }

    Scalar conjugate(Scalar x) {
        needNumber(x, "conj");
        return new Scalar(x.re(), negated(x.im()), x.reason(), x.unit(), false);
    }

    /** The node of |x|². */
    private int square(Scalar x) {
        return graph.apply(Op.ADD, product(x.re(), x.re()), product(x.im(), x.im()));
    }

    Scalar absSquared(Scalar x) {
        needNumber(x, "abs2");
        return new Scalar(square(x), graph.zero, x.reason(), x.unit().power(2), false);
    }

    Scalar abs(Scalar x) {
        needNumber(x, "abs");
        int node = isReal(x) ? graph.apply(Op.ABS, x.re()) : graph.apply(Op.MODULUS, x.re(), x.im());
        return new Scalar(node, graph.zero, x.reason(), x.unit(), false);
    }

    Scalar sqrt(Scalar x) {
        needNumber(x, "sqrt");
        Unit unit = x.unit().power(0.5);
        if (isReal(x)) {
            return new Scalar(graph.apply(Op.SQRT, x.re()), graph.zero, x.reason(), unit, false);
        }
        return new Scalar(
                graph.apply(Op.ROOT_RE, x.re(), x.im()),
                graph.apply(Op.ROOT_IM, x.re(), x.im()),
                x.reason(),
                unit,
                false);
    }

    Scalar exp(Scalar x) {
        needNumber(x, "exp");
        needPure(x, "exp");
        int size = graph.apply(Op.EXP, x.re());
        if (isReal(x)) {
            return new Scalar(size, graph.zero, x.reason(), Unit.NUMBER.with(x.unit()), false);
        }
        int re = product(size, graph.apply(Op.COS, x.im()));
        int im = product(size, graph.apply(Op.SIN, x.im()));
        return new Scalar(re, im, x.reason(), x.unit(), false);
    }

    Scalar log(Scalar x) {
        needNumber(x, "log");
        needPure(x, "log");
        if (isReal(x)) {
            return new Scalar(graph.apply(Op.LOG, x.re()), graph.zero, x.reason(), x.unit(), false);
        }
        int re = graph.apply(Op.LOG, graph.apply(Op.MODULUS, x.re(), x.im()));
        return new Scalar(re, graph.apply(Op.ATAN2, x.im(), x.re()), x.reason(), x.unit(), false);
    }

    /** sin(x + iy) = sin x cosh y + i cos x sinh y. */
    Scalar sin(Scalar x) {
        return circular(x, "sin", Op.SIN, Op.COS, false);
    }

    /** cos(x + iy) = cos x cosh y − i sin x sinh y. */
    Scalar cos(Scalar x) {
        return circular(x, "cos", Op.COS, Op.SIN, true);
    }

    private Scalar circular(Scalar x, String name, Op op, Op other, boolean minus) {
        needNumber(x, name);
        needPure(x, name);
        int re = graph.apply(op, x.re());
        if (isReal(x)) {
            return new Scalar(re, graph.zero, x.reason(), x.unit(), false);
        }
        int sinh = graph.apply(Op.named("sinh"), x.im());
        int cosh = graph.apply(Op.named("cosh"), x.im());
        int im = product(graph.apply(other, x.re()), sinh);
        return new Scalar(product(re, cosh), minus ? negated(im) : im, x.reason(), x.unit(), false);
    }

    /** A real function of real numbers. */
    Scalar apply(Op op, Unit unit, Scalar... x) {
        int reason = graph.zero;
        for (Scalar each : x) {
            needReal(each, op.name());
            reason = graph.apply(Op.OR, reason, each.reason());
        }
        int node = graph.apply(op, x[0].re(), x.length > 1 ? x[1].re() : -1, x.length > 2 ? x[2].re() : -1);
        return new Scalar(node, graph.zero, reason, unit, false);
    }

    Scalar power(Scalar x, Scalar y) {
        needNumber(x, "a power");
        needNumber(y, "an exponent");
        needPure(y, "an exponent");
        if (isKnown(y) && isReal(y)) {
            return power(x, graph.value(y.re())).withReason(reasons(x, y));
        }
        needPure(x, "a power with an exponent that varies");
        if (isReal(x) && isReal(y)) {
            return new Scalar(
                    graph.apply(Op.POW, x.re(), y.re()), graph.zero, reasons(x, y), Unit.NUMBER.with(x.unit()), false);
        }
        return exp(multiply(y, log(x)));
    }

    /** Small integer powers are products, of a half the root. */
    private Scalar power(Scalar x, double exponent) {
        Unit unit = x.unit().power(exponent);
        if (exponent == Math.rint(exponent) && Math.abs(exponent) <= LARGEST_PRODUCT) {
            int n = (int) Math.abs(exponent);
            Scalar product = n == 0 ? number(1) : x;
            for (int bit = Integer.highestOneBit(Math.max(1, n)) >> 1; bit > 0; bit >>= 1) {
                product = multiply(product, product);
                product = (n & bit) != 0 ? multiply(product, x) : product;
            }
            return (exponent < 0 ? divide(number(1), product) : product).withUnit(unit);
        }
        if (exponent == 0.5) {
            return sqrt(x);
        }
        if (isReal(x)) {
            int node = graph.apply(Op.POW, x.re(), graph.constant(exponent));
            return new Scalar(node, graph.zero, x.reason(), unit, false);
        }
        Scalar pure = x.withUnit(Unit.NUMBER);
        return exp(multiply(number(exponent), log(pure))).withUnit(unit);
    }

    // ---- conditions

    Scalar condition(int node, int reason) {
        return new Scalar(node, graph.zero, reason, Unit.NUMBER, true);
    }

    Scalar compare(String operator, Scalar x, Scalar y) {
        needReal(x, "'" + operator + "'");
        needReal(y, "'" + operator + "'");
        common(x, y, "the comparison '" + operator + "'");
        int reason = reasons(x, y);
        return switch (operator) {
            case "<" -> condition(graph.apply(Op.LESS, x.re(), y.re()), reason);
            case ">" -> condition(graph.apply(Op.LESS, y.re(), x.re()), reason);
            case "<=" -> condition(graph.apply(Op.LESS_OR_EQUAL, x.re(), y.re()), reason);
            case ">=" -> condition(graph.apply(Op.LESS_OR_EQUAL, y.re(), x.re()), reason);
            case "==" -> condition(graph.apply(Op.EQUAL, x.re(), y.re()), reason);
            default -> condition(graph.apply(Op.NOT, graph.apply(Op.EQUAL, x.re(), y.re())), reason);
        };
    }

    private static void needCondition(Scalar x, String what) {
        if (!x.isCondition()) {
            throw new FormulaException(what + " needs a condition such as x > 0, found a number.");
        }
    }

    Scalar not(Scalar x) {
        needCondition(x, "'not'");
        return condition(graph.apply(Op.NOT, x.re()), x.reason());
    }

    Scalar join(String operator, Scalar x, Scalar y) {
        needCondition(x, "'" + operator + "'");
        needCondition(y, "'" + operator + "'");
        return condition(graph.apply(operator.equals("and") ? Op.AND : Op.OR, x.re(), y.re()), reasons(x, y));
    }

    /** x where the condition holds, y where it does not; the reasons of the one that is not taken do not count. */
    Scalar choose(Scalar condition, Scalar x, Scalar y) {
        needCondition(condition, "'if'");
        if (x.isCondition() != y.isCondition()) {
            throw new FormulaException("the branches of 'if' are " + x.kind() + " and " + y.kind() + ".");
        }
        int reason = graph.apply(Op.OR, choose(condition.re(), x.reason(), y.reason()), condition.reason());
        Unit unit = common(x, y, "the branches of 'if'");
        return new Scalar(
                choose(condition.re(), x.re(), y.re()),
                choose(condition.re(), x.im(), y.im()),
                reason,
                unit,
                x.isCondition());
    }

    private int choose(int condition, int x, int y) {
        return x == y ? x : graph.apply(Op.CHOOSE, condition, x, y);
    }
}
