package thetascan.island;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import thetascan.random.RandomStream;
import thetascan.search.RestartSettings.Growth;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/** How populations grow from run to run. */
class RunSizesTest {

    private final RandomStream random = RandomStream.of(1);

    private void barrenRun(RunSizes sizes, int evaluations) {
        sizes.evaluated(evaluations);
        sizes.next(true, random);
    }

    private static void assertLarge(RunSizes sizes, double factor) {
        assertThat(sizes.populationFactor()).isEqualTo(factor);
        assertThat(sizes.sigmaFactor()).isEqualTo(1);
        sizes.evaluated(1_000_000);
        assertThat(sizes.isSpent()).isFalse();
        sizes.evaluated(-1_000_000);
    }

    /** May have {@code limit} evaluations. */
    private static void assertSmall(RunSizes sizes, double lastFactor, int limit) {
        assertThat(sizes.populationFactor()).isBetween(1.0, lastFactor);
        assertThat(sizes.sigmaFactor()).isBetween(0.01, 1.0);
        sizes.evaluated(limit - 1);
        assertThat(sizes.isSpent()).isFalse();
        sizes.evaluated(1);
        assertThat(sizes.isSpent()).isTrue();
        sizes.evaluated(-limit);
    }

    @Test
    void noGrowth() {
        RunSizes sizes = new RunSizes(Growth.NONE);
        for (int run = 0; run < 5; run++) {
            assertLarge(sizes, 1);
            barrenRun(sizes, 100);
        }
    }

    @Test
    void doublesUpToNineTimes() {
        RunSizes sizes = new RunSizes(Growth.DOUBLE);
        for (int run = 0; run < 12; run++) {
            assertLarge(sizes, Math.pow(2, Math.min(run, 9)));
            barrenRun(sizes, 100);
        }
        sizes.next(false, random);
        assertLarge(sizes, 1);
    }

    /** The first run counts as a small one; small ones go on until they have had as much as the large ones. */
    @Test
    void bipopAlternates() {
        RunSizes sizes = new RunSizes(Growth.BIPOP);
        assertLarge(sizes, 1);
        barrenRun(sizes, 100); // small 100, large 0
        assertLarge(sizes, 2);
        barrenRun(sizes, 300); // 100, 300
        assertSmall(sizes, 2, 150);
        barrenRun(sizes, 150); // 250, 300
        assertSmall(sizes, 2, 150);
        barrenRun(sizes, 50); // 300, 300
        assertLarge(sizes, 4);
        barrenRun(sizes, 1000); // 300, 1300
        assertSmall(sizes, 4, 650);
        barrenRun(sizes, 1001); // 1301, 1300
        assertLarge(sizes, 8);

        sizes.evaluated(5000);
        sizes.next(false, random);
        assertLarge(sizes, 1);
        barrenRun(sizes, 10); // 10, 0
        assertLarge(sizes, 2);
    }

    /** σ = 0.01^U, λ = 2^(k U²): over many small runs, log σ / log 0.01 has mean 1/2 and log2 λ / k mean 1/3. */
    @Test
    void sizesOfSmallRunsFollowTheirDistributions() {
        RunSizes sizes = new RunSizes(Growth.BIPOP);
        barrenRun(sizes, 1);
        barrenRun(sizes, 10); // a large one
        while (sizes.sigmaFactor() != 1) barrenRun(sizes, 100);
        barrenRun(sizes, 1_000_000_000); // of factor 4, so that only small ones follow
        double sigmas = 0;
        double populations = 0;
        int runs = 20_000;
        for (int run = 0; run < runs; run++) {
            sigmas += Math.log(sizes.sigmaFactor()) / Math.log(0.01) / runs;
            populations += Math.log(sizes.populationFactor()) / Math.log(4) / runs;
            barrenRun(sizes, 1);
        }

        assertThat(sigmas).isCloseTo(0.5, within(0.0085)); // > 4 standard errors
        assertThat(populations).isCloseTo(1 / 3.0, within(0.0085));
    }

    @Test
    void savedAndRestoredGoesOnTheSame() {
        RunSizes through = new RunSizes(Growth.BIPOP);
        for (int run = 0; run < 7; run++) barrenRun(through, 100 + 50 * run);
        through.evaluated(17);
        RunSizes restored = new RunSizes(Growth.BIPOP);
        restored.restore(new StateInput(state(through)));
        for (int run = 0; run < 7; run++) {
            RandomStream copy = random.copy();
            restored.evaluated(200);
            restored.next(true, copy);
            barrenRun(through, 200);
            assertThat(state(restored)).isEqualTo(state(through));
        }
    }

    private static byte[] state(RunSizes sizes) {
        StateOutput out = new StateOutput();
        sizes.save(out);
        return out.toByteArray();
    }
}
