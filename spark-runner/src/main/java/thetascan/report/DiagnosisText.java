package thetascan.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import thetascan.constraint.ConstraintStatus;
import thetascan.constraint.Verdict;
import thetascan.diagnosis.Diagnosis;
import thetascan.quantity.Spelling;
import thetascan.scan.Progress;
import thetascan.scan.ScanSetup;
import thetascan.tally.JointViolations;

/** A diagnosis, in words. */
public final class DiagnosisText {

    private static final int VETOES_SHOWN = 5;

    private DiagnosisText() {}

    /**
     * What stands in the way of a scan.
     *
     * @param setup    of the scan
     * @param progress where it stands
     * @return the lines; empty if there is nothing to say
     */
    public static List<String> lines(ScanSetup setup, Progress progress) {
        return lines(progress, Diagnosis.of(setup.search(), progress));
    }

    static List<String> lines(Progress progress, Diagnosis diagnosis) {
        List<String> lines = new ArrayList<>();
        if (progress.valid() == 0) {
            lines.add("no valid point in " + ProgressText.count(progress.evaluations()) + " evaluations"
                    + (progress.failed() == 0
                            ? ""
                            : ", " + ProgressText.count(progress.failed()) + " failed, the last: "
                                    + OneLine.of(progress.tally().lastFailure())));
        }
        if (!diagnosis.vetoes().isEmpty()) lines.add("most often violated: " + vetoes(diagnosis.vetoes()));
        misses(diagnosis.misses(), lines);
        clashes(diagnosis.clashes(), lines);
        if (!diagnosis.restarts().isEmpty()) {
            lines.add("islands began anew: "
                    + diagnosis.restarts().entrySet().stream()
                            .map(entry -> ProgressText.count(entry.getValue()) + " " + Spelling.words(entry.getKey()))
                            .collect(Collectors.joining(", ")));
        }
        if (!diagnosis.advice().isEmpty()) lines.add("try:");
        diagnosis.advice().forEach(advice -> lines.add("  " + advice));
        return lines;
    }

    private static String vetoes(List<Diagnosis.Veto> vetoes) {
        return vetoes.stream()
                        .limit(VETOES_SHOWN)
                        .map(veto -> veto.constraint() + String.format(Locale.ROOT, " (%.1f %%)", 100 * veto.share()))
                        .collect(Collectors.joining(", "))
                + (vetoes.size() > VETOES_SHOWN ? " and " + (vetoes.size() - VETOES_SHOWN) + " more" : "");
    }

    private static void misses(List<Diagnosis.Miss> misses, List<String> lines) {
        if (misses.isEmpty()) return;
        lines.add("closest point, of cost " + number(misses.get(0).cost()) + ":");
        for (Verdict verdict : misses.get(0).violated()) lines.add("  " + verdict(verdict));
        if (misses.size() > 1) {
            lines.add("the best of other islands violate "
                    + misses.stream()
                            .skip(1)
                            .map(miss ->
                                    miss.violated().stream().map(Verdict::name).collect(Collectors.joining(" + ")))
                            .distinct()
                            .collect(Collectors.joining("; ")));
        }
    }

    private static String verdict(Verdict verdict) {
        if (verdict.status() != ConstraintStatus.VIOLATED) {
            return verdict.name() + " is " + Spelling.words(verdict.status()) + ", must be " + verdict.bounds();
        }
        return verdict.name() + " is " + number(verdict.value()) + ", must be " + verdict.bounds() + ", violation "
                + number(verdict.violation());
    }

    private static void clashes(List<Diagnosis.Clash> clashes, List<String> lines) {
        if (clashes.isEmpty()) return;
        lines.add("hardly ever met together, among the "
                + ProgressText.count(clashes.get(0).points()) + " points that violate at most " + JointViolations.FEW
                + " constraints:");
        for (Diagnosis.Clash clash : clashes) {
            lines.add("  " + clash.first() + " was met " + times(clash.firstMet()) + ", " + clash.second() + " "
                    + times(clash.secondMet()) + ", both " + times(clash.bothMet()));
        }
    }

    private static String times(long count) {
        return count == 0 ? "never" : count == 1 ? "once" : ProgressText.count(count) + " times";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }
}
