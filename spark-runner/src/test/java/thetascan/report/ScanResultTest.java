package thetascan.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** What is said of growth follows from the last decade of evaluations alone. */
class ScanResultTest {

    @Test
    void asManyNewCellsInEachHalfDecadeGoOn() {
        ScanResult.Growth growth = new ScanResult.Growth(1000, 100, 100);
        assertThat(growth.expected()).isCloseTo(200, within(1e-9));
        assertThat(growth.verdict()).isEqualTo("still growing: ten times more evaluations would reach about 20 % more");
    }

    @Test
    void fewerAndFewerFlatten() {
        ScanResult.Growth growth = new ScanResult.Growth(1000, 20, 80);
        assertThat(growth.expected()).isCloseTo(5 + 1.25, within(1e-9));
        assertThat(growth.verdict()).startsWith("flattening: ten times more evaluations would reach about 1 % more");
    }

    @Test
    void nothingNewStaysSo() {
        assertThat(new ScanResult.Growth(1000, 0, 0).verdict()).startsWith("flattening: ");
        assertThat(new ScanResult.Growth(10, 10, 0).expected()).isZero();
    }
}
