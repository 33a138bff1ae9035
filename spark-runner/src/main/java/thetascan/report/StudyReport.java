package thetascan.report;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import thetascan.metrics.RegionMap;
import thetascan.quantity.Spelling;
import thetascan.scan.Progress;
import thetascan.schedule.KindProgress;
import thetascan.study.SeedRun;

/** Prints what the runs of a study reached. */
public final class StudyReport {

    private StudyReport() {}

    /**
     * Prints a line for each run, the quantiles over them, and the means of each strategy.
     *
     * @param out  where to
     * @param runs one or more
     */
    public static void print(PrintWriter out, List<SeedRun> runs) {
        out.println("seed        first valid  evaluations    valid  distinct   cells  stop");
        for (SeedRun run : runs) {
            Progress progress = run.progress();
            out.printf(
                    Locale.ROOT,
                    "%-10d %12s %12d %8.4f %9d %7d  %s%n",
                    run.seed(),
                    progress.firstValid() < 0 ? "-" : Long.toString(progress.firstValid()),
                    progress.evaluations(),
                    run.validFraction(),
                    progress.distinct(),
                    progress.cells(),
                    Spelling.lower(run.stop()));
        }
        long solved =
                runs.stream().filter(run -> run.progress().firstValid() >= 0).count();
        out.printf(Locale.ROOT, "%nvalid points in %d of %d runs%n", solved, runs.size());
        out.println("                         min          q10       median          q90          max");
        quantiles(out, "first valid", "%12.0f", runs, SeedRun::firstValid);
        quantiles(out, "valid fraction", "%12.4f", runs, SeedRun::validFraction);
        quantiles(out, "distinct", "%12.0f", runs, run -> run.progress().distinct());
        quantiles(out, "distinct, relabelled", "%12.0f", runs, run -> run.progress()
                .canonicalDistinct());
        quantiles(out, "cells", "%12.0f", runs, run -> run.progress().cells());
        quantiles(
                out, "cells, relabelled", "%12.0f", runs, run -> run.progress().canonicalCells());
        if (runs.stream().allMatch(run -> run.reach().isPresent())) printReach(out, runs);
        for (String category : runs.get(0).categories().keySet()) {
            if (runs.stream().anyMatch(run -> run.categories().getOrDefault(category, 0L) > 0)) {
                quantiles(out, category, "%12.0f", runs, run -> run.categories().getOrDefault(category, 0L));
            }
        }
        printStrategies(out, runs);
        out.flush();
    }

    /** Against the model's own sample of its valid region. */
    private static void printReach(PrintWriter out, List<SeedRun> runs) {
        quantiles(out, "valid points", "%12.0f", runs, run -> run.progress().valid());
        quantiles(out, "grid cells", "%12.0f", runs, SeedRun::gridCells);
        if (runs.stream().anyMatch(run -> run.pieces() > 0)) quantiles(out, "pieces", "%12.0f", runs, SeedRun::pieces);
        quantiles(out, "sample, distance", "%12.4f", runs, run -> run.reach()
                .orElseThrow()
                .meanDistance());
        quantiles(out, "sample, within " + RegionMap.NEAR, "%12.4f", runs, run -> run.reach()
                .orElseThrow()
                .near());
    }

    /** Means over the runs. */
    private static void printStrategies(PrintWriter out, List<SeedRun> runs) {
        out.println();
        List<List<String>> rows = new ArrayList<>();
        List<KindProgress> kinds = runs.get(0).progress().kinds();
        for (int k = 0; k < kinds.size(); k++) {
            int kind = k;
            rows.add(List.of(
                    kinds.get(k).strategy(),
                    kinds.get(k).chart(),
                    mean(runs, run -> run.progress().kinds().get(kind).islands()),
                    mean(runs, run -> run.progress().kinds().get(kind).evaluations()),
                    mean(runs, run -> run.progress().kinds().get(kind).valid()),
                    mean(runs, run -> run.progress().kinds().get(kind).points()),
                    mean(runs, run -> run.progress().kinds().get(kind).cells())));
        }
        TextTable.print(
                out, List.of("strategy", "chart", "islands", "evaluations", "valid", "new points", "new cells"), rows);
    }

    private static String mean(List<SeedRun> runs, ToDoubleFunction<SeedRun> figure) {
        return String.format(
                Locale.ROOT, "%.0f", runs.stream().mapToDouble(figure).average().orElseThrow());
    }

    private static void quantiles(
            PrintWriter out, String name, String format, List<SeedRun> runs, ToDoubleFunction<SeedRun> figure) {
        double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-20s", name));
        for (double q : new double[] {0, 0.1, 0.5, 0.9, 1}) {
            line.append(' ').append(String.format(Locale.ROOT, format, quantile(sorted, q)));
        }
        out.println(line);
    }

    /** Linear between order statistics. */
    static double quantile(double[] sorted, double q) {
        double position = q * (sorted.length - 1);
        int below = (int) position;
        double fraction = position - below;
        return fraction == 0 ? sorted[below] : sorted[below] * (1 - fraction) + sorted[below + 1] * fraction;
    }
}
