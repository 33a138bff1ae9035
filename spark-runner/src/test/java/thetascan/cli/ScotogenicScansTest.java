package thetascan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped scans of T1-2-A find points under all 32 constraints, relic density included. */
@Tag("statistical")
class ScotogenicScansTest {

    @ParameterizedTest
    @CsvSource({
        "t12a-quickstart, 8, 4000",
        "t12a-casas-ibarra, 1, 20000",
        "t12a-yukawas, 1, 20000",
    })
    void findValidPoints(String scan, int islands, int evaluations) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                "study",
                "../conf/" + scan + ".yaml",
                "--seeds",
                "2",
                "--threads",
                "1",
                "--set",
                "search.islands=" + islands,
                "--set",
                "stop.evaluations=" + evaluations,
                "--set",
                "stop.valid_points=1",
                "--set",
                "stop.wall_time=0s");
        assertThat(code).as(err.toString()).isZero();
        assertThat(out.toString()).contains("valid points in 2 of 2 runs");
    }
}
