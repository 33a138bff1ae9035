package thetascan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code thetascan compare} on catalogues of a ring in the plane. */
class CompareCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    private String scan(String name, String... settings) throws IOException {
        Path conf = Files.writeString(
                folder.resolve("conf.yaml"),
                "{model: toy, search: {optimiser: {name: random}, islands: 2, exclude: {radius: 0}}}");
        String catalogue = folder.resolve(name).toString();
        List<String> arguments = new ArrayList<>(List.of("scan", conf.toString(), "--out", catalogue, "--allow-empty"));
        arguments.addAll(List.of("--set", "stop.evaluations=40000", "--set", "constraints.gap.mode=skip"));
        for (String setting : settings) arguments.addAll(List.of("--set", setting));
        assertThat(run(arguments.toArray(String[]::new))).as(err.toString()).isIn(Main.DONE, Main.NOTHING);
        return catalogue;
    }

    private JsonNode json(String... arguments) throws IOException {
        assertThat(run(arguments)).as(err.toString()).isZero();
        return new ObjectMapper().readTree(out.toString());
    }

    @Test
    void twoSeedsCoverTheSameRing() throws IOException {
        String a = scan("a", "seed=1");
        String b = scan("b", "seed=2");
        JsonNode json = json("compare", a, b, "--tolerance", "0.02", "--json");
        assertThat(json.at("/a/evaluations").asLong()).isEqualTo(40_000);
        assertThat(json.at("/a/first_valid").asLong()).isBetween(1L, 200L);
        // π (0.4² − 0.3²) of 4
        assertThat(json.at("/b/valid_fraction").asDouble()).isBetween(0.050, 0.060);
        assertThat(json.at("/a/stored_valid").asDouble())
                .isEqualTo(json.at("/a/valid_fraction").asDouble() * 40_000);
        assertThat(json.at("/mean_distance_a_to_b").asDouble()).isBetween(0.0005, 0.003);
        assertThat(json.at("/cramer_von_mises/p").asDouble()).isGreaterThan(0.01);
        assertThat(json.at("/nearest_neighbours/p").asDouble()).isGreaterThan(0.01);
        assertThat(run("compare", a, b, "--tolerance", "0.02")).isZero();
        assertThat(out.toString())
                .contains("A: " + a, "B: " + b, "No sign that the catalogues cover different regions.")
                .containsPattern("evaluations +40,000 +40,000");
    }

    @Test
    void whatWasScannedOtherwiseIsSaid() throws IOException {
        String a = scan("a", "stop.evaluations=500");
        String b = scan("b", "stop.evaluations=500", "parameters.s=2");
        assertThat(run("compare", a, b)).isZero();
        assertThat(err.toString())
                .contains("note: scanned otherwise: s is fixed [1, 1] in A, fixed [2, 2] in B\n")
                .doesNotContain("x is");
    }

    @Test
    void halfARingIsMissed() throws IOException {
        String whole = scan("whole");
        String half = scan("half", "constraints.right.mode=apply");
        JsonNode json = json("compare", whole, half, "--tolerance", "0.02", "--json");
        assertThat(json.at("/nearest_neighbours/p").asDouble()).isEqualTo(0.001);
        assertThat(json.at("/cramer_von_mises/p").asDouble()).isEqualTo(0.001);
        assertThat(json.at("/cramer_von_mises/parameter").asText()).isEqualTo("x");
        double only = json.at("/places_only_a").asDouble() / json.at("/places").asDouble();
        assertThat(only).isBetween(0.4, 0.6);
        assertThat(run("compare", whole, half, "--tolerance", "0.02")).isZero();
        assertThat(out.toString()).contains("The catalogues cover different regions");
    }

    @Test
    void aFileOfPointsServesAsReference() throws IOException {
        String a = scan("a");
        Path reference = Files.writeString(folder.resolve("reference.csv"), "x,y\n0.35,0\n-0.35,0\n0,1.5\n");
        JsonNode json = json("compare", a, reference.toString(), "--json");
        assertThat(json.at("/b/evaluations").isNull()).isTrue();
        assertThat(json.at("/b/families").isNull()).isTrue();
        assertThat(json.at("/a/families").asInt()).isEqualTo(1); // a whole ring
        assertThat(json.at("/b/stored_valid").asInt()).isEqualTo(2);
        assertThat(json.at("/b/outside").asInt()).isEqualTo(1);
        assertThat(json.at("/mean_distance_b_to_a").asDouble()).isLessThan(0.01);
        assertThat(json.has("nearest_neighbours")).isFalse();
        assertThat(run("compare", a, reference.toString())).isZero();
        assertThat(out.toString())
                .contains("too few places for a test")
                .containsPattern("left out: outside the ranges of A +0 +1");
    }

    @Test
    void whatCannotBeComparedIsWrong() throws IOException {
        String a = scan("a");
        assertThat(run("compare", a, folder.resolve("nowhere").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("nowhere: is no catalogue. Name the folder");
        assertThat(run("compare", a, a, "--tolerance", "0")).isEqualTo(2);
        assertThat(err.toString()).contains("--tolerance 0.0: must be above 0");
        String none = scan("none", "constraints.ring.range=[5,6]");
        assertThat(run("compare", a, none)).isZero();
        assertThat(out.toString()).contains("Nothing to compare: a side has no valid point.");
    }

    /** Rows of two numbers; a share of them lies in a corner. */
    private String events(String name, int rows, double corner, long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder("mass,pt\n");
        for (int i = 0; i < rows; i++) {
            double shift = random.nextDouble() < corner ? 3 : 0;
            text.append(random.nextGaussian() + shift)
                    .append(',')
                    .append(random.nextGaussian() + shift)
                    .append('\n');
        }
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void tablesOfAnythingAreCompared() throws IOException {
        String background = events("background.csv", 2000, 0, 1);
        String same = events("same.csv", 1000, 0, 2);
        String other = events("other.csv", 1000, 0.1, 3);
        String[] columns = {"--columns", "mass,pt", "--permutations", "199", "--json"};
        JsonNode nothing = json(concat(List.of("compare", background, same), columns));
        assertThat(nothing.at("/cramer_von_mises/p").asDouble()).isGreaterThan(0.01);
        assertThat(nothing.at("/rows_control").asInt()).isEqualTo(1000);
        assertThat(nothing.at("/rows_a").asInt()).isEqualTo(1000);
        for (String score : List.of("hbos", "isolation-forest", "knn")) {
            JsonNode found =
                    json(concat(List.of("compare", same, other, "--control", background, "--score", score), columns));
            assertThat(found.at("/cramer_von_mises/p").asDouble()).as(score).isLessThan(0.02);
            assertThat(found.at("/above_median_b").asDouble()).isGreaterThan(0.505);
            assertThat(found.at("/rows_control").asInt()).isEqualTo(2000);
        }
        assertThat(run("compare", background, other, "--columns", "mass,pt")).isZero();
        assertThat(out.toString())
                .contains("by hbos of mass, pt, which learned 1,000 rows of A", "The samples differ.");
    }

    @Test
    void catalogsAreTablesToo() throws IOException {
        String a = scan("a", "stop.evaluations=4000");
        JsonNode json = json("compare", a, a, "--columns", "x,y", "--permutations", "19", "--json");
        assertThat(json.at("/rows_b").asInt()).isGreaterThan(100);
    }

    @Test
    void wrongColumnsAndScoresAreNamed() throws IOException {
        String a = events("a.csv", 10, 0, 1);
        assertThat(run("compare", a, a, "--columns", "mas")).isEqualTo(2);
        assertThat(err.toString()).contains("missing column mas (or in_mas). Rename column mass?");
        assertThat(run("compare", a, a, "--columns", "mass", "--score", "hbo")).isEqualTo(2);
        assertThat(err.toString()).contains("--score: ", "hbos");
        assertThat(run("compare", a, a, "--control", a)).isEqualTo(2);
        assertThat(err.toString()).contains("--control: needs --columns");
        assertThat(run("compare", events("one.csv", 1, 0, 1), a, "--columns", "mass"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("one.csv: has 1 row, a sample has at least 2");
    }

    private static String[] concat(List<String> first, String... more) {
        return Stream.concat(first.stream(), Stream.of(more)).toArray(String[]::new);
    }
}
