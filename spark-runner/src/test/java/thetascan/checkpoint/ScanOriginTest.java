package thetascan.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScanOriginTest {

    private final ScanOrigin here = new ScanOrigin("toy", "2", "Debian 17 amd64");

    @Test
    void theSameOriginIsNoConflict() {
        assertThat(here.conflict(new ScanOrigin("toy", "2", "Debian 17 amd64"), PlatformCheck.SAME))
                .isEmpty();
    }

    @Test
    void anotherModelVersionIs() {
        assertThat(here.conflict(new ScanOrigin("toy", "1", "Debian 17 amd64"), PlatformCheck.ANY))
                .hasValue("was begun with model toy 1, this is toy 2. Use --fresh to start anew, or another --out.");
    }

    @Test
    void anotherPlatformIsUnlessForced() {
        ScanOrigin elsewhere = new ScanOrigin("toy", "2", "Temurin 17 aarch64");
        assertThat(here.conflict(elsewhere, PlatformCheck.SAME))
                .hasValue("was begun on Temurin 17 aarch64, this is Debian 17 amd64: last digits may differ."
                        + " Use --force-platform to go on all the same.");
        assertThat(here.conflict(elsewhere, PlatformCheck.ANY)).isEmpty();
    }
}
