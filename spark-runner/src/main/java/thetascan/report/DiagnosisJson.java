package thetascan.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import thetascan.constraint.Verdict;
import thetascan.diagnosis.Diagnosis;
import thetascan.quantity.Spelling;
import thetascan.scan.Progress;
import thetascan.scan.ScanSetup;
import thetascan.space.Parameter;

/** What stands in the way of a scan, for programs; docs/json.md says what is in it. */
public final class DiagnosisJson {

    private DiagnosisJson() {}

    /**
     * A diagnosis.
     *
     * @param setup    of the scan
     * @param progress where it stands
     * @return to be printed
     */
    public static Map<String, Object> of(ScanSetup setup, Progress progress) {
        Diagnosis diagnosis = Diagnosis.of(setup.search(), progress);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("evaluations", progress.evaluations());
        json.put("valid", progress.valid());
        json.put("failed", progress.failed());
        json.put("last_failure", progress.tally().lastFailure());
        json.put(
                "violated", diagnosis.vetoes().stream().map(DiagnosisJson::veto).toList());
        List<String> names = setup.search().space().parameters().stream()
                .map(Parameter::name)
                .toList();
        json.put(
                "closest",
                diagnosis.misses().stream().map(miss -> miss(miss, names)).toList());
        json.put(
                "clashes",
                diagnosis.clashes().stream().map(DiagnosisJson::clash).toList());
        Map<String, Object> restarts = new LinkedHashMap<>();
        diagnosis.restarts().forEach((reason, count) -> restarts.put(Spelling.of(reason), count));
        json.put("restarts", restarts);
        json.put("advice", diagnosis.advice());
        return json;
    }

    private static Map<String, Object> veto(Diagnosis.Veto veto) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("constraint", veto.constraint());
        json.put("points", veto.points());
        json.put("share", veto.share());
        return json;
    }

    private static Map<String, Object> miss(Diagnosis.Miss miss, List<String> names) {
        Map<String, Object> point = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) point.put(names.get(i), Json.number(miss.theta()[i]));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("cost", Json.number(miss.cost()));
        json.put("point", point);
        json.put(
                "violated", miss.violated().stream().map(DiagnosisJson::verdict).toList());
        return json;
    }

    private static Map<String, Object> verdict(Verdict verdict) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("constraint", verdict.name());
        json.put("status", Spelling.of(verdict.status()));
        json.put("value", Json.number(verdict.value()));
        json.put("bounds", verdict.bounds());
        json.put("violation", Json.number(verdict.violation()));
        return json;
    }

    private static Map<String, Object> clash(Diagnosis.Clash clash) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("first", clash.first());
        json.put("second", clash.second());
        json.put("first_met", clash.firstMet());
        json.put("second_met", clash.secondMet());
        json.put("both_met", clash.bothMet());
        json.put("points", clash.points());
        return json;
    }
}
