package thetascan.formula.meaning;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import thetascan.formula.graph.Graph;
import thetascan.formula.graph.Kernels;
import thetascan.formula.graph.Op;
import thetascan.formula.meaning.Value.Array;
import thetascan.formula.meaning.Value.Scalar;
import thetascan.formula.syntax.FormulaException;

/** The functions that formulas may call, apart from those a file defines itself. */
final class Library {

    /** Any number of arguments from one. */
    private static final int ANY = -1;

    /** A function: takes values, gives one. */
    @FunctionalInterface
    private interface Body {
        Value of(Arithmetic a, List<Value> arguments);
    }

    /** A function of numbers. */
    @FunctionalInterface
    private interface Numeric {
        Scalar of(Arithmetic a, Scalar[] x);
    }

    private record Function(int arity, Body body) {}

    private static final Map<String, Function> ALL = new TreeMap<>();

    static {
        complex();
        real();
        physics();
        matrices();
    }

    private Library() {}

    static Collection<String> names() {
        return ALL.keySet();
    }

    static boolean has(String name) {
        return ALL.containsKey(name);
    }

    static Value call(String name, Arithmetic a, List<Value> arguments) {
        Function function = ALL.get(name);
        if (function == null) {
            throw new FormulaException("unknown function '" + name + "'.");
        }
        boolean wrong = function.arity == ANY ? arguments.isEmpty() : arguments.size() != function.arity;
        if (wrong) {
            throw new FormulaException(name + " takes "
                    + (function.arity == ANY ? "one argument or more" : count(function.arity)) + ", found "
                    + arguments.size() + ".");
        }
        return function.body.of(a, arguments);
    }

    static String count(int arguments) {
        return arguments + (arguments == 1 ? " argument" : " arguments");
    }

    // ---- registering

    private static void add(String name, int arity, Body body) {
        if (ALL.put(name, new Function(arity, body)) != null) {
            throw new IllegalStateException("function " + name + " is there twice.");
        }
    }

    private static void numbers(String name, int arity, Numeric body) {
        add(name, arity, (a, arguments) -> body.of(a, scalars(name, arguments)));
    }

    private static Scalar[] scalars(String name, List<Value> arguments) {
        Scalar[] x = new Scalar[arguments.size()];
        for (int i = 0; i < x.length; i++) {
            if (!(arguments.get(i) instanceof Scalar scalar)) {
                throw new FormulaException(
                        name + " needs numbers, found " + arguments.get(i).kind() + ".");
            }
            x[i] = scalar;
        }
        return x;
    }

    /** On each element of an array. */
    private static void each(String name, Numeric body) {
        add(
                name,
                1,
                (a, arguments) -> arguments.get(0) instanceof Array array
                        ? array.map(x -> body.of(a, new Scalar[] {x}))
                        : body.of(a, scalars(name, arguments)));
    }

    /** A real function of pure numbers. */
    private static void pure(String name, int arity) {
        Op op = Op.named(name);
        numbers(name, arity, (a, x) -> {
            Unit unit = Unit.NUMBER;
            for (Scalar each : x) {
                a.needPure(each, name);
                unit = unit.with(each.unit());
            }
            return a.apply(op, unit, x);
        });
    }

    // ---- the functions

    private static void complex() {
        each("abs", (a, x) -> a.abs(x[0]));
        each("abs2", (a, x) -> a.absSquared(x[0]));
        each("conj", (a, x) -> a.conjugate(x[0]));
        each("re", (a, x) -> part(a, x[0], x[0].re()));
        each("im", (a, x) -> part(a, x[0], x[0].im()));
        numbers("sqrt", 1, (a, x) -> a.sqrt(x[0]));
        numbers("exp", 1, (a, x) -> a.exp(x[0]));
        numbers("log", 1, (a, x) -> a.log(x[0]));
        numbers("sin", 1, (a, x) -> a.sin(x[0]));
        numbers("cos", 1, (a, x) -> a.cos(x[0]));
        numbers("arg", 1, (a, x) -> {
            a.needNumber(x[0], "arg");
            return new Scalar(
                    a.graph.apply(Op.ATAN2, x[0].im(), x[0].re()), a.graph.zero, x[0].reason(), Unit.NUMBER, false);
        });
        numbers("complex", 2, (a, x) -> {
            a.needReal(x[0], "complex");
            a.needReal(x[1], "complex");
            return a.add(x[0], a.multiply(a.imaginaryUnit(), x[1]));
        });
    }

    private static Scalar part(Arithmetic a, Scalar x, int node) {
        a.needNumber(x, "re and im");
        return new Scalar(node, a.graph.zero, x.reason(), x.unit(), false);
    }

    private static void real() {
        for (String name : List.of(
                "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh", "asinh", "log10", "log1p", "expm1", "floor",
                "li2")) {
            pure(name, 1);
        }
        numbers("step", 1, (a, x) -> a.apply(Op.named("step"), Unit.NUMBER, x));
        numbers("sign", 1, (a, x) -> {
            Scalar zero = a.number(0);
            return a.choose(
                    a.compare(">", x[0], zero), a.number(1), a.choose(a.compare("<", x[0], zero), a.number(-1), zero));
        });
        numbers("atan2", 2, (a, x) -> {
            a.common(x[0], x[1], "atan2");
            return a.apply(Op.ATAN2, Unit.NUMBER, x);
        });
        add("min", ANY, (a, arguments) -> extreme("min", Op.MIN, a, arguments));
        add("max", ANY, (a, arguments) -> extreme("max", Op.MAX, a, arguments));
        add("if", ANY, Library::choose);
    }

