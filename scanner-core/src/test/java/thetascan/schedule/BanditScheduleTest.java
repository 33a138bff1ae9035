package thetascan.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thetascan.model.TestModel;
import thetascan.scan.KeepSettings;
import thetascan.scan.MemoryStore;
import thetascan.scan.Progress;
import thetascan.scan.ScanSetup;
import thetascan.scan.ScanTest;
import thetascan.scan.Stop;
import thetascan.scan.StopRules;
import thetascan.search.Guidance;
import thetascan.search.RestartSettings;
import thetascan.search.SearchSetup;
import thetascan.search.Searches;
import thetascan.search.Strategy;
import thetascan.space.Chart;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/** Who works when several strategies share a scan. */
class BanditScheduleTest {

    private static final List<String> NAMES = List.of("first", "second", "third");
    private static final int[] POPULATIONS = {10, 20, 5};

    private final SearchSetup setup = setup(TestModel.region(0.03), "box");
    private final List<Gain> gains =
            Stream.generate(Gain::new).limit(setup.kinds().size()).toList();
    private final BanditSchedule portfolio = new BanditSchedule(setup, new int[] {0, 1, 2}, gains);

    /** Three strategies that differ in their population, four islands, rounds of at most six generations. */
    private static SearchSetup setup(TestModel model, String... charts) {
        Map<String, Strategy> strategies = new LinkedHashMap<>();
        for (int i = 0; i < NAMES.size(); i++) {
            strategies.put(
                    NAMES.get(i),
                    new Strategy(
                            "cma-es",
                            Map.of("population", (double) POPULATIONS[i]),
                            List.of(charts),
                            Map.of(),
                            new RestartSettings(10, 20, 40, 0.5, RestartSettings.Growth.NONE),
                            EnumSet.allOf(Guidance.class)));
        }
        return Searches.small().withExclude(0.02).withIslands(4, 6).on(model, 3, strategies);
    }

    /** Evaluations of each strategy over some rounds in which each finds what {@code gain} says per evaluation. */
    private long[] rounds(int count, long evaluations, double... gain) {
        long[] spent = new long[gain.length];
        for (int round = 0; round < count; round++) {
            for (Turn turn : portfolio.next(evaluations, true)) {
                int kind = turn.island() % gain.length;
                long cost = (long) turn.generations() * POPULATIONS[kind];
                spent[kind] += cost;
                gains.get(kind)
                        .add(cost, cost, Math.round(100 * cost * gain[kind]), Math.round(100 * cost * gain[kind]));
            }
            gains.forEach(Gain::fade);
        }
        return spent;
    }

    @Test
    void equallyGoodStrategiesGetNearlyEquallyMuch() {
        long[] spent = rounds(600, 100_000, 1, 1, 1);
        long all = Arrays.stream(spent).sum();
        for (long one : spent) {
            assertThat((double) one / all).isCloseTo(1 / 3.0, within(0.05)); // but for the prior
        }
        assertThat(spent[2]).isLessThan(Math.min(spent[0], spent[1]));
    }

    /** Trials of all would cost a short scan much: the third has an eighth of the turns of the first two. */
    @Test
    void whatStandsLaterIsTriedLater() {
        gains.get(0).add(1000, 100, 50, 500);
        double[] shares = portfolio.shares();
        double matched = 0.95 / (2 + 1 / 8.0);
        assertThat(shares[0]).isCloseTo(0.05 / 3 + matched, within(1e-9));
        assertThat(shares[1]).isCloseTo(0.05 / 3 + matched, within(1e-9));
        assertThat(shares[2]).isCloseTo(0.05 / 3 + matched / 8, within(1e-9));
    }

