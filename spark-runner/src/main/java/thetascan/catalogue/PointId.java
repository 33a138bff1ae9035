package thetascan.catalogue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import thetascan.model.Model;

/**
 * Names points: the first 16 hexadecimal digits of the SHA-256 of model name, model version and the bits of all
 * parameters. The same inputs have the same id in every catalogue of one model version.
 */
final class PointId {

    private static final int BYTES = 8;

    private final byte[] prefix;

    PointId(Model model) {
        prefix = (model.name() + "\n" + model.version() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * @param theta every parameter of the space; hashed as big-endian IEEE 754 doubles, −0 as 0
     */
    String of(double[] theta) {
        return HexFormat.of().formatHex(hash(theta), 0, BYTES);
    }

    /** The same as a number. */
    long number(double[] theta) {
        return ByteBuffer.wrap(hash(theta)).getLong();
    }

    private byte[] hash(double[] theta) {
        ByteBuffer bytes = ByteBuffer.allocate(prefix.length + Double.BYTES * theta.length);
        bytes.put(prefix);
        for (double value : theta) bytes.putDouble(value + 0.0); // −0 + 0 = 0
        return digest().digest(bytes.array());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
