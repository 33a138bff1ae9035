package thetascan.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import thetascan.catalogue.Catalogue;
import thetascan.catalogue.Manifest;
import thetascan.checkpoint.CommittedFiles;
import thetascan.config.ScanConfig;
import thetascan.curation.Curation;
import thetascan.curation.Reproduction;
import thetascan.curation.StoredPointCheck;

/** What is said of catalogues when they are looked after. */
public final class CatalogueText {

    private static final int SHOWN = 20;

    private CatalogueText() {}

    /**
     * {@return what a catalogue holds, a line each}
     *
     * @param catalogue folder of a scan
     * @throws IOException if it cannot be read
     */
    public static List<String> info(Catalogue catalogue) throws IOException {
        ScanConfig config = ScanConfig.parse(catalogue.configuration(), catalogue.configurationLocation());
        List<String> lines = new ArrayList<>();
        lines.add("scan:      " + config.name() + ", seed " + config.seed());
        lines.add(
                "model:     " + config.summary() + "; version " + config.model().version());
        Optional<Manifest.Recorded> recorded = catalogue.recorded();
        if (recorded.isEmpty()) {
            lines.add("nothing was committed");
            return lines;
        }
        Manifest.Recorded counts = recorded.get();
        lines.add("evaluated: " + ProgressText.count(counts.evaluated()) + ", of these "
                + ProgressText.count(counts.valid()) + " valid, " + ProgressText.count(counts.invalid()) + " invalid, "
                + ProgressText.count(counts.failed()) + " failed");
        lines.add("points:    in " + ProgressText.several(catalogue.pointFiles().size(), "file") + " of "
                + ProgressText.several(counts.commits(), "commit") + ", " + catalogue.pointsLocation());
        return lines;
    }

    /**
     * {@return whether a catalogue is as it was committed, a line each}
     *
     * @param files how they compare with what was committed
     * @param sample points that were evaluated again
     * @param wrong those of them that differ, a line each
     */
    public static List<String> verified(CommittedFiles files, int sample, List<String> wrong) {
        List<String> lines = new ArrayList<>();
        wrong.stream().limit(SHOWN).forEach(lines::add);
        if (wrong.size() > SHOWN) lines.add("and " + (wrong.size() - SHOWN) + " more");
        if (files.damage().isEmpty()) {
            lines.add(ProgressText.several(files.files(), "file") + " of " + ProgressText.count(files.bytes())
                    + (files.files() == 1 ? " bytes is as it was committed" : " bytes are as they were committed"));
            if (sample > 0) {
                lines.add(
                        wrong.isEmpty()
                                ? "points that were evaluated again are the same, bit for bit"
                                : wrong.size() + " points that were evaluated again differ");
            }
        }
        return lines;
    }

    /**
     * {@return what became of points under other constraints, a line each}
     *
     * @param verdicts counts of points and vetoes
     */
    public static List<String> verdicts(StoredPointCheck.Verdicts verdicts) {
        List<String> lines = new ArrayList<>();
        lines.add(ProgressText.count(verdicts.valid()) + " of " + ProgressText.count(verdicts.points())
                + " points are valid under these constraints");
        if (verdicts.evaluated() > 0) {
            lines.add(ProgressText.count(verdicts.evaluated())
                    + " were evaluated again, as an observable was not stored");
        }
        verdicts.vetoes().stream()
                .sorted((a, b) -> Long.compare(b.points(), a.points()))
                .forEach(veto -> lines.add(String.format(
                        Locale.ROOT, "  %-24s vetoes %s", veto.constraint(), ProgressText.count(veto.points()))));
        return lines;
    }

    /**
     * {@return what was written}
     *
     * @param counts points seen and written
     * @param file where they were written
     */
    public static String counts(Curation.Counts counts, String file) {
        return ProgressText.count(counts.written()) + " of " + ProgressText.count(counts.read()) + " points are in "
                + file;
    }

    /**
     * {@return how many valid points were written where}
     *
     * @param written points that were written
     * @param valid valid points of the catalogue
     * @param where file or folder
     */
    public static String exported(int written, long valid, String where) {
        return ProgressText.count(written) + " of " + ProgressText.count(valid) + " valid points are in " + where;
    }

    /**
     * {@return whether a scan that was run anew found the same points}
     *
     * @param compared the catalogue and the one of the new scan
     */
    public static String reproduced(Reproduction compared) {
        if (compared.isSame()) return "the same " + ProgressText.count(compared.both()) + " points";
        return ProgressText.count(compared.both()) + " points are the same; " + ProgressText.count(compared.first())
                + " are only in the catalogue, " + ProgressText.count(compared.second())
                + " only in the scan that was run anew. Program, Java and processor must be as they were.";
    }
}
