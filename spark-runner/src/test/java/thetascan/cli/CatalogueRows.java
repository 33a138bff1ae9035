package thetascan.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;

/** What is in a catalogue. */
final class CatalogueRows {

    private CatalogueRows() {}

    /** Every value of every point, sorted by the first column, the point's id. */
    static List<String> of(Path catalogue) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(catalogue.resolve("points"))) {
            files = all.filter(file -> file.toString().endsWith(".parquet")).toList();
        }
        List<String> rows = new ArrayList<>();
        for (Path file : files) {
            try (ParquetReader<Group> reader = ParquetReader.builder(
                            new GroupReadSupport(), new org.apache.hadoop.fs.Path(file.toUri()))
                    .build()) {
                for (Group row = reader.read(); row != null; row = reader.read()) {
                    rows.add(row.toString());
                }
            }
        }
        rows.sort(null);
        return rows;
    }
}
