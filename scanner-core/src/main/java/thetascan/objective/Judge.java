package thetascan.objective;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import thetascan.constraint.BoundConstraints;
import thetascan.constraint.ConstraintStatus;
import thetascan.model.EvaluationException;
import thetascan.model.PointEvaluator;
import thetascan.model.Stages;
import thetascan.optimiser.Needs;
import thetascan.point.PointRow;
import thetascan.point.PointStatus;
import thetascan.quantity.Missing;
import thetascan.quantity.Quantity;

/**
 * Evaluates one point after another, stage by stage, and decides what became of it. One thread. A point is
 * <ul>
 * <li>FAILED if the evaluator threw, an applied constraint met a number that is not finite, an observable is NaN for no
 *     stated reason or a choice that its legend does not have, or all that keeps it from being valid is a quantity nobody computed;
 * <li>INVALID if an applied constraint is otherwise not satisfied;
 * <li>VALID if all of them are.
 * </ul>
 */
public final class Judge implements AutoCloseable {

    /** How much of an invalid point is wanted. */
    public enum Detail {
        /** Status, rank and cost. */
        VERDICT,
        /** Everything computed. */
        ROW
    }

    private static final byte SATISFIED = (byte) ConstraintStatus.SATISFIED.ordinal();
    private static final byte NOT_COMPUTED = (byte) ConstraintStatus.NOT_COMPUTED.ordinal();
    private static final byte NOT_FINITE = (byte) ConstraintStatus.NOT_FINITE.ordinal();

    private static final int LONGEST_REASON = 1000;

    /** Those that are open. */
    private static final Set<Judge> JUDGES = ConcurrentHashMap.newKeySet();

    private final Objective objective;
    private final BoundConstraints constraints;
    private final PointEvaluator evaluator;
    private final int[] applied;
    /** Observables that have a legend. */
    private final int[] choices;

    private final double[] observables;
    /** What the constraints read: the observables themselves, or a copy with parameters behind it. */
    private final double[] row;

    private final double[] violations;
    private final byte[] statuses;
    private final double[] terms;
    private final double[] slacks;
    private volatile double @Nullable [] underWay;
    private volatile @Nullable Thread thread;
    private volatile long begun; // nanoseconds

    Judge(Objective objective, PointEvaluator evaluator) {
        this.objective = objective;
        this.evaluator = evaluator;
        constraints = objective.constraints();
        applied = objective.applied();
        choices = IntStream.range(0, objective.columns().observables())
                .filter(o -> objective.observables().get(o).isChoice())
                .toArray();
        observables = new double[objective.columns().observables()];
        row = objective.columns().hasParameters()
                ? new double[objective.columns().quantities().size()]
                : observables;
        violations = new double[constraints.size()];
        statuses = new byte[constraints.size()];
        terms = new double[constraints.termCount()];
        slacks = new double[constraints.slackCount()];
        JUDGES.add(this);
    }

    /**
     * Tells the evaluator which points come next, see {@link PointEvaluator#announce}.
     *
     * @param thetas row-major, every parameter of each point
     * @param which points that will be judged
     * @param from first row
     * @param to behind the last row
     */
    public void announce(double[] thetas, boolean[] which, int from, int to) {
        evaluator.announce(thetas, which, from, to);
    }

    /**
     * Evaluates a point.
     *
     * @param theta     every parameter of the space
     * @param detail    what is wanted of an invalid point; a valid or failed one always gets its whole row
     * @param judgement where the verdict goes
     * @param i         candidate there
     */
    public void judge(double[] theta, Detail detail, Judgements judgement, int i) {
        Arrays.fill(observables, Missing.NOT_COMPUTED);
        String broken = evaluate(theta);
        int first = test(theta);
        if (broken == null) {
            broken = first < 0 ? brokenObservable() : brokenConstraint(first);
        }
        PointStatus status = broken != null ? PointStatus.FAILED : first < 0 ? PointStatus.VALID : PointStatus.INVALID;
        double cost = 0;
        if (status == PointStatus.INVALID) {
            for (int k : applied) {
                cost += violations[k];
                if (statuses[k] == NOT_COMPUTED) {
                    judgement.leaveOpen(i, k);
                } else if (statuses[k] != SATISFIED) {
                    judgement.veto(i, k);
                }
            }
        }
        PointRow whole = status != PointStatus.INVALID || detail == Detail.ROW ? row(theta, cost, broken) : null;
        double rank = status == PointStatus.INVALID ? rank(judgement, i) : 0;
        if (status != PointStatus.FAILED) {
            fillVector(status, judgement, i);
        }
        judgement.set(i, status, rank, cost, whole);
    }

    /** The reason if the evaluator threw: any point may be to blame for that, also for a lack of memory. */
    private @Nullable String evaluate(double[] theta) {
        begun = System.nanoTime();
        thread = Thread.currentThread();
        underWay = theta;
        try {
            evaluator.evaluate(theta, observables);
            for (int stage = 1; stage < evaluator.stages() && goesOn(theta); stage++) {
                evaluator.evaluateStage(stage, theta, observables);
            }
            return null;
        } catch (EvaluationException e) {
            return reason(e.getMessage(), e);
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
            return reason(e.toString(), e);
        } catch (OutOfMemoryError e) {
            return "out of memory: " + e.getMessage();
        } finally {
            underWay = null;
        }
    }

