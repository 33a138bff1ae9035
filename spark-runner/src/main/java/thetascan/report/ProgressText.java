package thetascan.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import thetascan.constraint.Constraint;
import thetascan.scan.Progress;
import thetascan.scan.ScanSetup;
import thetascan.scan.StopRules;
import thetascan.schedule.KindProgress;

/** Where a scan stands, in words. */
public final class ProgressText {

    private static final int CONSTRAINTS_SHOWN = 3;

    private final String name;
    private final List<Constraint> constraints;
    private final StopRules stop;

    /**
     * @param name        of the scan
     * @param constraints bound constraints, in the order of their vetoes
     */
    ProgressText(String name, List<Constraint> constraints, StopRules stop) {
        this.name = OneLine.of(name);
        this.constraints = List.copyOf(constraints);
        this.stop = stop;
    }

    /**
     * The text of a scan.
     *
     * @param name  of the scan
     * @param setup its constraints and stop rules
     * @return the text, for any progress of it
     */
    public static ProgressText of(String name, ScanSetup setup) {
        return new ProgressText(name, setup.search().constraints().constraints(), setup.stop());
    }

    /** Everything, in a few lines. */
    List<String> block(Progress progress, long evaluationsAtStart) {
        List<String> lines = new ArrayList<>();
        lines.add(name + "  " + count(progress.evaluations()) + " evaluations, "
                + count(Math.round(rate(progress, evaluationsAtStart))) + "/s, running " + time(progress.elapsed()));
        lines.add("  valid " + count(progress.valid()) + share(progress.valid(), progress.evaluations()) + "  distinct "
                + count(progress.distinct()) + "  cells " + count(progress.cells()) + " of "
                + count(progress.totalCells()) + "  stored " + count(progress.kept()) + failed(progress));
        lines.add("  " + bestCost(progress) + "most often violated: " + vetoes(progress));
        String left = left(progress, evaluationsAtStart);
        if (!left.isEmpty()) lines.add("  left: " + left);
        return lines;
    }

    /** Everything, in one line. */
    String line(Progress progress, long evaluationsAtStart) {
        String left = left(progress, evaluationsAtStart);
        return time(progress.elapsed()) + "  " + count(progress.evaluations()) + " evaluations  "
                + count(Math.round(rate(progress, evaluationsAtStart))) + "/s  valid " + count(progress.valid())
                + "  distinct " + count(progress.distinct()) + "  cells " + count(progress.cells()) + failed(progress)
                + "  " + bestCost(progress) + "violated: " + vetoes(progress)
                + (left.isEmpty() ? "" : "  left: " + left);
    }

    /**
     * {@return what each strategy brought in each of its charts, a line each}
     *
     * @param progress where the scan stands
     */
    public List<String> strategies(Progress progress) {
        List<String> lines = new ArrayList<>();
        for (KindProgress kind : progress.kinds()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  %s in %s: islands %d, evaluations %,d%s, valid %,d, new points %,d, new cells %,d; now gets %.1f %%",
                    kind.strategy(),
                    kind.chart(),
                    kind.islands(),
                    kind.evaluations(),
                    share(kind.evaluations(), progress.evaluations()),
                    kind.valid(),
                    kind.points(),
                    kind.cells(),
                    100 * kind.share()));
        }
        return lines;
    }

    private static String bestCost(Progress progress) {
        return progress.valid() > 0 || progress.invalid() == 0
                ? ""
                : String.format(
                        Locale.ROOT, "best cost %.4g  ", progress.tally().bestCost());
    }

    private static String failed(Progress progress) {
        if (progress.failed() == 0) return "";
        return "  failed " + count(progress.failed()) + " (last: "
                + OneLine.of(progress.tally().lastFailure()) + ")";
    }

    /** The constraints that veto most invalid points. */
    private String vetoes(Progress progress) {
        List<String> worst = IntStream.range(0, constraints.size())
                .boxed()
                .filter(k -> progress.tally().vetoes(k) > 0)
                .sorted((a, b) -> Long.compare(
                        progress.tally().vetoes(b), progress.tally().vetoes(a)))
                .limit(CONSTRAINTS_SHOWN)
                .map(k -> constraints.get(k).name() + share(progress.tally().vetoes(k), progress.invalid()))
                .toList();
        return worst.isEmpty() ? "none" : String.join(", ", worst);
    }

    /**
     * {@return how far each stop rule is; empty if there is none}
     *
     * @param progress           where the scan stands
     * @param evaluationsAtStart of this run of the program
     */
    public String left(Progress progress, long evaluationsAtStart) {
        double rate = rate(progress, evaluationsAtStart);
        double validRate = rate * progress.valid() / Math.max(1, progress.evaluations());
        List<String> left = new ArrayList<>();
        until(stop.evaluations(), progress.evaluations(), rate).ifPresent(time -> left.add("evaluations " + time));
        until(stop.validPoints(), progress.valid(), validRate).ifPresent(time -> left.add("valid points " + time));
        if (!stop.wallTime().isZero()) {
            left.add("wall time " + time(stop.wallTime().minus(progress.elapsed())));
        }
        return String.join(", ", left);
    }

    private static Optional<String> until(long limit, long done, double rate) {
        if (limit == 0) return Optional.empty();
        double seconds = done >= limit ? 0 : (limit - done) / rate;
        return Optional.of(Double.isFinite(seconds) ? time(Duration.ofSeconds(Math.round(seconds))) : "unknown");
    }

    /** Evaluations a second since this run of the program began. */
    private static double rate(Progress progress, long evaluationsAtStart) {
        double seconds = progress.elapsed().toNanos() * 1e-9;
        return seconds > 0 ? (progress.evaluations() - evaluationsAtStart) / seconds : 0;
    }

    private static String share(long part, long whole) {
        return whole == 0 ? "" : String.format(Locale.ROOT, " (%.1f %%)", 100.0 * part / whole);
    }

    /**
     * A number for people.
     *
     * @param number a count
     * @return such as {@code 1,234,567}
     */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@return a count of things, such as {@code 1 file}, {@code 2 files}} */
    static String several(long number, String thing) {
        return count(number) + " " + thing + (number == 1 ? "" : "s");
    }

    /**
     * A time for people.
     *
     * @param duration negative ones count as none
     * @return such as {@code 2h05m}, {@code 3m20s}, {@code 12s}
     */
    public static String time(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < 60) return seconds + "s";
        if (seconds < 3600) return String.format(Locale.ROOT, "%dm%02ds", seconds / 60, seconds % 60);
        return String.format(Locale.ROOT, "%dh%02dm", seconds / 3600, seconds / 60 % 60);
    }
}
