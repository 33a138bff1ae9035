package thetascan.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import thetascan.constraint.Constraint;
import thetascan.constraint.Verdict;
import thetascan.model.EvaluationException;
import thetascan.model.TestModel;
import thetascan.scan.ForkJoinRounds;
import thetascan.scan.KeepSettings;
import thetascan.scan.MemoryStore;
import thetascan.scan.Progress;
import thetascan.scan.Scan;
import thetascan.scan.ScanListener;
import thetascan.scan.ScanSetup;
import thetascan.scan.StopRules;
import thetascan.search.Searches;
import thetascan.space.Chart;
import thetascan.tally.Restart;

/** What stands in the way, where the test knows it. */
class DiagnosisTest {

    private static final double INF = Double.POSITIVE_INFINITY;

    private static Constraint constraint(String observable, double lower, double upper) {
        return TestModel.constraint(observable, lower, upper);
    }

    /** x0 ≤ 0.3 and x0 ≥ 0.7 exclude each other; x1 near 1/2 is possible; |x2| ≤ 2 always holds. */
    private static TestModel contradiction() {
        return new TestModel(
                3,
                List.of("low", "high", "middle", "always"),
                List.of(
                        constraint("low", -INF, 0.3),
                        constraint("high", 0.7, INF),
                        constraint("middle", 0.4, 0.6),
                        constraint("always", -2, 2)),
                (x, observables) -> {
                    observables[0] = x[0];
                    observables[1] = x[0];
                    observables[2] = x[1];
                    observables[3] = x[2];
                });
    }

    private static ScanSetup setup(Searches searches, TestModel model, long evaluations) {
        return new ScanSetup(
                searches.on(model, 7),
                new StopRules(0, evaluations, Duration.ZERO, 0),
                KeepSettings.DEFAULTS,
                Duration.ZERO);
    }

