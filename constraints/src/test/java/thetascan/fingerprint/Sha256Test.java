package thetascan.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Sha256Test {

    /** FIPS 180-2, appendix B.1. */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private static final byte[] BYTES = "abc".getBytes(StandardCharsets.US_ASCII);

    @Test
    void bytesAndFilesAreHashedAsThePublishedExample(@TempDir Path folder) throws IOException {
        assertThat(new Sha256().add(BYTES).hex(Sha256.DIGITS)).isEqualTo(ABC);
        Path file = Files.write(folder.resolve("abc"), BYTES);
        assertThat(new Sha256().add(file).hex(12)).isEqualTo(ABC.substring(0, 12));
    }

    @Test
    void textsAreNotDividedInAnotherWay() {
        assertThat(new Sha256().add("ab").add("c").hex(12))
                .isNotEqualTo(new Sha256().add("a").add("bc").hex(12));
    }

    @Test
    void isTheHashOfWhatCameSinceTheLastOne() {
        Sha256 hash = new Sha256().add("before");
        hash.digest();
        assertThat(hash.add(BYTES).hex(Sha256.DIGITS)).isEqualTo(ABC);
    }
}
