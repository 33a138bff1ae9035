package thetascan.constraint;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One condition a valid point fulfils. A value: scan files change it with the {@code with...} methods.
 *
 * @param name    column name (prefixes {@code c_}, {@code ok_})
 * @param rule    when it holds
 * @param mode    whether it vetoes
 * @param sector  the group it is ranked and reported with: theory, oblique, higgs, flavour, searches, ...
 * @param source  citation of the bounds
 * @param ranking terms that rank invalid points; empty = the rule's own excess with its own scale
 * @param measurements names of the measurements the bounds are taken from; empty if they were given as numbers
 */
public record Constraint(
        String name,
        Rule rule,
        Mode mode,
        String sector,
        String source,
        List<RankingTerm> ranking,
        List<String> measurements) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    /**
     * Checks the names.
     *
     * @param name column name (prefixes {@code c_}, {@code ok_})
     * @param rule when it holds
     * @param mode whether it vetoes
     * @param sector the group it is ranked and reported with: theory, oblique, higgs, flavour, searches, ...
     * @param source citation of the bounds
     * @param ranking terms that rank invalid points; empty = the rule's own excess with its own scale
     * @param measurements names of the measurements the bounds are taken from; empty if they were given as numbers
     * @throws IllegalArgumentException if the name of the constraint or of its sector is none
     */
    public Constraint {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("constraint name '" + name + "': must match " + NAME.pattern());
        }
        if (!NAME.matcher(sector).matches()) {
            throw new IllegalArgumentException(
                    "constraint " + name + ": sector '" + sector + "' must match " + NAME.pattern());
        }
        ranking = List.copyOf(ranking);
        measurements = List.copyOf(measurements);
    }

    /**
     * A constraint whose bounds are given as numbers.
     *
     * @param name column name (prefixes {@code c_}, {@code ok_})
     * @param rule when it holds
     * @param mode whether it vetoes
     * @param sector the group it is ranked and reported with: theory, oblique, higgs, flavour, searches, ...
     * @param source citation of the bounds
     * @param ranking terms that rank invalid points; empty = the rule's own excess with its own scale
     * @throws IllegalArgumentException if the name of the constraint or of its sector is none
     */
    public Constraint(String name, Rule rule, Mode mode, String sector, String source, List<RankingTerm> ranking) {
        this(name, rule, mode, sector, source, ranking, List.of());
    }

    /**
     * A constraint from the keys that one has in a constraint file (docs/constraints.md), for files of other formats.
     *
     * @param keys         texts, numbers, lists and maps
     * @param where        place of the keys in messages
     * @param measurements what it may refer to
     * @return the constraint
     * @throws IllegalArgumentException naming the place and the key
     */
    public static Constraint read(Map<String, ?> keys, String where, Measurements measurements) {
        return new ConstraintReader(measurements).constraint(Fields.of(keys, where));
    }

    /**
     * The same constraint in another mode.
     *
     * @param newMode whether it vetoes
     * @return another constraint
     */
    public Constraint withMode(Mode newMode) {
        return new Constraint(name, rule, newMode, sector, source, ranking, measurements);
    }

    /**
     * The same constraint by another rule, ranked by that rule.
     *
     * @param newRule when it holds
     * @return another constraint
     */
    public Constraint withRule(Rule newRule) {
        return new Constraint(name, newRule, mode, sector, source, List.of());
    }

    /**
     * The same constraint with the bounds taken from elsewhere.
     *
     * @param newSource citation
     * @return another constraint
     */
    public Constraint withSource(String newSource) {
        return new Constraint(name, rule, mode, sector, newSource, ranking, measurements);
    }

    /**
     * The same constraint with other bounds. Alternatives on one expression become a single interval. Ranking terms
     * that shared the old bounds take the new ones.
     *
     * @param lower lower end, −∞ for none
     * @param upper upper end, +∞ for none
     * @return another constraint
     * @throws IllegalArgumentException if the rule has no interval, or lower exceeds upper
     */
    public Constraint withBounds(double lower, double upper) {
        Interval old = interval("bounds");
        List<RankingTerm> terms = ranking.stream()
                .map(term -> term.lower() == old.lower() && term.upper() == old.upper()
                        ? new RankingTerm(term.expression(), lower, upper, term.scale())
                        : term)
                .toList();
        Interval bounds = old.withBounds(lower, upper);
        return new Constraint(
                name, bounds, mode, sector, source, terms, bounds.equals(rule) ? measurements : List.of());
    }

    /**
     * The same bounds on another observable or expression, ranked by that expression.
     *
     * @param expression its text
     * @return another constraint
     * @throws IllegalArgumentException if the rule is no interval, or the expression cannot be read
     */
    public Constraint withExpression(String expression) {
        if (rule instanceof Alternatives alternatives) {
            return onlyWith(new Alternatives(alternatives.intervals().stream()
                    .map(interval -> interval.withExpression(expression))
                    .toList()));
        }
        return onlyWith(interval("expression").withExpression(expression));
    }

    /** Another rule with the same bounds, which is ranked by itself. */
    private Constraint onlyWith(Rule newRule) {
        return new Constraint(name, newRule, mode, sector, source, List.of(), measurements);
    }

    private Interval interval(String change) {
        if (rule instanceof Interval interval) {
            return interval;
        }
        if (rule instanceof Alternatives alternatives
                && alternatives.expressions().size() == 1) {
            return alternatives.intervals().get(0);
        }
        throw new IllegalArgumentException("constraint " + name + ": a "
                + rule.getClass().getSimpleName() + " has no single " + change + " to change.");
    }
}
