package thetascan.constraint;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import thetascan.quantity.Suggestion;

/**
 * An arithmetic expression of observables: {@code + - * / ^}, parentheses, numbers, names and the functions abs, sqrt,
 * log (natural), exp, sin, cos, tan, atan (radians), min, max (two or more arguments). {@code ^} binds tightest and to
 * the right, so −x^2 is −(x²). Parsed once into a tree, evaluated without allocation.
 */
public final class Expression {

    /** A tree of operations on a row of observables. */
    @FunctionalInterface
    interface Node {
        double value(double[] observables);
    }

    /** A node that still has to learn where its observables stand. */
    @FunctionalInterface
    private interface Unbound {
        Node bind(ToIntFunction<String> index);
    }

    @FunctionalInterface
    private interface Unary {
        double apply(double x);
    }

    @FunctionalInterface
    private interface Binary {
        double apply(double x, double y);
    }

    // Math, not StrictMath, whose pow allocates: one JDK and CPU give one last bit either way.
    private static final Map<String, Unary> UNARY = new TreeMap<>(Map.of(
            "abs", Math::abs,
            "sqrt", Math::sqrt,
            "log", Math::log,
            "exp", Math::exp,
            "sin", Math::sin,
            "cos", Math::cos,
            "tan", Math::tan,
            "atan", Math::atan));
    private static final Map<String, Binary> BINARY = new TreeMap<>(Map.of("min", Math::min, "max", Math::max));

    private final String text;
    private final Unbound root;
    private final Set<String> names;

    private Expression(String text, Unbound root, Set<String> names) {
        this.text = text;
        this.root = root;
        this.names = names;
    }

    /**
     * Reads an expression.
     *
     * @throws IllegalArgumentException naming the expression, the position (from 1) and what was expected there
     */
    public static Expression parse(String text) {
        Parser parser = new Parser(text);
        Unbound root = parser.sum();
        parser.end();
        return new Expression(text, root, parser.names);
    }

    /** The observables it reads, in the order of their first appearance. */
    public List<String> names() {
        return List.copyOf(names);
    }

    /**
     * Resolves the names.
     *
     * @param index column of an observable; may throw for an unknown one
     */
    Node bind(ToIntFunction<String> index) {
        return root.bind(index);
    }

    @Override
    public String toString() {
        return text;
    }

    /** Recursive descent: sum → product → signed → power → primary. */
    private static final class Parser {

        private final String text;
        private final Set<String> names = new LinkedHashSet<>();
        private int at;

        Parser(String text) {
            this.text = text;
        }

        void end() {
            if (peek() != 0) {
                throw error("unexpected '" + text.charAt(at) + "'.");
            }
        }

        Unbound sum() {
            Unbound left = product();
            while (true) {
                if (accept('+')) {
                    left = binary((x, y) -> x + y, left, product());
                } else if (accept('-')) {
                    left = binary((x, y) -> x - y, left, product());
                } else {
                    return left;
                }
            }
        }

        private Unbound product() {
            Unbound left = signed();
            while (true) {
                if (accept('*')) {
                    left = binary((x, y) -> x * y, left, signed());
                } else if (accept('/')) {
                    left = binary((x, y) -> x / y, left, signed());
                } else {
                    return left;
                }
            }
        }

        private Unbound signed() {
            if (accept('-')) {
                return unary(x -> -x, signed());
            }
            return accept('+') ? signed() : power();
        }

        private Unbound power() {
            Unbound base = primary();
            if (!accept('^')) {
                return base;
            }
            int start = at;
            Unbound exponent = signed();
            boolean square = text.substring(start, at).strip().equals("2");
            return square ? unary(x -> x * x, base) : binary(Math::pow, base, exponent);
        }

        private Unbound primary() {
            char next = peek();
            if (accept('(')) {
                Unbound inner = sum();
                expect(')');
                return inner;
            }
            if (isDigit(next) || next == '.') {
                return number();
            }
            if (isLetter(next)) {
                return nameOrCall();
            }
            throw error("expected a number, a name or '('" + (next == 0 ? "." : " instead of '" + next + "'."));
        }

        private Unbound number() {
            int start = at;
            digits();
            if (at < text.length() && text.charAt(at) == '.') {
                at++;
                digits();
            }
            if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
                at++;
                if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
                    at++;
                }
                digits();
            }
            String digits = text.substring(start, at);
            try {
                double value = Double.parseDouble(digits);
                return index -> observables -> value;
            } catch (NumberFormatException e) {
                at = start;
                throw error("'" + digits + "' is no number.");
            }
        }

        private void digits() {
            while (at < text.length() && isDigit(text.charAt(at))) {
                at++;
            }
        }

        private Unbound nameOrCall() {
            int start = at;
            while (at < text.length() && (isLetter(text.charAt(at)) || isDigit(text.charAt(at)))) {
                at++;
            }
            String name = text.substring(start, at);
            if (!accept('(')) {
                names.add(name);
                return index -> {
                    int column = index.applyAsInt(name);
                    return observables -> observables[column];
                };
            }
            return call(name, start);
        }

        private Unbound call(String name, int start) {
            Unary unary = UNARY.get(name);
            Binary binary = BINARY.get(name);
            if (unary == null && binary == null) {
                at = start;
                List<String> known = new ArrayList<>(UNARY.keySet());
                known.addAll(BINARY.keySet());
                throw error("unknown function '" + name + "'." + Suggestion.hint(name, known) + " Known: "
                        + String.join(", ", known) + ".");
            }
            Unbound result = sum();
            if (unary != null) {
                result = unary(unary, result);
            }
            if (binary != null) {
                expect(',');
                do {
                    result = binary(binary, result, sum());
                } while (accept(','));
            }
            expect(')');
            return result;
        }

        private static Unbound unary(Unary operation, Unbound inner) {
            return index -> {
                Node x = inner.bind(index);
                return observables -> operation.apply(x.value(observables));
            };
        }

        private static Unbound binary(Binary operation, Unbound left, Unbound right) {
            return index -> {
                Node x = left.bind(index);
                Node y = right.bind(index);
                return observables -> operation.apply(x.value(observables), y.value(observables));
            };
        }

        private char peek() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            return at < text.length() ? text.charAt(at) : 0;
        }

        private boolean accept(char wanted) {
            if (peek() != wanted) {
                return false;
            }
            at++;
            return true;
        }

        private void expect(char wanted) {
            if (!accept(wanted)) {
                char next = peek();
                throw error("expected '" + wanted + "'" + (next == 0 ? "." : " instead of '" + next + "'."));
            }
        }

        private IllegalArgumentException error(String what) {
            return new IllegalArgumentException("expression '" + text + "' position " + (at + 1) + ": " + what);
        }

        private static boolean isDigit(char c) {
            return c >= '0' && c <= '9';
        }

        private static boolean isLetter(char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
        }
    }
}
