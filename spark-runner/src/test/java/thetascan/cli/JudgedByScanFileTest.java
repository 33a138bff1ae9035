package thetascan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Given points under a scan file: its ranges, changed constraints and --set count; what stands beside a point stays. */
class JudgedByScanFileTest {

    @TempDir
    private Path folder;

    private Path scan;
    private Path points;
    private Path out;

    @BeforeEach
    void write() throws IOException {
        scan = Files.writeString(
                folder.resolve("s.yaml"),
                "{model: toy, parameters: {x: [0.1, 0.4], y: {range: [x, 1]}, s: 1}, constraints: {ring: [0, 0.35], right: skip}}");
        points = Files.writeString(folder.resolve("in.csv"), """
                name,x,y,obs_r,comment
                BP1,0.2,0.25,7,"a, b"
                BP2,0.3,0.2,7,
                BP3,-0.35,0,7,left
                """);
        out = folder.resolve("out.csv");
    }

    private List<String> rows() throws IOException {
        return Files.readAllLines(out);
    }

    @Test
    void rangesAndConstraintsOfTheScanCount() throws IOException {
        Commands.Ended ended = Commands.run("evaluate", scan.toString(), points.toString(), out.toString());
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.err())
                .contains(
                        "note: 1 other columns are computed anew or cannot be kept: obs_r",
                        "note: 1 point lies outside the scan in x, linear [0.1, 0.4]: row 3 has -0.35",
                        "note: 1 point lies outside the scan in y, dependent [x, 1]: row 2 has 0.2",
                        "out.csv: 2 valid, 1 invalid, 0 failed");
        assertThat(rows().get(0))
                .startsWith("status,reason,in_x,in_y,in_s,obs_r,")
                .endsWith(",cost,name,comment")
                .doesNotContain("right");
        assertThat(rows().get(1)).startsWith("VALID,,0.2,0.25,1.0,0.32").endsWith(",0.0,BP1,\"a, b\"");
        assertThat(rows().get(2)).startsWith("INVALID,ring,0.3,0.2,").endsWith(",BP2,");
        assertThat(rows().get(3)).startsWith("VALID,,-0.35,0.0,").endsWith(",BP3,left");
    }

    @Test
    void valuesOfTheCommandLineCount() throws IOException {
        Commands.Ended ended = Commands.run(
                "evaluate",
                scan.toString(),
                points.toString(),
                out.toString(),
                "--set",
                "constraints.ring.range=[0,1]");
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.err()).contains("3 valid, 0 invalid");
        assertThat(Commands.run("evaluate", "toy", points.toString(), out.toString(), "--set", "seed=1")
                        .err())
                .contains("--set needs a scan file instead of the model toy");
        assertThat(Commands.run(
                                "evaluate",
                                scan.toString(),
                                points.toString(),
                                out.toString(),
                                "--constraints",
                                "default")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void whatStandsBesideAPointStaysInParquet() throws IOException {
        String parquet = folder.resolve("out.parquet").toString();
        assertThat(Commands.run("evaluate", "toy", points.toString(), parquet).code())
                .isZero();
        Commands.Ended again = Commands.run("evaluate", scan.toString(), parquet, out.toString());
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(rows().get(0)).endsWith(",cost,name,comment");
        assertThat(rows().get(1)).startsWith("VALID,").endsWith(",BP1,\"a, b\"");
    }

    @Test
    void aRowIsExplained() {
        Commands.Ended ended = Commands.run("explain", scan.toString(), points.toString(), "--row", "2");
        assertThat(ended.code()).as(ended.err()).isZero();
        String[] lines = ended.out().split("\n");
        assertThat(lines[0]).startsWith(points + " row 2: INVALID, cost 0.0105551");
        assertThat(lines[2].strip().split(" +")).startsWith("ring", "violated", "0.360555", "[0,", "0.35]");
        assertThat(lines[3].strip()).startsWith("gap ");
        assertThat(Commands.run("explain", scan.toString(), points.toString(), "--row", "4")
                        .err())
                .contains("--row 4: " + points + " has rows 1 to 3");
        assertThat(Commands.run("explain", "toy", points.toString()).out()).contains(" row 1: ");
    }

    @Test
    void aStoredPointIsExplained() throws IOException {
        Path catalogue = folder.resolve("scan");
        Commands.run(
                "scan",
                scan.toString(),
                "--out",
                catalogue.toString(),
                "--points",
                "400",
                "--set",
                "search.optimiser=random");
        Path csv = folder.resolve("ids.csv");
        try (var files = Files.walk(catalogue.resolve("points"))) {
            Path file = files.filter(path -> path.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow();
            Commands.run("evaluate", "toy", file.toString(), csv.toString());
        }
        List<String> header = Arrays.asList(Files.readAllLines(csv).get(0).split(","));
        assertThat(header).endsWith("point_id", "island", "generation", "novelty");
        String id = Files.readAllLines(csv).get(1).split(",")[header.indexOf("point_id")];
        Commands.Ended ended = Commands.run("explain", catalogue.toString(), id.substring(0, 9));
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).startsWith("point " + id + ": VALID, cost 0\n");
        assertThat(Commands.run("explain", catalogue.toString(), "zz").err())
                .contains("no point has an id that begins with zz");
        assertThat(Commands.run("explain", catalogue.toString(), "").err()).contains("ids begin with");
    }
}