    @Test
    void sharesGoWithTheCubeOfTheYieldAndNobodyStarves() {
        long[] spent = rounds(2000, 100_000, 2, 1, 0);
        double all = Arrays.stream(spent).sum();
        // 0.05/3 each, 0.95 in the ratio 8 : 1 : 0, but for the prior
        assertThat(spent[0] / all).isCloseTo(0.05 / 3 + 0.95 * 8 / 9, within(0.06));
        assertThat(spent[1] / all).isCloseTo(0.05 / 3 + 0.95 / 9, within(0.05));
        assertThat(spent[2] / all).isBetween(0.05 / 3, 0.1);
        assertThat(Arrays.stream(portfolio.shares()).sum()).isCloseTo(1, within(1e-12));
    }

    @Test
    void turnsToTheStrategyThatIsBetterNow() {
        rounds(300, 100_000, 4, 1, 1);
        assertThat(portfolio.shares()[0]).isGreaterThan(0.6);
        rounds(300, 100_000, 1, 1, 4);
        assertThat(portfolio.shares()[2]).isGreaterThan(0.6);
    }

    /** A first strategy that remembers all is alone at first, in both charts by what it finds there; then all share. */
    @Test
    void aFirstStrategyThatRemembersAllWorksAloneForLonger() {
        TestModel model = TestModel.region(0.03);
        model.withCharts(new Mirror());
        Map<String, Strategy> strategies = new LinkedHashMap<>();
        strategies.put(
                "predict",
                new Strategy(
                        "surrogate",
                        Map.of("population", 10.0),
                        List.of("box", "mirror"),
                        Map.of(),
                        RestartSettings.ON_CONVERGENCE,
                        EnumSet.allOf(Guidance.class)));
        setup(model, "box", "mirror").settings().strategies().forEach((name, strategy) -> {
            if (!name.equals("first")) strategies.put(name, strategy);
        });
        SearchSetup dear = Searches.small().withIslands(4, 1).on(model, 3, strategies);
        List<Gain> found = Stream.generate(Gain::new).limit(dear.kinds().size()).toList();
        BanditSchedule schedule = new BanditSchedule(dear, new int[] {0, 1, 2, 3, 4, 5}, found);
        long[] turns = new long[6];
        for (long evaluations = 10; evaluations < 2000; evaluations += 10) {
            List<Turn> next = schedule.next(evaluations, true);
            assertThat(next).hasSize(1);
            int kind = next.get(0).island() % 6;
            turns[kind]++;
            found.get(kind).add(10, 5, kind == 0 ? 10 : 5, 0);
        }
        assertThat(turns[0]).isGreaterThan(turns[1]);
        assertThat(turns[1]).isPositive();
        assertThat(turns[2] + turns[3] + turns[4] + turns[5]).isZero();

        long[] later = new long[6];
        for (int round = 0; round < 100; round++) {
            for (Turn turn : schedule.next(2000 + 10 * round, true)) {
                int kind = turn.island() % 6;
                later[kind]++;
                found.get(kind).add(10L * turn.generations(), 5, 5L * turn.generations(), 0);
            }
        }
        assertThat(later).doesNotContain(0);
        assertThat(Arrays.stream(later).max().orElseThrow()).isLessThanOrEqualTo(100);

        // the first strategy has one island in each chart, which works for longer where others have several side by
        // side
        found.get(0).add(1000, 1000, 100_000, 100_000);
        List<Turn> turnsOfAll = schedule.next(3500, true);
        for (int round = 0; round < 20; round++) turnsOfAll = schedule.next(3500, true);
        assertThat(turnsOfAll)
                .filteredOn(turn -> turn.island() % 6 == 0)
                .extracting(Turn::island)
                .containsExactly(0);
        assertThat(turnsOfAll.get(0).generations()).isGreaterThan(1);
    }

    @Test
    void roundsAreShortAtFirstAndGrow() {
        assertThat(portfolio.next(20, true)).hasSize(1).allMatch(turn -> turn.generations() == 1);
        assertThat(portfolio.next(15_000, true)).hasSize(2);
        assertThat(portfolio.next(100_000, true)).hasSize(4).allMatch(turn -> turn.generations() == 6);
    }

