package thetascan.formula.meaning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import thetascan.formula.graph.Graph;
import thetascan.formula.graph.Kernels;
import thetascan.formula.graph.Op;
import thetascan.formula.meaning.Value.Array;
import thetascan.formula.meaning.Value.Parts;
import thetascan.formula.meaning.Value.Scalar;
import thetascan.formula.syntax.Expr;
import thetascan.formula.syntax.FormulaException;
import thetascan.quantity.Suggestion;

/**
 * Works formulas out into a graph: indices and sums are written out, functions put in place, vectors and complex numbers taken
 * apart, units checked. Effort and depth are limited, so that no file can exhaust time or stack.
 */
final class Meaning {

    private static final Set<String> OVER = Set.of("sum", "prod", "min", "max", "vector", "matrix");
    private static final int MOST_STEPS = 3_000_000;
    private static final int DEEPEST = 400;

    private final Arithmetic arithmetic;
    private final Definitions definitions;
    private int steps;
    private int depth;

    Meaning(Graph graph, Definitions definitions) {
        arithmetic = new Arithmetic(graph);
        this.definitions = definitions;
    }

    /** What names mean inside a formula, and which formula it is. */
    private record Scope(String text, Map<String, Value> locals) {

        Scope with(String name, Value value) {
            Map<String, Value> inner = new LinkedHashMap<>(locals);
            inner.put(name, value);
            return new Scope(text, inner);
        }

        Scope of(String otherText) {
            return new Scope(otherText, locals);
        }
    }

    /** True for what ranges over indices: {@code sum(i = 1..3, ...)}. */
    static boolean isOver(String name) {
        return OVER.contains(name);
    }

    Graph graph() {
        return arithmetic.graph;
    }

    Arithmetic arithmetic() {
        return arithmetic;
    }

    Value input(int index, Unit unit) {
        return arithmetic.real(graph().input(index), unit);
    }

    /** The value of a formula whose names are all worked out. */
    Value value(Formula formula) {
        return value(formula.root(), new Scope(formula.text(), Map.of()));
    }

    /** The value with the unit that was given for it. */
    static Value declared(Value value, Unit unit) {
        if (!unit.isGiven()) {
            return value;
        }
        if (value instanceof Array array) {
            return array.map(each -> declared(each, unit));
        }
        return value instanceof Scalar scalar ? declared(scalar, unit) : value;
    }

    private static Scalar declared(Scalar scalar, Unit unit) {
        boolean number = scalar.unit() == Unit.NUMBER;
        if (!scalar.unit().fits(unit)) {
            throw new FormulaException("the formula gives " + scalar.unit() + ", the unit given is " + unit
                    + (scalar.unit().mayBeOne()
                            ? ". Numbers written in a formula are pure numbers: make a constant with a unit of them."
                            : "."));
        }
        return number && scalar.isCondition() ? scalar : scalar.withUnit(unit);
    }

    static FormulaException unknown(String name, Definitions definitions) {
        Collection<String> known = new TreeSet<>(definitions.names());
        known.addAll(definitions.callable());
        return new FormulaException("unknown name '" + name + "'." + Suggestion.hint(name, known));
    }

    // ---- the tree

    private Value value(Expr expr, Scope scope) {
        try {
            if (++steps > MOST_STEPS) {
                throw new FormulaException("working out the formulas takes more than " + MOST_STEPS
                        + " steps; sums and functions within each other multiply.");
            }
            if (++depth > DEEPEST) {
                throw new FormulaException("functions and brackets are more than " + DEEPEST + " levels deep.");
            }
            Value value = node(expr, scope);
            depth--;
            return value;
        } catch (FormulaException e) {
            throw e.placed(scope.text, expr.at());
        }
    }

