package thetascan.external.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import thetascan.fingerprint.Sha256;

/** Hashes of texts and of what is in files; which text is which counts, where files are does not. */
final class Fingerprint {

    private static final int DIGITS = 12;

    private final Sha256 hash = new Sha256();

    Fingerprint add(String text) {
        hash.add(text);
        return this;
    }

    String text() {
        return hash.hex(DIGITS);
    }

    /**
     * @param files by the name they are known by
     * @throws IOException if one cannot be read
     */
    static String of(Map<String, Path> files) throws IOException {
        Fingerprint all = new Fingerprint();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            all.add(file.getKey()).add(new Sha256().add(file.getValue()).hex(DIGITS));
        }
        return all.text();
    }
}
