package thetascan.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import thetascan.constraint.Constraint;
import thetascan.model.Model;
import thetascan.model.Reference;
import thetascan.quantity.Quantity;
import thetascan.quantity.Spelling;
import thetascan.space.Parameter;

/** Models for programs; docs/json.md says what is in it. */
public final class ModelJson {

    private ModelJson() {}

    /**
     * Names, versions and descriptions.
     *
     * @param models in the order printed
     * @return to be printed
     */
    public static Map<String, Object> list(List<Model> models) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("models", models.stream().map(ModelJson::head).toList());
        return json;
    }

    /**
     * What one model takes, what it gives and what makes a point valid.
     *
     * @param model whose description is wanted
     * @return to be printed
     */
    public static Map<String, Object> of(Model model) {
        Map<String, Object> json = head(model);
        json.put("cost", Spelling.of(model.costClass()));
        json.put(
                "parameters",
                model.parameters().parameters().stream()
                        .map(ModelJson::parameter)
                        .toList());
        json.put(
                "observables",
                model.observables().stream().map(ModelJson::quantity).toList());
        json.put(
                "constraints",
                model.constraintSet("default").constraints().stream()
                        .map(ModelJson::constraint)
                        .toList());
        json.put(
                "constraint_sets",
                model.constraintSets().keySet().stream().sorted().toList());
        json.put(
                "references",
                model.references().stream().map(ModelJson::reference).toList());
        return json;
    }

    private static Map<String, Object> head(Model model) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", model.name());
        json.put("version", model.version());
        json.put("description", model.description());
        return json;
    }

    private static Map<String, Object> parameter(Parameter parameter) {
        Map<String, Object> json = quantity(parameter.quantity());
        json.put("scale", parameter.scale().toString());
        return json;
    }

    private static Map<String, Object> quantity(Quantity quantity) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", quantity.name());
        json.put("unit", quantity.unit());
        json.put("latex", quantity.latex());
        json.put("description", quantity.description());
        return json;
    }

    private static Map<String, Object> constraint(Constraint constraint) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", constraint.name());
        json.put("sector", constraint.sector());
        json.put("mode", Spelling.of(constraint.mode()));
        json.put("on", constraint.rule().expressions());
        json.put("bounds", constraint.rule().bounds());
        json.put("source", constraint.source());
        return json;
    }

    private static Map<String, Object> reference(Reference reference) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("text", reference.text());
        json.put("id", reference.id());
        return json;
    }
}
