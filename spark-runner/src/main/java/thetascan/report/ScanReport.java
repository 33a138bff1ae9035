package thetascan.report;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import thetascan.scan.Progress;
import thetascan.scan.ScanListener;
import thetascan.scan.Stop;

/** Shows a running scan: in place on a terminal, as a line every ten seconds elsewhere. */
public final class ScanReport implements ScanListener {

    /** Where the report goes. */
    public enum Style {
        /** Lines that are drawn over again, with ANSI control sequences. */
        LIVE(Duration.ofMillis(250)),
        /** One line after another, for files. */
        LINES(Duration.ofSeconds(10));

        private final Duration pace;

        Style(Duration pace) {
            this.pace = pace;
        }
    }

    private static final String UP = "\u001b[%dA";
    private static final String CLEAR_TO_END = "\u001b[J";
    /** Long lines are cut, not wrapped: the number of lines to go up stays known. */
    private static final String WRAP_OFF = "\u001b[?7l";

    private static final String WRAP_ON = "\u001b[?7h";

    private final PrintWriter out;
    private final Style style;
    private final ProgressText text;
    private final LongSupplier nanoTime;
    private long shown;
    private int drawn;
    private long evaluationsAtStart;

    /**
     * A report of a scan that has not begun.
     *
     * @param out   where to
     * @param style how it is drawn
     * @param text  what is said
     */
    public ScanReport(PrintWriter out, Style style, ProgressText text) {
        this(out, style, text, System::nanoTime);
    }

    ScanReport(PrintWriter out, Style style, ProgressText text, LongSupplier nanoTime) {
        this.out = out;
        this.style = style;
        this.text = text;
        this.nanoTime = nanoTime;
    }

    @Override
    public void started(Progress progress) {
        evaluationsAtStart = progress.evaluations();
        shown = nanoTime.getAsLong();
        if (evaluationsAtStart > 0) {
            out.println("resuming after " + ProgressText.count(evaluationsAtStart) + " evaluations, "
                    + ProgressText.count(progress.valid()) + " valid");
        }
    }

    @Override
    public void advanced(Progress progress) {
        long now = nanoTime.getAsLong();
        if (now - shown < style.pace.toNanos()) return;
        shown = now;
        show(progress);
    }

    @Override
    public void stopped(Stop reason, Progress progress) {
        show(progress);
    }

    private void show(Progress progress) {
        if (style == Style.LINES) {
            out.println(text.line(progress, evaluationsAtStart));
            return;
        }
        List<String> lines = text.block(progress, evaluationsAtStart);
        if (drawn > 0) out.print(String.format(Locale.ROOT, UP, drawn) + CLEAR_TO_END);
        out.print(WRAP_OFF);
        lines.forEach(out::println);
        out.print(WRAP_ON);
        out.flush();
        drawn = lines.size();
    }
}
