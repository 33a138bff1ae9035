package thetascan.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thetascan.scan.Progress;
import thetascan.scan.Stop;
import thetascan.scan.StopRules;
import thetascan.schedule.KindProgress;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;
import thetascan.tally.Tally;
import thetascan.toy.ToyPoints;

class ScanReportTest {

    private final StringWriter out = new StringWriter();
    private long now;

    private ScanReport report(ScanReport.Style style) {
        StopRules stop = new StopRules(1000, 40_000, Duration.ofHours(2), 0);
        ProgressText text = new ProgressText("rings", ToyPoints.constraints(), stop);
        return new ScanReport(new PrintWriter(out, true), style, text, () -> now);
    }

    private static Progress progress(long valid, long invalid, long failed, double bestCost, Duration elapsed) {
        return progress(valid, invalid, failed, bestCost, elapsed, failed > 0 ? "too far north" : "");
    }

    private static Progress progress(
            long valid, long invalid, long failed, double bestCost, Duration elapsed, String failure) {
        Tally tally = new Tally(3);
        tally.restore(new StateInput(new StateOutput()
                .put("byStatus", new long[] {valid, invalid, failed})
                .put("restarts", new long[5])
                .put("vetoes", new long[] {invalid / 2, invalid / 4, 0})
                .put("refused", 0)
                .put("generations", 10)
                .put("bestCost", bestCost)
                .put("lastFailure", failure)
                .put("jointViolations", new Tally(3).jointViolations())
                .put("nearMisses", new Tally(3).nearMisses())
                .toByteArray()));
        KindProgress kind = new KindProgress("outward", "box", 3, 2500, 400, 30, 120, 0.125);
        return new Progress(
                1, tally, 17, valid, 12, 11, 345, 300, 400, 9, 0.1, List.of(kind), List.of(), List.of(), elapsed);
    }

    private List<String> lines() {
        return out.toString().lines().toList();
    }

    @Test
    void aLineTellsEverything() {
        ScanReport report = report(ScanReport.Style.LINES);
        report.started(progress(0, 0, 0, Double.POSITIVE_INFINITY, Duration.ZERO));
        now = 10_000_000_000L;
        report.advanced(progress(500, 9000, 500, 0, Duration.ofSeconds(100)));
        assertThat(lines())
                .containsExactly("1m40s  10,000 evaluations  100/s  valid 500  distinct 12  cells 345"
                        + "  failed 500 (last: too far north)  violated: ring (50.0 %), gap (25.0 %)"
                        + "  left: evaluations 5m00s, valid points 1m40s, wall time 1h58m");
    }

    @Test
    void aLineTellsWhatAStrategyBrought() {
        Progress progress = progress(500, 9000, 500, 0, Duration.ofSeconds(100));
        ProgressText text = new ProgressText("rings", ToyPoints.constraints(), StopRules.NONE);
        assertThat(text.strategies(progress))
                .containsExactly("  outward in box: islands 3, evaluations 2,500 (25.0 %), valid 400, new points 30,"
                        + " new cells 120; now gets 12.5 %");
    }

    @Test
    void theBestCostCountsUntilTheFirstValidPoint() {
        ScanReport report = report(ScanReport.Style.LINES);
        report.started(progress(0, 0, 0, Double.POSITIVE_INFINITY, Duration.ZERO));
        now = 10_000_000_000L;
        report.advanced(progress(0, 1000, 0, 0.125, Duration.ofSeconds(10)));
        assertThat(lines().get(0)).contains("best cost 0.1250").contains("valid points unknown");
    }

    @Test
    void filesGetALineEveryTenSecondsAndAtTheEnd() {
        ScanReport report = report(ScanReport.Style.LINES);
        report.started(progress(0, 0, 0, Double.POSITIVE_INFINITY, Duration.ZERO));
        for (int second = 1; second <= 25; second++) {
            now = second * 1_000_000_000L;
            report.advanced(progress(0, 100L * second, 0, 1, Duration.ofSeconds(second)));
        }
        report.stopped(Stop.EVALUATIONS, progress(0, 2500, 0, 1, Duration.ofSeconds(25)));
        assertThat(lines()).extracting(line -> line.substring(0, 3)).containsExactly("10s", "20s", "25s");
        assertThat(out.toString()).doesNotContain("\u001b");
    }

