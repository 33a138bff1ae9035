package thetascan.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StudyReportTest {

    @Test
    void quantilesLieBetweenOrderStatistics() {
        double[] sorted = {1, 2, 4, 8, Double.POSITIVE_INFINITY};
        assertThat(StudyReport.quantile(sorted, 0)).isEqualTo(1);
        assertThat(StudyReport.quantile(sorted, 0.5)).isEqualTo(4);
        assertThat(StudyReport.quantile(sorted, 0.625)).isEqualTo(6);
        assertThat(StudyReport.quantile(sorted, 1)).isInfinite();
    }
}
