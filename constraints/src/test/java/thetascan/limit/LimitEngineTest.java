package thetascan.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static thetascan.limit.hbdataset.LimitTesting.decay;
import static thetascan.limit.hbdataset.LimitTesting.file;
import static thetascan.limit.hbdataset.LimitTesting.limit;
import static thetascan.limit.hbdataset.LimitTesting.neutral;
import static thetascan.limit.hbdataset.LimitTesting.produce;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import thetascan.limit.hbdataset.HbDataset;
import thetascan.limit.hbdataset.LimitTesting;

class LimitEngineTest {

    private static final List<Particle> PARTICLES = List.of(neutral("h1"), neutral("h2"));

    private final Limit sensitive = channel(1, "bb", 1, 4);
    private final Limit unlucky = channel(2, "tautau", 2, 0.5);
    private final LimitEngine engine = new LimitEngine(List.of(unlucky, sensitive), PARTICLES);
    private final Predictions p = new Predictions(PARTICLES);
    private final double[] observed = new double[2];
    private final int[] selected = new int[2];

    private static Limit channel(int id, String decay, double expected, double observed) {
        return limit(file(
                        "ChannelLimit",
                        "'process': {'channels': [['ggH', '" + decay
                                + "']]}, 'analysis': {'grid': {'mass': [100, 200]},"
                                + " 'limit': {'observed': [" + observed + ", " + observed + "], 'expected': ["
                                + expected
                                + ", " + expected + "]}}")
                .replace("\"id\": 100", "\"id\": " + id));
    }

    @BeforeEach
    void predict() {
        p.mass[0] = 150;
        p.mass[1] = 300;
        p.width[0] = 1;
        p.width[1] = 1;
        produce(p, 0, Production.ggH, 1);
        produce(p, 1, Production.ggH, 1);
        decay(p, 0, Decay.bb, 0.5);
        decay(p, 0, Decay.tautau, 0.9);
    }

    /** The observed ratio 0.9/0.5 of the less sensitive search would exclude; it must not count. */
    @Test
    void mostSensitiveLimitDecidesAloneForEachParticle() {
        engine.evaluate(p, observed, selected);
        assertThat(engine.legend()).containsExactly("none", "ATLAS_2", "ATLAS_1");
        assertThat(selected).containsExactly(2, 0);
        assertThat(observed).containsExactly(0.5 / 4, 0);
    }

    @Test
    void explainsWithTheMostSensitiveFirst() {
        List<AppliedLimit> explained = engine.explain(p);
        assertThat(explained.stream().map(AppliedLimit::limit)).containsExactly(sensitive, unlucky);
        assertThat(explained.get(0).selectedFor()).containsExactly(PARTICLES.get(0));
        assertThat(explained.get(1).selectedFor()).isEmpty();
        assertThat(explained.get(1).observedRatio()).isCloseTo(1.8, within(1e-12));
    }

    @Test
    void evaluationsDoNotRememberEachOther() {
        engine.evaluate(p, observed, selected);
        double first = observed[0];
        decay(p, 0, Decay.bb, 0.001);
        engine.evaluate(p, observed, selected);
        assertThat(selected[0]).isEqualTo(1);
        engine.explain(p);
        predict();
        engine.evaluate(p, observed, selected);
        assertThat(observed[0]).isEqualTo(first);
    }

    @Test
    void nothingBrokenPassesAsAllowed() {
        decay(p, 0, Decay.tautau, Double.NaN);
        assertBroken();
        predict();
        produce(p, 0, Production.ggH, Double.POSITIVE_INFINITY);
        assertBroken();
        predict();
        p.mass[0] = Double.NaN;
        assertBroken();
        predict();
        p.width[0] = Double.NaN;
        assertBroken();
    }

    private void assertBroken() {
        engine.evaluate(p, observed, selected);
        assertThat(observed[0]).isNaN();
        assertThat(observed[1]).isZero();
    }

    @Test
    void takesSixteenParticlesAtMost() {
        new LimitEngine(List.of(sensitive), Collections.nCopies(16, neutral("h")));
        assertThatThrownBy(() -> new LimitEngine(List.of(sensitive), Collections.nCopies(17, neutral("h"))))
                .hasMessage("17 particles: search limits take at most 16.");
    }

    @Test
    void allocatesNothing() {
        LimitEngine shipped = new LimitEngine(HbDataset.shipped().limits(), ReferencePoints.PARTICLES);
        Predictions points = new Predictions(ReferencePoints.PARTICLES);
        for (int i = 0; i < 7; i++) {
            points.mass[i] = 125 + 60 * i;
            points.width[i] = 1;
            LimitTesting.smLike(points, i, 0.5);
        }
        double[] ratios = new double[7];
        int[] codes = new int[7];
        for (int k = 0; k < 3000; k++) {
            shipped.evaluate(points, ratios, codes);
        }
        com.sun.management.ThreadMXBean threads =
                (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        long id = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(id);
        for (int k = 0; k < 1000; k++) {
            shipped.evaluate(points, ratios, codes);
        }
        assertThat(threads.getThreadAllocatedBytes(id) - before)
                .as("bytes in 1000 evaluations")
                .isLessThan(16_000);
    }
}
