package thetascan.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import thetascan.model.TestModel;

/** What starts say of families that were not seen. */
class DiscoveryTest {

    @Test
    void countsWhereStartsEnded() {
        List<double[]> places = List.of(new double[] {0.1, 0.1}, new double[] {0.9, 0.9}, new double[] {0.1, 0.9});
        Families families = new Families(places, new int[] {1, 2, 3}, 3, 3, 0, true);
        TestModel plane =
                new TestModel(2, List.of("one"), List.of(TestModel.constraint("one", 0, 2)), (x, o) -> o[0] = 1);
        List<double[]> landings = List.of(new double[] {0.2, 0.1}, new double[] {0.1, 0.3}, new double[] {0.8, 0.9});
        assertThat(Discovery.of(landings, new FamilyLocator(families, plane.parameters())))
                .isEqualTo(new Discovery(3, 2, 1, 1));
    }

    /** Clopper and Pearson's limits: in closed form at the ends, and of 1 in 10 as in any table of them; Esty's where those are narrower. */
    @Test
    void intervalIsThatOfAShare() {
        assertThat(new Discovery(10, 3, 0, 0).upper()).isCloseTo(1 - Math.pow(0.025, 0.1), within(1e-9));
        assertThat(new Discovery(10, 3, 0, 0).lower()).isZero();
        assertThat(new Discovery(2, 2, 2, 0).lower()).isCloseTo(Math.sqrt(0.025), within(1e-9));
        assertThat(new Discovery(10, 4, 1, 0).upper()).isCloseTo(0.4450, within(1e-4));
        assertThat(new Discovery(1, 1, 1, 0).upper()).isEqualTo(1);
        assertThat(new Discovery(0, 0, 0, 0).chance()).isEqualTo(1);
        assertThat(new Discovery(0, 0, 0, 0).upper()).isEqualTo(1);
        assertThat(new Discovery(100, 9, 4, 8).upper())
                .isCloseTo(0.04 + 1.959964 * Math.sqrt(4 * 0.96 + 16) / 100, within(1e-9));
        assertThat(new Discovery(10_000, 9, 2, 0).upper()).isBetween(0.0007, 0.0008);
    }

    /** Twelve families, the rarest of them two thousand times rarer than the commonest. */
    @Test
    void theChanceIsWithinTheIntervalMostly() {
        double[] shares = new double[12];
        double sum = 0;
        for (int k = 0; k < shares.length; k++) sum += shares[k] = Math.pow(2, -k);
        SplittableRandom random = new SplittableRandom(1);
        int runs = 500;
        for (int starts : new int[] {10, 30, 100}) {
            int covered = 0;
            double bias = 0;
            for (int run = 0; run < runs; run++) {
                int[] seen = new int[shares.length];
                for (int i = 0; i < starts; i++) seen[draw(shares, sum * random.nextDouble())]++;
                double unseen = 0;
                int families = 0;
                int once = 0;
                int twice = 0;
                for (int k = 0; k < seen.length; k++) {
                    unseen += seen[k] == 0 ? shares[k] / sum : 0;
                    families += seen[k] > 0 ? 1 : 0;
                    once += seen[k] == 1 ? 1 : 0;
                    twice += seen[k] == 2 ? 1 : 0;
                }
                Discovery discovery = new Discovery(starts, families, once, twice);
                covered += unseen >= discovery.lower() && unseen <= discovery.upper() ? 1 : 0;
                bias += (discovery.chance() - unseen) / runs;
            }
            assertThat(covered / (double) runs).as("%d starts", starts).isGreaterThan(0.95);
            assertThat(bias).isBetween(-0.01, 0.02);
        }
    }

    private static int draw(double[] shares, double place) {
        int k = 0;
        double left = place;
        while (k < shares.length - 1 && left > shares[k]) left -= shares[k++];
        return k;
    }
}
