package thetascan.report;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import thetascan.catalogue.Catalogue;
import thetascan.scan.Commit;
import thetascan.scan.Progress;
import thetascan.scan.ScanListener;
import thetascan.scan.Stop;

/** Keeps the progress of one run of the program in the catalogue: a file in {@code log}, renewed with every commit. */
public final class RunLog implements ScanListener {

    private final Catalogue catalogue;
    private final Instant begun = Instant.now();
    private final StringWriter lines = new StringWriter();
    private final PrintWriter out = new PrintWriter(lines, true);
    private final ScanReport report;
    private final ProgressText text;

    /**
     * @param headline what runs where
     */
    public RunLog(Catalogue catalogue, ProgressText text, String headline) {
        this.catalogue = catalogue;
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
        out.println("stopped: " + reason);
        write();
    }

    private void write() {
        try {
            catalogue.writeLog(begun, lines.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("the log cannot be written: " + e.getMessage(), e);
        }
    }
}
