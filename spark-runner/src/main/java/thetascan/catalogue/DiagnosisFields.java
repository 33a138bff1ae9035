package thetascan.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import thetascan.constraint.Verdict;
import thetascan.diagnosis.Diagnosis;
import thetascan.quantity.Spelling;

/** A diagnosis as the manifest holds it. */
final class DiagnosisFields {

    private DiagnosisFields() {}

    /**
     * @param parameters names of θ
     */
    static Map<String, Object> of(Diagnosis diagnosis, List<String> parameters) {
        Map<String, Object> restarts = new LinkedHashMap<>();
        diagnosis.restarts().forEach((reason, count) -> restarts.put(Spelling.lower(reason), count));
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("vetoes", diagnosis.vetoes());
        fields.put(
                "clashes",
                diagnosis.clashes().stream().map(DiagnosisFields::clash).toList());
        fields.put(
                "near_misses",
                diagnosis.misses().stream().map(miss -> miss(miss, parameters)).toList());
        fields.put("restarts", restarts);
        fields.put("advice", diagnosis.advice());
        return fields;
    }

    private static Map<String, Object> clash(Diagnosis.Clash clash) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("first", clash.first());
        fields.put("second", clash.second());
        fields.put("first_met", clash.firstMet());
        fields.put("second_met", clash.secondMet());
        fields.put("both_met", clash.bothMet());
        fields.put("points", clash.points());
        return fields;
    }

    private static Map<String, Object> miss(Diagnosis.Miss miss, List<String> parameters) {
        Map<String, Object> theta = new LinkedHashMap<>();
        for (int j = 0; j < parameters.size(); j++) theta.put(parameters.get(j), miss.theta()[j]);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("island", miss.island());
        fields.put("cost", miss.cost());
        fields.put("parameters", theta);
        fields.put(
                "violated",
                miss.violated().stream().map(DiagnosisFields::verdict).toList());
        return fields;
    }

    private static Map<String, @Nullable Object> verdict(Verdict verdict) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("constraint", verdict.name());
        fields.put("status", Spelling.lower(verdict.status()));
        fields.put("value", Double.isFinite(verdict.value()) ? verdict.value() : null);
        fields.put("bounds", verdict.bounds());
        fields.put("violation", verdict.violation());
        return fields;
    }
}
