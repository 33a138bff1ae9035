package thetascan.report;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import thetascan.catalogue.Catalogue;
import thetascan.catalogue.LogFile;
import thetascan.quantity.Spelling;
import thetascan.scan.Commit;
import thetascan.scan.Progress;
import thetascan.scan.ScanListener;
import thetascan.scan.Stop;

/**
 * Keeps the progress of one run of the program in the catalogue: a file in {@code log} to which every commit adds. A log
 * that cannot be written does not end the scan: what is missing, the last million characters of it, is tried again with the
 * next commit.
 */
public final class RunLog implements ScanListener {

    /** Characters of what waits to be written; of more the oldest are dropped. */
    private static final int MOST_WAITING = 1 << 20;

    private final LogFile file;
    private final StringWriter lines = new StringWriter();
    private final PrintWriter out = new PrintWriter(lines, true);
    private final PrintWriter err;
    private final ScanReport report;
    private final ProgressText text;
    private @Nullable IOException failure;

    /**
     * Begins the log of this run.
     *
     * @param catalogue folder of the scan
     * @param text words for where a scan stands
     * @param headline what runs where
     * @param err      is told at the end if the log is incomplete
     */
    public RunLog(Catalogue catalogue, ProgressText text, String headline, PrintWriter err) {
        Instant begun = Instant.now();
        file = catalogue.log(begun);
        this.err = err;
        this.text = text;
        report = new ScanReport(out, ScanReport.Style.LINES, text);
        out.println(begun + "  " + headline);
    }

    @Override
    public void started(Progress progress) {
        report.started(progress);
    }

    @Override
    public void advanced(Progress progress) {
        report.advanced(progress);
    }

    @Override
    public void committed(Commit commit) {
        out.println("commit " + commit.number());
        text.strategies(commit.progress()).forEach(out::println);
        write();
    }

    @Override
    public void stopped(Stop reason, Progress progress) {
        report.stopped(reason, progress);
        out.println("stopped: " + Spelling.words(reason));
        write();
        if (failure != null) {
            String why = String.valueOf(failure.getMessage());
            err.println("the log is incomplete, it cannot be written: "
                    + why.lines().findFirst().orElse("")); // traces of other machines may follow
        }
    }

    private void write() {
        try {
            file.add(lines.toString());
            lines.getBuffer().setLength(0);
            failure = null;
        } catch (IOException e) {
            failure = e;
            lines.getBuffer().delete(0, Math.max(0, lines.getBuffer().length() - MOST_WAITING));
        }
    }
}
