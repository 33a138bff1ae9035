package thetascan.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import thetascan.constraint.Constraint;
import thetascan.constraint.ConstraintSet;
import thetascan.constraint.Interval;
import thetascan.constraint.Mode;
import thetascan.constraint.Rule;
import thetascan.model.Model;
import thetascan.option.Option;
import thetascan.quantity.Quantity;
import thetascan.quantity.Spelling;

/**
 * The {@code constraints} of a scan file: the name of a set of the model and what differs from it. A constraint takes
 * {@code mode}, {@code source} and {@code range} and {@code expression} or what {@code holds}, or its mode or range
 * alone; a name the set does not have, with an expression and a range or with what holds, is a new constraint.
 */
final class ConstraintSection {

    private static final String SET = "set";
    private static final String DEFAULT_SET = "default";
    private static final String NEW_SECTOR = "added";
    private static final String HOLDS = "holds";
    /** What constraint sets and model files know beside. */
    private static final List<String> OTHER_RULES =
            List.of("measurement", "curve", "region", "chi_square", "alternatives", "observable", "lower", "upper");

    private ConstraintSection() {}

    /** Name of the set to start from. */
    static String set(Section section, Model model) {
        return section.value(SET, name -> {
                    model.constraintSet(name);
                    return name;
                })
                .orElse(DEFAULT_SET);
    }

    /**
     * The constraints.
     *
     * @param columns what they may name: observables and parameters
     */
    static ConstraintSet read(Section section, ConstraintSet set, List<Quantity> columns) {
        ConstraintSet result = set;
        for (Constraint constraint : set.constraints()) {
            if (section.has(constraint.name())) {
                Constraint changed = changed(constraint, inFull(section, constraint.name()), columns);
                result = result.with(changed);
            }
        }
        for (String name : section.keys()) {
            if (isNew(section, name, set)) {
                ConstraintSet before = result;
                result = added(name, section.section(name), columns)
                        .flatMap(constraint -> section.checked(name, () -> before.with(constraint)))
                        .orElse(before);
            }
        }
        section.rejectUnknown("constraint");
        return result;
    }

    /** A word alone is the mode, a list alone the range. */
    private static Section inFull(Section section, String name) {
        return section.orShort(
                name, value -> Optional.of(Map.entry(value instanceof ConfigNode.Items ? "range" : "mode", value)));
    }

    private static Constraint changed(Constraint constraint, Section section, List<Quantity> columns) {
        Mode mode = section.value("mode", name -> Names.constant("mode", name, Mode.class))
                .orElse(constraint.mode());
        Constraint result =
                constraint.withMode(mode).withSource(section.text("source").orElse(constraint.source()));
        Optional<String> holds = section.text(HOLDS);
        if (holds.isPresent()) {
            Constraint before = result;
            result = section.checked(HOLDS, () -> bound(before.withRule(rule(section, holds.get())), columns))
                    .orElse(before);
        }
        Optional<String> expression = section.text("expression");
        if (expression.isPresent()) {
            Constraint before = result;
            result = section.checked("expression", () -> bound(before.withExpression(expression.get()), columns))
                    .orElse(before);
        }
        Optional<List<Double>> range = section.pair("range", ScalarText::bound);
        if (range.isPresent()) {
            Constraint before = result;
            result = section.checked(
                            "range",
                            () -> before.withBounds(
                                    range.get().get(0), range.get().get(1)))
                    .orElse(before);
        }
        section.rejectUnknown("key");
        return result;
    }

    private static Rule rule(Section section, String inequality) {
        if (section.has("expression") || section.has("range")) {
            throw new IllegalArgumentException("says all of the rule: leave out 'expression' and 'range'");
        }
        return Interval.holding(inequality);
    }

    /** The constraint itself, if it names what there is. */
    private static Constraint bound(Constraint constraint, List<Quantity> columns) {
        new ConstraintSet(List.of(constraint)).bind(columns);
        return constraint;
    }

    private static boolean isNew(Section section, String name, ConstraintSet set) {
        return !name.equals(SET)
                && !set.names().contains(name)
                && section.written(name) instanceof ConfigNode.Fields fields
                && (fields.fields().containsKey("expression")
                        || fields.fields().containsKey(HOLDS)
                        || OTHER_RULES.stream().anyMatch(fields.fields()::containsKey));
    }

    private static Optional<Constraint> added(String name, Section section, List<Quantity> columns) {
        for (String rule : OTHER_RULES) {
            if (section.has(rule)) {
                section.problem(
                        rule,
                        "stands in constraint sets and model files only; what a scan file adds has 'expression' and"
                                + " 'range', or what 'holds'");
                return Optional.empty();
            }
        }
        Optional<String> holds = section.text(HOLDS);
        if (holds.isPresent()) {
            return section.checked(HOLDS, () -> bound(added(name, rule(section, holds.get())), columns))
                    .map(constraint -> changed(constraint, section, columns));
        }
        String expression = section.text("expression").orElse("");
        if (!section.has("range")) section.problem("range", "a new constraint needs one, such as [0, inf]");
        return section.pair("range", ScalarText::bound)
                .flatMap(range -> section.checked("expression", () -> {
                    Interval interval = new Interval(expression, range.get(0), range.get(1));
                    return bound(added(name, interval), columns);
                }))
                .map(constraint -> changed(constraint, section, columns));
    }

    private static Constraint added(String name, Rule rule) {
        return new Constraint(name, rule, Mode.APPLY, NEW_SECTOR, "scan file", List.of());
    }

    /** The inverse of {@link #read}: mode and bounds of every constraint, the rest where it differs from the set. */
    static ConfigNode.Fields write(String setName, ConstraintSet set, ConstraintSet constraints) {
        ConfigNode.Fields fields = ConfigNode.Fields.of().put(SET, setName);
        for (Constraint constraint : constraints.constraints()) {
            Constraint original = set.names().contains(constraint.name()) ? set.constraint(constraint.name()) : null;
            fields.put(constraint.name(), write(constraint, original));
        }
        return fields;
    }

    private static ConfigNode.Fields write(Constraint constraint, @Nullable Constraint original) {
        ConfigNode.Fields fields = ConfigNode.Fields.of().put("mode", Spelling.of(constraint.mode()));
        boolean sameRule = original != null
                && original.rule().expressions().equals(constraint.rule().expressions());
        if (!sameRule) fields.put("expression", constraint.rule().expressions().get(0));
        if (constraint.rule() instanceof Interval interval) {
            fields.put("range", List.of(bound(interval.lower()), bound(interval.upper())));
        }
        if (original == null || !original.source().equals(constraint.source())) {
            fields.put("source", constraint.source());
        }
        return fields;
    }

    private static String bound(double value) {
        if (Double.isInfinite(value)) return value > 0 ? "inf" : "-inf";
        return Option.format(value);
    }
}