    private Value node(Expr expr, Scope scope) {
        if (expr instanceof Expr.Number number) {
            return arithmetic.number(number.value());
        }
        if (expr instanceof Expr.Name name) {
            return name(name.name(), scope);
        }
        if (expr instanceof Expr.Chain chain) {
            return chain(chain, scope);
        }
        if (expr instanceof Expr.Power power) {
            return arithmetic.power(number(power.base(), scope), number(power.exponent(), scope));
        }
        if (expr instanceof Expr.Prefix prefix) {
            return prefix(prefix, scope);
        }
        if (expr instanceof Expr.Call call) {
            return call(call, scope);
        }
        if (expr instanceof Expr.Over over) {
            return over(over, scope);
        }
        if (expr instanceof Expr.Element element) {
            return element(element, scope);
        }
        if (expr instanceof Expr.Member member) {
            return member(member, scope);
        }
        return Matrices.of(values(((Expr.Items) expr).items(), scope));
    }

    private List<Value> values(List<Expr> all, Scope scope) {
        List<Value> values = new ArrayList<>();
        all.forEach(each -> values.add(value(each, scope)));
        return values;
    }

    private Scalar number(Expr expr, Scope scope) {
        Value value = value(expr, scope);
        if (value instanceof Scalar scalar) {
            return scalar;
        }
        throw new FormulaException("a number is needed, found " + value.kind() + ".");
    }

    private Value name(String name, Scope scope) {
        Value local = scope.locals.get(name);
        if (local != null) {
            return local;
        }
        switch (name) {
            case "pi":
                return arithmetic.number(Math.PI);
            case "I":
                return arithmetic.imaginaryUnit();
            case "undefined":
                return arithmetic.undefined();
            default:
                break;
        }
        Value value = definitions.known(name);
        if (value != null) {
            return value;
        }
        if (definitions.callable().contains(name) || isOver(name)) {
            throw new FormulaException("'" + name + "' is a function: write " + name + "(...).");
        }
        List<String> known = new ArrayList<>(definitions.names());
        known.addAll(scope.locals.keySet());
        throw new FormulaException("unknown name '" + name + "'." + Suggestion.hint(name, known));
    }

    private Value prefix(Expr.Prefix prefix, Scope scope) {
        Value operand = value(prefix.operand(), scope);
        if (prefix.operator().equals("not")) {
            return Matrices.combine("not", operand, arithmetic.number(0), (x, zero) -> arithmetic.not(x));
        }
        return operand instanceof Array array
                ? array.map(arithmetic::negate)
                : Matrices.combine("-", operand, arithmetic.number(0), (x, zero) -> arithmetic.negate(x));
    }

    private Value chain(Expr.Chain chain, Scope scope) {
        Value first = value(chain.first(), scope);
        String operator = chain.links().get(0).operator();
        if (operator.contains("<") || operator.contains(">") || operator.endsWith("=")) {
            return comparisons(chain, first, scope);
        }
        Value result = first;
        for (Expr.Link link : chain.links()) {
            Value operand = value(link.operand(), scope);
            try {
                result = join(link.operator(), result, operand);
            } catch (FormulaException e) {
                throw e.placed(scope.text, link.at());
            }
        }
        return result;
    }

    private Value join(String operator, Value x, Value y) {
        return switch (operator) {
            case "+" -> Matrices.combine("+", x, y, arithmetic::add);
            case "-" -> Matrices.combine("-", x, y, arithmetic::subtract);
            case "*" -> Matrices.product(arithmetic, x, y);
            case "/" -> {
                if (x instanceof Array array && y instanceof Scalar divisor) {
                    yield array.map(each -> arithmetic.divide(each, divisor));
                }
                yield Matrices.combine("/", scalarOnly(x, y), y, arithmetic::divide);
            }
            default -> Matrices.combine(operator, x, y, (a, b) -> arithmetic.join(operator, a, b));
        };
    }

    private static Value scalarOnly(Value x, Value y) {
        if (x instanceof Scalar && y instanceof Scalar) {
            return x;
        }
        throw new FormulaException("the quotient of " + x.kind() + " and " + y.kind() + ".");
    }

