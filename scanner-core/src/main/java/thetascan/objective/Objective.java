package thetascan.objective;

import java.util.List;
import java.util.stream.IntStream;
import thetascan.constraint.BoundConstraints;
import thetascan.constraint.Mode;
import thetascan.model.PointEvaluator;
import thetascan.model.Stages;
import thetascan.optimiser.Needs;
import thetascan.point.PointColumns;
import thetascan.point.PointStatus;
import thetascan.quantity.Quantity;

/**
 * From violations to fitness. Exact rule: fitness &lt; 1 if and only if the point is valid; valid points are ranked by
 * their novelty alone, a failed point ranks behind every other. Immutable, shared by all threads.
 */
public final class Objective {

    private static final double LARGEST_PENALTY = Math.nextDown(1.0);

    private final PointColumns columns;
    private final BoundConstraints constraints;
    private final Ranking ranking;
    private final Stages stages;
    private final int[] applied;

    /**
     * An objective whose constraints name observables alone.
     *
     * @param observables the model's, in its order
     * @param constraints bound to them
     * @param stages      which stages an excluded point goes through
     * @param ranking of invalid points
     */
    public Objective(List<Quantity> observables, BoundConstraints constraints, Ranking ranking, Stages stages) {
        this(PointColumns.of(observables), constraints, ranking, stages);
    }

    /**
     * @param columns     what constraints read of a point
     * @param constraints bound to them
     * @param stages      which stages an excluded point goes through
     * @param ranking of invalid points
     */
    public Objective(PointColumns columns, BoundConstraints constraints, Ranking ranking, Stages stages) {
        this.columns = columns;
        this.constraints = constraints;
        this.ranking = ranking;
        this.stages = stages;
        applied = IntStream.range(0, constraints.size())
                .filter(k -> constraints.constraints().get(k).mode() == Mode.APPLY)
                .toArray();
    }

    /**
     * What the constraints read of a point.
     *
     * @return observables, then parameters that constraints name
     */
    public PointColumns columns() {
        return columns;
    }

    /**
     * Those of the model, in its order.
     *
     * @return without parameters
     */
    public List<Quantity> observables() {
        return columns.quantities().subList(0, columns.observables());
    }

    /**
     * The constraints.
     *
     * @return bound to the columns
     */
    public BoundConstraints constraints() {
        return constraints;
    }

    /**
     * How invalid points are ranked.
     *
     * @return the ranking
     */
    public Ranking ranking() {
        return ranking;
    }

    Stages stages() {
        return stages;
    }

    /** Columns of the constraints that veto. */
    int[] applied() {
        return applied;
    }

    /**
     * Length of the vector an optimiser with these needs is told of each candidate.
     *
     * @param needs of the optimiser
     * @return 0 if it is told its fitness alone
     */
    public int vectorLength(Needs needs) {
        return switch (needs) {
            case FITNESS, MEASURES -> 0; // measures are read off the points
            case SECTORS -> constraints.sectors().size();
            case SLACKS -> constraints.slackCount();
        };
    }

    /**
     * Room for the verdicts on a batch of candidates.
     *
     * @param needs what their optimiser wants besides the fitness
     * @param count number of candidates
     * @return none of which is judged yet
     */
    public Judgements judgements(int count, Needs needs) {
        int logs = ranking == Ranking.MINMAX ? applied.length : 0;
        return new Judgements(count, constraints.size(), needs, vectorLength(needs), logs);
    }

    /**
     * A judge for one thread.
     *
     * @param evaluator which the judge closes
     * @return a judge that shares nothing that changes
     */
    public Judge newJudge(PointEvaluator evaluator) {
        return new Judge(this, evaluator);
    }

    /**
     * The fitness of one generation.
     *
     * @param judgements verdicts on its candidates
     * @param penalties  novelty penalty of each candidate in [0, 1)
     * @param fitness    receives one value a candidate; infinity for a failed or not evaluated one
     */
    public void fitness(Judgements judgements, double[] penalties, double[] fitness) {
        double[] ranks = ranking == Ranking.MINMAX ? minmax(judgements) : judgements.ranks();
        for (int i = 0; i < judgements.count(); i++) {
            PointStatus status = judgements.status(i);
            if (status == PointStatus.VALID) {
                fitness[i] = bounded(penalties[i]);
            } else if (status == PointStatus.INVALID) {
                fitness[i] = 1 + ranks[i] + (ranking == Ranking.MINMAX ? bounded(penalties[i]) : 0);
            } else {
                fitness[i] = Double.POSITIVE_INFINITY;
            }
        }
    }

    /** In [0, 1) whatever a detector says, NaN included: validity must not hang on it. */
    private static double bounded(double penalty) {
        return penalty < 1 ? Math.max(penalty, 0) : LARGEST_PENALTY;
    }

    /** Column by column (x − min)/(max − min) over the judged candidates, a constant column 0, summed over columns. */
    private static double[] minmax(Judgements judgements) {
        int columns = judgements.logCount();
        double[] sums = new double[judgements.count()];
        for (int k = 0; k < columns; k++) {
            double least = Double.POSITIVE_INFINITY;
            double greatest = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < judgements.count(); i++) {
                if (judgements.isRanked(i)) {
                    least = Math.min(least, judgements.log(i, k));
                    greatest = Math.max(greatest, judgements.log(i, k));
                }
            }
            for (int i = 0; greatest > least && i < judgements.count(); i++) {
                if (judgements.isRanked(i)) {
                    sums[i] += (judgements.log(i, k) - least) / (greatest - least);
                }
            }
        }
        return sums;
    }
}
