package thetascan.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import thetascan.constraint.Constraint;
import thetascan.constraint.ConstraintStatus;
import thetascan.constraint.Mode;
import thetascan.constraint.Verdict;
import thetascan.objective.Judge;
import thetascan.objective.Judgements;
import thetascan.optimiser.Needs;
import thetascan.point.PointRow;
import thetascan.scan.Progress;
import thetascan.search.SearchSetup;
import thetascan.tally.JointViolations;
import thetascan.tally.NearMiss;
import thetascan.tally.Restart;
import thetascan.tally.Tally;

/**
 * What stands between a scan and valid points.
 *
 * @param vetoes   constraints that veto, the most frequent first
 * @param clashes  pairs that are hardly ever met together though each is met, the most surprising first
 * @param misses   the invalid points that came closest; empty if there are valid ones
 * @param restarts how often islands began anew, by reason
 * @param advice   what to try, in words
 */
public record Diagnosis(
        List<Veto> vetoes, List<Clash> clashes, List<Miss> misses, Map<Restart, Long> restarts, List<String> advice) {

    private static final int MOST_CLASHES = 5;
    /** Pairs met together less often than this share of what chance would give are a clash, */
    private static final double RARELY = 0.05;
    /** if chance would give at least so many. */
    private static final double EXPECTED = 10;

    /**
     * A constraint that vetoes.
     *
     * @param constraint its name
     * @param points invalid points it vetoes
     * @param share  of all invalid points
     */
    public record Veto(String constraint, long points, double share) {}

    /**
     * Two constraints that seem to exclude each other, counted among the points that violate at most
     * {@value JointViolations#FEW} constraints, valid ones included.
     *
     * @param first name of a constraint
     * @param second name of the other
     * @param firstMet  points that meet the first
     * @param secondMet points that meet the second
     * @param bothMet   points that meet both
     * @param points counted
     */
    public record Clash(String first, String second, long firstMet, long secondMet, long bothMet, long points) {

        /** Points that would meet both if neither knew of the other. */
        double expected() {
            return (double) firstMet * secondMet / points;
        }
    }

    /**
     * An invalid point that came close.
     *
     * @param island where it was found
     * @param cost sum of its violations
     * @param theta every parameter, in its unit
     * @param violated what it violates, worst first
     */
    public record Miss(int island, double cost, double[] theta, List<Verdict> violated) {}

    /**
     * Looks at a scan.
     *
     * @param setup how it searched
     * @param progress where it stands
     * @return what stood in its way
     */
    public static Diagnosis of(SearchSetup setup, Progress progress) {
        List<Clash> clashes = clashes(setup, progress);
        List<Miss> misses = progress.valid() == 0 ? misses(setup, progress.tally()) : List.of();
        Map<Restart, Long> restarts = restarts(progress.tally());
        List<String> advice = progress.valid() == 0 ? new Advice(setup, progress, clashes, misses).all() : List.of();
        return new Diagnosis(vetoes(setup, progress), clashes, misses, restarts, advice);
    }

    private static List<Veto> vetoes(SearchSetup setup, Progress progress) {
        List<Constraint> constraints = setup.constraints().constraints();
        return IntStream.range(0, constraints.size())
                .mapToObj(k -> new Veto(
                        constraints.get(k).name(),
                        progress.tally().vetoes(k),
                        (double) progress.tally().vetoes(k) / progress.invalid()))
                .filter(veto -> veto.points() > 0)
                .sorted(Comparator.comparingLong(Veto::points).reversed())
                .toList();
    }

    private static List<Clash> clashes(SearchSetup setup, Progress progress) {
        List<Constraint> constraints = setup.constraints().constraints();
        List<Clash> clashes = new ArrayList<>();
        for (int b = 0; b < constraints.size(); b++) {
            for (int a = 0; a < b; a++) {
                if (applies(constraints.get(a)) && applies(constraints.get(b))) {
                    Clash clash = clash(a, b, constraints, progress);
                    if (clash.expected() >= EXPECTED && clash.bothMet() <= RARELY * clash.expected()) {
                        clashes.add(clash);
                    }
                }
            }
        }
        clashes.sort(Comparator.comparingDouble(Clash::expected).reversed());
        return List.copyOf(clashes.subList(0, Math.min(MOST_CLASHES, clashes.size())));
    }

    private static boolean applies(Constraint constraint) {
        return constraint.mode() == Mode.APPLY;
    }

    private static Clash clash(int a, int b, List<Constraint> constraints, Progress progress) {
        JointViolations joint = progress.tally().jointViolations();
        long valid = progress.valid();
        return new Clash(
                constraints.get(a).name(),
                constraints.get(b).name(),
                joint.met(a) + valid,
                joint.met(b) + valid,
                joint.metBoth(a, b) + valid,
                joint.points() + valid);
    }

    /** The near misses, evaluated once more for all that is to be said of them. */
    private static List<Miss> misses(SearchSetup setup, Tally tally) {
        List<Miss> misses = new ArrayList<>();
        try (Judge judge = setup.newJudge()) {
            for (NearMiss near : tally.nearMisses().all()) {
                Judgements judgements = setup.objective().judgements(1, Needs.FITNESS);
                judge.judge(near.theta(), Judge.Detail.ROW, judgements, 0);
                PointRow row = Objects.requireNonNull(judgements.row(0));
                double[] columns = setup.objective().columns().row(row.observables(), row.theta());
                List<Verdict> violated = setup.constraints().explain(columns).stream()
                        .filter(verdict -> applies(verdict.constraint()))
                        .filter(verdict -> verdict.status() != ConstraintStatus.SATISFIED)
                        .toList();
                misses.add(new Miss(near.island(), near.cost(), near.theta(), violated));
            }
        }
        return List.copyOf(misses);
    }

    private static Map<Restart, Long> restarts(Tally tally) {
        Map<Restart, Long> restarts = new EnumMap<>(Restart.class);
        for (Restart reason : Restart.values()) {
            if (tally.restarts(reason) > 0) {
                restarts.put(reason, tally.restarts(reason));
            }
        }
        return restarts;
    }
}
