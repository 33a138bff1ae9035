package thetascan.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thetascan.constraint.Expression;
import thetascan.model.DerivedModel;
import thetascan.model.Model;
import thetascan.quantity.Quantity;

/** The section {@code derived}: observables of one's own, by expressions. */
final class DerivedSection {

    private static final String EXPRESSION = "expression";
    private static final String UNIT = "unit";
    private static final String LATEX = "latex";
    private static final String DESCRIPTION = "description";

    private DerivedSection() {}

    /** The model with what the section adds; the model itself if that is nothing or wrong. */
    static Model read(Section section, Model model) {
        Model result = model;
        List<DerivedModel.Derived> all = new ArrayList<>();
        for (String name : section.keys()) {
            Section entry = section.orShort(name, value -> Optional.of(Map.entry(EXPRESSION, value)));
            Optional<Expression> expression = entry.value(EXPRESSION, Expression::parse);
            String unit = entry.text(UNIT).orElse("1");
            String latex = entry.text(LATEX).orElse("\\mathrm{" + name.replace("_", "\\_") + "}");
            String description = entry.text(DESCRIPTION)
                    .orElse(expression.map(Expression::toString).orElse(name));
            if (!entry.has(EXPRESSION))
                entry.problem(EXPRESSION, "is missing: an expression of parameters and observables");
            entry.rejectUnknown("key");
            if (expression.isEmpty()) continue;
            Optional<Model> with = section.checked(name, () -> {
                List<DerivedModel.Derived> longer = new ArrayList<>(all);
                Quantity quantity = Quantity.of(name, unit, latex, description);
                longer.add(new DerivedModel.Derived(quantity, expression.get()));
                return new DerivedModel(model, longer);
            });
            if (with.isEmpty()) continue;
            result = with.get();
            all.clear();
            all.addAll(((DerivedModel) result).derived());
        }
        return result;
    }

    /** The inverse of {@link #read}. */
    static ConfigNode.Fields write(DerivedModel model) {
        ConfigNode.Fields fields = ConfigNode.Fields.of();
        for (DerivedModel.Derived each : model.derived()) {
            fields.put(
                    each.quantity().name(),
                    ConfigNode.Fields.of()
                            .put(EXPRESSION, each.expression().toString())
                            .put(UNIT, each.quantity().unit())
                            .put(LATEX, each.quantity().latex())
                            .put(DESCRIPTION, each.quantity().description()));
        }
        return fields;
    }
}
