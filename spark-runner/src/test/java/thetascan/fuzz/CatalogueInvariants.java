package thetascan.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import thetascan.config.ScanConfig;
import thetascan.constraint.Constraint;
import thetascan.constraint.ConstraintStatus;
import thetascan.constraint.Mode;
import thetascan.island.RoundOrder;
import thetascan.model.Model;
import thetascan.objective.Judge;
import thetascan.objective.Judgements;
import thetascan.optimiser.Needs;
import thetascan.point.FoundPoint;
import thetascan.point.PointRow;
import thetascan.point.PointStatus;
import thetascan.scan.KeepSettings;
import thetascan.search.SearchSetup;
import thetascan.space.Parameter;

/** What holds in the folder of every scan that ended. */
final class CatalogueInvariants {

    private final CatalogueFolder folder;
    private final ScanConfig config;
    private final SearchSetup search;
    private final List<Constraint> constraints;
    private final List<Map<String, @Nullable Object>> rows;
    private final JsonNode manifest;

    private CatalogueInvariants(CatalogueFolder folder, ScanConfig config) throws IOException {
        this.folder = folder;
        this.config = config;
        search = config.setup().search();
        constraints = search.constraints().constraints();
        rows = folder.rows();
        manifest = folder.manifest();
    }

    static void check(CatalogueFolder folder, ScanConfig config) throws IOException {
        CatalogueInvariants invariants = new CatalogueInvariants(folder, config);
        invariants.checkFiles();
        invariants.checkCounts();
        invariants.checkRows();
        invariants.checkEvaluations();
    }

    /** Nothing unfinished, no lock, nothing that the format does not name. */
    private void checkFiles() throws IOException {
        assertThat(folder.files())
                .allMatch(name -> name.matches("scan\\.yaml|manifest\\.json|families\\.json"
                        + "|(points|families)/commit=[0-9]{6}/(points|families)\\.parquet"
                        + "|checkpoints/[0-9]{6}\\.checkpoint|log/[-0-9TZ]+\\.txt"));
        assertThat(folder.files().stream().filter(name -> name.startsWith("checkpoints/")))
                .hasSizeBetween(1, 2);
        long distinct = rows.stream().map(row -> row.get("point_id")).distinct().count();
        assertThat(distinct).as("distinct points").isEqualTo(rows.size());
    }

    private long count(String name) {
        return manifest.get("counts").get(name).asLong();
    }

    /**
     * How many points of which status a scan keeps; those evaluated repeatedly are kept repeatedly.
     *
     * @param kept     all that it handed over
     * @param manifest of the same scan
     */
    static void checkCounts(List<FoundPoint> kept, JsonNode manifest, ScanConfig config) {
        KeepSettings keep = config.keep();
        JsonNode counts = manifest.get("counts");
        long valid = counts.get("valid").asLong();
        long invalid = counts.get("invalid").asLong();
        assertThat(count(kept, PointStatus.VALID)).isBetween(keep.distance() == 0 ? valid : Math.min(1, valid), valid);
        assertThat(count(kept, PointStatus.INVALID))
                .isEqualTo(keep.keep() == RoundOrder.Rows.ALL ? invalid : Math.min(invalid, keep.keepInvalidSample()));
        assertThat(count(kept, PointStatus.FAILED))
                .isEqualTo(Math.min(counts.get("failed").asLong(), keep.keepFailed()));
    }

    private static long count(List<FoundPoint> kept, PointStatus status) {
        return kept.stream().filter(point -> point.status() == status).count();
    }

    private void checkCounts() {
        assertThat(count("valid") + count("invalid") + count("failed")).isEqualTo(count("evaluated"));
        assertThat(count("stored")).isEqualTo(rows.size());
        for (PointStatus status : PointStatus.values()) {
            long found = count(status.name().toLowerCase(Locale.ROOT));
            assertThat(rows.stream()
                            .filter(row -> status.name().equals(row.get("status")))
                            .count())
                    .as("%s points", status)
                    .isLessThanOrEqualTo(found);
        }
        assertThat(count("evaluated")).isLessThanOrEqualTo(config.stop().evaluations());
        String status = manifest.get("status").asText();
        assertThat(status).startsWith("stopped: ");
        if (status.endsWith(" evaluations")) {
            assertThat(count("evaluated")).isEqualTo(config.stop().evaluations());
        }
        JsonNode first = manifest.get("metrics").get("first_valid");
        assertThat(first.isNull()).isEqualTo(count("valid") == 0);
        if (!first.isNull()) assertThat(first.asLong()).isBetween(1L, count("evaluated"));
    }

