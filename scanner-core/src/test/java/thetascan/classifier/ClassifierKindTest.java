package thetascan.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import thetascan.random.RandomStream;

/** Classifiers learn what can be learned, and the same each time. */
class ClassifierKindTest {

    private static final int N = 3;

    private static double[] points(int count, long seed) {
        RandomStream random = RandomStream.of(seed);
        double[] u = new double[count * N];
        for (int i = 0; i < u.length; i++) u[i] = random.nextDouble();
        return u;
    }

    /** A tilted slab: neither of its faces is along a coordinate. */
    private static boolean[] slab(double[] u) {
        boolean[] labels = new boolean[u.length / N];
        for (int k = 0; k < labels.length; k++) {
            labels[k] = Math.abs(u[k * N] + 0.5 * u[k * N + 1] - 0.75) < 0.15;
        }
        return labels;
    }

    /** Share of pairs of a point of the class and another that are ranked right: one half by chance (J. A. Hanley and B. J. McNeil 1982). */
    private static double area(Classifier classifier, double[] u, boolean[] labels) {
        double right = 0;
        double pairs = 0;
        for (int i = 0; i < labels.length; i++) {
            for (int j = 0; j < labels.length; j++) {
                if (!labels[i] || labels[j]) continue;
                double difference = classifier.score(u, i * N) - classifier.score(u, j * N);
                right += difference > 0 ? 1 : difference == 0 ? 0.5 : 0;
                pairs++;
            }
        }
        return right / pairs;
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void ranksPointsItHasNotSeen(ClassifierKind kind) {
        double[] known = points(400, 1);
        double[] others = points(400, 2);
        Classifier classifier = kind.train(known, N, slab(known), RandomStream.of(3));

        assertThat(area(classifier, others, slab(others))).isGreaterThan(0.93);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void learnsTheSameEachTime(ClassifierKind kind) {
        double[] known = points(200, 1);
        Classifier first = kind.train(known.clone(), N, slab(known), RandomStream.of(3));
        Classifier second = kind.train(known.clone(), N, slab(known), RandomStream.of(3));
        double[] others = points(100, 2);
        for (int k = 0; k < 100; k++) assertThat(second.score(others, k * N)).isEqualTo(first.score(others, k * N));
    }

    /** A class of one point, and points that are all one: nothing to split, nothing that is not a number. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void takesWhatHardlyTeachesAnything(ClassifierKind kind) {
        double[] known = points(60, 1);
        boolean[] one = new boolean[60];
        one[17] = true;
        assertThat(kind.train(known, N, one, RandomStream.of(3)).score(known, 0))
                .isFinite();
        double[] same = new double[60 * N];
        assertThat(kind.train(same, N, one, RandomStream.of(3)).score(known, 0)).isFinite();
    }
}
