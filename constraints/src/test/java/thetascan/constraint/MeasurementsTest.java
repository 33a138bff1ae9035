package thetascan.constraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static thetascan.contract.ConstraintAssertion.verify;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasurementsTest {

    private final Measurements shipped = Measurements.shipped();

    @TempDir
    Path folder;

    @Test
    void everyOneSaysWhereItComesFrom() {
        assertThat(shipped.all()).hasSizeGreaterThan(100).allSatisfy(measurement -> {
            assertThat(measurement.reference()).isNotBlank();
            assertThat(measurement.arxiv() + measurement.doi()).isNotBlank();
            assertThat(measurement.description()).isNotBlank();
        });
    }

    /** ATLAS, Nature 607 (2022) 52: ggF+bbH to γγ 1.04 ± 0.10, ttH with tH to bb 0.35 ± 0.34. */
    @Test
    void signalStrengthsAreThoseOfAtlas() {
        Interval gamgam = shipped.named("mu_ggF_gamgam").interval("mu", 1);
        assertThat(gamgam.lower()).isCloseTo(0.94, within(0.005));
        assertThat(gamgam.upper()).isCloseTo(1.14, within(0.005));
        Interval bb = shipped.named("mu_ttH_bb").interval("mu", 1);
        assertThat(bb.lower()).isCloseTo(0.01, within(0.01));
        assertThat(bb.upper()).isCloseTo(0.69, within(0.005));
        assertThat(shipped.named("mu_ttH_bb").citation())
                .isEqualTo("ATLAS, A detailed map of Higgs boson interactions ten years after the discovery,"
                        + " Nature 607 (2022) 52, arXiv:2207.00092, doi:10.1038/s41586-022-04893-w");
    }

    @Test
    void sigmasMultiplyTheErrorOfTheirSide() {
        Interval kappaB = shipped.named("kappa_b").interval("kappa_D", 3);
        assertThat(kappaB.lower()).isCloseTo(0.34, within(1e-15));
        assertThat(kappaB.upper()).isCloseTo(1.72, within(1e-15));
        assertThat(kappaB.scale()).isCloseTo(0.69, within(1e-15));
    }

    /** LZ, HEPData record 155182 v2, table 1, from 9 GeV to 10 TeV; between its points a power law. */
    @Test
    void limitOfLz() {
        LimitCurve limit = shipped.named("LZ_2024").curve("sigma", "m");
        assertThat(limit.limit(40)).isEqualTo(2.1816833824484827e-48);
        assertThat(limit.limit(108.34666584625482))
                .isCloseTo(Math.sqrt(3.214860921122965e-48 * 4.208919881771564e-48), within(1e-60));
        verify(limit).given("sigma", 3e-48).given("m", 40.0).violates(3e-48 - 2.1816833824484827e-48);
        verify(limit).given("sigma", 1e-60).given("m", 8.9).isOutsideTable();
        verify(limit).given("sigma", 1e-60).given("m", 10001.0).isOutsideTable();
        assertThatThrownBy(() -> shipped.named("LZ_2024").interval("sigma")).hasMessageContaining("use 'curve'");
        assertThatThrownBy(() -> shipped.named("kappa_W").curve("sigma", "m")).hasMessageContaining("no limit curve");
    }

    /** Left side at two points, computed independently with the six published coefficients. */
    @Test
    void ellipseOfSAndT() {
        QuadraticForm region = shipped.named("oblique_ST").region(List.of("S", "T"), 0.005);
        verify(region)
                .given("S", -0.0034574658161120085)
                .given("T", 1.1721617401312967)
                .violates(0.6627733266209604);
        verify(region).given("S", 0.06).given("T", 0.10).holds();
        verify(region)
                .given("S", -0.06)
                .given("T", 0.10)
                .violates(0.34215919 * 0.0036
                        + 0.77604111 * 0.006
                        + 0.52618813 * 0.01
                        - 0.03202802 * 0.06
                        - 0.05277964 * 0.1
                        - 0.00136192);
    }

    @Test
    void eachKindIsUsedInItsOwnWay() {
        assertThat(shipped.named("unitarity_eigenvalue").interval("x")).isEqualTo(new Interval("x", 0, 8 * Math.PI));
        assertThat(shipped.named("oblique_ST").interval("ST_ellipse"))
                .isEqualTo(new Interval("ST_ellipse", 0, Double.POSITIVE_INFINITY));
        assertThatThrownBy(() -> shipped.named("kappa_W").interval("x"))
                .hasMessage("measurement kappa_W is no window: say at how many sigmas.");
        assertThatThrownBy(() -> shipped.named("BR_bsgamma").interval("x", 2))
                .hasMessage("measurement BR_bsgamma has no errors to multiply by sigmas.");
        assertThatThrownBy(() -> shipped.named("kappa_W").region(List.of("x"), 1))
                .hasMessage("measurement kappa_W is no region of a quadratic form.");
        for (double sigmas : new double[] {-2, 0, Double.POSITIVE_INFINITY, Double.NaN}) {
            assertThatThrownBy(() -> shipped.named("kappa_W").interval("x", sigmas))
                    .hasMessage("measurement kappa_W: sigmas " + sigmas + " must be positive.");
        }
    }

    @Test
    void aFileAddsAndReplaces() throws Exception {
        Path file = write("mine.json", """
            {"reference": "my thesis", "measurements": [
              {"name": "kappa_W", "value": 1.0, "error": 0.01, "description": "sharper"},
              {"name": "mass", "lower": 3, "description": "new", "unit": "GeV", "reference": "elsewhere", "doi": "10.1/2"}
            ]}
            """);
        Measurements both = shipped.with(file);
        assertThat(both.named("kappa_W").interval("x", 1)).isEqualTo(new Interval("x", 0.99, 1.01));
        assertThat(both.named("mass").interval("m")).isEqualTo(new Interval("m", 3, Double.POSITIVE_INFINITY));
        assertThat(both.named("mass").citation()).isEqualTo("elsewhere, doi:10.1/2");
        assertThat(both.all()).hasSize(shipped.all().size() + 1);
    }

    @Test
    void mistakesAreNamedWithFileAndKey() throws Exception {
        assertThatThrownBy(() -> shipped.named("kapa_W"))
                .hasMessage("unknown measurement 'kapa_W'. Did you mean 'kappa_W'?");
        Path noError = write("a.json", """
            {"reference": "r", "measurements": [{"name": "a", "value": 1, "description": "d"}]}
            """);
        assertThatThrownBy(() -> shipped.with(noError))
                .hasMessage(noError + " measurements[0]: key 'lower_error' is missing.");
        Path negative = write("b.json", """
            {"reference": "r", "measurements": [{"name": "a", "value": 1, "error": -1, "description": "d"}]}
            """);
        assertThatThrownBy(() -> shipped.with(negative))
                .hasMessage(
                        negative + " measurements[0]: value 1.0, lower error -1.0, upper error -1.0: the value must be"
                                + " finite and the errors not negative.");
        Path nothing = write("c.json", """
            {"reference": "r", "measurements": [{"name": "a", "description": "d"}]}
            """);
        assertThatThrownBy(() -> shipped.with(nothing)).hasMessageContaining("one of 'value', 'lower'");
        Path odd = write("e.json", "{\"reference\": \"r\", \"arxv\": \"1\", \"measurements\": []}");
        assertThatThrownBy(() -> shipped.with(odd))
                .hasMessageStartingWith(odd + ": unknown key 'arxv'. Did you mean 'arxiv'?");
        Path oddEntry = write("f.json", """
            {"reference": "r", "measurements": [{"name": "a", "value": 1, "eror": 1, "error": 1, "description": "d"}]}
            """);
        assertThatThrownBy(() -> shipped.with(oddEntry))
                .hasMessageStartingWith(oddEntry + " measurements[0]: unknown key 'eror'. Did you mean 'error'?");
        Path noReference = write("d.json", """
            {"measurements": [{"name": "a", "value": 1, "error": 1, "description": "d"}]}
            """);
        assertThatThrownBy(() -> shipped.with(noReference)).hasMessage(noReference + ": key 'reference' is missing.");
    }

    private Path write(String name, String json) throws Exception {
        return Files.writeString(folder.resolve(name), json);
    }
}
