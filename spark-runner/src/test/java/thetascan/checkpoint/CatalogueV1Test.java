package thetascan.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.junit.jupiter.api.Test;
import thetascan.config.ScanConfig;
import thetascan.state.StateInput;
import thetascan.table.PointTable;

/** A catalogue of format version 1, as the first release wrote it, stays readable. */
class CatalogueV1Test {

    private static final Path FOLDER = Path.of("src", "test", "resources", "catalogue-v1");
    private static final Path POINTS = FOLDER.resolve("points/commit=000000/points.parquet");

    @Test
    void pointsAreReadable() throws IOException {
        Map<String, Integer> counts = new HashMap<>();
        Group first = null;
        try (ParquetReader<Group> reader = ParquetReader.builder(
                        new GroupReadSupport(), new org.apache.hadoop.fs.Path(POINTS.toUri()))
                .build()) {
            for (Group point = reader.read(); point != null; point = reader.read()) {
                if (first == null) first = point;
                counts.merge(point.getString("status", 0), 1, Integer::sum);
            }
        }
        assertThat(counts).isEqualTo(Map.of("VALID", 7, "INVALID", 20, "FAILED", 16));
        assertThat(first.getString("point_id", 0)).isEqualTo("3f941d0f3984488b");
        assertThat(first.getBoolean("ok_ring", 0)).isTrue();
        assertThat(first.getBoolean("ok_right", 0)).isFalse();
    }

    @Test
    void inputsAreReadable() {
        PointTable table = PointTable.read(POINTS.toString(), List.of(new PointTable.Wanted("x", Double.NaN)));
        assertThat(table.rows()).isEqualTo(43);
        assertThat(table.values()[0]).isEqualTo(-0.3118024568282538);
    }

    @Test
    void theConfigurationIsReadable() throws IOException {
        ScanConfig config = ScanConfig.parse(Files.readString(FOLDER.resolve("scan.yaml")), "scan.yaml");
        assertThat(config.name()).isEqualTo("rings");
        assertThat(config.seed()).isEqualTo(7);
        assertThat(config.keep().keepInvalidSample()).isEqualTo(20);
        assertThat(config.search().strategies().get("random").optimiser()).isEqualTo("random");
    }

    @Test
    void theCheckpointIsReadable() throws Exception {
        byte[] file = Files.readAllBytes(FOLDER.resolve("checkpoints/000000.checkpoint"));
        ScanOrigin origin = ScanOrigin.read(new StateInput(CheckpointFile.decode(file)));
        assertThat(origin).isEqualTo(new ScanOrigin("toy", "2", "Debian 17 amd64"));
    }
}
