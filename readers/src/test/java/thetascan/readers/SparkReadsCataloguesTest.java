package thetascan.readers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thetascan.checkpoint.PlatformCheck;
import thetascan.checkpoint.ScanFolder;
import thetascan.config.ScanConfig;
import thetascan.model.Model;
import thetascan.model.Models;
import thetascan.scan.ForkJoinRounds;
import thetascan.scan.RoundRunner;
import thetascan.scan.Scan;
import thetascan.scan.ScanListener;
import thetascan.scan.ScanSetup;

/** The line of the README, {@code spark.read().parquet(".../points")}, gives every value of every model's catalogue. */
@Tag("spark")
class SparkReadsCataloguesTest {

    private static SparkSession spark;

    @TempDir
    private Path folder;

    @BeforeAll
    static void startSpark() {
        spark = SparkSession.builder()
                .master("local[1]")
                .config("spark.ui.enabled", "false")
                .getOrCreate();
    }

    @AfterAll
    static void stopSpark() {
        spark.stop();
    }

    static List<String> models() {
        return Models.all().stream().map(Model::name).toList();
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyColumnOfEveryModel(String model) throws IOException {
        scan(model);
        Map<String, List<Object>> expected = asStored();
        assertThat(expected).hasSize(20);
        Dataset<Row> points = spark.read().parquet(folder.resolve("points").toString());
        List<String> names = new ArrayList<>(Arrays.asList(points.columns()));
        assertThat(names.remove(names.size() - 1)).isEqualTo("commit");
        for (StructField field : points.select(
                        names.get(0), names.subList(1, names.size()).toArray(String[]::new))
                .schema()
                .fields()) {
            assertThat(field.metadata().getString("unit")).as(field.name()).isNotEmpty();
            assertThat(field.getComment().get()).as(field.name()).isNotEmpty();
        }
        Column[] byName = names.stream().map(points::col).toArray(Column[]::new);
        Map<String, List<Object>> read = new TreeMap<>();
        for (Row row : points.select(byName).collectAsList()) {
            List<Object> values = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) values.add(row.get(i));
            read.put(row.getString(0), values);
        }
        assertThat(read).isEqualTo(expected);
    }

    private void scan(String model) throws IOException {
        ScanConfig config = ScanConfig.parse("""
                model: %s
                search: {optimiser: random, stages: all}
                stop: {evaluations: 20}
                output: {path: %s, keep: all}
                """.formatted(model, folder), "scan.yaml");
        ScanSetup setup = config.setup();
        try (ScanFolder open =
                        ScanFolder.open(config, List.of(), setup, ScanFolder.Existing.RESUME, PlatformCheck.SAME);
                RoundRunner rounds = new ForkJoinRounds(setup.search(), 1)) {
            new Scan(setup, rounds, open.store(), ScanListener.NONE).run();
        }
    }

    /** Every value by place, whatever its column is called; rows by their id, which comes first. */
    private Map<String, List<Object>> asStored() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder.resolve("points"))) {
            files = all.filter(file -> file.toString().endsWith(".parquet")).toList();
        }
        Map<String, List<Object>> rows = new TreeMap<>();
        for (Path file : files) {
            try (ParquetReader<Group> reader = ParquetReader.builder(
                            new GroupReadSupport(), new org.apache.hadoop.fs.Path(file.toUri()))
                    .build()) {
                for (Group row = reader.read(); row != null; row = reader.read()) {
                    List<Object> values = new ArrayList<>();
                    for (int i = 0; i < row.getType().getFieldCount(); i++) values.add(value(row, i));
                    rows.put(row.getString(0, 0), values);
                }
            }
        }
        return rows;
    }

    private static Object value(Group row, int field) {
        if (row.getFieldRepetitionCount(field) == 0) return null;
        return switch (row.getType().getType(field).asPrimitiveType().getPrimitiveTypeName()) {
            case DOUBLE -> row.getDouble(field, 0);
            case INT32 -> row.getInteger(field, 0);
            case INT64 -> row.getLong(field, 0);
            case BOOLEAN -> row.getBoolean(field, 0);
            default -> row.getString(field, 0);
        };
    }
}
