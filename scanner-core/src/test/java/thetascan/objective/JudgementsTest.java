package thetascan.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thetascan.optimiser.Needs;
import thetascan.point.PointRow;
import thetascan.point.PointStatus;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/** Columns of a batch, against sets of pairs that say the same. */
class JudgementsTest {

    private static final int COUNT = 5;
    private static final int VECTOR = 3;
    private static final int LOGS = 2;

    private static Judgements batch(int count, int constraints) {
        return new Judgements(count, constraints, Needs.SLACKS, VECTOR, LOGS);
    }

    private static PointRow row(double theta) {
        return new PointRow(new double[] {theta}, new double[] {2}, new double[] {3}, new byte[] {0}, 4, "");
    }

    /** Every column of candidate i tells which one it is. */
    private static void fill(Judgements batch, int i, double which) {
        batch.set(i, PointStatus.INVALID, which, 10 * which, which % 2 == 0 ? row(which) : null);
        Arrays.fill(batch.vectors(), i * VECTOR, (i + 1) * VECTOR, 100 * which);
        for (int k = 0; k < LOGS; k++) batch.setLog(i, k, which + 0.1 * k);
    }

    private static void assertFilled(Judgements batch, int i, double which) {
        assertThat(batch.status(i)).isEqualTo(PointStatus.INVALID);
        assertThat(batch.rank(i)).isEqualTo(which);
        assertThat(batch.cost(i)).isEqualTo(10 * which);
        assertThat(batch.row(i) == null).isEqualTo(which % 2 != 0);
        if (batch.row(i) != null) assertThat(batch.row(i).theta()).containsExactly(which);
        assertThat(batch.vectorStart(i)).isEqualTo(i * VECTOR);
        assertThat(Arrays.copyOfRange(batch.vectors(), i * VECTOR, (i + 1) * VECTOR))
                .containsOnly(100 * which);
        for (int k = 0; k < LOGS; k++) assertThat(batch.log(i, k)).isEqualTo(which + 0.1 * k);
    }

    /** As many constraints as fill their words of 64 bits, fewer and more. */
    @ParameterizedTest
    @ValueSource(ints = {1, 63, 64, 65, 128, 130})
    void remembersWhichConstraintsVetoOrAreOpen(int constraints) {
        Judgements batch = batch(COUNT, constraints);
        SplittableRandom random = new SplittableRandom(constraints);
        long[] counts = new long[constraints];
        Arrays.fill(counts, 1000);
        long[] expected = counts.clone();
        for (int i = 0; i < COUNT; i++) {
            TreeSet<Integer> vetoes = new TreeSet<>();
            TreeSet<Integer> unmet = new TreeSet<>();
            for (int k = 0; k < constraints; k++) {
                int fate = k == 0 || k == constraints - 1 ? i % 3 : random.nextInt(8);
                if (fate == 1) batch.veto(i, k);
                if (fate == 2) batch.leaveOpen(i, k);
                if (fate == 1) vetoes.add(k);
                if (fate == 1 || fate == 2) unmet.add(k);
                expected[k] += fate == 1 ? 1 : 0;
            }
            for (int k = 0; k < constraints; k++) assertThat(batch.vetoes(i, k)).isEqualTo(vetoes.contains(k));
            assertThat(batch.vetoes(i)).isEqualTo(vetoes.size());
            int[] found = new int[constraints];
            int many = batch.unmet(i, found);
            assertThat(Arrays.copyOf(found, many))
                    .containsExactly(unmet.stream().mapToInt(k -> k).toArray());
        }
        batch.countVetoes(counts);
        assertThat(counts).isEqualTo(expected);
    }

    @Test
    void beginsUnjudged() {
        Judgements batch = batch(2, 3);
        assertThat(batch.status(0)).isNull();
        assertThat(batch.isRanked(0)).isFalse();
        batch.set(0, PointStatus.VALID, 0, 0, null);
        batch.set(1, PointStatus.FAILED, 0, 0, null);
        assertThat(batch.isRanked(0)).isTrue();
        assertThat(batch.isRanked(1)).isFalse();
        assertThat(batch.count()).isEqualTo(2);
    }

    @Test
    void aFailureFoundLaterKeepsTheRestOfTheRow() {
        Judgements batch = batch(2, 3);
        fill(batch, 0, 2);
        fill(batch, 1, 3);
        batch.fail(0, "the disk is full");
        batch.fail(1, "no row to say it in");
        assertThat(batch.status(0)).isEqualTo(PointStatus.FAILED);
        assertThat(batch.status(1)).isEqualTo(PointStatus.FAILED);
        assertThat(batch.row(0).reason()).isEqualTo("the disk is full");
        assertThat(batch.row(0).theta()).containsExactly(2);
        assertThat(batch.row(0).cost()).isEqualTo(4);
        assertThat(batch.row(1)).isNull();
    }

    /** Some candidates were judged elsewhere: theirs comes in, of the others nothing changes. */
    @ParameterizedTest
    @ValueSource(ints = {3, 70})
    void takesOverAPart(int constraints) {
        Judgements batch = batch(COUNT, constraints);
        for (int i = 0; i < COUNT; i++) {
            fill(batch, i, i);
            batch.veto(i, 0);
            batch.leaveOpen(i, 1);
        }
        Judgements part = batch(2, constraints);
        for (int j = 0; j < 2; j++) {
            fill(part, j, 7 + j);
            part.veto(j, constraints - 1);
            part.leaveOpen(j, constraints - 2);
        }
        batch.insert(part, 2);
        for (int i = 0; i < COUNT; i++) {
            boolean taken = i == 2 || i == 3;
            assertFilled(batch, i, taken ? 5 + i : i);
            assertThat(IntStream.of(0, constraints - 1).filter(at(batch, i)).toArray())
                    .containsExactly(taken ? constraints - 1 : 0);
            int[] unmet = new int[constraints];
            int many = batch.unmet(i, unmet);
            assertThat(Arrays.copyOf(unmet, many))
                    .containsExactly(taken ? new int[] {constraints - 2, constraints - 1} : new int[] {0, 1});
        }
    }

    private static IntPredicate at(Judgements batch, int i) {
        return k -> batch.vetoes(i, k);
    }

    @Test
    void restoredItIsTheSame() {
        Judgements batch = batch(COUNT, 70);
        Judgements restored = batch(COUNT, 70);
        for (int i = 0; i < COUNT; i++) {
            fill(batch, i, i);
            batch.veto(i, 60 + i);
            batch.leaveOpen(i, i);
            restored.set(i, PointStatus.VALID, 9, 9, row(9));
        }
        restored.restore(new StateInput(bytes(batch)));
        for (int i = 0; i < COUNT; i++) assertFilled(restored, i, i);
        assertThat(restored.vetoes(4, 64)).isTrue();
        int[] unmet = new int[70];
        assertThat(restored.unmet(4, unmet)).isEqualTo(2);
        assertThat(unmet).startsWith(4, 64);
        assertThat(bytes(restored)).isEqualTo(bytes(batch));
        assertThatThrownBy(() -> batch(COUNT + 1, 70).restore(new StateInput(bytes(batch))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("judgements: 5 values for a batch of 6");
    }

    private static byte[] bytes(Judgements batch) {
        StateOutput out = new StateOutput();
        batch.save(out);
        return out.toByteArray();
    }
}
