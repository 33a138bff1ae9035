package thetascan.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import thetascan.fuzz.Damage;

class CheckpointFileTest {

    private static final byte[] PAYLOAD = {1, 2, 3, -4};

    @Test
    void givesBackWhatWasStored() throws CheckpointFile.TornException {
        assertThat(CheckpointFile.decode(CheckpointFile.encode(PAYLOAD))).isEqualTo(PAYLOAD);
        assertThat(CheckpointFile.decode(CheckpointFile.encode(new byte[0]))).isEmpty();
    }

    @Test
    void isWrittenAsSpecified() {
        String bytes = HexFormat.of().formatHex(CheckpointFile.encode(PAYLOAD));
        // "THETASCP", version 2, length 4, payload; then the check sum
        assertThat(bytes)
                .startsWith("5448455441534350" + "00000002" + "00000004" + "010203fc")
                .hasSize(48);
    }

    @Test
    void everyCutIsNoticed() {
        byte[] file = CheckpointFile.encode(PAYLOAD);
        for (int length = 0; length < file.length; length++) {
            byte[] cut = Arrays.copyOf(file, length);
            assertThatThrownBy(() -> CheckpointFile.decode(cut)).isInstanceOf(CheckpointFile.TornException.class);
        }
    }

    @Test
    void everyChangedBitIsNoticed() {
        byte[] file = CheckpointFile.encode(PAYLOAD);
        for (int bit = 0; bit < 8 * file.length; bit++) {
            byte[] changed = file.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> CheckpointFile.decode(changed)).isInstanceOf(CheckpointFile.TornException.class);
        }
    }

    /** Whatever happens to the bytes; a version that is changed alone is no damage but another version. */
    @Test
    void tenThousandDamagedCheckpointsAreNoticed() {
        byte[] payload = new byte[3000];
        new Random(5).nextBytes(payload);
        byte[] file = CheckpointFile.encode(payload);
        for (long seed = 0; seed < 10_000; seed++) {
            byte[] damaged = new Damage(seed).bytes(file);
            assertThatThrownBy(() -> CheckpointFile.decode(damaged))
                    .as("seed %d", seed)
                    .isInstanceOf(CheckpointFile.TornException.class);
        }
    }

    @Test
    void anotherVersionIsNotTornButRefused() {
        byte[] file = CheckpointFile.encode(PAYLOAD);
        ByteBuffer bytes = ByteBuffer.wrap(file).putInt(8, 3);
        CRC32C crc = new CRC32C();
        crc.update(file, 0, file.length - 4);
        bytes.putInt(file.length - 4, (int) crc.getValue());
        assertThatThrownBy(() -> CheckpointFile.decode(file))
                .isInstanceOf(CheckpointException.class)
                .hasMessage("checkpoint format 3, this program reads 1 to 2");
    }
}