    /** {@code a < b < c} is {@code a < b and b < c}. */
    private Value comparisons(Expr.Chain chain, Value first, Scope scope) {
        Value left = first;
        Value result = null;
        for (Expr.Link link : chain.links()) {
            Value right = value(link.operand(), scope);
            Value one =
                    Matrices.combine(link.operator(), left, right, (x, y) -> arithmetic.compare(link.operator(), x, y));
            result =
                    result == null ? one : Matrices.combine("and", result, one, (x, y) -> arithmetic.join("and", x, y));
            left = right;
        }
        return Objects.requireNonNull(result);
    }

    // ---- functions

    private Value call(Expr.Call call, Scope scope) {
        String name = call.function();
        FormulaFunction function = definitions.function(name);
        Definitions.UnitTable table = definitions.table(name);
        if (function == null && table == null && !Library.has(name)) {
            throw unknownFunction(name);
        }
        List<Value> arguments = values(call.arguments(), scope);
        if (function != null) {
            return inPlace(function, arguments);
        }
        return table != null ? lookup(name, table, arguments) : Library.call(name, arithmetic, arguments);
    }

    private FormulaException unknownFunction(String name) {
        if (isOver(name)) {
            return new FormulaException(name + " runs over an index: " + name + "(i = 1..3, x[i]).");
        }
        if (definitions.known(name) != null) {
            return new FormulaException("'" + name + "' is a quantity, not a function: write " + name
                    + "*(...) for a product, " + name + "[i] for an element.");
        }
        return new FormulaException("unknown function '" + name + "'." + Suggestion.hint(name, definitions.callable()));
    }

    private Value inPlace(FormulaFunction function, List<Value> arguments) {
        int wanted = function.arguments().size();
        if (arguments.size() != wanted) {
            throw new FormulaException(
                    function.name() + " takes " + Library.count(wanted) + ", found " + arguments.size() + ".");
        }
        Map<String, Value> locals = new LinkedHashMap<>();
        for (int i = 0; i < wanted; i++) {
            locals.put(function.arguments().get(i), arguments.get(i));
        }
        Scope scope = new Scope("", locals);
        try {
            for (Map.Entry<String, Formula> let : function.let().entrySet()) {
                scope = scope.with(
                        let.getKey(),
                        value(let.getValue().root(), scope.of(let.getValue().text())));
            }
            return value(function.body().root(), scope.of(function.body().text()));
        } catch (FormulaException e) {
            throw e.in("in " + function.name());
        }
    }

    private Scalar lookup(String name, Definitions.UnitTable table, List<Value> arguments) {
        if (arguments.size() != 1 || !(arguments.get(0) instanceof Scalar x)) {
            throw new FormulaException("table " + name + " takes one number.");
        }
        arithmetic.needReal(x, "table " + name);
        if (!x.unit().fits(table.x())) {
            throw new FormulaException("table " + name + " is over " + table.x() + ", found " + x.unit() + ".");
        }
        int run = graph().run(new Kernels.Lookup(table.table()), List.of(x.re()));
        int reason = graph().apply(Op.OR, x.reason(), graph().result(run, 1));
        return new Scalar(graph().result(run, 0), graph().zero, reason, table.y(), false);
    }

    // ---- indices

    private Value over(Expr.Over over, Scope scope) {
        if (!isOver(over.kind())) {
            throw new FormulaException("'" + over.kind() + "' runs over no index; "
                    + String.join(", ", new TreeSet<>(OVER)) + " do." + Suggestion.hint(over.kind(), OVER));
        }
        List<Value> terms = new ArrayList<>();
        int[] sizes = new int[over.ranges().size()];
        collect(over, 0, scope, terms, sizes);
        if (terms.isEmpty()) {
            return emptyOver(over.kind());
        }
        switch (over.kind()) {
            case "sum":
                return terms.stream().reduce((x, y) -> join("+", x, y)).orElseThrow();
            case "prod":
                return terms.stream().reduce((x, y) -> join("*", x, y)).orElseThrow();
            case "vector":
                return Matrices.of(terms);
            case "matrix":
                return matrix(over, terms, sizes);
            default:
                return Library.call(over.kind(), arithmetic, terms);
        }
    }

