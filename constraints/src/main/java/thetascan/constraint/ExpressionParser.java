package thetascan.constraint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import thetascan.constraint.ExpressionTree.BinaryOperation;
import thetascan.constraint.ExpressionTree.UnaryOperation;
import thetascan.quantity.Decimal;
import thetascan.quantity.Suggestion;

/** Reads the text of an expression by recursive descent: sum → product → signed → power → primary. */
final class ExpressionParser {

    // Math, not StrictMath, whose pow allocates: one JDK and CPU give one last bit either way.
    private static final Map<String, UnaryOperation> UNARY = new TreeMap<>(Map.of(
            "abs", ExpressionTree.MODULUS,
            "sqrt", Math::sqrt,
            "log", Math::log,
            "exp", Math::exp,
            "sin", Math::sin,
            "cos", Math::cos,
            "tan", Math::tan,
            "atan", Math::atan));
    private static final Map<String, BinaryOperation> BINARY =
            new TreeMap<>(Map.of("min", Math::min, "max", Math::max));
    private static final int MOST_SHOWN = 80;

    private final String text;
    private int at;
    private int nesting;

    ExpressionParser(String text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException naming the expression, the position (from 1) and what was expected there */
    ExpressionTree parse() {
        if (text.length() > Expression.LONGEST) {
            throw error("it has " + text.length() + " characters, at most " + Expression.LONGEST + " are read.");
        }
        ExpressionTree root = sum();
        if (!atEnd()) {
            throw error("unexpected '" + text.charAt(at) + "'.");
        }
        return root;
    }

    private ExpressionTree sum() {
        ExpressionTree left = product();
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

    private ExpressionTree product() {
        ExpressionTree left = signed();
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

    /** Every way into an inner part leads through here. */
    private ExpressionTree signed() {
        if (++nesting > Expression.MOST_NESTED) {
            throw error("more than " + Expression.MOST_NESTED
                    + " parentheses, functions, signs or powers stand inside one" + " another.");
        }
        ExpressionTree signed;
        if (accept('-')) {
            signed = unary(x -> -x, signed());
        } else {
            signed = accept('+') ? signed() : power();
        }
        nesting--;
        return signed;
    }

    private ExpressionTree power() {
        ExpressionTree base = primary();
        if (!accept('^')) {
            return base;
        }
        int start = at;
        ExpressionTree exponent = signed();
        boolean square = text.substring(start, at).strip().equals("2");
        return square ? unary(x -> x * x, base) : binary(Math::pow, base, exponent);
    }

    private ExpressionTree primary() {
        if (accept('(')) {
            ExpressionTree inner = sum();
            expect(')');
            return inner;
        }
        if (!atEnd() && (isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            return number();
        }
        if (!atEnd() && isLetter(text.charAt(at))) {
            return nameOrCall();
        }
        throw error("expected a number, a name or '('" + insteadOf());
    }

    private ExpressionTree number() {
        int start = at;
        at = endOfNumber(start);
        try {
            return new ExpressionTree.Constant(Decimal.parse(text.substring(start, at)));
        } catch (IllegalArgumentException e) {
            at = start;
            throw error(e.getMessage() + ".");
        }
    }

    /**
     * A sum such as 7.28+002 is taken for one number whose exponent lost its letter, which {@link Decimal} refuses:
     * nobody writes a summand with zeros in front.
     */
    private int endOfNumber(int start) {
        int end = Math.max(Decimal.end(text, start), start + 1);
        boolean sign = end < text.length() && (text.charAt(end) == '+' || text.charAt(end) == '-');
        int summand = sign ? Decimal.end(text, end + 1) : end;
        boolean zerosInFront = text.substring(end, summand).matches("[-+]0[0-9]+");
        return zerosInFront ? summand : end;
    }

    private ExpressionTree nameOrCall() {
        int start = at;
        while (at < text.length() && (isLetter(text.charAt(at)) || isDigit(text.charAt(at)))) {
            at++;
        }
        String name = text.substring(start, at);
        return accept('(') ? call(name, start) : new ExpressionTree.Observable(name);
    }

    private ExpressionTree call(String name, int start) {
        UnaryOperation unary = UNARY.get(name);
        BinaryOperation binary = BINARY.get(name);
        if (unary == null && binary == null) {
            at = start;
            List<String> known = new ArrayList<>(UNARY.keySet());
            known.addAll(BINARY.keySet());
            throw error("unknown function '" + name + "'." + Suggestion.hint(name, known) + " Known: "
                    + String.join(", ", known) + ".");
        }
        ExpressionTree result = sum();
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

    private ExpressionTree unary(UnaryOperation operation, ExpressionTree part) {
        requireDepth(1 + part.depth());
        return new ExpressionTree.Unary(operation, part);
    }

    private ExpressionTree binary(BinaryOperation operation, ExpressionTree left, ExpressionTree right) {
        requireDepth(1 + Math.max(left.depth(), right.depth()));
        return new ExpressionTree.Binary(operation, left, right);
    }

    private void requireDepth(int depth) {
        if (depth > Expression.DEEPEST) {
            throw error("more than " + Expression.DEEPEST
                    + " operations stand in one row or inside one another; let the" + " model compute it.");
        }
    }

    private boolean atEnd() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at == text.length();
    }

    private boolean accept(char wanted) {
        if (atEnd() || text.charAt(at) != wanted) {
            return false;
        }
        at++;
        return true;
    }

    private void expect(char wanted) {
        if (!accept(wanted)) {
            throw error("expected '" + wanted + "'" + insteadOf());
        }
    }

    private String insteadOf() {
        return atEnd() ? "." : " instead of '" + text.charAt(at) + "'.";
    }

    private IllegalArgumentException error(String what) {
        String shown = text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "..." : text;
        return new IllegalArgumentException("expression '" + shown + "' position " + (at + 1) + ": " + what);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }
}
