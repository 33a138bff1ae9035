package thetascan.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;
import thetascan.storage.Folder;

/**
 * What a checkpoint knows of a committed file, so that damage is noticed.
 *
 * @param name     in the folder of the scan
 * @param bytes    its size
 * @param checksum CRC-32C of its content
 */
public record StoredFile(String name, long bytes, int checksum) {

    private static final int BUFFER = 1 << 16;

    /**
     * Describes a file as it is now.
     *
     * @param folder of the scan
     * @param name in the folder
     * @return its size and checksum
     * @throws IOException if it cannot be read
     */
    public static StoredFile of(Folder folder, String name) throws IOException {
        CRC32C crc = new CRC32C();
        long bytes = 0;
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = folder.open(name)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                crc.update(buffer, 0, read);
                bytes += read;
            }
        }
        return new StoredFile(name, bytes, (int) crc.getValue());
    }

    /**
     * {@return the same content by another name}
     *
     * @param other name in the folder
     */
    StoredFile named(String other) {
        return new StoredFile(other, bytes, checksum);
    }

    /**
     * {@return what is wrong with the file; empty if it is as it was}
     *
     * @param folder of the scan
     * @throws IOException if the folder cannot be read
     */
    public Optional<String> damage(Folder folder) throws IOException {
        if (!folder.exists(name)) return Optional.of(name + " is missing");
        StoredFile now = of(folder, name);
        if (now.bytes != bytes) {
            return Optional.of(name + " has " + now.bytes + " bytes instead of " + bytes);
        }
        return now.checksum == checksum ? Optional.empty() : Optional.of(name + " was changed");
    }

    /**
     * Writes several; {@link #readAll} is the inverse.
     *
     * @param files in their order
     * @return a form of our own, equal on every machine
     */
    public static byte[] bytes(List<StoredFile> files) {
        StateOutput out = new StateOutput().put("count", files.size());
        for (StoredFile file : files) {
            out.put("name", file.name).put("bytes", file.bytes).put("checksum", file.checksum);
        }
        return out.toByteArray();
    }

    /**
     * Reads several.
     *
     * @param bytes what {@link #bytes} wrote
     * @return the files in their order
     */
    public static List<StoredFile> readAll(byte[] bytes) {
        StateInput in = new StateInput(bytes);
        StoredFile[] files = new StoredFile[in.getInt("count")];
        for (int i = 0; i < files.length; i++) {
            files[i] = new StoredFile(in.getText("name"), in.getLong("bytes"), in.getInt("checksum"));
        }
        return List.of(files);
    }
}
