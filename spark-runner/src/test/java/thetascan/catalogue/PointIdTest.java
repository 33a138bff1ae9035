package thetascan.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import thetascan.toy.ToyModel;

class PointIdTest {

    private final PointId id = new PointId(new ToyModel());

    @Test
    void isTheHashOfModelAndInputs() {
        // Python: hashlib.sha256(b"toy\n2\n" + struct.pack(">3d", 0.25, -0.5, 1)).hexdigest()[:16]
        assertThat(id.of(new double[] {0.25, -0.5, 1})).isEqualTo("e35c7b6aa6a986b8");
        assertThat(id.of(new double[] {0, 0, 1})).isEqualTo("f7dc50cee82c3f39");
    }

    @Test
    void minusZeroIsZero() {
        assertThat(id.of(new double[] {-0.0, 0, 1})).isEqualTo(id.of(new double[] {0, -0.0, 1}));
    }

    @Test
    void theLastBitCounts() {
        assertThat(id.of(new double[] {Math.nextUp(0.25), -0.5, 1})).isNotEqualTo(id.of(new double[] {0.25, -0.5, 1}));
    }
}
