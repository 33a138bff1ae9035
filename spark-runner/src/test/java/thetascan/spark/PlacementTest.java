package thetascan.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import thetascan.model.CostClass;

class PlacementTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CHEAP     | local[*]               | IN_PROCESS",
                "EXPENSIVE | local                  | IN_PROCESS",
                "CHEAP     | local-cluster[2,1,700] | ISLANDS",
                "EXPENSIVE | local-cluster[2,1,700] | BATCHES",
                "CHEAP     | spark://node1:7077     | ISLANDS",
                "EXPENSIVE | yarn                   | BATCHES",
            })
    void autoFollowsCostAndMaster(CostClass cost, String master, Placement expected) {
        assertThat(Placement.AUTO.resolve(cost, new Master(master))).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AUTO")
    void whatIsAskedForStays(Placement placement) {
        assertThat(placement.resolve(CostClass.CHEAP, new Master("yarn"))).isEqualTo(placement);
        assertThat(placement.resolve(CostClass.EXPENSIVE, new Master("local"))).isEqualTo(placement);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "local                  | 1 | local[1,4]",
                "local[3]               | 3 | local[3,4]",
                "local[3,1]             | 3 | local[3,4]",
                "local-cluster[2,1,700] | 1 | local-cluster[2,1,700]",
                "spark://node1:7077     | 1 | spark://node1:7077",
            })
    void localMastersTryTasksAgain(String url, int threads, String sparkUrl) {
        Master master = new Master(url);
        assertThat(master.threads()).isEqualTo(threads);
        assertThat(master.sparkUrl()).isEqualTo(sparkUrl);
    }

    @Test
    void starMeansAllCores() {
        assertThat(new Master("local[*]").threads())
                .isEqualTo(Runtime.getRuntime().availableProcessors());
    }

    @Test
    void commandLineBeatsSubmitBeatsScanFile() {
        assertThat(Master.of(Optional.empty(), "local[2]").url()).isEqualTo("local[2]");
        System.setProperty("spark.master", "yarn");
        try {
            assertThat(Master.of(Optional.empty(), "local[2]").url()).isEqualTo("yarn");
            assertThat(Master.of(Optional.of("local"), "local[2]").url()).isEqualTo("local");
        } finally {
            System.clearProperty("spark.master");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "lokal[2]", "local[0]", "local[]", "local[two]", "spark://", "local-cluster[2,1]"})
    void unknownMasterIsRefused(String url) {
        assertThatThrownBy(() -> new Master(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("master '" + url + "': must be local[N]")
                .hasMessageEndingWith("For all cores of this machine use local[*].");
    }
}
