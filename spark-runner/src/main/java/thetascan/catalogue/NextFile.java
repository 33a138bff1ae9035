package thetascan.catalogue;

import java.io.IOException;
import thetascan.storage.Folder;
import thetascan.table.TableWriter;

/**
 * The points file that a scan writes. Whole, it waits out of the sight of those who read points until a checkpoint names it;
 * then it gets its name among them.
 */
public final class NextFile {

    private static final String NAME = Catalogue.WAITING + "/points.parquet";

    private final Folder folder;

    NextFile(Folder folder) {
        this.folder = folder;
    }

    /**
     * Opens the file. When the writer is closed the file is whole, and waits.
     *
     * @param schema columns
     * @param manifest says what stands in the footer
     * @return a writer of the file
     * @throws IOException if the folder cannot be written
     */
    public PointWriter writer(PointSchema schema, Manifest manifest) throws IOException {
        return new PointWriter(TableWriter.parquet(folder, NAME, schema.schema(), manifest.footer()), schema);
    }

    /**
     * {@return the file, by the name it will have}
     *
     * @param commit that it will be part of
     * @throws IOException if there is none or it cannot be read
     */
    public StoredFile as(int commit) throws IOException {
        return StoredFile.of(folder, NAME)
                .named(Catalogue.POINTS + "/" + Catalogue.partition(commit) + "/points.parquet");
    }

    /**
     * Gives the file its name among the points.
     *
     * @param file as it was committed
     * @throws IOException if it cannot be renamed
     */
    public void publish(StoredFile file) throws IOException {
        folder.publish(NAME, file.name());
    }

    /**
     * {@return true if it is a committed file: the program was killed before that had its name, or is about to give it}
     *
     * @param file that was committed
     * @throws IOException if the folder cannot be read
     */
    public boolean is(StoredFile file) throws IOException {
        return !folder.exists(file.name())
                && folder.exists(NAME)
                && StoredFile.of(folder, NAME).named(file.name()).equals(file);
    }

    /**
     * {@return true if there is one, committed or not, that is not among the points; in object stores it may be both}
     *
     * @throws IOException if the folder cannot be read
     */
    public boolean isThere() throws IOException {
        if (!folder.exists(NAME)) return false;
        StoredFile file = StoredFile.of(folder, NAME);
        for (String name : new Catalogue(folder).pointFiles())
            if (file.named(name).equals(StoredFile.of(folder, name))) return false;
        return true;
    }

    /**
     * Removes the file: no checkpoint names it.
     *
     * @throws IOException if it cannot be deleted
     */
    public void remove() throws IOException {
        folder.delete(NAME);
    }
}