    @Test
    void aTerminalIsDrawnOverInPlace() {
        ScanReport report = report(ScanReport.Style.LIVE);
        report.started(progress(0, 0, 0, Double.POSITIVE_INFINITY, Duration.ZERO));
        now = 300_000_000L;
        report.advanced(progress(3, 97, 0, 0, Duration.ofMillis(300)));
        assertThat(out.toString()).doesNotContain("\u001b[4A");
        assertThat(lines())
                .anySatisfy(line -> assertThat(line).contains("rings  100 evaluations, 333/s, running 0s"))
                .anySatisfy(
                        line -> assertThat(line).contains("valid 3 (3.0 %)  distinct 12  cells 345 of 400  stored 3"))
                .anySatisfy(line -> assertThat(line).contains("most often violated: ring (49.5 %), gap (24.7 %)"));
        now = 400_000_000L;
        report.advanced(progress(4, 96, 0, 0, Duration.ofMillis(400))); // too soon
        now = 600_000_000L;
        report.advanced(progress(5, 195, 0, 0, Duration.ofMillis(600)));
        assertThat(out.toString().split("\u001b\\[4A\u001b\\[J", -1)).hasSize(2); // four lines up, once
        assertThat(out.toString()).doesNotContain("valid 4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "first\nsecond",
                "first\r\nsecond",
                "first\u2028second",
                "first\u0085second",
                "first\u000bsecond",
                "first\u001b[2Jsecond",
                "first\tsecond",
                "first\u202esecond"
            })
    void aFailureKeepsToItsLine(String failure) {
        ScanReport report = report(ScanReport.Style.LIVE);
        report.started(progress(0, 0, 0, Double.POSITIVE_INFINITY, Duration.ZERO));
        now = 300_000_000L;
        report.advanced(progress(3, 90, 7, 0, Duration.ofMillis(300), failure));
        now = 600_000_000L;
        report.advanced(progress(3, 90, 7, 0, Duration.ofMillis(600), failure));
        String drawn = out.toString().substring(0, out.toString().indexOf("\u001b[4A")); // four lines up
        assertThat(drawn.split("\\R", -1)).hasSize(5);
        String text = drawn.replace("\u001b[?7l", "").replace("\u001b[?7h", "").replace(System.lineSeparator(), "");
        assertThat(text).doesNotContainPattern("[\\p{Cc}\\p{Cf}]").containsPattern("last: first .*second");
    }

    @Test
    void aLongFailureIsCut() {
        ScanReport report = report(ScanReport.Style.LINES);
        report.started(progress(0, 0, 0, Double.POSITIVE_INFINITY, Duration.ZERO));
        now = 10_000_000_000L;
        report.advanced(progress(3, 90, 7, 0, Duration.ofSeconds(10), "x".repeat(1000)));
        assertThat(lines().get(0)).contains("(last: " + "x".repeat(196) + " ...)  violated");
        assertThat(OneLine.of("\ud835\udf03".repeat(201))).isEqualTo("\ud835\udf03".repeat(196) + " ...");
        assertThat(OneLine.of("\ud835\udf03".repeat(200))).isEqualTo("\ud835\udf03".repeat(200));
    }

    @Test
    void aResumedScanSaysWhereItGoesOnAndCountsItsOwnSpeed() {
        ScanReport report = report(ScanReport.Style.LINES);
        report.started(progress(100, 9900, 0, 0, Duration.ZERO));
        now = 10_000_000_000L;
        report.advanced(progress(150, 10_850, 0, 0, Duration.ofSeconds(10)));
        assertThat(lines().get(0)).isEqualTo("resuming after 10,000 evaluations, 100 valid");
        assertThat(lines().get(1)).contains("11,000 evaluations  100/s");
    }

    @Test
    void timesAreShort() {
        assertThat(ProgressText.time(Duration.ofSeconds(59))).isEqualTo("59s");
        assertThat(ProgressText.time(Duration.ofSeconds(200))).isEqualTo("3m20s");
        assertThat(ProgressText.time(Duration.ofMinutes(125))).isEqualTo("2h05m");
        assertThat(ProgressText.time(Duration.ofSeconds(-5))).isEqualTo("0s");
    }
}
