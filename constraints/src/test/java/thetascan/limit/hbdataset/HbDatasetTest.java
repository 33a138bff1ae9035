package thetascan.limit.hbdataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static thetascan.limit.hbdataset.LimitTesting.decay;
import static thetascan.limit.hbdataset.LimitTesting.file;
import static thetascan.limit.hbdataset.LimitTesting.produce;
import static thetascan.limit.hbdataset.LimitTesting.smLike;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thetascan.limit.AppliedLimit;
import thetascan.limit.Collider;
import thetascan.limit.Decay;
import thetascan.limit.Limit;
import thetascan.limit.LimitSet;
import thetascan.limit.LimitSource;
import thetascan.limit.Predictions;
import thetascan.limit.Production;
import thetascan.limit.UnusableLimit;

class HbDatasetTest {

    private static final String CHANNEL = "'process': {'channels': [['ggH', 'bb']]}, 'analysis': {'grid': {"
            + "'mass': [100, 200]}, 'limit': {'observed': [1, 1], 'expected': [1, 1]}}";

    @Test
    void shippedSetIsWhole() {
        LimitSet set = HbDataset.shipped();
        assertThat(set.name()).isEqualTo("HiggsBounds-5-era subset");
        assertThat(set.limits()).hasSize(61);
        assertThat(set.unusable()).isEmpty();
        assertThat(set.limits()).allSatisfy(limit -> {
            LimitSource source = limit.source();
            assertThat(source.reference()).isNotBlank();
            assertThat(source.citeKey()).contains(":");
            assertThat(source.source()).contains("HiggsBounds-5.10.1");
            assertThat(source.luminosity()).isGreaterThanOrEqualTo(source.collider() == Collider.LEP ? 0 : 2);
            assertThat(source.file()).isEqualTo(source.label() + ".json");
        });
        assertThat(HbDataset.shippedLabels())
                .isEqualTo(set.limits().stream()
                        .map(limit -> limit.source().label())
                        .toList());
    }

    /**
     * Published numbers at their printed precision: ATLAS-CONF-2020-039 σ(tbH±) BR(tb); CMS 1903.04560 σ(tbH±) BR(τν);
     * ATLAS 1906.02025 σ BR(hh); ATLAS-CONF-2020-043 σ(gg→A) BR(Zh) BR(bb); all in pb.
     */
    @ParameterizedTest
    @CsvSource({
        "ATLAS_2020039, 200, 3.548, 2.604",
        "ATLAS_2020039, 225, 1.283, 1.944",
        "ATLAS_2020039, 250, 1.063, 1.606",
        "ATLAS_2020039, 300, .681, 1.070",
        "ATLAS_2020039, 400, .437, .618",
        "ATLAS_2020039, 500, .247, .296",
        "ATLAS_2020039, 600, .128, .175",
        "ATLAS_2020039, 800, .128, .111",
        "ATLAS_2020039, 1000, .0459, .0606",
        "ATLAS_2020039, 1500, .0396, .0311",
        "ATLAS_2020039, 2000, .0354, .0188",
        "CMS_18014, 200, .651, .574",
        "CMS_18014, 250, .311, .286",
        "CMS_18014, 300, .139, .154",
        "CMS_18014, 400, .0790, .0614",
        "CMS_18014, 500, .0481, .0316",
        "CMS_18014, 800, .0107, .00651",
        "CMS_18014, 1000, .00845, .00480",
        "CMS_18014, 2000, .00498, .00248",
        "ATLAS_2025, 300, .866, .700",
        "ATLAS_2025, 400, .343, .302",
        "ATLAS_2025, 500, .143, .132",
        "ATLAS_2025, 600, .0471, .0807",
        "ATLAS_2025, 800, .0523, .0380",
        "ATLAS_2025, 1000, .0215, .0273",
        "ATLAS_2025, 2000, .00675, .00670",
        "ATLAS_2020043, 300, .337, .255",
        "ATLAS_2020043, 400, .0530, .0691",
        "ATLAS_2020043, 500, .0542, .0313",
        "ATLAS_2020043, 600, .0152, .0170",
        "ATLAS_2020043, 800, .0081, .0066",
        "ATLAS_2020043, 1000, .00411, .00408",
        "ATLAS_2020043, 2000, .00141, .00137"
    })
    void shippedTablesHoldPublishedNumbers(String label, double mass, double observed, double expected) {
        Limit limit = HbDataset.shipped().limits().stream()
                .filter(l -> l.source().label().equals(label))
                .findFirst()
                .orElseThrow();
        AppliedLimit applied = LimitTesting.apply(limit, unitRate(mass)).get(0);
        assertThat(1 / applied.observedRatio()).isCloseTo(observed, Percentage.withPercentage(0.7));
        assertThat(1 / applied.expectedRatio()).isCloseTo(expected, Percentage.withPercentage(0.7));
    }

