package thetascan.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import thetascan.catalogue.Catalogue;
import thetascan.comparison.ScoreTest;
import thetascan.novelty.DetectorKind;
import thetascan.novelty.Detectors;
import thetascan.table.PointFileException;
import thetascan.table.PointTable;

/**
 * Prints whether two tables are samples of one distribution, as far as a novelty detector sees.
 *
 * @param a       name of the first table
 * @param b       name of the second
 * @param control name of the control sample
 * @param columns compared
 * @param score   name of the detector
 * @param result  what was found
 */
public record SampleComparison(
        String a, String b, String control, List<String> columns, String score, ScoreTest result) {

    /** Above this p a difference may well be chance. */
    private static final double SIGNIFICANT = 0.05;

    /**
     * Compares two tables.
     *
     * @param a            file of the first: CSV, Parquet, or a folder of Parquet files
     * @param b            file of the second
     * @param control      file of what the detector learns; empty: half of the first, drawn at random, which is then not scored
     * @param columns      compared
     * @param score        name of the detector
     * @param permutations random exchanges
     * @param seed         of all that is random
     * @return what there is to print
     * @throws IllegalArgumentException if there is no such detector
     * @throws PointFileException       if a file or a column cannot be read, or has too few rows
     */
    public static SampleComparison of(
            String a, String b, String control, List<String> columns, String score, int permutations, long seed) {
        DetectorKind kind = Detectors.named(score);
        double[][] first = rows(a, columns);
        double[][] second = rows(b, columns);
        double[][] learned;
        if (control.isEmpty()) {
            double[][][] halves = ScoreTest.halves(first, seed);
            learned = halves[0];
            first = halves[1];
        } else {
            learned = rows(control, columns);
        }
        ScoreTest result = ScoreTest.of(learned, first, second, kind, permutations, seed);
        return new SampleComparison(a, b, control, columns, kind.name(), result);
    }

    private static double[][] rows(String file, List<String> columns) {
        PointTable table = PointTable.read(
                Catalogue.pointsOf(file),
                columns.stream()
                        .map(column -> new PointTable.Wanted(column, Double.NaN))
                        .toList());
        if (table.rows() < 2) {
            throw new PointFileException(file + ": has " + table.rows() + (table.rows() == 1 ? " row" : " rows")
                    + ", a sample has at least 2");
        }
        double[][] rows = new double[table.rows()][columns.size()];
        for (int i = 0; i < rows.length; i++) table.row(i, rows[i]);
        return rows;
    }

    /**
     * Prints it for people.
     *
     * @param out where to
     */
    public void text(PrintWriter out) {
        out.println(
                "rows scored: " + ProgressText.count(result.first()) + " of A, " + ProgressText.count(result.second())
                        + " of B, by " + score + " of " + String.join(", ", columns) + ", which learned "
                        + ProgressText.count(result.control()) + " rows of "
                        + (control.isEmpty() ? "A that are not scored" : control));
        out.println(String.format(
                Locale.ROOT,
                "more unusual than the median of all: %.2f %% of A, %.2f %% of B",
                100 * result.firstAboveHalf(),
                100 * result.secondAboveHalf()));
        out.println(String.format(
                Locale.ROOT,
                "Cramér-von Mises of the scores  %.4g (by chance %.4g), p = %.4g",
                result.test().statistic(),
                result.test().expected(),
                result.test().p()));
        out.println(
                result.test().p() < SIGNIFICANT
                        ? "The samples differ."
                        : "No sign that the samples are of different distributions.");
        out.flush();
    }

    /**
     * Prints the same as JSON.
     *
     * @param out where to
     */
    public void json(PrintWriter out) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("a", a);
        json.put("b", b);
        json.put("control", control.isEmpty() ? null : control);
        json.put("columns", columns);
        json.put("score", score);
        json.put("rows_control", result.control());
        json.put("rows_a", result.first());
        json.put("rows_b", result.second());
        json.put("above_median_a", result.firstAboveHalf());
        json.put("above_median_b", result.secondAboveHalf());
        Map<String, Object> test = new LinkedHashMap<>();
        test.put("statistic", result.test().statistic());
        test.put("expected", result.test().expected());
        test.put("p", result.test().p());
        json.put("cramer_von_mises", test);
        try {
            out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        out.flush();
    }
}
