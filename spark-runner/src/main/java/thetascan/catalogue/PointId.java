package thetascan.catalogue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import thetascan.fingerprint.Sha256;
import thetascan.model.Model;

/**
 * Names points: the first 16 hexadecimal digits of the SHA-256 of model name, model version and the bits of all
 * parameters. The same inputs have the same id in every catalogue of one model version.
 */
public final class PointId {

    private static final int DIGITS = 16;

    private final byte[] prefix;

    /**
     * Names the points of a model.
     *
     * @param model of one version
     */
    public PointId(Model model) {
        prefix = (model.name() + "\n" + model.version() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * {@return the id of a point}
     *
     * @param theta every parameter of the space; hashed as big-endian IEEE 754 doubles, −0 as 0
     */
    public String of(double[] theta) {
        return hash(theta).hex(DIGITS);
    }

    /** The same as a number. */
    long number(double[] theta) {
        return ByteBuffer.wrap(hash(theta).digest()).getLong();
    }

    private Sha256 hash(double[] theta) {
        ByteBuffer bytes = ByteBuffer.allocate(prefix.length + Double.BYTES * theta.length);
        bytes.put(prefix);
        for (double value : theta) bytes.putDouble(value + 0.0); // −0 + 0 = 0
        return new Sha256().add(bytes.array());
    }
}
