package thetascan.optimiser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import thetascan.contract.Telling;
import thetascan.option.Options;
import thetascan.random.RandomStream;

class NestedTest {

    private static final int N = 3;

    private static Optimiser create(long seed) {
        OptimiserKind kind = Optimisers.named("cma-es");
        return kind.create(Options.defaults(kind.options()), N, RandomStream.of(seed), null);
    }

    private static double fitness(double[] u) {
        return Math.abs(u[0] - 0.3) + Math.abs(u[1] - u[2]);
    }

    private static void advance(Nested nested) {
        double[] u = nested.propose(CandidateFilter.ALL).u();
        double[] fitness = new double[u.length / N];
        for (int k = 0; k < fitness.length; k++) fitness[k] = fitness(Arrays.copyOfRange(u, k * N, (k + 1) * N));
        nested.learn(fitness, new double[0], new boolean[fitness.length]);
    }

    /** The same as without a host, whose ids it does not know. */
    @Test
    void toldInItsOwnOrder() {
        Optimiser alone = create(1);
        Nested nested = new Nested(create(1));
        for (int g = 0; g < 10; g++) {
            Telling.advance(alone, NestedTest::fitness);
            advance(nested);
            nested.passOver(); // the host asked others in between
        }
        assertThat(Telling.state(nested.optimiser())).isEqualTo(Telling.state(alone));
    }

    @Test
    void goesOnWhereItWasSaved() {
        Nested through = new Nested(create(2));
        advance(through);
        double[] u = through.propose(CandidateFilter.ALL).u();
        Nested restored = new Nested(create(3));
        Telling.restore(restored.optimiser(), Telling.state(through.optimiser()));
        restored.resume(through.firstId());
        double[] fitness = new double[u.length / N];
        through.learn(fitness, new double[0], new boolean[fitness.length]);
        restored.learn(fitness, new double[0], new boolean[fitness.length]);

        assertThat(through.firstId()).isPositive();
        assertThat(Telling.state(restored.optimiser())).isEqualTo(Telling.state(through.optimiser()));
    }

    @Test
    void anotherMayTakeItsPlace() {
        Nested nested = new Nested(create(4));
        advance(nested);
        nested.replace(create(5));
        advance(nested);

        assertThat(nested.firstId()).isZero();
        assertThat(nested.optimiser().generation()).isEqualTo(1);
    }
}