    @Test
    void anIslandOfAKindIsTheOneThatWorkedLast() {
        rounds(500, 100_000, 1, 1, 1);
        assertThat(portfolio.next(100_000, true))
                .extracting(Turn::island)
                .isSorted()
                .doesNotHaveDuplicates()
                .allMatch(island -> island < 12);
        assertThat(portfolio.next(500, true)).extracting(Turn::island).allMatch(island -> island < 3);
    }

    @Test
    void oneIslandOfTheFirstStrategyOpensTheScan() {
        for (long evaluations = 0; evaluations < 3000; evaluations += 500) {
            assertThat(portfolio.next(evaluations, false))
                    .extracting(Turn::island)
                    .containsExactly(0);
        }
        assertThat(portfolio.next(30_000, false)).hasSize(4);
    }

    @Test
    void theOpeningTakesTheChartsInTurn() {
        TestModel model = TestModel.region(0.03);
        SearchSetup two = setup(model.withCharts(new Mirror()), "box", "mirror");
        List<Gain> brought = Stream.generate(Gain::new).limit(6).toList();
        BanditSchedule opening = new BanditSchedule(two, new int[] {0, 1, 2, 3, 4, 5}, brought);
        int[] turns = new int[300];
        for (int i = 0; i < turns.length; i++) {
            Turn turn = opening.next(10L * i, false).get(0);
            turns[i] = turn.island();
            brought.get(turn.island()).add(10, 0, 0, 0);
        }
        // turns of 100 · 6 in the first chart and half of that in the other, then up to three times as much
        assertThat(Arrays.copyOfRange(turns, 0, 60)).containsOnly(0);
        assertThat(Arrays.copyOfRange(turns, 60, 90)).containsOnly(1);
        assertThat(Arrays.copyOfRange(turns, 90, 210)).containsOnly(0);
        assertThat(Arrays.copyOfRange(turns, 210, 270)).containsOnly(1);
        assertThat(Arrays.copyOfRange(turns, 270, 300)).containsOnly(0);
    }

    @Test
    void whereNobodyHadAnythingToDoEveryKindWorks() {
        rounds(50, 100_000, 8, 1, 1);
        List<Turn> turns = portfolio.everyone(100_000);
        assertThat(turns).hasSize(4).extracting(Turn::island).isSorted().doesNotHaveDuplicates();
        assertThat(turns.stream().map(turn -> turn.island() % 3)).contains(0, 1, 2);
        assertThat(turns).allMatch(turn -> turn.generations() == 6);
    }

    /** What was found fades by itself, points and cells not at once, until nothing is left to divide by. */
    @Test
    void sharesAreNumbersHoweverLongATeamRested() {
        gains.get(0).add(7, 3, 2, 900);
        for (int round = 0; round < 16_000; round++) {
            gains.forEach(Gain::fade);
            assertThat(Arrays.stream(portfolio.shares()).sum()).isCloseTo(1, within(1e-12));
        }
    }

