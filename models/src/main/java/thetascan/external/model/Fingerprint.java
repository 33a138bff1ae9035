package thetascan.external.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** Hashes of texts and of what is in files; which text is which counts, where files are does not. */
final class Fingerprint {

    private static final int DIGITS = 12;
    private static final int CHUNK = 65_536;

    private final MessageDigest digest;

    Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    Fingerprint add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
        return this;
    }

    String text() {
        return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    }

    /**
     * @param files by the name they are known by
     * @throws IOException if one cannot be read
     */
    static String of(Map<String, Path> files) throws IOException {
        Fingerprint all = new Fingerprint();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            all.add(file.getKey()).add(of(file.getValue()));
        }
        return all.text();
    }

    private static String of(Path file) throws IOException {
        Fingerprint fingerprint = new Fingerprint();
        byte[] chunk = new byte[CHUNK];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) fingerprint.digest.update(chunk, 0, n);
        }
        return fingerprint.text();
    }
}
