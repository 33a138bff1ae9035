package thetascan.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.SparkConf;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClusterSettingsTest {

    private static final String JAR = "thetascan.spark.jar";

    @AfterEach
    void forgetProperties() {
        System.clearProperty(JAR);
        System.clearProperty("spark.ui.enabled");
        System.clearProperty("spark.jars");
    }

    @Test
    void oneMachineIsQuietAndKeepsToItself() {
        System.setProperty(JAR, "thetascan-spark.jar");
        SparkConf settings = Cluster.settings(new Master("local[2]"), "a scan");
        assertThat(settings.get("spark.app.name")).isEqualTo("a scan");
        assertThat(settings.get("spark.ui.enabled")).isEqualTo("false");
        assertThat(settings.get("spark.ui.showConsoleProgress")).isEqualTo("false");
        assertThat(settings.get("spark.log.level")).isEqualTo("WARN");
        assertThat(settings.get("spark.driver.host")).isEqualTo("127.0.0.1");
        assertThat(settings.get("spark.driver.bindAddress")).isEqualTo("127.0.0.1");
        assertThat(settings.contains("spark.jars")).isFalse();
    }

    @Test
    void clusterReachesTheDriverAndGetsTheJar() {
        System.setProperty(JAR, "thetascan-spark.jar");
        SparkConf settings = Cluster.settings(new Master("spark://node1:7077"), "a scan");
        assertThat(settings.contains("spark.driver.host")).isFalse();
        assertThat(settings.contains("spark.ui.enabled")).isFalse();
        assertThat(settings.get("spark.jars")).isEqualTo("thetascan-spark.jar");
    }

    @Test
    void localClusterExecutorsTakeTheMemoryOfTheirWorkers() {
        SparkConf settings = Cluster.settings(new Master("local-cluster[2,1,700]"), "a scan");
        assertThat(settings.get("spark.executor.memory")).isEqualTo("700m");
        assertThat(settings.get("spark.driver.host")).isEqualTo("127.0.0.1");
    }

    @Test
    void whatSparkSubmitSaysGoesFirst() {
        System.setProperty(JAR, "thetascan-spark.jar");
        System.setProperty("spark.jars", "submitted.jar");
        System.setProperty("spark.ui.enabled", "true");
        assertThat(Cluster.settings(new Master("yarn"), "a scan").get("spark.jars"))
                .isEqualTo("submitted.jar");
        assertThat(Cluster.settings(new Master("local"), "a scan").get("spark.ui.enabled"))
                .isEqualTo("true");
    }
}
