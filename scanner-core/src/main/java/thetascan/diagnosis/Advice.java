package thetascan.diagnosis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import thetascan.constraint.Interval;
import thetascan.constraint.Verdict;
import thetascan.scan.Progress;
import thetascan.search.IslandKind;
import thetascan.search.RestartSettings.Growth;
import thetascan.search.SearchSetup;
import thetascan.search.Strategy;
import thetascan.space.Chart;
import thetascan.tally.Restart;

/** What to try where no valid point was found. */
final class Advice {

    /** Evaluations for each free parameter before shares and pairs of constraints say anything. */
    private static final int ENOUGH = 100;

    /** Fewer restarts of an island than this: it was still on its way. */
    private static final int MANY_RESTARTS = 3;

    private final SearchSetup setup;
    private final Progress progress;
    private final List<String> all = new ArrayList<>();

    Advice(SearchSetup setup, Progress progress, List<Diagnosis.Clash> clashes, List<Diagnosis.Miss> misses) {
        this.setup = setup;
        this.progress = progress;
        if (progress.invalid() == 0) {
            all.add("no point could be judged, all of them failed: 'thetascan explain' says why of one,"
                    + " 'thetascan doctor' what each program of a model by programs does");
            return;
        }
        charts();
        long enough = (long) ENOUGH * setup.space().dimension();
        if (progress.evaluations() < enough) {
            all.add("more evaluations: " + progress.evaluations()
                    + " are too few to tell what stands in the way; ask again after " + enough);
            return;
        }
        if (clashes.isEmpty()) {
            weakest(misses);
            patience();
        } else {
            all.add(record(clashes.get(0).second())
                    + ": shows whether the rest can be met without it; check its bounds against" + " those of "
                    + clashes.get(0).first());
        }
    }

    List<String> all() {
        return List.copyOf(all);
    }

    private void charts() {
        Set<String> unused = new LinkedHashSet<>();
        setup.model().charts(setup.space()).stream().map(Chart::name).forEach(unused::add);
        for (IslandKind kind : setup.kinds()) {
            unused.remove(kind.chart().name());
        }
        if (!unused.isEmpty()) {
            all.add("search.charts: [" + String.join(", ", unused)
                    + "]: coordinates of the model that were not used; the right ones can spare most evaluations");
        }
    }

    /** The constraint that the closest points have in common. */
    private void weakest(List<Diagnosis.Miss> misses) {
        Map<String, Integer> violated = new TreeMap<>();
        Set<String> narrow = new TreeSet<>();
        for (Diagnosis.Miss miss : misses) {
            for (Verdict verdict : miss.violated()) {
                violated.merge(verdict.name(), 1, Integer::sum);
                if (verdict.constraint().rule() instanceof Interval interval && interval.lower() == interval.upper()) {
                    narrow.add(verdict.name());
                }
            }
        }
        narrow.forEach(name -> all.add("constraints." + name
                + ".range: some width: it is one value, which rounding lets hardly any point meet"));
        violated.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .ifPresent(most -> all.add(record(most.getKey())
                        + ": shows whether the rest can be met without it; " + most.getValue() + " of the "
                        + misses.size()
                        + " closest points violate it"));
    }

    private static String record(String constraint) {
        return "constraints." + constraint + ".mode: record";
    }

    private void patience() {
        long stuck = 0;
        for (Restart reason : List.of(Restart.STAGNATION, Restart.NO_VALID, Restart.CONVERGED)) {
            stuck += progress.tally().restarts(reason);
        }
        int islands = setup.settings().islands();
        if (stuck < (long) MANY_RESTARTS * islands) {
            all.add("more evaluations: islands got stuck only " + stuck + " times in all");
        } else if (setup.settings().strategies().values().stream().anyMatch(Advice::canGrow)) {
            all.add(
                    "a larger population (search.optimiser.population), or one that grows (search.restart.growth: double):"
                            + " islands got stuck " + stuck + " times");
        }
    }

    private static boolean canGrow(Strategy strategy) {
        return strategy.optimiserOptions().containsKey("population")
                && strategy.restart().growth() == Growth.NONE;
    }
}
