package thetascan.report;

import java.util.ArrayList;
import java.util.List;
import thetascan.catalogue.Catalogue;
import thetascan.quantity.Spelling;
import thetascan.scan.Stop;
import thetascan.scan.StopRules;

/** What a scan leaves: why it ended, where its points are and how to read them. */
public final class ScanSummary {

    private ScanSummary() {}

    /**
     * What is said at the end.
     *
     * @param stop      why the scan ended
     * @param valid     valid points that it found
     * @param stored    points in the catalogue
     * @param catalogue where they are
     * @param failure   the commonest reason of points that failed; empty if none did
     * @return the lines
     */
    public static List<String> lines(Stop stop, long valid, long stored, Catalogue catalogue, String failure) {
        List<String> lines = new ArrayList<>();
        lines.add(
                stop == Stop.FAILED_IN_A_ROW
                        ? "stopped: every point failed for long (stop.failed_in_a_row). The last ones are in the"
                                + " catalogue with their reasons (output.keep_failed). When the model is mended, a"
                                + " larger number or 0 lets the scan go on"
                        : stop == Stop.FAILED_SHARE
                                ? "stopped: too many of the first " + StopRules.FIRST_POINTS
                                        + " points failed (stop.failed_share; 1 allows it)"
                                : stop == Stop.REQUESTED
                                        ? "stopped as asked; the same command goes on from here"
                                        : "done: " + Spelling.words(stop));
        if ((stop == Stop.FAILED_IN_A_ROW || stop == Stop.FAILED_SHARE) && !failure.isEmpty()) {
            lines.add("most often: " + OneLine.of(failure));
        }
        lines.add("catalogue: " + catalogue.folder().location() + " with " + ProgressText.count(stored) + " points");
        if (valid > 0) {
            lines.add("next:      'thetascan report "
                    + Quoted.word(catalogue.folder().location())
                    + "' draws it; the same scan with --set seed=2 and another"
                    + " --out, and 'thetascan compare', tell whether the map has converged");
        }
        if (stored > 0) {
            String points = Quoted.text(catalogue.pointsLocation());
            lines.add("read it:   pandas.read_parquet(" + points + ") or spark.read.parquet(" + points + ")");
        }
        return lines;
    }
}