    /** The least or greatest of numbers and of the elements of arrays. */
    private static Scalar extreme(String name, Op op, Arithmetic a, List<Value> arguments) {
        Scalar result = null;
        for (Value argument : arguments) {
            List<Scalar> elements =
                    argument instanceof Array array ? array.elements() : List.of(scalars(name, List.of(argument)));
            for (Scalar element : elements) {
                a.needReal(element, name);
                result = result == null ? element : a.apply(op, a.common(result, element, name), result, element);
            }
        }
        if (result == null) {
            throw new FormulaException(name + " of nothing.");
        }
        return result;
    }

    /** if(c1, x1, c2, x2, ..., otherwise), numbers or arrays of one shape. */
    private static Value choose(Arithmetic a, List<Value> arguments) {
        int n = arguments.size();
        if (n < 3 || n % 2 == 0) {
            throw new FormulaException(
                    "if takes a condition, a value and another value: if(x > 0, x, -x); further pairs of"
                            + " condition and value may follow the first. Found " + count(n) + ".");
        }
        Value result = arguments.get(n - 1);
        for (int i = n - 3; i >= 0; i -= 2) {
            if (!(arguments.get(i) instanceof Scalar condition)) {
                throw new FormulaException(
                        "'if' needs a condition, found " + arguments.get(i).kind() + ".");
            }
            Value otherwise = result;
            result = Matrices.combine("if", arguments.get(i + 1), otherwise, (x, y) -> a.choose(condition, x, y));
        }
        return result;
    }

    private static void physics() {
        numbers("oblique_F", 2, (a, x) -> a.apply(Op.named("oblique_F"), a.common(x[0], x[1], "oblique_F"), x));
        numbers("oblique_G", 3, (a, x) -> {
            a.common(x[0], x[1], "oblique_G");
            a.common(x[1], x[2], "oblique_G");
            return a.apply(Op.named("oblique_G"), Unit.NUMBER, x);
        });
        numbers("oblique_Ghat", 2, (a, x) -> {
            a.common(x[0], x[1], "oblique_Ghat");
            return a.apply(Op.named("oblique_Ghat"), Unit.NUMBER, x);
        });
        numbers("loop_triangle", 3, (a, x) -> {
            Unit unit = a.common(x[0], x[1], "loop_triangle");
            a.common(x[1], x[2], "loop_triangle");
            return a.apply(Op.named("loop_triangle"), unit.with(x[2].unit()).power(-1), x);
        });
        numbers("loop_f", 1, (a, x) -> {
            a.needReal(x[0], "loop_f");
            a.needPure(x[0], "loop_f");
            return new Scalar(
                    a.graph.apply(Op.TRIANGLE_RE, x[0].re()),
                    a.graph.apply(Op.TRIANGLE_IM, x[0].re()),
                    x[0].reason(),
                    Unit.NUMBER,
                    false);
        });
        String[] dipoles = {"dipole_dS", "dipole_dF", "dipole_eS", "dipole_eF", "dipole_mS", "dipole_mF"};
        for (int i = 0; i < dipoles.length; i++) {
            int index = i;
            numbers(dipoles[i], 1, (a, x) -> dipole(a, dipoles[index], index, x[0]));
        }
        Unit gev = Unit.parse("GeV");
        scale("alpha_s", gev, Unit.NUMBER);
        scale("m_b_running", gev, gev);
        scale("m_c_running", gev, gev);
    }

    private static Scalar dipole(Arithmetic a, String name, int index, Scalar x) {
        a.needReal(x, name);
        a.needPure(x, name);
        Graph graph = a.graph;
        int run = graph.run(new Kernels.Dipole(), List.of(x.re()));
        return new Scalar(graph.result(run, index), graph.zero, x.reason(), Unit.NUMBER, false);
    }

    /** A function of a scale in GeV. */
    private static void scale(String name, Unit argument, Unit result) {
        numbers(name, 1, (a, x) -> {
            if (!x[0].unit().fits(argument)) {
                throw new FormulaException(name + " needs " + argument + ", found " + x[0].unit() + ".");
            }
            return a.apply(Op.named(name), result, x);
        });
    }

    private static void matrices() {
        add("transpose", 1, (a, x) -> Matrices.transpose(Matrices.array("transpose", x.get(0))));
        add("adjoint", 1, (a, x) -> Matrices.transpose(Matrices.array("adjoint", x.get(0)))
                .map(a::conjugate));
        add("trace", 1, (a, x) -> Matrices.trace(a, Matrices.square("trace", x.get(0))));
        add("det", 1, (a, x) -> Matrices.determinant(a, Matrices.square("det", x.get(0))));
        add("inverse", 1, (a, x) -> Matrices.inverse(a, Matrices.square("inverse", x.get(0))));
        add("diag", 1, (a, x) -> Matrices.diagonal(a, Matrices.array("diag", x.get(0))));
        add("identity", 1, (a, x) -> {
            double n = a.known(scalars("identity", x)[0], "the size of identity");
            return Matrices.identity(a, Matrices.size(n));
        });
    }
}
