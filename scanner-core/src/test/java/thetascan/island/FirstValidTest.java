package thetascan.island;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thetascan.archive.Harvest;
import thetascan.metrics.Coverage;
import thetascan.tally.Tally;

/** What the first valid point cost, where islands advance unequally far in a round. */
class FirstValidTest {

    /** An island of ten candidates a generation. */
    private static RoundResult island(int index, int generations, long... firstValid) {
        long[] evaluations = new long[generations];
        Arrays.fill(evaluations, 10);
        return island(index, evaluations, firstValid);
    }

    private static RoundResult island(int index, long[] evaluations, long... firstValid) {
        return new RoundResult(
                index,
                new Tally(0),
                evaluations,
                firstValid,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Harvest(List.of(), List.of()),
                new Coverage(1));
    }

    /** The fourth candidate of the last generation of the island with so many. */
    @ParameterizedTest
    @CsvSource({"0, 104", "1, 134", "2, 194"})
    void islandsOfOneTwoAndSevenGenerations(int winner, long expected) {
        int[] generations = {1, 2, 7};
        List<RoundResult> results = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            long[] first = i == winner ? new long[] {generations[i] - 1, 4} : new long[0];
            results.add(island(i, generations[i], first));
        }
        assertThat(FirstValid.evaluations(100, results)).isEqualTo(expected);
    }

    @Test
    void noneIsNone() {
        assertThat(FirstValid.evaluations(100, List.of(island(0, 3), island(1, 1))))
                .isEqualTo(FirstValid.NONE);
        assertThat(FirstValid.evaluations(100, List.of())).isEqualTo(FirstValid.NONE);
    }

    @Test
    void inTheSameGenerationTheEarlierIslandIsFirst() {
        List<RoundResult> results = List.of(island(4, 3, 1, 9), island(7, 3, 1, 2), island(9, 3, 2, 1));
        assertThat(FirstValid.evaluations(0, results)).isEqualTo(3 * 10 + 9);
    }

    /** Against points numbered one by one, for rounds of any shape. */
    @Test
    void countsPointAfterPoint() {
        Random random = new Random(20241130);
        for (int trial = 0; trial < 2000; trial++) {
            List<boolean[][]> valid = new ArrayList<>();
            double share = Math.pow(random.nextDouble(), 4);
            for (int island = 1 + random.nextInt(6); island > 0; island--) {
                boolean[][] points = new boolean[random.nextInt(9)][];
                for (int g = 0; g < points.length; g++) {
                    points[g] = new boolean[random.nextInt(5)];
                    for (int i = 0; i < points[g].length; i++) points[g][i] = random.nextDouble() < share;
                }
                valid.add(points);
            }
            long before = random.nextInt(1000);
            List<RoundResult> results = results(valid);
            long first = FirstValid.evaluations(before, results);
            assertThat(first).isEqualTo(counted(before, valid));

            long after =
                    before + results.stream().mapToLong(FirstValidTest::sum).sum();
            assertThat(first).isLessThanOrEqualTo(after);
            if (first >= 0) assertThat(first).isGreaterThan(before);
            assertThat(FirstValid.evaluations(before + 1, results)).isEqualTo(first < 0 ? first : first + 1);
            assertThat(FirstValid.evaluations(before, results(withoutFirst(valid))))
                    .satisfiesAnyOf(next -> assertThat(next).isEqualTo(FirstValid.NONE), next -> assertThat(next)
                            .isGreaterThan(first));
        }
    }

    private static long sum(RoundResult result) {
        return Arrays.stream(result.evaluations()).sum();
    }

    /** As an island counts them. */
    private static List<RoundResult> results(List<boolean[][]> valid) {
        List<RoundResult> results = new ArrayList<>();
        for (boolean[][] points : valid) {
            long[] evaluations = new long[points.length];
            long[] first = new long[0];
            for (int g = 0; g < points.length; g++) {
                evaluations[g] = points[g].length;
                for (int i = 0; i < points[g].length && first.length == 0; i++) {
                    if (points[g][i]) first = new long[] {g, i + 1};
                }
            }
            results.add(island(results.size(), evaluations, first));
        }
        return results;
    }

    /** The same one by one: generation by generation, in each island after island. */
    private static long counted(long before, List<boolean[][]> valid) {
        int[] first = first(valid);
        if (first.length == 0) return FirstValid.NONE;
        long count = before;
        for (int g = 0; g <= first[1]; g++) {
            for (int island = 0; island < valid.size(); island++) {
                boolean[][] points = valid.get(island);
                for (int i = 0; g < points.length && i < points[g].length; i++) {
                    count++;
                    if (g == first[1] && island == first[0] && i == first[2]) return count;
                }
            }
        }
        throw new AssertionError("there is a first one");
    }

    /** Island, generation and place of the first valid point; empty if there is none. */
    private static int[] first(List<boolean[][]> valid) {
        for (int g = 0; g < 9; g++) {
            for (int island = 0; island < valid.size(); island++) {
                boolean[][] points = valid.get(island);
                for (int i = 0; g < points.length && i < points[g].length; i++) {
                    if (points[g][i]) return new int[] {island, g, i};
                }
            }
        }
        return new int[0];
    }

    /** The first valid point is invalid after all. */
    private static List<boolean[][]> withoutFirst(List<boolean[][]> valid) {
        int[] first = first(valid);
        if (first.length > 0) valid.get(first[0])[first[1]][first[2]] = false;
        return valid;
    }
}