    /** Status and reason follow from the verdicts. */
    private void checkRows() {
        for (Map<String, @Nullable Object> row : rows) {
            String broken = constraints.stream()
                    .filter(constraint -> constraint.mode() == Mode.APPLY)
                    .map(Constraint::name)
                    .filter(name -> !Boolean.TRUE.equals(row.get("ok_" + name)))
                    .findFirst()
                    .orElse(null);
            switch (String.valueOf(row.get("status"))) {
                case "VALID" -> {
                    assertThat(broken).as("%s", row).isNull();
                    assertThat(row.get("reason")).as("%s", row).isNull();
                    assertThat(row.get("cost")).as("%s", row).isEqualTo(0.0);
                }
                case "INVALID" -> {
                    assertThat(broken).as("%s", row).isNotNull();
                    assertThat(row.get("reason")).as("%s", row).isEqualTo(broken);
                    assertThat((Double) row.get("cost")).as("%s", row).isGreaterThan(0);
                }
                case "FAILED" -> {
                    assertThat((String) row.get("reason")).as("%s", row).isNotEmpty();
                    assertThat(row.get("cost")).as("%s", row).isNull();
                }
                default -> throw new AssertionError("status of " + row);
            }
        }
    }

    /** Every point evaluates to itself, bit for bit. */
    private void checkEvaluations() {
        List<Parameter> parameters = search.model().parameters().parameters();
        try (Judge judge = search.newJudge()) {
            for (Map<String, @Nullable Object> row : rows) {
                double[] theta = parameters.stream()
                        .mapToDouble(parameter -> (Double) Objects.requireNonNull(row.get("in_" + parameter.name())))
                        .toArray();
                String reason = String.valueOf(row.get("reason"));
                boolean outside = reason.contains("left the parameter ranges");
                assertThat(search.space()
                                .toUnit(theta, new double[search.space().dimension()]))
                        .as("%s lies within the ranges", row)
                        .isEqualTo(!outside);
                if (outside) continue; // judged by where it lies, not by what it evaluates to
                Judgements judgements = search.objective().judgements(1, Needs.FITNESS);
                judge.judge(theta, Judge.Detail.ROW, judgements, 0);
                PointRow again = Objects.requireNonNull(judgements.row(0));
                assertThat(row.get("status")).as("%s", row).isEqualTo(String.valueOf(judgements.status(0)));
                if ("FAILED".equals(row.get("status"))) assertThat(reason).isEqualTo(again.reason());
                compare(row, again);
            }
        }
    }

    private void compare(Map<String, @Nullable Object> row, PointRow again) {
        Model model = search.model();
        for (int j = 0; j < model.observables().size(); j++) {
            double value = again.observables()[j];
            Object stored = row.get("obs_" + model.observables().get(j).name());
            if (stored instanceof Integer code) assertThat((double) code).isEqualTo(value);
            else assertSame(row, stored, value);
        }
        for (int k = 0; k < constraints.size(); k++) {
            ConstraintStatus status = ConstraintStatus.values()[again.statuses()[k]];
            boolean judged = status == ConstraintStatus.SATISFIED || status == ConstraintStatus.VIOLATED;
            String name = constraints.get(k).name();
            assertThat(row.get("ok_" + name)).as("%s", row).isEqualTo(status == ConstraintStatus.SATISFIED);
            assertSame(row, row.get("c_" + name), judged ? again.violations()[k] : Double.NaN);
        }
        if (!"FAILED".equals(row.get("status"))) assertSame(row, row.get("cost"), again.cost());
    }

    private static void assertSame(Map<String, @Nullable Object> row, @Nullable Object stored, double value) {
        if (stored == null) assertThat(value).as("%s", row).isNaN();
        else assertThat(stored).as("%s", row).isEqualTo(value); // Double.equals: bit for bit
    }
}
