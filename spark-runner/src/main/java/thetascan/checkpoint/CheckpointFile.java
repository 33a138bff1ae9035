package thetascan.checkpoint;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * The bytes of a checkpoint file: 8 bytes {@code THETASCP}, format version (int), payload length (int), payload, CRC-32C
 * of all before it (int), big-endian. A file that was torn or changed does not decode.
 */
final class CheckpointFile {

    /** Version 1 is the same without points that wait. */
    static final int VERSION = 2;

    private static final byte[] MAGIC = "THETASCP".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = MAGIC.length + 2 * Integer.BYTES;

    private CheckpointFile() {}

    static byte[] encode(byte[] payload) {
        ByteBuffer bytes = ByteBuffer.allocate(Math.addExact(payload.length, HEADER + Integer.BYTES));
        bytes.put(MAGIC).putInt(VERSION).putInt(payload.length).put(payload);
        bytes.putInt(checksum(bytes.array(), bytes.position()));
        return bytes.array();
    }

    /**
     * The payload.
     *
     * @throws TornException if the file is cut off or its check sum is wrong
     * @throws CheckpointException if another version of the program wrote it
     */
    static byte[] decode(byte[] file) throws TornException {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        if (file.length < HEADER + Integer.BYTES || !Arrays.equals(file, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new TornException("is no checkpoint");
        }
        int version = bytes.getInt(MAGIC.length);
        int length = bytes.getInt(MAGIC.length + Integer.BYTES);
        if (length != file.length - HEADER - Integer.BYTES) throw new TornException("is cut off");
        if (bytes.getInt(HEADER + length) != checksum(file, HEADER + length)) {
            throw new TornException("has a wrong check sum");
        }
        if (version < 1 || version > VERSION) {
            throw new CheckpointException("checkpoint format " + version + ", this program reads 1 to " + VERSION);
        }
        return Arrays.copyOfRange(file, HEADER, HEADER + length);
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }

    /** The file does not hold what was written. */
    static final class TornException extends Exception {

        private static final long serialVersionUID = 1L;

        TornException(String message) {
            super(message);
        }
    }
}
