package thetascan.optimiser.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thetascan.contract.Telling;
import thetascan.optimiser.Candidates;
import thetascan.optimiser.Optimiser;
import thetascan.optimiser.OptimiserKind;
import thetascan.optimiser.Optimisers;
import thetascan.option.Options;
import thetascan.random.RandomStream;

class GridSamplerTest {

    private static Optimiser create(double levels, double population, int n, long seed) {
        OptimiserKind kind = Optimisers.named("grid");
        return kind.create(
                Options.of(kind.options(), Map.of("levels", levels, "population", population)),
                n,
                RandomStream.of(seed),
                null);
    }

    private static List<String> ask(Optimiser grid) {
        Candidates candidates = grid.ask();
        int n = grid.dimension();
        List<String> points = new ArrayList<>();
        for (int i = 0; i < candidates.count(); i++) {
            points.add(Arrays.toString(Arrays.copyOfRange(candidates.u(), i * n, (i + 1) * n)));
        }
        grid.tell(Telling.results(candidates, n, u -> 1, u -> new double[0]));
        return points;
    }

    @ParameterizedTest
    @CsvSource({"1, 3, 1", "2, 3, 8", "5, 3, 125", "3, 4, 81", "10, 1, 10"})
    void everyPointOnceThenTheEnd(int levels, int n, int points) {
        Optimiser grid = create(levels, 7, n, 1);
        List<String> visited = new ArrayList<>();
        while (grid.stopped() == null) visited.addAll(ask(grid));

        assertThat(visited).hasSize(points);
        assertThat(new TreeSet<>(visited)).hasSize(points);
        assertThat(grid.stopped()).isEqualTo("every point of the grid was visited");
        assertThatThrownBy(grid::ask).hasMessage("the grid is complete: " + points + " points were asked");
    }

    @Test
    void endsOfTheBoxAreIncluded() {
        Optimiser grid = create(3, 9, 2, 1);
        assertThat(ask(grid))
                .containsExactlyInAnyOrder(
                        "[0.0, 0.0]",
                        "[0.0, 0.5]",
                        "[0.0, 1.0]",
                        "[0.5, 0.0]",
                        "[0.5, 0.5]",
                        "[0.5, 1.0]",
                        "[1.0, 0.0]",
                        "[1.0, 0.5]",
                        "[1.0, 1.0]");
    }

    @Test
    void anEarlyEndHasSeenEveryLevelOfTheFirstCoordinates() {
        Optimiser grid = create(4, 64, 8, 2);
        List<String> visited = ask(grid);
        TreeSet<String> starts = new TreeSet<>();
        for (String point : visited) starts.add(point.substring(0, point.indexOf(',', point.indexOf(',') + 1)));

        assertThat(starts).hasSize(16); // of 65536 points 64 were visited: all combinations of the first two
    }

    @Test
    void goesOnWhereItWasSaved() {
        Optimiser through = create(5, 10, 3, 3);
        Optimiser saved = create(5, 10, 3, 3);
        for (int g = 0; g < 4; g++) assertThat(ask(saved)).isEqualTo(ask(through));
        Optimiser restored = create(5, 10, 3, 99);
        Telling.restore(restored, Telling.state(saved));

        while (through.stopped() == null) assertThat(ask(restored)).isEqualTo(ask(through));
        assertThat(restored.stopped()).isNotNull();
    }

    /** As many levels as can be numbered, ten at most; all of them occur in the last coordinate, the fastest. */
    @Test
    void usualLevelsShrinkWithTheDimension() {
        OptimiserKind kind = Optimisers.named("grid");
        BigInteger most = BigInteger.TWO.pow(62);
        for (int n = 1; n <= 100; n++) {
            int expected = 10;
            while (expected > 1 && BigInteger.valueOf(expected).pow(n).compareTo(most) > 0) expected--;
            Optimiser grid = kind.create(Options.defaults(kind.options()), n, RandomStream.of(4), null);
            double[] u = grid.ask().u();
            TreeSet<Double> values = new TreeSet<>();
            for (int i = n - 1; i < u.length; i += n) values.add(u[i]);

            assertThat(values).as(n + " coordinates").hasSize(expected);
        }
    }

    @Test
    void tooManyPointsAreRefused() {
        assertThatThrownBy(() -> create(10, 10, 43, 1))
                .hasMessage("levels: 10 of each of 43 coordinates are 1.0E43 points, at most 2^62 can be numbered."
                        + " Take fewer levels or fix parameters.");
    }
}
