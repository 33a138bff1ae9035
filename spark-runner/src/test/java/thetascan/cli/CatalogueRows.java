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
            files = all.filter(file -> file.toString().endsWith(".parquet"))
                    .filter(file -> !file.toString().contains("/_")) // set aside, or being written
                    .toList();
        }
        List<String> rows = new ArrayList<>();
        for (Path file : files) rows.addAll(ofFile(file));
        rows.sort(null);
        return rows;
    }

    /** Every value of every point of a file. */
    static List<String> ofFile(Path file) throws IOException {
        List<String> rows = new ArrayList<>();
        try (ParquetReader<Group> reader = ParquetReader.builder(
                        new GroupReadSupport(), new org.apache.hadoop.fs.Path(file.toUri()))
                .build()) {
            for (Group row = reader.read(); row != null; row = reader.read()) {
                rows.add(row.toString());
            }
        }
        return rows;
    }
}
