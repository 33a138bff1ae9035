package thetascan.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import thetascan.option.Option;
import thetascan.space.Bound;
import thetascan.space.Parameter;
import thetascan.space.ParameterSpace;
import thetascan.space.Scale;
import thetascan.space.Scales;

/**
 * The {@code parameters} of a scan file: what differs from the model's own ranges and scales. A parameter takes
 * {@code {scale: ..., range: [..., ...]}} and the options of its scale, or the range alone, or one number, which fixes it.
 */
final class ParameterReader {

    private ParameterReader() {}

    static ParameterSpace read(Section section, ParameterSpace defaults) {
        List<Parameter> parameters = new ArrayList<>();
        for (Parameter parameter : defaults.parameters()) {
            Scale scale = scale(section, parameter.name(), parameter.scale()).orElse(parameter.scale());
            parameters.add(new Parameter(parameter.quantity(), scale));
        }
        section.rejectUnknown("parameter");
        return section.checked("", () -> new ParameterSpace(parameters)).orElse(defaults);
    }

    private static Optional<Scale> scale(Section parameters, String name, Scale current) {
        if (parameters.node(name) instanceof ConfigNode.Scalar) {
            return parameters.value(name, text -> new Scale.Fixed(ScalarText.number(text)));
        }
        Section section = parameters.orShort(name, ParameterReader::range);
        Optional<List<String>> range = section.pair("range", text -> text);
        String wanted = section.text("scale").orElseGet(() -> kind(current, range));
        Optional<Scales.Kind> kind = section.checked("scale", () -> Scales.named(wanted));
        if (kind.isEmpty()) return Optional.empty();
        Map<String, Double> options = options(section, kind.get(), current);
        section.rejectUnknown("key");
        if (section.keys().isEmpty()) return Optional.empty();
        return section.checked(range.isPresent() ? "range" : "scale", () -> scale(kind.get(), range, options, current));
    }

    /** A list alone is a range; a number alone, when other keys are laid over it, a range of one value. */
    private static Optional<Map.Entry<String, ConfigNode>> range(ConfigNode value) {
        if (value instanceof ConfigNode.Items) return Optional.of(Map.entry("range", value));
        return Optional.of(Map.entry("range", new ConfigNode.Items(List.of(value, value), value.place())));
    }

    /** The kind of scale that goes with a range alone. */
    private static String kind(Scale current, Optional<List<String>> range) {
        if (range.isPresent() && !range.get().stream().allMatch(ScalarText::isMeantAsNumber)) return "dependent";
        return range.isPresent() && current instanceof Scale.Fixed ? "linear" : current.kind();
    }

    private static Map<String, Double> options(Section section, Scales.Kind kind, Scale current) {
        Map<String, Double> options = new TreeMap<>(kind.name().equals(current.kind()) ? current.options() : Map.of());
        for (Option option : kind.options()) {
            section.value(option.name(), ScalarText::number).ifPresent(value -> options.put(option.name(), value));
        }
        return options;
    }

    private static Scale scale(
            Scales.Kind kind, Optional<List<String>> range, Map<String, Double> options, Scale current) {
        if (kind.name().equals("dependent")) {
            if (range.isPresent()) {
                return new Scale.Dependent(
                        Bound.parse(range.get().get(0)), Bound.parse(range.get().get(1)));
            }
            if (current instanceof Scale.Dependent) return current;
        }
        double first = range.isPresent() ? ScalarText.number(range.get().get(0)) : current.first();
        double last = range.isPresent() ? ScalarText.number(range.get().get(1)) : current.last();
        return Scales.of(kind.name(), first, last, options);
    }

    /** The inverse of {@link #read}: every parameter in full. */
    static ConfigNode.Fields write(ParameterSpace space) {
        ConfigNode.Fields fields = ConfigNode.Fields.of();
        for (Parameter parameter : space.parameters()) fields.put(parameter.name(), write(parameter.scale()));
        return fields;
    }

    private static ConfigNode.Fields write(Scale scale) {
        ConfigNode.Fields fields = ConfigNode.Fields.of().put("scale", scale.kind());
        if (scale instanceof Scale.Dependent dependent) {
            fields.put(
                    "range", List.of(dependent.from().toString(), dependent.to().toString()));
        } else {
            fields.put("range", List.of(Option.format(scale.first()), Option.format(scale.last())));
        }
        new TreeMap<>(scale.options()).forEach((name, value) -> fields.put(name, Option.format(value)));
        return fields;
    }
}
