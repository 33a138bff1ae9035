package thetascan.z3hdm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import thetascan.constraint.Alternatives;
import thetascan.constraint.BoundConstraints;
import thetascan.constraint.Constraint;
import thetascan.constraint.ConstraintSet;
import thetascan.constraint.ConstraintStatus;
import thetascan.constraint.Interval;
import thetascan.constraint.Mode;
import thetascan.constraint.RankingTerm;
import thetascan.quantity.Missing;
import thetascan.quantity.Quantity;

/** The 61 constraints against independently computed points; the data are described in the README beside them. */
class DefaultConstraintsReferenceTest {

    private static final ConstraintSet SET =
            ConstraintSet.read(DefaultConstraintsReferenceTest.class, "constraints.json");
    private static final List<String> SCALARS = List.of("h1", "h2", "h3", "A1", "A2", "C1", "C2");

    @Test
    void namesAndBounds() throws IOException {
        List<Map<String, String>> rows = read("constraint-bounds.csv");
        assertThat(SET.names()).hasSize(61).containsExactlyElementsOf(column(rows, "name"));
        for (Map<String, String> row : rows) {
            Constraint constraint = SET.constraint(row.get("name"));
            Interval interval = constraint.rule() instanceof Alternatives alternatives
                    ? alternatives.intervals().get(0)
                    : (Interval) constraint.rule();
            // equal up to the rounding of centre ± n·error
            assertThat(interval.lower()).as(constraint.name()).isCloseTo(number(row, "lower"), within(2e-16));
            assertThat(interval.upper()).as(constraint.name()).isCloseTo(number(row, "upper"), within(2e-16));
            assertThat(constraint.mode()).isEqualTo(Mode.APPLY);
            assertThat(constraint.source()).isNotBlank();
        }
        Interval wrongSign =
                ((Alternatives) SET.constraint("kappa_D").rule()).intervals().get(1);
        assertThat(wrongSign.lower()).isCloseTo(-1.66, within(2e-16));
        assertThat(wrongSign.upper()).isCloseTo(-0.28, within(2e-16));
    }

    @Test
    void rankingScales() {
        assertThat(SET.constraint("unitarity_7").rule())
                .isEqualTo(new Interval("abs(unitarity_7)", 0, 8 * Math.PI, 8 * Math.PI));
        assertThat(((Interval) SET.constraint("ST").rule()).scale()).isEqualTo(0.005);
        assertThat(((Interval) SET.constraint("bfb_A11").rule()).scale()).isEqualTo(1);
        assertThat(((Interval) SET.constraint("kappa_W").rule()).scale()).isCloseTo(0.3, within(1e-15));
        assertThat(((Interval) SET.constraint("BR_bsgamma").rule()).scale()).isCloseTo(5.333e-5, within(1e-8));
        assertThat(SET.constraint("bfb_Aaux").ranking())
                .containsExactly(new RankingTerm("rank_bfb_Aaux", 0, Double.POSITIVE_INFINITY, 1));
        assertThat(SET.constraint("higgsbounds").ranking())
                .containsExactlyElementsOf(SCALARS.stream()
                        .map(scalar -> new RankingTerm("hb_ratio_" + scalar, Double.NEGATIVE_INFINITY, 1, 1))
                        .toList());
    }

    @Test
    void violationsAndVerdicts() throws IOException {
        List<Map<String, String>> points = read("constraint-points.csv.gz");
        assertThat(points).hasSize(154);
        int valid = 0;
        int undefined = 0;
        for (Map<String, String> point : points) {
            Map<String, Double> observables = observables(point);
            BoundConstraints bound = SET.bind(observables.keySet().stream()
                    .map(name -> Quantity.of(name, "1", name, name))
                    .toList());
            double[] violations = new double[61];
            byte[] statuses = new byte[61];
            int first = bound.evaluate(array(observables.values()), violations, statuses);

            String id = "point " + point.get("id");
            boolean expectedValid = Boolean.parseBoolean(point.get("allowed"));
            for (int k = 0; k < 60; k++) {
                String name = SET.names().get(k);
                double expected = number(point, "C_" + name);
                assertThat(violations[k]).as(id + " " + name).isCloseTo(expected, within(1e-12 * expected));
                assertThat(statuses[k] == ConstraintStatus.SATISFIED.ordinal())
                        .as(id + " " + name)
                        .isEqualTo(expected == 0);
                if (point.get("value_" + name).isEmpty()) {
                    assertThat(ConstraintStatus.of(statuses[k])).isEqualTo(ConstraintStatus.UNDEFINED);
                    assertThat(violations[k]).isEqualTo(710.782712893384);
                    undefined++;
                }
                expectedValid &= expected == 0;
            }
            assertThat(statuses[60] == ConstraintStatus.SATISFIED.ordinal())
                    .as(id)
                    .isEqualTo(Boolean.parseBoolean(point.get("allowed")));
            assertThat(first == -1).as(id).isEqualTo(expectedValid);
            valid += expectedValid ? 1 : 0;
        }
        assertThat(valid).isPositive();
        assertThat(undefined).isPositive();
    }

    /** What the constraints read, from a row of the file. The observables that only rank do not matter here. */
    private static Map<String, Double> observables(Map<String, String> point) {
        Map<String, Double> observables = new LinkedHashMap<>();
        for (String name : SET.names().subList(0, 60)) {
            String text = point.get("value_" + name);
            observables.put(observable(name), text.isEmpty() ? Missing.UNDEFINED : Double.parseDouble(text));
        }
        double max = 0;
        for (String scalar : SCALARS) {
            double ratio = number(point, "hb_ratio_" + scalar);
            observables.put("hb_ratio_" + scalar, ratio);
            max = Math.max(max, ratio);
        }
        observables.put("hb_ratio_max", max);
        for (String bfb : List.of("A12bar", "A13bar", "A23bar", "Aaux")) {
            observables.put("rank_bfb_" + bfb, 0.0);
        }
        return observables;
    }

    private static String observable(String constraint) {
        return switch (constraint) {
            case "kappa_W", "kappa_Z" -> "kappa_V";
            case "ST" -> "ST_ellipse";
            default -> constraint;
        };
    }

    private static double[] array(Collection<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.get(column));
    }

    private static List<String> column(List<Map<String, String>> rows, String name) {
        return rows.stream().map(row -> row.get(name)).toList();
    }

    private static List<Map<String, String>> read(String resource) throws IOException {
        try (InputStream file =
                        Objects.requireNonNull(DefaultConstraintsReferenceTest.class.getResourceAsStream(resource));
                InputStream in = resource.endsWith(".gz") ? new GZIPInputStream(file) : file;
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            String[] header = reader.readLine().split(",");
            List<Map<String, String>> rows = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] cells = line.split(",", -1);
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 0; i < header.length; i++) {
                    row.put(header[i], cells[i]);
                }
                rows.add(row);
            }
            return rows;
        }
    }
}
