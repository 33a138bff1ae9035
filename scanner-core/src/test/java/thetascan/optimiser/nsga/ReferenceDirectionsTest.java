package thetascan.optimiser.nsga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceDirectionsTest {

    private static void assertOnSimplex(ReferenceDirections directions, int m, int count) {
        double[] w = directions.weights();
        assertThat(directions.count()).isEqualTo(count);
        TreeSet<String> distinct = new TreeSet<>();
        for (int row = 0; row < w.length; row += m) {
            double[] point = Arrays.copyOfRange(w, row, row + m);
            assertThat(Arrays.stream(point).sum()).isCloseTo(1, within(1e-12));
            assertThat(Arrays.stream(point).min().orElseThrow()).isNotNegative();
            distinct.add(Arrays.toString(point));
        }
        assertThat(distinct).hasSize(count);
    }

    /** C(m + p - 1, p). */
    @ParameterizedTest
    @CsvSource({
        "1, 3, 1",
        "2, 7, 8",
        "3, 1, 3",
        "3, 6, 28",
        "3, 12, 91",
        "5, 6, 210",
        "8, 3, 120",
        "10, 3, 220",
        "15, 2, 120",
        "30, 2, 465",
        "40, 2, 820"
    })
    void latticeHasAllPointsOnce(int m, int divisions, int count) {
        ReferenceDirections lattice = ReferenceDirections.lattice(m, divisions);
        assertOnSimplex(lattice, m, count);
        for (double weight : lattice.weights()) {
            assertThat(weight * divisions).isCloseTo(Math.rint(weight * divisions), within(1e-12));
        }
    }

    @ParameterizedTest
    @CsvSource({"10, 12, 293930", "30, 3, 4960", "30, 12, 7898654920", "40, 12, 158753389900"})
    void sizesOfLatticesNobodyShouldBuild(int m, int divisions, long size) {
        assertThat(ReferenceDirections.latticeSize(m, divisions)).isEqualTo(size);
    }

    /** The sets of K. Deb and H. Jain, IEEE Trans. Evol. Comput. 18 (2014) 577, table I, from their population sizes. */
    @ParameterizedTest
    @CsvSource({"3, 92, 91", "5, 212, 210", "8, 156, 156", "10, 276, 275", "15, 136, 135"})
    void largestSetForAPopulationIsThatOfThePaper(int m, int population, int count) {
        assertOnSimplex(ReferenceDirections.atMost(m, population), m, count);
    }

    @ParameterizedTest
    @CsvSource({"1, 100, 1", "2, 100, 100", "4, 100, 84", "9, 100, 90", "9, 5, 9", "30, 100, 60"})
    void largestSetInOtherCases(int m, int limit, int count) {
        assertOnSimplex(ReferenceDirections.atMost(m, limit), m, count);
    }

    /** Their number follows from the one before, so a large limit costs no more than the directions themselves. */
    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1000000", "3, 998991"})
    void theLargestPopulationThereIs(int m, int count) {
        assertThat(ReferenceDirections.atMost(m, 1_000_000).count()).isEqualTo(count);
    }

    @Test
    void latticesNobodyShouldBuildAreRefused() {
        assertThatThrownBy(() -> ReferenceDirections.lattice(30, 12))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("divisions: 12 of 30 objectives make 7898654920 directions, must be at most 1000000."
                        + " Take fewer divisions.");
    }

    @Test
    void innerLayerIsHalfwayToTheCentre() {
        double[] w = ReferenceDirections.layers(8, 3, 2).weights();
        double[] inner = Arrays.copyOfRange(w, 120 * 8, w.length);

        assertThat(Arrays.stream(inner).max().orElseThrow()).isCloseTo(0.5 + 0.5 / 8, within(1e-15));
        assertThat(Arrays.stream(inner).min().orElseThrow()).isCloseTo(0.5 / 8, within(1e-15));
    }

    @ParameterizedTest
    @CsvSource({"2, 9", "3, 28", "3, 50", "6, 40"})
    void energyDirectionsLieOnTheSimplexWithItsCorners(int m, int count) {
        ReferenceDirections directions = ReferenceDirections.energy(m, count);
        assertOnSimplex(directions, m, count);
        double[] w = directions.weights();
        for (int j = 0; j < m; j++) assertThat(w[j * m + j]).isEqualTo(1);
        assertThat(ReferenceDirections.energy(m, count).weights()).isEqualTo(w);
    }

    /** On a line the energy is least for gaps that are all but equal; in the plane the triangular lattice is hard to beat. */
    @Test
    void energyDirectionsAreEvenlySpread() {
        double[] line = Arrays.stream(leastDistances(ReferenceDirections.energy(2, 9), 2))
                .sorted()
                .toArray();
        assertThat(line[0]).isCloseTo(Math.sqrt(2) / 8, within(2e-3));

        double[] plane = leastDistances(ReferenceDirections.energy(3, 28), 3);
        assertThat(Arrays.stream(plane).min().orElseThrow()).isGreaterThan(0.85 * Math.sqrt(2) / 6);
        assertThat(Arrays.stream(plane).max().orElseThrow()).isLessThan(1.15 * Math.sqrt(2) / 6);
    }

    @Tag("slow")
    @Test
    void energyDirectionsInNineObjectivesAreFartherApartThanTheLattice() {
        double energy = Arrays.stream(leastDistances(ReferenceDirections.energy(9, 90), 9))
                .min()
                .orElseThrow();
        double lattice = Arrays.stream(leastDistances(ReferenceDirections.atMost(9, 90), 9))
                .min()
                .orElseThrow();
        assertThat(energy).isGreaterThan(lattice);
    }

    private static double[] leastDistances(ReferenceDirections directions, int m) {
        double[] w = directions.weights();
        double[] least = new double[directions.count()];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        for (int i = 0; i < least.length; i++) {
            for (int k = 0; k < least.length; k++) {
                double square = 0;
                for (int j = 0; j < m; j++) square += Math.pow(w[i * m + j] - w[k * m + j], 2);
                if (i != k) least[i] = Math.min(least[i], Math.sqrt(square));
            }
        }
        return least;
    }

    @Test
    void nearestDirectionHasTheLeastPerpendicularDistance() {
        ReferenceDirections directions = ReferenceDirections.lattice(3, 4);
        double[] f = {0.5, 0.3, 0.1};
        double[] distances = new double[directions.count()];
        for (int k = 0; k < distances.length; k++) distances[k] = directions.squaredDistance(k, f);

        int nearest = directions.nearest(f);

        assertThat(distances[nearest]).isEqualTo(Arrays.stream(distances).min().orElseThrow());
        // to the line through (2, 1, 1) / 4, the foot is at 1.4 / 6 (2, 1, 1)
        int k = 0;
        double[] w = directions.weights();
        while (!(w[3 * k] == 0.5 && w[3 * k + 1] == 0.25 && w[3 * k + 2] == 0.25)) k++;
        double foot = 1.4 / 6;
        assertThat(distances[k])
                .isCloseTo(
                        Math.pow(0.5 - 2 * foot, 2) + Math.pow(0.3 - foot, 2) + Math.pow(0.1 - foot, 2), within(1e-15));
    }

    @Test
    void wrongNumbersAreRefused() {
        assertThatThrownBy(() -> ReferenceDirections.lattice(3, 0)).hasMessage("divisions 0 must be at least 1");
        assertThatThrownBy(() -> ReferenceDirections.energy(5, 4))
                .hasMessage("4 directions for 5 objectives: there must be one for each axis at least");
    }
}