    /**
     * A point that is being evaluated.
     *
     * @param theta  every parameter of the space
     * @param thread that evaluates it
     * @param begun  when, {@link System#nanoTime}
     */
    public record UnderWay(double[] theta, Thread thread, long begun) {

        /**
         * Time since its evaluation began.
         *
         * @return since the point was begun
         */
        public Duration time() {
            return Duration.ofNanos(System.nanoTime() - begun);
        }
    }

    /**
     * The points that judges of this JVM are evaluating now; for messages about one that does not end.
     *
     * @return one for each judge at work
     */
    public static List<UnderWay> underWay() {
        List<UnderWay> points = new ArrayList<>();
        for (Judge judge : JUDGES) {
            double[] theta = judge.underWay;
            Thread thread = judge.thread;
            if (theta == null || thread == null) continue;
            points.add(new UnderWay(theta.clone(), thread, judge.begun));
        }
        return points;
    }

    /** Tests what is known of a point by now; the first applied constraint that is not satisfied, or −1. */
    private int test(double[] theta) {
        if (row != observables) objective.columns().fill(observables, theta, row);
        return constraints.evaluate(row, violations, statuses);
    }

    /** False if a later stage is not wanted, or not of a point that is excluded by what is known of it by now. */
    private boolean goesOn(double[] theta) {
        if (objective.stages() != Stages.STOP) {
            return objective.stages() == Stages.ALL;
        }
        test(theta);
        for (int k : applied) {
            if (statuses[k] != SATISFIED && statuses[k] != NOT_COMPUTED) {
                return false;
            }
        }
        return true;
    }

    private static String reason(@Nullable String message, Throwable e) {
        String text = message == null ? e.getClass().getName() : message;
        return text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON) + " ...";
    }

    /** The reason if a point that violates constraint {@code first} fails because a calculation broke. */
    private @Nullable String brokenConstraint(int first) {
        boolean physicsSaysNo = false;
        for (int k : applied) {
            if (statuses[k] == NOT_FINITE) {
                String nan = unexplainedNan();
                return nan != null ? nan : "constraint " + name(k) + " met a number that is not finite";
            }
            physicsSaysNo |= statuses[k] != SATISFIED && statuses[k] != NOT_COMPUTED;
        }
        return physicsSaysNo ? null : "what constraint " + name(first) + " needs was not computed";
    }

    private String name(int constraint) {
        return constraints.constraints().get(constraint).name();
    }

    /** The reason if a point that violates nothing fails because an observable is none. */
    private @Nullable String brokenObservable() {
        for (int o : choices) {
            Quantity choice = objective.observables().get(o);
            if (!Double.isNaN(observables[o]) && !choice.hasCode(observables[o])) {
                return "observable " + choice.name() + " is " + observables[o] + ", its legend has 0 to "
                        + (choice.legend().size() - 1);
            }
        }
        return unexplainedNan();
    }

    private @Nullable String unexplainedNan() {
        for (int o = 0; o < observables.length; o++) {
            double value = observables[o];
            if (Double.isNaN(value) && !Missing.isNotComputed(value) && !Missing.isUndefined(value)) {
                return "observable " + objective.observables().get(o).name() + " is NaN";
            }
        }
        return null;
    }

    private double rank(Judgements judgement, int i) {
        if (objective.ranking() == Ranking.SCALED) {
            constraints.terms(row, violations, statuses, terms);
            double sum = 0;
            for (double term : terms) {
                sum += term;
            }
            return sum;
        }
        double sum = 0;
        for (int a = 0; a < applied.length; a++) {
            int k = applied[a];
            // behind everything computed, so that reaching a later stage is never a step back
            double log = statuses[k] == NOT_COMPUTED ? BoundConstraints.LARGEST : StrictMath.log1p(violations[k]);
            sum += log;
            if (objective.ranking() == Ranking.MINMAX) {
                judgement.setLog(i, a, log);
            }
        }
        return sum;
    }

    private void fillVector(PointStatus status, Judgements judgement, int i) {
        double[] vectors = judgement.vectors();
        int at = judgement.vectorStart(i);
        if (judgement.needs() == Needs.SLACKS) {
            constraints.slacks(row, statuses, slacks);
            System.arraycopy(slacks, 0, vectors, at, slacks.length);
        } else if (judgement.needs() == Needs.SECTORS && status == PointStatus.INVALID) {
            constraints.terms(row, violations, statuses, terms);
            for (int t = 0; t < terms.length; t++) {
                vectors[at + constraints.termSector(t)] += terms[t];
            }
        }
    }

    private PointRow row(double[] theta, double cost, @Nullable String broken) {
        return new PointRow(
                theta.clone(),
                observables.clone(),
                violations.clone(),
                statuses.clone(),
                broken == null ? cost : Double.NaN,
                broken == null ? "" : broken);
    }

    @Override
    public void close() {
        JUDGES.remove(this);
        evaluator.close();
    }
}
