package thetascan.formula.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import thetascan.formula.syntax.Expr.Link;
import thetascan.formula.syntax.Expr.Range;
import thetascan.quantity.Decimal;

/**
 * Reads a formula: recursive descent, or → and → not → comparison → sum → product → signed → power → suffixes →
 * primary. {@code ^} binds tightest and to the right, so −x^2 is −(x²). Nesting is limited, so that no text can exhaust
 * the stack.
 */
public final class Parser {

    /** Levels of brackets, signs and exponents within each other. */
    private static final int DEEPEST = 60;

    private static final int LONGEST = 20_000;

    private final String text;
    private int at;
    private int depth;

    private Parser(String text) {
        this.text = text;
    }

    /**
     * Reads a formula.
     *
     * @param text as written
     * @return the formula as a tree
     * @throws FormulaException naming the formula, the position (from 1) and what was expected there
     */
    public static Expr parse(String text) {
        if (text.length() > LONGEST) {
            throw new FormulaException("a formula of " + text.length() + " characters; at most " + LONGEST
                    + ". Split it into derived quantities.");
        }
        Parser parser = new Parser(text);
        Expr root = parser.or();
        if (parser.peek() != 0) {
            throw parser.error("unexpected '" + text.charAt(parser.at) + "'.");
        }
        return root;
    }

    /**
     * Reads the head of a function, {@code f(x, y)}.
     *
     * @param text as written
     * @return its name, then those of its arguments
     * @throws FormulaException if it does not look so
     */
    public static List<String> parseHead(String text) {
        if (!(parse(text) instanceof Expr.Call call)) {
            throw new FormulaException("'" + text + "' must look like f(x, y).");
        }
        List<String> names = new ArrayList<>(List.of(call.function()));
        for (Expr argument : call.arguments()) {
            if (!(argument instanceof Expr.Name name) || names.contains(name.name())) {
                throw FormulaException.at(text, argument.at(), "the arguments must be names, each once.");
            }
            names.add(name.name());
        }
        return names;
    }

    /** One level further down. */
    private Expr nested(Supplier<Expr> level) {
        if (++depth > DEEPEST) {
            throw error("brackets, signs or exponents are nested more than " + DEEPEST
                    + " deep. Split the formula into derived quantities.");
        }
        Expr result = level.get();
        depth--;
        return result;
    }

    private Expr or() {
        return nested(() -> {
            int start = at;
            Expr first = and();
            List<Link> links = new ArrayList<>();
            while (acceptWord("or")) {
                int operator = at;
                links.add(new Link("or", and(), operator));
            }
            return chain(first, links, start);
        });
    }

    private Expr and() {
        int start = at;
        Expr first = not();
        List<Link> links = new ArrayList<>();
        while (acceptWord("and")) {
            int operator = at;
            links.add(new Link("and", not(), operator));
        }
        return chain(first, links, start);
    }

    private Expr not() {
        peek();
        int start = at;
        if (!acceptWord("not")) {
            return comparison();
        }
        return new Expr.Prefix("not", nested(this::not), start);
    }

    private Expr comparison() {
        int start = at;
        Expr first = sum();
        List<Link> links = new ArrayList<>();
        while (true) {
            int operator = at;
            String found = comparator();
            if (found.isEmpty()) {
                return chain(first, links, start);
            }
            links.add(new Link(found, sum(), operator));
        }
    }

    private String comparator() {
        char next = peek();
        boolean equals = at + 1 < text.length() && text.charAt(at + 1) == '=';
        if (next == '<' || next == '>') {
            at += equals ? 2 : 1;
            return next + (equals ? "=" : "");
        }
        if ((next == '=' || next == '!') && equals) {
            at += 2;
            return next + "=";
        }
        if (next == '=') {
            throw error("'=' compares nothing: write '==' for equality.");
        }
        return "";
    }

    private Expr sum() {
        int start = at;
        Expr first = product();
        List<Link> links = new ArrayList<>();
        while (true) {
            char next = peek();
            int operator = at;
            if (!accept('+') && !accept('-')) {
                return chain(first, links, start);
            }
            links.add(new Link(String.valueOf(next), product(), operator));
        }
    }

    private Expr product() {
        int start = at;
        Expr first = signed();
        List<Link> links = new ArrayList<>();
        while (true) {
            char next = peek();
            int operator = at;
            if (!accept('*') && !accept('/')) {
                return chain(first, links, start);
            }
            if (next == '*' && peek() == '*') {
                throw error("write '^' for a power.");
            }
            links.add(new Link(String.valueOf(next), signed(), operator));
        }
    }

