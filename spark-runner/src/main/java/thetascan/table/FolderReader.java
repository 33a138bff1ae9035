package thetascan.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import thetascan.storage.Folder;

/**
 * Reads all Parquet files of a folder and the folders in it as one table, sorted by name. As for other readers of such
 * folders, names that begin with {@code _} or {@code .} do not count. Each file must have the columns asked for.
 */
final class FolderReader implements TableReader {

    private final Folder folder;
    private final String title;
    private final Iterator<String> files;
    private TableReader file;
    private @Nullable Schema wanted;

    private FolderReader(Folder folder, String title, Iterator<String> files) throws IOException {
        this.folder = folder;
        this.title = title;
        this.files = files;
        file = open(files.next());
    }

    /**
     * @param title what messages call the folder
     * @throws PointFileException if there is no Parquet file in it
     */
    static FolderReader open(Folder folder, String title) throws IOException {
        List<String> files = new ArrayList<>();
        collect(folder, "", files);
        if (files.isEmpty()) throw new PointFileException(title + ": is a folder without Parquet files");
        return new FolderReader(folder, title, files.iterator());
    }

    private static void collect(Folder folder, String below, List<String> files) throws IOException {
        for (String name : folder.list(below)) {
            if (name.startsWith("_") || name.startsWith(".")) continue;
            String path = below.isEmpty() ? name : below + "/" + name;
            if (folder.isFolder(path)) collect(folder, path, files);
            else if (name.endsWith(".parquet")) files.add(path);
        }
    }

    private TableReader open(String name) throws IOException {
        return TableReader.parquet(folder, name, title.endsWith("/") ? title + name : title + "/" + name);
    }

    @Override
    public List<String> names() {
        return file.names();
    }

    @Override
    public Schema schema() {
        return file.schema();
    }

    @Override
    public Map<String, String> metadata() {
        return file.metadata();
    }

    @Override
    public void select(Schema schema) throws IOException {
        wanted = schema;
        file.select(schema);
    }

    @Override
    public boolean next(Row row) throws IOException {
        while (!file.next(row)) {
            if (!files.hasNext()) return false;
            file.close();
            file = open(files.next());
            if (wanted != null) file.select(wanted);
        }
        return true;
    }

    @Override
    public String place() {
        return file.place();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
