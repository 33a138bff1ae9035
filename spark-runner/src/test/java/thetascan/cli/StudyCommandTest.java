package thetascan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StudyCommandTest {

    @Test
    void quantilesLieBetweenOrderStatistics() {
        double[] sorted = {1, 2, 4, 8, Double.POSITIVE_INFINITY};
        assertThat(StudyCommand.quantile(sorted, 0)).isEqualTo(1);
        assertThat(StudyCommand.quantile(sorted, 0.5)).isEqualTo(4);
        assertThat(StudyCommand.quantile(sorted, 0.625)).isEqualTo(6);
        assertThat(StudyCommand.quantile(sorted, 1)).isInfinite();
    }
}
