package thetascan.extension;

import java.io.IOException;
import java.nio.file.Path;
import thetascan.fingerprint.Sha256;

/**
 * A jar of a user.
 *
 * @param path   absolute
 * @param sha256 of its content, in hexadecimal digits
 */
public record Jar(Path path, String sha256) {

    static Jar of(Path file) throws IOException {
        return new Jar(file.toAbsolutePath().normalize(), new Sha256().add(file).hex(Sha256.DIGITS));
    }

    /**
     * The name of the file.
     *
     * @return without its folder
     */
    public String name() {
        return path.getFileName().toString();
    }
}