    /** One picobarn of everything: a heavy scalar, its h(125) daughter, a charged scalar. */
    private static Predictions unitRate(double mass) {
        Predictions p = new Predictions(
                List.of(LimitTesting.neutral("H"), LimitTesting.neutral("h"), LimitTesting.charged("H+")));
        p.mass[0] = mass;
        p.mass[1] = 125;
        p.mass[2] = mass;
        smLike(p, 1, 1);
        produce(p, 0, Production.ggH, 1);
        p.branchingEqualPair[p.pair(0, 1)] = 1;
        p.branchingZ[p.pair(0, 1)] = 1 / 0.582;
        produce(p, 2, Production.Hpmtb, 1);
        decay(p, 2, Decay.tb, 1);
        decay(p, 2, Decay.taunu, 1);
        return p;
    }

    @Test
    void readsFoldersOfAnyDepthInOrder(@TempDir Path folder) throws IOException {
        write(
                folder.resolve("b/deep/er/two.json"),
                file("ChannelLimit", CHANNEL).replace("\"id\": 100", "\"id\": 2"));
        write(folder.resolve("a/one.json"), file("ChannelLimit", CHANNEL).replace("\"id\": 100", "\"id\": 1"));
        write(folder.resolve(".git/broken.json"), "{");
        write(folder.resolve("catalog.json"), "[]");
        write(folder.resolve("notes.txt"), "text");
        LimitSet set = HbDataset.read(folder);
        assertThat(set.limits().stream().map(limit -> limit.source().file()))
                .containsExactly("a/one.json", "b/deep/er/two.json");
        assertThat(set.limits().get(0).source().process()).isEqualTo("ggH -> bb");
    }

    @Test
    void listsWhatCannotBeUsed(@TempDir Path folder) throws IOException {
        write(folder.resolve("one.json"), file("ChannelLimit", CHANNEL));
        write(
                folder.resolve("doubly.json"),
                file(
                                "PairProductionLimit",
                                "'process': {'firstDecay': ['WWsamesign'], 'secondDecay': ['WWsamesign']}, 'analysis': {"
                                        + "'equalParticleMasses': true, 'grid': {'massFirstParticle': [100, 200]},"
                                        + " 'limit': {'observed': [1, 1], 'expected': [1, 1]}}")
                        .replace("\"id\": 100", "\"id\": 7"));
        LimitSet set = HbDataset.read(folder);
        assertThat(set.limits()).hasSize(1);
        assertThat(set.unusable())
                .containsExactly(new UnusableLimit(
                        "doubly.json", "doubly charged particles are not predicted (decay WWsamesign)"));
    }

    @Test
    void namesFilesInErrors(@TempDir Path folder) throws IOException {
        assertThatThrownBy(() -> HbDataset.read(folder)).hasMessage(folder + ": no limit files (*.json) found.");
        assertThatThrownBy(() -> HbDataset.read(folder.resolve("nowhere")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nowhere: no such folder");
        write(folder.resolve("a.json"), file("ChannelLimit", CHANNEL));
        write(folder.resolve("b.json"), file("ChannelLimit", CHANNEL));
        assertThatThrownBy(() -> HbDataset.read(folder)).hasMessage("b.json id: 100 is already the id of a.json.");
        write(folder.resolve("b.json"), "{\"id\": 3,\n\n nonsense}");
        assertThatThrownBy(() -> HbDataset.read(folder)).hasMessageStartingWith("b.json:3: ");
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