    private static Expr chain(Expr first, List<Link> links, int start) {
        return links.isEmpty() ? first : new Expr.Chain(first, List.copyOf(links), start);
    }

    private Expr signed() {
        peek();
        int start = at;
        if (accept('-')) {
            return new Expr.Prefix("-", nested(this::signed), start);
        }
        if (accept('+')) {
            return nested(this::signed);
        }
        Expr base = suffixed();
        peek();
        int operator = at;
        return accept('^') ? new Expr.Power(base, nested(this::signed), operator) : base;
    }

    private Expr suffixed() {
        Expr result = primary();
        while (true) {
            char next = peek();
            int start = at;
            if (next == '[') {
                at++;
                result = new Expr.Element(result, arguments(']'), start);
            } else if (next == '.' && at + 1 < text.length() && isLetter(text.charAt(at + 1))) {
                at++;
                result = new Expr.Member(result, name(), start);
            } else {
                return result;
            }
        }
    }

    private Expr primary() {
        char next = peek();
        int start = at;
        if (accept('(')) {
            Expr inner = or();
            expect(')');
            return inner;
        }
        if (accept('[')) {
            return new Expr.Items(arguments(']'), start);
        }
        if (isDigit(next) || next == '.') {
            return new Expr.Number(number(), start);
        }
        if (isLetter(next)) {
            String name = name();
            return accept('(') ? call(name, start) : new Expr.Name(name, start);
        }
        throw error("expected a number, a name or '('" + (next == 0 ? "." : " instead of '" + next + "'."));
    }

    private Expr call(String function, int start) {
        List<Range> ranges = new ArrayList<>();
        for (Range range = range(); range != null; range = range()) {
            ranges.add(range);
            expect(',');
        }
        if (ranges.isEmpty()) {
            return new Expr.Call(function, arguments(')'), start);
        }
        Expr body = or();
        expect(')');
        return new Expr.Over(function, List.copyOf(ranges), body, start);
    }

    /** {@code i = 1..3}, or null with nothing read. */
    private @Nullable Range range() {
        char next = peek();
        int start = at;
        if (!isLetter(next)) {
            return null;
        }
        String index = name();
        if (peek() != '=' || (at + 1 < text.length() && text.charAt(at + 1) == '=')) {
            at = start;
            return null;
        }
        at++;
        Expr from = sum();
        if (peek() != '.' || at + 1 >= text.length() || text.charAt(at + 1) != '.') {
            throw error("a range looks like " + index + " = 1..3.");
        }
        at += 2;
        return new Range(index, from, sum(), start);
    }

    private List<Expr> arguments(char end) {
        List<Expr> arguments = new ArrayList<>();
        if (accept(end)) {
            return arguments;
        }
        do {
            arguments.add(or());
        } while (accept(','));
        expect(end);
        return List.copyOf(arguments);
    }

    private double number() {
        int start = at;
        at = numberEnd();
        String digits = text.substring(start, at);
        if (at < text.length() && isLetter(text.charAt(at))) {
            throw error("'" + digits + "' runs into '" + name() + "': write a product with '*'.");
        }
        try {
            return Decimal.parse(digits);
        } catch (IllegalArgumentException e) {
            at = start;
            throw error(e.getMessage() + ".");
        }
    }

    /** Two points in a row end a number: they belong to a range. */
    private int numberEnd() {
        int digits = at;
        while (digits < text.length() && isDigit(text.charAt(digits))) {
            digits++;
        }
        return text.startsWith("..", digits) ? digits : Math.max(at + 1, Decimal.end(text, at));
    }

    private String name() {
        int start = at;
        while (at < text.length() && (isLetter(text.charAt(at)) || isDigit(text.charAt(at)))) {
            at++;
        }
        return text.substring(start, at);
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

    private boolean acceptWord(String word) {
        peek();
        int end = at + word.length();
        boolean found = text.startsWith(word, at)
                && (end == text.length() || !(isLetter(text.charAt(end)) || isDigit(text.charAt(end))));
        at = found ? end : at;
        return found;
    }

    private void expect(char wanted) {
        if (!accept(wanted)) {
            char next = peek();
            throw error("expected '" + wanted + "'" + (next == 0 ? "." : " instead of '" + next + "'."));
        }
    }

    private FormulaException error(String what) {
        return FormulaException.at(text, at, what);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }
}
