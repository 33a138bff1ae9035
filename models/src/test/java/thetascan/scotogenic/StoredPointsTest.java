package thetascan.scotogenic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thetascan.constraint.Constraint;
import thetascan.constraint.ConstraintSet;
import thetascan.constraint.Mode;
import thetascan.island.RoundOrder;
import thetascan.model.CostClass;
import thetascan.model.Model;
import thetascan.model.Models;
import thetascan.model.Stages;
import thetascan.point.FoundPoint;
import thetascan.point.PointStatus;
import thetascan.scan.ForkJoinRounds;
import thetascan.scan.KeepSettings;
import thetascan.scan.LastProgress;
import thetascan.scan.Scan;
import thetascan.scan.ScanSetup;
import thetascan.scan.ScanStore;
import thetascan.scan.StopRules;
import thetascan.search.SearchSettings;
import thetascan.search.SearchSetup;

/**
 * No valid point that a scan stores is excluded by what {@link IndependentVerdict} knows, for every set of constraints that claims it: the default one, and the
 * same with Δa_μ of other years, for which couplings and α are larger. How many points of the sets of publications, which do not claim it, are
 * excluded is counted. Every tenth stored point of T1-2-A is searched for a deeper vacuum.
 */
class StoredPointsTest {

    private static final List<String> FIELDS = List.of("f1", "psi", "s", "eta");

    /** What a scan stored. */
    private static final class Stored {
        private final Model model;
        private final Map<String, Integer> excluded = new TreeMap<>();
        private int count;

        Stored(Model model) {
            this.model = model;
        }

        void see(FoundPoint point) {
            if (point.status() == PointStatus.VALID) {
                String why = IndependentVerdict.of(model, point.theta(), count++ % 10 == 0);
                if (!why.isEmpty()) {
                    excluded.merge(why, 1, Integer::sum);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"scotogenic, 2026, 2025, 6000", "t12a, 2026, 2021, 12000"})
    void inAShortScan(String name, String set, String year, long evaluations) throws Exception {
        Stored stored = scan(name, set, year, evaluations, false);
        assertThat(stored.excluded).isEmpty();
        assertThat(stored.count).isGreaterThan(100);
    }

    @Tag("statistical")
    @ParameterizedTest
    @CsvSource({
        "scotogenic, 2026, 2025, 1000000, false",
        "scotogenic, 2026, 2025, 50000, true",
        "t12a, 2026, 2021, 1000000, false",
        "t12a, 2026, 2023, 1000000, false",
        "t12a, 2026, 2025, 1000000, false",
        "t12a, 2026, 2025, 10000, true"
    })
    void inAScan(String name, String set, String year, long evaluations, boolean relicDensity) throws Exception {
        Stored stored = scan(name, set, year, evaluations, relicDensity);
        print(stored, set, year, evaluations, relicDensity);
        assertThat(stored.excluded).isEmpty();
        assertThat(stored.count).isGreaterThan(100);
    }

    /** The same eyes see what the sets of publications, which ask for less, let pass. */
    @Tag("statistical")
    @ParameterizedTest
    @CsvSource({
        "scotogenic, published, 2025, 1000000",
        "scotogenic, 2025, 2025, 1000000",
        "t12a, 2021, 2021, 1000000",
        "t12a, 2023, 2023, 1000000",
        "t12a, 2025, 2025, 1000000"
    })
    void setsOfPublicationsLetPass(String name, String set, String year, long evaluations) throws Exception {
        Stored stored = scan(name, set, year, evaluations, false);
        print(stored, set, year, evaluations, false);
        assertThat(stored.excluded).isNotEmpty();
    }

    private static void print(Stored stored, String set, String year, long evaluations, boolean relicDensity) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %s | %d%s | %d | %d | %s |%n",
                stored.model.name(),
                set,
                year,
                evaluations,
                relicDensity ? ", with the relic density" : "",
                stored.count,
                stored.excluded.values().stream().mapToInt(n -> n).sum(),
                stored.excluded);
    }

    /** @param year of Δa_μ in T1-2-A, and of its charts */
    private static Stored scan(String name, String set, String year, long evaluations, boolean relicDensity)
            throws Exception {
        Model model = Models.named(name);
        boolean minimal = name.startsWith("scotogenic");
        ConstraintSet constraints = model.constraintSet(set);
        if (!minimal && set.equals("2026")) {
            Constraint moment = model.constraintSet("delta-a-mu-" + year).constraint("Delta_a_mu");
            constraints = constraints.with(moment);
        }
        if (!relicDensity) {
            constraints = constraints.with(constraints.constraint("Omega_h2").withMode(Mode.SKIP));
        }
        SearchSettings usual = SearchSettings.defaults(CostClass.CHEAP, minimal ? List.of("box") : charts(year));
        SearchSettings settings = new SearchSettings(
                usual.cost(),
                usual.strategies(),
                usual.phases(),
                usual.islands(),
                usual.exchangeEvery(),
                usual.underWay(),
                usual.ranking(),
                relicDensity ? Stages.STOP : Stages.FIRST,
                usual.novelty(),
                usual.exclude(),
                usual.archive(),
                usual.seeds(),
                usual.prefilter());
        SearchSetup search = new SearchSetup(2026, model, model.parameters(), constraints, settings);
        ScanSetup setup = new ScanSetup(
                search,
                new StopRules(0, evaluations, Duration.ZERO, 0),
                new KeepSettings(RoundOrder.Rows.VALID, 0.1, 0, 0),
                Duration.ofHours(1));
        Stored stored = new Stored(model);
        try (ForkJoinRounds rounds = new ForkJoinRounds(search, 2)) {
            new Scan(setup, rounds, ScanStore.forgetting(stored::see), new LastProgress()).run();
        }
        return stored;
    }

    /** Those of that year; for 2023 there are none in which a field is the lightest. */
    private static List<String> charts(String year) {
        List<String> charts = new ArrayList<>(List.of("recommended-" + year));
        if (!year.equals("2023")) {
            FIELDS.forEach(field -> charts.add("lightest-" + field + "-" + year));
        }
        return charts;
    }
}
