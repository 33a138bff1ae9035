package thetascan.scotogenic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thetascan.model.Model;
import thetascan.scotogenic.t12a.T12aModel;

/** Evaluations to the first point valid in all but the relic density, in the recommended charts, fixed seeds. */
@Tag("statistical")
class SearchEffortTest {

    private static final int SEEDS = 30;
    private static final long BUDGET = 50_000;

    @ParameterizedTest
    @CsvSource({
        "CASAS_IBARRA, recommended-2021, delta-a-mu-2021, 6000",
        "YUKAWAS, recommended-2021, delta-a-mu-2021, 6000",
        "CASAS_IBARRA, recommended-2025, delta-a-mu-2025, 100",
        "YUKAWAS, recommended-2025, delta-a-mu-2025, 100",
    })
    void recommendedChartsFindValidPoints(InputBasis basis, String chart, String set, long median) throws Exception {
        Model model = new T12aModel(basis);
        SearchEffort effort = new SearchEffort(model, SearchEffort.chart(model, chart), set);
        long[] evaluations = new long[SEEDS];
        for (int seed = 0; seed < SEEDS; seed++) {
            evaluations[seed] = effort.evaluations(1000 + seed, BUDGET);
        }
        Arrays.sort(evaluations);
        assertThat(evaluations[SEEDS / 2]).isLessThanOrEqualTo(median);
        assertThat(LongStream.of(evaluations).filter(n -> n < BUDGET).count()).isGreaterThanOrEqualTo(28);
    }
}
