package thetascan.constraint;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Constraints that know the columns of their observables: judges one row after another. Immutable, thread-safe,
 * allocation-free. Constraints in mode SKIP are left out; the others keep their order, and their index is the column of
 * their violation and status.
 *
 * <p>Validity is decided on raw values by {@link #evaluate}; {@link #terms} and {@link #slacks} only rank.
 */
public final class BoundConstraints {

    /** Raw violation where a value is missing: ln(largest double) + 1. */
    public static final double LARGEST = 710.782712893384;

    private static final byte SATISFIED = (byte) ConstraintStatus.SATISFIED.ordinal();
    private static final byte VIOLATED = (byte) ConstraintStatus.VIOLATED.ordinal();
    private static final int NO_COLUMN = -1;

    private final List<Constraint> constraints;
    private final GuardedRule[] rules;
    private final boolean[] applied;
    // Intervals on a plain observable, which most constraints are, as flat arrays; NO_COLUMN for the rest.
    private final int[] column;
    private final double[] lower;
    private final double[] upper;
    private final RankedTerms ranking;

    BoundConstraints(List<Constraint> all, ObservableColumns columns) {
        constraints = all.stream().filter(c -> c.mode() != Mode.SKIP).toList();
        int n = constraints.size();
        rules = new GuardedRule[n];
        applied = new boolean[n];
        column = new int[n];
        lower = new double[n];
        upper = new double[n];
        for (int k = 0; k < n; k++) {
            Constraint constraint = constraints.get(k);
            rules[k] = bound(constraint, constraint.rule(), columns);
            applied[k] = constraint.mode() == Mode.APPLY;
            flatten(k, columns);
        }
        ranking = new RankedTerms(this, columns);
    }

    /** @throws IllegalArgumentException naming the constraint and what is wrong with its rule */
    private static GuardedRule bound(Constraint constraint, Rule rule, ObservableColumns columns) {
        try {
            return GuardedRule.of(rule, columns);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("constraint " + constraint.name() + ": " + e.getMessage(), e);
        }
    }

    private void flatten(int k, ObservableColumns columns) {
        column[k] = NO_COLUMN;
        if (constraints.get(k).rule() instanceof Interval interval) {
            interval.onObservable().ifPresent(plain -> {
                column[k] = columns.of(plain.observable());
                lower[k] = plain.lower();
                upper[k] = plain.upper();
            });
        }
    }

    /** {@return the constraints in column order, SKIP left out} */
    public List<Constraint> constraints() {
        return constraints;
    }

    /** {@return how many there are, SKIP left out} */
    public int size() {
        return rules.length;
    }

    /**
     * Judges a point.
     *
     * @param observables one value per observable
     * @param violations  receives the raw violation of each constraint; {@link #LARGEST} where a value is missing
     * @param statuses    receives the {@link ConstraintStatus} ordinal of each constraint
     * @return index of the first applied constraint that is not satisfied, or −1: the point is valid
     */
    public int evaluate(double[] observables, double[] violations, byte[] statuses) {
        int first = -1;
        for (int k = 0; k < rules.length; k++) {
            int at = column[k];
            double value = at == NO_COLUMN ? Double.NaN : observables[at];
            if (Math.abs(value) <= Double.MAX_VALUE) {
                double excess = Math.max(lower[k] - value, value - upper[k]);
                violations[k] = excess > 0 ? Math.min(excess, Double.MAX_VALUE) : 0;
                statuses[k] = excess > 0 ? VIOLATED : SATISFIED;
            } else {
                ConstraintStatus status = rules[k].status(observables);
                violations[k] = rules[k].violation(observables, status);
                statuses[k] = (byte) status.ordinal();
            }
            if (first < 0 && applied[k] && statuses[k] != SATISFIED) {
                first = k;
            }
        }
        return first;
    }

    /** {@return number of ranking terms of the applied constraints} */
    public int termCount() {
        return ranking.constraint.length;
    }

    /** {@return sectors of the applied constraints, in the order of their first appearance} */
    public List<String> sectors() {
        return ranking.sectors;
    }

    /**
     * The sector of a term.
     *
     * @param term from 0 to {@link #termCount} − 1
     * @return index in {@link #sectors}
     */
    public int termSector(int term) {
        return ranking.sector[term];
    }

    /**
     * The ranking terms of a judged point: zero for a satisfied constraint, otherwise in [0, 1].
     *
     * @param observables one value per observable
     * @param violations  as filled by {@link #evaluate}
     * @param statuses    as filled by {@link #evaluate}
     * @param terms       receives {@link #termCount} numbers
     */
    public void terms(double[] observables, double[] violations, byte[] statuses, double[] terms) {
        ranking.terms(observables, violations, statuses, terms);
    }

    /** {@return length of what {@link #slacks} fills} */
    public int slackCount() {
        return 2 * ranking.constraint.length;
    }

    /**
     * Two signed slacks of each ranking term, in units of its scale: what its value is below the lower and above the
     * upper bound. As smooth as the observable; negative where the bound holds, −∞ where there is none, NaN where the
     * value is missing. A rule other than an interval has its excess in the place of the upper one. The terms of a
     * satisfied constraint are at most 0.
     *
     * @param observables one value per observable
     * @param statuses    as filled by {@link #evaluate}
     * @param slacks      receives {@link #slackCount} numbers, lower and upper of one term after the other
     */
    public void slacks(double[] observables, byte[] statuses, double[] slacks) {
        ranking.slacks(observables, statuses, slacks);
    }

    /**
     * What each constraint says of a point.
     *
     * @param observables one value per observable
     * @return verdicts, worst first: by status, then by slack
     */
    public List<Verdict> explain(double[] observables) {
        List<Verdict> verdicts = new ArrayList<>();
        for (int k = 0; k < rules.length; k++) {
            ConstraintStatus status = rules[k].status(observables);
            verdicts.add(new Verdict(
                    constraints.get(k),
                    rules[k].value(observables),
                    rules[k].violation(observables, status),
                    rules[k].slack(observables),
                    status));
        }
        verdicts.sort(Verdict.WORST_FIRST);
        return List.copyOf(verdicts);
    }

    /** The ranking terms of the applied constraints, side by side. */
    private static final class RankedTerms {

        private final List<String> sectors;
        private final int[] constraint;
        private final int[] sector;
        private final GuardedRule[] rule;
        private final boolean[] own; // ranked by the constraint's own rule: its violation is known already

        RankedTerms(BoundConstraints bound, ObservableColumns columns) {
            LinkedHashSet<String> names = new LinkedHashSet<>();
            List<Integer> constraintOf = new ArrayList<>();
            List<GuardedRule> rules = new ArrayList<>();
            for (int k = 0; k < bound.size(); k++) {
                Constraint c = bound.constraints.get(k);
                if (!bound.applied[k]) {
                    continue;
                }
                names.add(c.sector());
                if (c.ranking().isEmpty()) {
                    rules.add(bound.rules[k]);
                    constraintOf.add(k);
                }
                for (RankingTerm term : c.ranking()) {
                    rules.add(bound(c, term.interval(), columns));
                    constraintOf.add(k);
                }
            }
            sectors = List.copyOf(names);
            constraint = constraintOf.stream().mapToInt(Integer::intValue).toArray();
            sector = constraintOf.stream()
                    .mapToInt(k -> sectors.indexOf(bound.constraints.get(k).sector()))
                    .toArray();
            rule = rules.toArray(GuardedRule[]::new);
            own = new boolean[rule.length];
            for (int t = 0; t < rule.length; t++) {
                own[t] = rule[t] == bound.rules[constraint[t]];
            }
        }

        void terms(double[] observables, double[] violations, byte[] statuses, double[] terms) {
            for (int t = 0; t < rule.length; t++) {
                int k = constraint[t];
                if (statuses[k] == SATISFIED) {
                    terms[t] = 0;
                } else if (own[t]) {
                    terms[t] =
                            statuses[k] == VIOLATED ? GuardedRule.term(violations[k], rule[t].scale(observables)) : 1;
                } else {
                    terms[t] = rule[t].term(observables);
                }
            }
        }

        void slacks(double[] observables, byte[] statuses, double[] slacks) {
            for (int t = 0; t < rule.length; t++) {
                rule[t].slacks(observables, slacks, 2 * t);
                if (statuses[constraint[t]] == SATISFIED) {
                    slacks[2 * t] = Math.min(slacks[2 * t], 0);
                    slacks[2 * t + 1] = Math.min(slacks[2 * t + 1], 0);
                }
            }
        }
    }
}