    private Value emptyOver(String kind) {
        return switch (kind) {
            case "sum" -> arithmetic.number(0);
            case "prod" -> arithmetic.number(1);
            default -> throw new FormulaException(kind + " over an empty range.");
        };
    }

    private static Value matrix(Expr.Over over, List<Value> terms, int[] sizes) {
        if (sizes.length != 2 || terms.size() != sizes[0] * sizes[1]) {
            throw new FormulaException("matrix takes two ranges, the second not depending on the first:"
                    + " matrix(i = 1..3, j = 1..3, ...).");
        }
        List<Scalar> elements = new ArrayList<>();
        for (Value term : terms) {
            if (!(term instanceof Scalar scalar)) {
                throw new FormulaException("the elements of a matrix are numbers, found " + term.kind() + ".");
            }
            elements.add(scalar);
        }
        return new Array(sizes[0], sizes[1], false, elements);
    }

    private void collect(Expr.Over over, int level, Scope scope, List<Value> terms, int[] sizes) {
        if (level == over.ranges().size()) {
            terms.add(value(over.body(), scope));
            if (terms.size() > Matrices.LARGEST) {
                throw new FormulaException(over.kind() + " of more than " + Matrices.LARGEST + " terms.");
            }
            return;
        }
        Expr.Range range = over.ranges().get(level);
        int from = index(range.from(), scope);
        int to = index(range.to(), scope);
        sizes[level] = to - from + 1;
        for (int i = from; i <= to; i++) {
            collect(over, level + 1, scope.with(range.index(), arithmetic.number(i)), terms, sizes);
        }
    }

    private int index(Expr expr, Scope scope) {
        double index = arithmetic.known(number(expr, scope), "an index");
        if (index != Math.rint(index) || Math.abs(index) > 1e6) {
            throw new FormulaException("an index must be an integer, found " + index + ".")
                    .placed(scope.text, expr.at());
        }
        return (int) index;
    }

    private Value element(Expr.Element element, Scope scope) {
        Value owner = value(element.array(), scope);
        Array array = Matrices.array("an index", owner);
        int count = array.isVector() ? 1 : 2;
        if (element.indices().size() != count) {
            throw new FormulaException(array.kind() + " takes " + (count == 1 ? "one index" : "two indices")
                    + ", found " + element.indices().size() + ".");
        }
        int row = position(element.indices().get(0), array.rows(), array, scope);
        int column = count == 1 ? 0 : position(element.indices().get(1), array.columns(), array, scope);
        return array.at(row, column);
    }

    private int position(Expr expr, int size, Array array, Scope scope) {
        int index = index(expr, scope);
        if (index < 1 || index > size) {
            throw new FormulaException(
                            "index " + index + " of " + array.kind() + " must lie between 1 and " + size + ".")
                    .placed(scope.text, expr.at());
        }
        return index - 1;
    }

    private Value member(Expr.Member member, Scope scope) {
        Value owner = value(member.owner(), scope);
        if (!(owner instanceof Parts parts)) {
            throw new FormulaException(
                    "'." + member.member() + "' of " + owner.kind() + ": only what 'diagonalise' gives has members.");
        }
        @Nullable Value value = parts.members().get(member.member());
        if (value == null) {
            throw new FormulaException("no member '" + member.member() + "'."
                    + Suggestion.hint(member.member(), parts.members().keySet()) + " Known: "
                    + String.join(", ", parts.members().keySet()) + ".");
        }
        return value;
    }
}
