package thetascan.fingerprint;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of all that is added, in that order. {@link #digest} and {@link #hex} end one hash and begin the next. */
public final class Sha256 {

    /** Hexadecimal digits of a whole hash. */
    public static final int DIGITS = 64;

    private final MessageDigest digest;

    /** The hash of nothing. */
    public Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * Adds bytes.
     *
     * @param bytes any number of them
     * @return this
     */
    public Sha256 add(byte[] bytes) {
        digest.update(bytes);
        return this;
    }

    /**
     * Adds text behind its length, so that neighbouring texts cannot be divided in another way.
     *
     * @param text hashed as UTF-8
     * @return this
     */
    public Sha256 add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
        return this;
    }

    /**
     * Adds the content of a file.
     *
     * @param file where it is
     * @return this
     * @throws IOException if it cannot be read
     */
    public Sha256 add(Path file) throws IOException {
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return this;
    }

    /**
     * The hash.
     *
     * @return 32 bytes
     */
    public byte[] digest() {
        return digest.digest();
    }

    /**
     * The hash in hexadecimal digits.
     *
     * @param digits how many of them, from the first, at most {@link #DIGITS}
     * @return lower case
     */
    public String hex(int digits) {
        return HexFormat.of().formatHex(digest()).substring(0, digits);
    }
}
