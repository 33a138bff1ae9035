package thetascan.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.schema.GroupType;
import org.jspecify.annotations.Nullable;
import thetascan.point.FoundPoint;

/** What a scan left on disk, read without the program's own readers. */
final class CatalogueFolder {

    /** Behind eight letters, a version and the length of the rest. */
    private static final int LENGTH_ENDS = 16;

    private final Path folder;

    CatalogueFolder(Path folder) {
        this.folder = folder;
    }

    /** Names of all files, relative to the folder, with slashes. */
    List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    /** A file as it is. */
    byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(folder.resolve(name));
    }

    /** Every point by the names of its columns, in the order of the commits and of their files. */
    List<Map<String, @Nullable Object>> rows() throws IOException {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (String file : files()) {
            if (file.startsWith("points/")) read(folder.resolve(file), rows);
        }
        return rows;
    }

    private static void read(Path file, List<Map<String, @Nullable Object>> rows) throws IOException {
        try (ParquetReader<Group> reader = ParquetReader.builder(
                        new GroupReadSupport(), new org.apache.hadoop.fs.Path(file.toUri()))
                .build()) {
            for (Group group = reader.read(); group != null; group = reader.read()) rows.add(row(group));
        }
    }

    private static Map<String, @Nullable Object> row(Group group) {
        GroupType type = group.getType();
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int i = 0; i < type.getFieldCount(); i++) {
            row.put(type.getFieldName(i), group.getFieldRepetitionCount(i) == 0 ? null : value(group, i));
        }
        return row;
    }

    private static Object value(Group group, int i) {
        return switch (group.getType().getType(i).asPrimitiveType().getPrimitiveTypeName()) {
            case DOUBLE -> group.getDouble(i, 0);
            case INT32 -> group.getInteger(i, 0);
            case INT64 -> group.getLong(i, 0);
            case BOOLEAN -> group.getBoolean(i, 0);
            default -> group.getString(i, 0);
        };
    }

    /** What says which point a row is, and what became of it. */
    static List<@Nullable Object> essence(Map<String, @Nullable Object> row) {
        List<@Nullable Object> essence = new ArrayList<>();
        row.forEach((name, value) -> {
            if (name.startsWith("in_")
                    || List.of("island", "generation", "status", "cost", "novelty")
                            .contains(name)) {
                essence.add(value);
            }
        });
        return essence;
    }

    /** The same of a point as the search found it. */
    static List<@Nullable Object> essence(FoundPoint point) {
        List<@Nullable Object> essence = new ArrayList<>();
        essence.add(point.place().island() < 0 ? null : (long) point.place().island());
        essence.add(point.place().generation());
        essence.add(point.status().name());
        for (double value : point.theta()) essence.add(value);
        essence.add(Double.isNaN(point.cost()) ? null : point.cost());
        essence.add(Double.isNaN(point.novelty()) ? null : point.novelty());
        return essence;
    }

    JsonNode manifest() throws IOException {
        return new ObjectMapper().readTree(bytes("manifest.json"));
    }

    /** The manifest without what depends on when, where and in how many pieces the scan ran. */
    JsonNode findings() throws IOException {
        ObjectNode manifest = (ObjectNode) manifest();
        manifest.remove(List.of("provenance", "started", "updated"));
        ((ObjectNode) manifest.get("counts")).remove("commits");
        return manifest;
    }

    /** The only checkpoint of a scan that committed once. */
    byte[] checkpoint() throws IOException {
        return checkpoint("checkpoints/000000.checkpoint");
    }

    /** What goes on in a checkpoint: not its length, nor the scan file with its path, nor the list of files at its end. */
    byte[] checkpoint(String name) throws IOException {
        byte[] bytes = bytes(name);
        int end = new String(bytes, StandardCharsets.ISO_8859_1)
                .lastIndexOf("\0\rconfiguration"); // with its length: models say it too
        assertThat(end).as(name).isGreaterThan(LENGTH_ENDS);
        return Arrays.copyOfRange(bytes, LENGTH_ENDS, end);
    }

    /** True if the same bytes are there under this name, or there is nothing under it in both. */
    boolean sharesFile(String name, CatalogueFolder other) throws IOException {
        boolean here = Files.exists(folder.resolve(name));
        return here == Files.exists(other.folder.resolve(name))
                && (!here || Arrays.equals(bytes(name), other.bytes(name)));
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
