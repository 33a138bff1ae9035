package thetascan.island;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import thetascan.search.RestartSettings;
import thetascan.search.RestartSettings.Growth;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;
import thetascan.tally.Restart;

/** When an island begins anew. */
class RestartPolicyTest {

    private static RestartPolicy policy(int afterValid, int stagnation, int max) {
        return new RestartPolicy(new RestartSettings(afterValid, stagnation, max, 0, Growth.NONE));
    }

    @Test
    void countsGenerationsWithAValidPoint() {
        RestartPolicy policy = policy(2, 0, 0);
        policy.sawValid(1);
        policy.sawNone(1);
        assertThat(policy.due()).isNull();
        policy.sawValid(1);
        assertThat(policy.due()).isEqualTo(Restart.AFTER_VALID);
        policy.begin();
        assertThat(policy.due()).isNull();
        assertThat(policy.isFresh()).isTrue();
    }

    /** Four times as common as the rarest: a quarter of the generations; rarer ones get no more than all. */
    @Test
    void startsAmongWhatIsCommonEndSooner() {
        RestartPolicy common = policy(8, 0, 0);
        common.sawValid(4);
        assertThat(common.due()).isNull();
        common.sawValid(4);
        assertThat(common.due()).isEqualTo(Restart.AFTER_VALID);
        RestartPolicy rare = policy(2, 0, 0);
        rare.sawValid(0.1);
        assertThat(rare.isFresh()).isFalse();
        assertThat(rare.due()).isNull();
        rare.sawValid(0.1);
        assertThat(rare.due()).isEqualTo(Restart.AFTER_VALID);
    }

    @Test
    void stagnatesWhenTheBestRankImprovesByLessThanAThousandth() {
        RestartPolicy policy = policy(0, 3, 0);
        policy.sawNone(1);
        policy.sawNone(0.9995);
        policy.sawNone(2);
        assertThat(policy.due()).isNull();
        policy.sawNone(0.9991);
        assertThat(policy.due()).isEqualTo(Restart.STAGNATION);
    }

    @Test
    void doesNotStagnateWhileSmallImprovementsAddUp() {
        RestartPolicy policy = policy(0, 3, 0);
        double rank = 1;
        for (int i = 0; i < 50; i++) {
            policy.sawNone(rank);
            rank *= 0.9995;
            assertThat(policy.due()).isNull();
        }
    }

    @Test
    void aValidPointBeginsANewSpell() {
        RestartPolicy policy = policy(0, 2, 3);
        policy.sawNone(5);
        policy.sawNone(5);
        policy.sawValid(1);
        policy.sawNone(9); // the best of the new spell
        policy.sawNone(8);
        policy.sawNone(8);
        assertThat(policy.due()).isEqualTo(Restart.NO_VALID);
    }

    @Test
    void generationsWithoutAnyEvaluationAreBarrenToo() {
        RestartPolicy policy = policy(0, 0, 2);
        policy.sawNone(Double.POSITIVE_INFINITY);
        policy.sawNone(Double.POSITIVE_INFINITY);
        assertThat(policy.due()).isEqualTo(Restart.NO_VALID);
    }

    @Test
    void neverIfEveryLimitIsZero() {
        RestartPolicy policy = policy(0, 0, 0);
        for (int i = 0; i < 1000; i++) {
            policy.sawValid(1);
            policy.sawNone(1);
        }
        assertThat(policy.due()).isNull();
    }

    @Test
    void survivesSaving() {
        RestartPolicy policy = policy(0, 3, 0);
        policy.sawNone(1);
        policy.sawNone(1);
        StateOutput out = new StateOutput();
        policy.save(out);
        RestartPolicy restored = policy(0, 3, 0);
        restored.restore(new StateInput(out.toByteArray()));
        restored.sawNone(1);
        assertThat(restored.due()).isNull();
        restored.sawNone(1);
        assertThat(restored.due()).isEqualTo(Restart.STAGNATION);
    }
}
