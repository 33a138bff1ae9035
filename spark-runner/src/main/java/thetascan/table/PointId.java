package thetascan.table;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import thetascan.model.Model;

/**
 * Names points: the first 16 hexadecimal digits of the SHA-256 of model name, model version and the bits of all
 * parameters. The same inputs have the same id in every catalogue of one model version. Not thread-safe.
 */
final class PointId {

    private static final int BYTES = 8;

    private final byte[] prefix;
    private final MessageDigest digest;

    PointId(Model model) {
        prefix = (model.name() + "\n" + model.version() + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * @param theta every parameter of the space; hashed as big-endian IEEE 754 doubles, −0 as 0
     */
    String of(double[] theta) {
        ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * theta.length);
        for (double value : theta) bytes.putDouble(value + 0.0); // −0 + 0 = 0
        digest.update(prefix);
        return HexFormat.of().formatHex(digest.digest(bytes.array()), 0, BYTES);
    }
}