    /** A strategy that has nothing left leaves the scan to the others, at the opening and later. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 2, 3})
    void aStrategyThatIsDoneDoesNotEndTheScan(double levels) {
        Map<String, Strategy> strategies = new LinkedHashMap<>();
        strategies.put("coarse", plain("grid", Map.of("levels", levels, "population", 1.0)));
        strategies.put("fine", plain("random", Map.of("population", 100.0)));
        SearchSetup search = Searches.small().withIslands(2, 50).on(TestModel.region(0.03), 3, strategies);
        MemoryStore store = new MemoryStore();
        ScanTest.run(
                new ScanSetup(
                        search, new StopRules(0, 20_000, Duration.ZERO, 0), KeepSettings.DEFAULTS, Duration.ofDays(1)),
                store,
                1);
        assertThat(store.last().stop()).isEqualTo(Stop.EVALUATIONS);
        assertThat(store.last().progress().evaluations()).isEqualTo(20_000);
    }

    private static Strategy plain(String optimiser, Map<String, Double> options) {
        return new Strategy(
                optimiser,
                options,
                List.of("box"),
                Map.of(),
                RestartSettings.ON_CONVERGENCE,
                EnumSet.allOf(Guidance.class));
    }

    @Test
    void restoresToTheSameRounds() {
        rounds(7, 9000, 3, 1, 2);
        StateOutput out = new StateOutput();
        portfolio.save(out);
        BanditSchedule restored = new BanditSchedule(setup, new int[] {0, 1, 2}, gains);
        restored.restore(new StateInput(out.toByteArray()));
        for (int i = 0; i < 5; i++) {
            assertThat(restored.next(9000, true)).isEqualTo(portfolio.next(9000, true));
        }
    }

    private static ScanSetup scan() {
        StopRules stop = new StopRules(0, 6000, Duration.ZERO, 0);
        return new ScanSetup(setup(TestModel.region(0.1), "box"), stop, KeepSettings.DEFAULTS, Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5})
    void aScanDoesNotDependOnTheNumberOfThreads(int threads) {
        MemoryStore one = new MemoryStore();
        MemoryStore many = new MemoryStore();
        ScanTest.run(scan(), one, 1);
        ScanTest.run(scan(), many, threads);
        assertThat(many.points()).isEqualTo(one.points()).hasSizeGreaterThan(100);
        assertThat(many.last().state()).isEqualTo(one.last().state());
    }

    @Test
    void aKilledScanEndsWithTheSamePoints() {
        MemoryStore whole = new MemoryStore();
        ScanTest.run(scan(), whole, 1);
        int commits = whole.commits.size();
        for (int kill = 0; kill < commits; kill += 9) {
            MemoryStore dying = new MemoryStore(kill);
            assertThatThrownBy(() -> ScanTest.run(scan(), dying, 2)).hasMessage("killed");
            MemoryStore next = dying.survivor(Integer.MAX_VALUE);
            ScanTest.run(scan(), next, 2);
            assertThat(next.points()).isEqualTo(whole.points());
            assertThat(next.last().state()).isEqualTo(whole.last().state());
        }
    }

    @Test
    void progressAddsUpOverTheStrategies() {
        MemoryStore store = new MemoryStore();
        ScanTest.run(scan(), store, 1);
        Progress end = store.last().progress();
        assertThat(end.kinds()).extracting(KindProgress::strategy).isEqualTo(NAMES);
        assertThat(end.kinds().stream().mapToLong(KindProgress::evaluations).sum())
                .isEqualTo(end.evaluations());
        assertThat(end.kinds().stream().mapToLong(KindProgress::valid).sum()).isEqualTo(end.valid());
        assertThat(end.kinds().stream().mapToLong(KindProgress::cells).sum()).isEqualTo(end.cells());
        assertThat(end.kinds()).allMatch(kind -> kind.evaluations() > 200 && kind.islands() > 0);
    }

    @Test
    void aStateOfOtherStrategiesIsRefused() {
        MemoryStore store = new MemoryStore();
        ScanTest.run(scan(), store, 1);
        SearchSetup other = Searches.small()
                .withIslands(4, 6)
                .on(
                        TestModel.region(0.1),
                        3,
                        Map.of("last", Strategy.in(List.of("box")), "first", Strategy.in(List.of("box"))));
        assertThatThrownBy(() -> ScanTest.run(
                        new ScanSetup(other, StopRules.NONE, KeepSettings.DEFAULTS, Duration.ZERO), store, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("scan state of other strategies, or in another order: first in box is number 1 of 3");
    }

    /** u → 1 − u. */
    private static final class Mirror implements Chart {

        @Override
        public String name() {
            return "mirror";
        }

        @Override
        public String description() {
            return "for tests";
        }

        @Override
        public int dimension() {
            return 6;
        }

        @Override
        public void toTheta(double[] u, double[] theta) {
            for (int i = 0; i < u.length; i++) {
                theta[i] = 1 - u[i];
            }
        }

        @Override
        public boolean toUnit(double[] theta, double[] u) {
            toTheta(theta, u);
            return true;
        }
    }
}
