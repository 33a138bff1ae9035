package thetascan.optimiser.nsga;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenetics.DoubleGene;
import io.jenetics.Optimize;
import io.jenetics.Phenotype;
import io.jenetics.util.ISeq;
import io.jenetics.util.RandomRegistry;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import thetascan.random.RandomStream;

class BinaryTournamentTest {

    private static int[] wins(Comparator<Merit> better, int members, int rounds) {
        ISeq<Phenotype<DoubleGene, Merit>> population = Populations.of(IntStream.range(0, members)
                .mapToObj(i -> Merit.of(new double[1], 0).ranked(i, 0))
                .toArray(Merit[]::new));
        int[] wins = new int[members];
        ISeq<Phenotype<DoubleGene, Merit>> parents =
                RandomRegistry.with(RandomStream.of(1), random -> new BinaryTournament(better)
                        .select(population, rounds * members / 2, Optimize.MINIMUM));
        for (int i : Populations.indices(parents, members)) wins[i]++;
        return wins;
    }

    @Test
    void everybodyFightsOnceARoundAndTheBetterWins() {
        int[] wins = wins(Comparator.naturalOrder(), 10, 2000);

        assertThat(wins[0]).isEqualTo(2000);
        assertThat(wins[9]).isZero();
        // member i meets one of the 9 - i worse ones with probability (9 - i) / 9
        for (int i = 0; i < 10; i++) assertThat(wins[i]).isBetween(2000 * (9 - i) / 9 - 120, 2000 * (9 - i) / 9 + 120);
    }

    @Test
    void drawsFallToEitherEquallyOften() {
        for (int win : wins(Comparator.comparingDouble(Merit::violation), 10, 2000)) {
            assertThat(win).isBetween(900, 1100);
        }
    }

    @Test
    void aLoneMemberIsItsOwnOpponent() {
        assertThat(wins(Comparator.naturalOrder(), 1, 6)).containsExactly(3);
    }
}