    private static Progress run(ScanSetup setup) {
        MemoryStore store = new MemoryStore();
        try (ForkJoinRounds rounds = new ForkJoinRounds(setup.search(), 1)) {
            new Scan(setup, rounds, store, ScanListener.NONE).run();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return store.last().progress();
    }

    private static Diagnosis diagnose(Searches searches, TestModel model, long evaluations) {
        ScanSetup setup = setup(searches, model, evaluations);
        return Diagnosis.of(setup.search(), run(setup));
    }

    @Test
    void namesThePairThatExcludesItself() {
        Diagnosis diagnosis = diagnose(Searches.small(), contradiction(), 3000);
        assertThat(diagnosis.clashes()).hasSize(1);
        Diagnosis.Clash clash = diagnosis.clashes().get(0);
        assertThat(clash.first()).isEqualTo("con_low");
        assertThat(clash.second()).isEqualTo("con_high");
        assertThat(clash.bothMet()).isZero();
        assertThat(clash.firstMet()).isPositive();
        assertThat(clash.secondMet()).isPositive();
        assertThat(clash.points()).isEqualTo(3000); // no point violates more than three
        assertThat(diagnosis.advice())
                .anyMatch(advice -> advice.startsWith("constraints.con_high.mode: record")
                        && advice.endsWith("check its bounds against those of con_low"));
    }

    @Test
    void countsVetoesMostFrequentFirst() {
        Diagnosis diagnosis = diagnose(Searches.small(), contradiction(), 3000);
        assertThat(diagnosis.vetoes())
                .extracting(Diagnosis.Veto::constraint)
                .containsExactlyInAnyOrder("con_low", "con_high", "con_middle");
        assertThat(diagnosis.vetoes().get(0).points())
                .isGreaterThanOrEqualTo(diagnosis.vetoes().get(1).points());
        assertThat(diagnosis.vetoes().get(0).share())
                .isEqualTo(diagnosis.vetoes().get(0).points() / 3000.0);
    }

    /** A square that has to be zero comes down to 1e-18 and is never met. */
    @Test
    void advisesWidthForABoundOfOneValue() {
        TestModel model = new TestModel(
                2,
                List.of("sum"),
                List.of(constraint("sum", 0, 0)),
                (x, observables) -> observables[0] = (x[0] - 0.3) * (x[0] - 0.3) + (x[1] - 0.7) * (x[1] - 0.7));
        assertThat(diagnose(Searches.small(), model, 3000).advice())
                .anyMatch(advice -> advice.startsWith("constraints.con_sum.range: some width"));
    }

    @Test
    void saysHowCloseItCame() {
        Diagnosis diagnosis = diagnose(Searches.small(), contradiction(), 3000);
        assertThat(diagnosis.misses()).hasSize(3); // one of each island
        for (Diagnosis.Miss miss : diagnosis.misses()) {
            // Whatever x0 is, at most one of both holds: the excesses add up to 0.4 or, at an end of the gap, are 0.4.
            assertThat(miss.cost()).isCloseTo(0.4, within(1e-2));
            assertThat(miss.violated()).extracting(Verdict::name).isSubsetOf("con_low", "con_high");
            double value = miss.violated().get(0).value();
            assertThat(value).isEqualTo(miss.theta()[0]);
        }
    }

    @Test
    void countsWhyIslandsBeganAnew() {
        ScanSetup setup = setup(Searches.small(), outOfReach(), 3000);
        Progress progress = run(setup);
        Diagnosis diagnosis = Diagnosis.of(setup.search(), progress);
        assertThat(diagnosis.restarts()).isNotEmpty().doesNotContainKey(Restart.AFTER_VALID);
        diagnosis.restarts().forEach((reason, count) -> assertThat(count)
                .isEqualTo(progress.tally().restarts(reason)));
        assertThat(diagnosis.advice())
                .anyMatch(advice -> advice.startsWith("constraints.con_sum.mode: record")
                        && advice.endsWith("3 of the 3 closest points violate it"))
                .anyMatch(advice -> advice.startsWith("a larger population"));
    }

    private static TestModel outOfReach() {
        return new TestModel(
                2,
                List.of("sum"),
                List.of(constraint("sum", 2.5, 3)),
                (x, observables) -> observables[0] = x[0] + x[1]);
    }

    @Test
    void aShortSearchNeedsPatience() {
        assertThat(diagnose(Searches.small(), outOfReach(), 200).advice())
                .anyMatch(advice -> advice.startsWith("more evaluations: islands got stuck only "));
        assertThat(diagnose(Searches.small(), outOfReach(), 60).advice())
                .containsExactly(
                        "more evaluations: 60 are too few to tell what stands in the way; ask again after 200");
    }

    @Test
    void namesChartsThatWereNotUsed() {
        TestModel model = contradiction();
        Chart other = new Chart() {
            @Override
            public String name() {
                return "other";
            }

            @Override
            public String description() {
                return "the same again";
            }

            @Override
            public int dimension() {
                return 3;
            }

            @Override
            public void toTheta(double[] u, double[] theta) {
                model.parameters().toTheta(u, theta);
            }

            @Override
            public boolean toUnit(double[] theta, double[] u) {
                return model.parameters().toUnit(theta, u);
            }
        };
        model.withCharts(other);
        assertThat(diagnose(Searches.small(), model, 60).advice().get(0)).startsWith("search.charts: [other]: ");
        assertThat(diagnose(Searches.small().withCharts("other"), model, 60).advice())
                .noneMatch(advice -> advice.startsWith("search.charts"));
    }

    @Test
    void aRegionWithValidPointsHasNoClashAndNeedsNoAdvice() {
        ScanSetup setup = setup(Searches.small(), TestModel.region(0.03), 3000);
        Progress progress = run(setup);
        assertThat(progress.valid()).isPositive();
        Diagnosis diagnosis = Diagnosis.of(setup.search(), progress);
        assertThat(diagnosis.clashes()).isEmpty();
        assertThat(diagnosis.misses()).isEmpty();
        assertThat(diagnosis.advice()).isEmpty();
        assertThat(diagnosis.vetoes()).isNotEmpty();
    }

    @Test
    void ofFailuresAloneItSaysSo() {
        TestModel broken = new TestModel(2, List.of("r"), List.of(constraint("r", 0, 1)), (x, observables) -> {
            throw new EvaluationException("always");
        });
        Diagnosis diagnosis = diagnose(Searches.small(), broken, 60);
        assertThat(diagnosis.vetoes()).isEmpty();
        assertThat(diagnosis.misses()).isEmpty();
        assertThat(diagnosis.advice())
                .containsExactly("no point could be judged, all of them failed: 'thetascan explain' says why of one,"
                        + " 'thetascan doctor' what each program of a model by programs does");
    }

    @Test
    void isTheSameFromACommit() {
        ScanSetup setup = setup(Searches.small(), contradiction(), 3000);
        MemoryStore store = new MemoryStore();
        try (ForkJoinRounds rounds = new ForkJoinRounds(setup.search(), 2)) {
            new Scan(setup, rounds, store, ScanListener.NONE).run();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        Progress restored = Scan.progress(setup, store.last().state());
        assertThat(Diagnosis.of(setup.search(), restored))
                .usingRecursiveComparison()
                .isEqualTo(Diagnosis.of(setup.search(), store.last().progress()));
    }
}
