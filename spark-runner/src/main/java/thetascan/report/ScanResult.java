package thetascan.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import thetascan.diagnosis.Diagnosis;
import thetascan.scan.Milestone;
import thetascan.scan.Progress;
import thetascan.scan.ScanSetup;

/** What a scan found, in the words of those who asked for it. */
public final class ScanResult {

    private static final int CONSTRAINTS_SHOWN = 4;

    /** Expected relative gain in cells below which ten times more evaluations are hardly worth it. */
    private static final double LITTLE = 0.03;

    private ScanResult() {}

    /**
     * What was found, how much of the region was reached, and what stands in the way.
     *
     * @param setup    of the scan
     * @param progress where it ended, with a valid point or more
     * @param stored   points in the catalogue
     * @return a line each
     */
    public static List<String> lines(ScanSetup setup, Progress progress, long stored) {
        Diagnosis diagnosis = Diagnosis.of(setup.search(), progress);
        List<String> lines = new ArrayList<>();
        lines.add("found:     " + ProgressText.count(progress.valid()) + " valid points among "
                + ProgressText.count(progress.evaluations()) + " tried, the first after "
                + ProgressText.count(progress.firstValid()) + "; " + ProgressText.count(stored)
                + (progress.failed() == 0
                        ? " points stored"
                        : " points stored; " + ProgressText.count(progress.failed())
                                + " points could not be computed"));
        if (setup.search().space().dimension() > 1) {
            lines.add("coverage:  valid points in " + ProgressText.count(progress.cells())
                    + " cells of all planes of two parameters (20 x 20 each), "
                    + outlook(progress).orElse("too few evaluations to tell how many more there are"));
        }
        if (!diagnosis.vetoes().isEmpty()) {
            lines.add("hardest:   of the invalid points "
                    + diagnosis.vetoes().stream()
                            .limit(CONSTRAINTS_SHOWN)
                            .map(veto -> String.format(Locale.ROOT, "%.0f %% violate ", 100 * veto.share())
                                    + veto.constraint())
                            .collect(Collectors.joining(", ")));
        }
        return lines;
    }

    /**
     * Whether more evaluations would reach more.
     *
     * @param progress of a scan
     * @return half a sentence; empty if it cannot be told yet
     */
    public static Optional<String> outlook(Progress progress) {
        return Growth.of(progress).map(Growth::verdict);
    }

    /**
     * How the reached cells grow: per half decade of evaluations, the last two.
     *
     * @param cells   reached
     * @param last    new ones in the last half decade
     * @param before  new ones in that before
     */
    record Growth(int cells, double last, double before) {

        /** Empty if the scan has not yet gone on for a decade since its first valid point. */
        static Optional<Growth> of(Progress progress) {
            double end = progress.evaluations();
            if (progress.firstValid() < 0 || end < 10.0 * progress.firstValid() || end < 1000) return Optional.empty();
            double middle = cells(progress, end / Math.sqrt(10));
            double start = cells(progress, end / 10);
            return Optional.of(new Growth(progress.cells(), progress.cells() - middle, middle - start));
        }

        /** Cells when so much was evaluated, linear in between. */
        private static double cells(Progress progress, double evaluations) {
            double from = 0;
            double to = 0;
            for (Milestone milestone : progress.history()) {
                if (milestone.evaluations() > evaluations) {
                    double share = (evaluations - from) / (milestone.evaluations() - from);
                    return to + share * (milestone.cells() - to);
                }
                from = milestone.evaluations();
                to = milestone.cells();
            }
            return to;
        }

        /** Cells that ten times more evaluations would bring, if the gain goes on as it did. */
        double expected() {
            double ratio = before <= 0 ? 0 : Math.min(1, last / before);
            return last * ratio * (1 + ratio);
        }

        String verdict() {
            double gain = cells == 0 ? 0 : expected() / cells;
            String more =
                    String.format(Locale.ROOT, "ten times more evaluations would reach about %.0f %% more", 100 * gain);
            return gain > LITTLE ? "still growing: " + more : "flattening: " + more;
        }
    }
}
