package thetascan.optimiser.nsga;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thetascan.contract.Telling;
import thetascan.optimiser.OptimiserKind;
import thetascan.optimiser.Optimisers;
import thetascan.option.Options;
import thetascan.random.RandomStream;

/** NSGA-II and NSGA-III against figures of the literature; prints a row of docs/results.md for each. */
class NsgaFiguresTest {

    /** The members of the first front after some generations, objectives row-major. */
    private static double[] front(
            String name, int population, MultiObjectiveProblem problem, int generations, long seed) {
        OptimiserKind kind = Optimisers.named(name);
        Options options =
                Options.of(kind.options(), Map.of("population", (double) population, "novelty_objective", 0.0));
        Nsga nsga = (Nsga) kind.create(options, problem.n(), RandomStream.of(seed), null);
        for (int g = 0; g < generations; g++) Telling.advance(nsga, u -> 2, problem::objectives);
        return nsga.members().phenotypes().stream()
                .filter(member -> member.fitness().rank() == 0)
                .flatMapToDouble(member -> Arrays.stream(member.fitness().objectives()))
                .toArray();
    }

    /** Inverted generational distances to the targeted points, sorted, over the seeds from 1 on. */
    private static double[] distances(int number, int m, int population, int generations, int seeds) {
        MultiObjectiveProblem problem = MultiObjectiveProblem.dtlz(number, m);
        double[] targets =
                problem.targets(ReferenceDirections.atMost(m, population).weights());
        return IntStream.rangeClosed(1, seeds)
                .mapToDouble(seed -> MultiObjectiveProblem.igd(
                        targets, front("nsga-iii", population, problem, generations, seed), m))
                .sorted()
                .toArray();
    }

    /**
     * Medians of K. Deb and H. Jain, IEEE Trans. Evol. Comput. 18 (2014) 577, tables III and IV, over 20 runs: IGD to
     * the points where the reference lines meet the true front, with their populations and generations.
     */
    @Tag("statistical")
    @ParameterizedTest
    @CsvSource({
        "1, 3, 92, 400, 21, 1.308e-3", "2, 3, 92, 250, 21, 1.357e-3", "3, 3, 92, 1000, 21, 4.007e-3",
        "4, 3, 92, 600, 21, 5.970e-4", "1, 5, 212, 600, 11, 9.799e-4", "2, 5, 212, 350, 11, 4.982e-3",
        "3, 5, 212, 1000, 11, 5.960e-3", "4, 5, 212, 1000, 11, 1.255e-3", "1, 8, 156, 750, 7, 3.979e-3",
        "2, 8, 156, 500, 7, 1.571e-2", "3, 8, 156, 1000, 7, 2.375e-2", "4, 8, 156, 1250, 7, 7.054e-3",
        "1, 10, 276, 1000, 7, 3.462e-3", "2, 10, 276, 750, 7, 1.528e-2", "3, 10, 276, 1500, 7, 1.188e-2",
        "4, 10, 276, 2000, 7, 6.337e-3"
    })
    void nsga3OnManyObjectives(int number, int m, int population, int generations, int seeds, double published) {
        double[] igd = distances(number, m, population, generations, seeds);
        double median = igd[seeds / 2];
        System.out.printf(
                Locale.ROOT,
                "| DTLZ%d | %d | %d | %.2e / %.2e / %.2e | %.2e | %.2f |%n",
                number,
                m,
                seeds,
                igd[0],
                median,
                igd[seeds - 1],
                published,
                median / published);

        assertThat(median).isLessThan(2 * published);
    }

    /**
     * Medians of pymoo 0.6.2 over 15 seeds, measured: population 100, 250 generations, IGD to 100 points of the true
     * front, area dominated below (1.1, 1.1). Not worse by more than a tenth of the IGD, and of the gap to the area of
     * the true front.
     */
    @Tag("statistical")
    @ParameterizedTest
    @CsvSource({
        "1, 4.78e-3, 0.8695, 0.8714",
        "2, 4.73e-3, 0.5362, 0.5383",
        "3, 5.06e-3, 1.3275, 1.3291",
        "4, 5.93e-3, 0.8660, 0.8714",
        "6, 8.30e-3, 0.4943, 0.5045"
    })
    void nsga2OnTwoObjectives(int number, double igd, double area, double areaOfFront) {
        int seeds = 15;
        double[] distances = new double[seeds];
        double[] areas = new double[seeds];
        double[] truth = MultiObjectiveProblem.zdtFront(number, 100);
        for (int seed = 1; seed <= seeds; seed++) {
            double[] front = front("nsga-ii", 100, MultiObjectiveProblem.zdt(number), 250, seed);
            distances[seed - 1] = MultiObjectiveProblem.igd(truth, front, 2);
            areas[seed - 1] = MultiObjectiveProblem.hypervolume(front, 1.1);
        }
        Arrays.sort(distances);
        Arrays.sort(areas);
        double medianDistance = distances[seeds / 2];
        double medianArea = areas[seeds / 2];
        System.out.printf(
                Locale.ROOT,
                "| ZDT%d | %.2e | %.2e | %.4f | %.4f | %.4f |%n",
                number,
                medianDistance,
                igd,
                medianArea,
                area,
                areaOfFront);

        assertThat(medianDistance).isLessThan(1.1 * igd);
        assertThat(medianArea).isGreaterThan(area - 0.1 * (areaOfFront - area) - 5e-5);
    }

    /** A short version of the figures above. */
    @Test
    void frontOfASphereIsCovered() {
        assertThat(distances(2, 3, 92, 100, 3)[1]).isLessThan(2 * 1.357e-3 * 3);
    }

    /** A short version: half of the published evaluations. */
    @Test
    void frontInTwoObjectivesIsCovered() {
        double[] front = front("nsga-ii", 100, MultiObjectiveProblem.zdt(1), 125, 1);
        assertThat(MultiObjectiveProblem.igd(MultiObjectiveProblem.zdtFront(1, 100), front, 2))
                .isLessThan(0.03);
    }
}
