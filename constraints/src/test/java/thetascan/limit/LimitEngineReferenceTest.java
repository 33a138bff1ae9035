package thetascan.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import thetascan.limit.hbdataset.HbDataset;

/** The shipped limits against HB-lite (same 42 limits, independent code) and against HiggsBounds-5.10.1. */
class LimitEngineReferenceTest {

    private static final int HB_LITE_LIMITS = 42;
    private static final double RELATIVE = 1e-9;

    private static List<ReferencePoints.Point> points;
    private static List<Limit> shipped;

    @BeforeAll
    static void read() throws IOException {
        points = ReferencePoints.read();
        shipped = HbDataset.shipped().limits();
    }

    @Test
    void selectsWhatHbLiteSelects() {
        LimitEngine engine = new LimitEngine(shipped.subList(0, HB_LITE_LIMITS), ReferencePoints.PARTICLES);
        double[] observed = new double[7];
        int[] selected = new int[7];
        for (ReferencePoints.Point point : points) {
            engine.evaluate(point.predictions(), observed, selected);
            for (int i = 0; i < 7; i++) {
                ReferencePoints.Applied expected = point.selected().get(i);
                String where = "point " + point.id() + ", "
                        + ReferencePoints.PARTICLES.get(i).name();
                assertThat(selected[i]).as(where).isEqualTo(expected.limit());
                assertThat(observed[i]).as(where).isCloseTo(expected.observed(), relative(expected.observed()));
            }
        }
    }

    @Test
    void appliesEveryLimitWhereHbLiteDoes() {
        LimitEngine engine = new LimitEngine(shipped.subList(0, HB_LITE_LIMITS), ReferencePoints.PARTICLES);
        for (ReferencePoints.Point point : points) {
            List<ReferencePoints.Applied> mine = new ArrayList<>();
            for (AppliedLimit a : engine.explain(point.predictions())) {
                int group = a.particles().stream()
                        .mapToInt(particle -> 1 << ReferencePoints.PARTICLES.indexOf(particle))
                        .sum();
                mine.add(new ReferencePoints.Applied(
                        shipped.indexOf(a.limit()) + 1, group, a.expectedRatio(), a.observedRatio()));
            }
            compare("point " + point.id(), mine, point.applied());
        }
    }

    private static void compare(
            String where, List<ReferencePoints.Applied> mine, List<ReferencePoints.Applied> theirs) {
        Comparator<ReferencePoints.Applied> order = Comparator.comparingInt(ReferencePoints.Applied::limit)
                .thenComparingInt(ReferencePoints.Applied::group)
                .thenComparingDouble(ReferencePoints.Applied::expected);
        List<ReferencePoints.Applied> a = mine.stream().sorted(order).toList();
        List<ReferencePoints.Applied> b =
                theirs.stream().distinct().sorted(order).toList();
        assertThat(a.stream().map(x -> x.limit() + ":" + x.group()).toList())
                .as(where)
                .isEqualTo(b.stream().map(x -> x.limit() + ":" + x.group()).toList());
        for (int k = 0; k < a.size(); k++) {
            String which =
                    where + ", " + shipped.get(a.get(k).limit() - 1).source().label();
            assertThat(a.get(k).expected())
                    .as(which)
                    .isCloseTo(b.get(k).expected(), relative(b.get(k).expected()));
            assertThat(a.get(k).observed())
                    .as(which)
                    .isCloseTo(b.get(k).observed(), relative(b.get(k).observed()));
        }
    }

    private static Offset<Double> relative(double value) {
        return within(RELATIVE * Math.abs(value));
    }

    /** Each of these is explained in docs/limits.md. */
    @Test
    void decidesAsHiggsBounds5DoesExceptAtFourPoints() throws IOException {
        for (List<Limit> limits : List.of(shipped.subList(0, HB_LITE_LIMITS), shipped)) {
            assertThat(disagreements(limits, 0)).as("all seven scalars").containsExactly(7, 16, 58, 161);
            assertThat(disagreements(limits, 1)).as("new scalars").containsExactly(16, 161);
        }
    }

    /** Ids of the points judged differently; particles from the first one on count. */
    private static List<Integer> disagreements(List<Limit> limits, int first) throws IOException {
        Map<Integer, ReferencePoints.HiggsBounds> reference = ReferencePoints.higgsBounds();
        assertThat(reference).hasSize(154);
        LimitEngine engine = new LimitEngine(limits, ReferencePoints.PARTICLES);
        double[] observed = new double[7];
        List<Integer> ids = new ArrayList<>();
        for (ReferencePoints.Point point : points) {
            ReferencePoints.HiggsBounds higgsBounds = reference.remove(point.id());
            if (higgsBounds != null) {
                engine.evaluate(point.predictions(), observed, new int[7]);
                if (allowed(observed, first) != allowed(higgsBounds.ratios(), first)) {
                    ids.add(point.id());
                }
                assertThat(allowed(higgsBounds.ratios(), 0)).isEqualTo(higgsBounds.allowed());
            }
        }
        assertThat(reference).as("points not seen").isEmpty();
        return ids;
    }

    private static boolean allowed(double[] ratios, int first) {
        return Arrays.stream(ratios).skip(first).allMatch(ratio -> ratio <= 1);
    }

    /** Charged scalars do not depend on what the subset lacks: the ratios themselves agree. */
    @Test
    void chargedRatiosAgreeWithHiggsBounds5() throws IOException {
        Map<Integer, ReferencePoints.HiggsBounds> reference = ReferencePoints.higgsBounds();
        LimitEngine engine = new LimitEngine(shipped, ReferencePoints.PARTICLES);
        double[] observed = new double[7];
        int close = 0;
        int compared = 0;
        for (ReferencePoints.Point point : points) {
            ReferencePoints.HiggsBounds higgsBounds = reference.get(point.id());
            if (higgsBounds == null) {
                continue;
            }
            engine.evaluate(point.predictions(), observed, new int[7]);
            for (int i = 5; i < 7; i++) {
                double theirs = higgsBounds.ratios()[i];
                if (theirs > 0 && observed[i] > 0) {
                    compared++;
                    close += Math.abs(observed[i] / theirs - 1) < 1e-3 ? 1 : 0;
                }
            }
        }
        assertThat(compared).isGreaterThan(290);
        assertThat((double) close / compared).isGreaterThan(0.96);
    }

    @Test
    void firstSourceStillDecidesWhereItIsMoreSensitive() {
        LimitEngine few = new LimitEngine(shipped.subList(0, HB_LITE_LIMITS), ReferencePoints.PARTICLES);
        LimitEngine all = new LimitEngine(shipped, ReferencePoints.PARTICLES);
        double[] fewer = new double[7];
        double[] more = new double[7];
        int[] selected = new int[7];
        int others = 0;
        for (ReferencePoints.Point point : points) {
            few.evaluate(point.predictions(), fewer, selected);
            all.evaluate(point.predictions(), more, selected);
            for (int i = 0; i < 7; i++) {
                others += selected[i] > HB_LITE_LIMITS ? 1 : 0;
                if (selected[i] <= HB_LITE_LIMITS) {
                    assertThat(more[i]).isEqualTo(fewer[i]);
                }
            }
        }
        assertThat(others).as("selections from the second source").isPositive();
    }
}
