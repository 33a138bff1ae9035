package thetascan.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import thetascan.storage.Folder;

/**
 * Reads the rows of a table one after another: any number of them fits into memory. {@link #select} says which columns
 * are wanted and as what; a value that is not exactly what is wanted is refused.
 */
public interface TableReader extends Closeable {

    /**
     * Opens a table: a Parquet file, a folder of Parquet files, or else CSV.
     *
     * @param file name or location
     * @return a reader before the first row
     * @throws PointFileException if it cannot be read
     */
    static TableReader open(String file) {
        try {
            Folder folder = Folder.at(file);
            if (folder.isFolder("")) return FolderReader.open(folder, file);
            if (!folder.exists("")) throw new PointFileException(file + ": no such file");
            return file.endsWith(".parquet") ? parquet(folder, "", file) : CsvTableReader.open(folder, file);
        } catch (IOException e) {
            throw new PointFileException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Opens a Parquet file in a folder.
     *
     * @param folder that holds the file
     * @param name of the file in it
     * @param title what messages call it
     * @return a reader before the first row
     * @throws PointFileException if it is no Parquet file
     * @throws IOException if it cannot be opened
     */
    static TableReader parquet(Folder folder, String name, String title) throws IOException {
        return ParquetTableReader.open(folder, name, title);
    }

    /** {@return names of the columns, as they stand in the file} */
    List<String> names();

    /**
     * {@return all columns as they are stored; CSV stores text}
     *
     * @throws PointFileException if a column is of no type that a {@link Column} can have
     */
    Schema schema();

    /**
     * {@return all columns of a table with the types that their values can have: those of {@link #schema}, of CSV what is
     * written in every row}
     *
     * @param file name or location
     * @throws PointFileException if it cannot be read
     * @throws IOException if it cannot be read
     */
    static Schema typed(String file) throws IOException {
        try (TableReader reader = open(file)) {
            return reader instanceof CsvTableReader csv ? new WrittenTypes(csv.schema()).read(csv) : reader.schema();
        }
    }

    /** {@return key-value pairs kept in the file} */
    Map<String, String> metadata();

    /**
     * Says what to read, before the first row.
     *
     * @param wanted columns of the file and the types their values are to have
     * @throws PointFileException if the file has no such column, or its type cannot become the wanted one
     * @throws IOException if the file cannot be read
     */
    void select(Schema wanted) throws IOException;

    /**
     * Reads the next row.
     *
     * @param row of the schema that was selected
     * @return false if there is none
     * @throws PointFileException if a value cannot be had as it is wanted
     * @throws IOException if the file cannot be read
     */
    boolean next(Row row) throws IOException;

    /** {@return where the last row stands, for messages; before the first row, where the columns are named} */
    String place();
}
