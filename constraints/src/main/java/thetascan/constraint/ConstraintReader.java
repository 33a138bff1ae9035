package thetascan.constraint;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import thetascan.constraint.Measurement.Correlated;
import thetascan.constraint.Measurement.Curve;

/** Reads constraint sets; the format is in docs/constraints.md. */
final class ConstraintReader {

    private static final double INFINITY = Double.POSITIVE_INFINITY;

    private static final List<String> COMMON_KEYS = List.of("name", "mode", "sector", "source", "rank");
    private static final List<String> INTERVAL_KEYS =
            List.of("observable", "lower", "upper", "measurement", "sigmas", "scale");

    /**
     * A kind of rule.
     *
     * @param key       the key that says it is this one
     * @param otherKeys what else belongs to it
     */
    private record Kind(String key, List<String> otherKeys, Function<Fields, Rule> reader) {}

    /** One line for each kind of rule but the interval. */
    private final List<Kind> kinds = List.of(
            new Kind("holds", List.of("scale"), ConstraintReader::inequality),
            new Kind("alternatives", List.of("observable"), this::alternatives),
            new Kind("region", List.of("scale"), this::region),
            new Kind("chi_square", List.of("than", "upper", "scale"), this::chiSquare),
            new Kind("curve", List.of("observable"), this::curve));

    private final Measurements measurements;

    ConstraintReader(Measurements measurements) {
        this.measurements = measurements;
    }

    ConstraintSet read(Fields file) {
        file.allow("description", "constraints");
        List<Constraint> constraints =
                file.objects("constraints").stream().map(this::constraint).toList();
        try {
            return new ConstraintSet(constraints);
        } catch (IllegalArgumentException e) {
            throw file.error(e);
        }
    }

    Constraint constraint(Fields entry) {
        try {
            return readConstraint(entry);
        } catch (IllegalArgumentException e) {
            throw entry.error(e);
        }
    }

    private Constraint readConstraint(Fields entry) {
        Rule rule = rule(entry);
        return new Constraint(
                entry.text("name"),
                rule,
                entry.constant("mode", Mode.class, Mode.APPLY),
                entry.text("sector"),
                source(entry),
                entry.has("rank") ? rank(entry) : List.of(),
                measured(entry));
    }

    /** The rule of the first kind whose key is there; an interval if none is. */
    private Rule rule(Fields entry) {
        for (Kind kind : kinds) {
            if (entry.has(kind.key())) {
                allow(entry, Stream.concat(Stream.of(kind.key()), kind.otherKeys().stream()));
                return kind.reader().apply(entry);
            }
        }
        allow(entry, Stream.concat(INTERVAL_KEYS.stream(), kinds.stream().map(Kind::key)));
        return interval(entry.text("observable"), entry);
    }

    private static void allow(Fields entry, Stream<String> keys) {
        entry.allow(Stream.concat(COMMON_KEYS.stream(), keys).toArray(String[]::new));
    }

    private Alternatives alternatives(Fields entry) {
        List<Interval> intervals = new ArrayList<>();
        for (Fields alternative : entry.objects("alternatives")) {
            alternative.allow("lower", "upper", "measurement", "sigmas", "scale");
            intervals.add(interval(entry.text("observable"), alternative));
        }
        return new Alternatives(intervals);
    }

    private static Interval inequality(Fields entry) {
        Interval given = Interval.holding(entry.text("holds"));
        return new Interval(given.expression(), given.lower(), given.upper(), entry.number("scale", given.scale()));
    }

    private Interval interval(String expression, Fields bounds) {
        Interval interval;
        if (!bounds.has("measurement")) {
            if (bounds.has("sigmas")) {
                throw bounds.error("'sigmas' are those of a 'measurement', which is missing.");
            }
            interval = new Interval(expression, bounds.number("lower", -INFINITY), bounds.number("upper", INFINITY));
        } else if (bounds.has("lower") || bounds.has("upper")) {
            throw bounds.error("give either 'measurement' or 'lower' and 'upper', not both.");
        } else {
            Measurement measurement = measurements.named(bounds.text("measurement"));
            interval = bounds.has("sigmas")
                    ? measurement.interval(expression, bounds.number("sigmas"))
                    : measurement.interval(expression);
        }
        double scale = bounds.number("scale", interval.scale());
        return new Interval(expression, interval.lower(), interval.upper(), scale);
    }

    private QuadraticForm region(Fields entry) {
        Fields region = entry.object("region");
        boolean measured = region.has("measurement");
        region.allow(
                measured
                        ? new String[] {"observables", "measurement"}
                        : new String[] {"observables", "measurement", "matrix", "linear", "constant"});
        List<String> observables = region.texts("observables");
        double scale = entry.number("scale", 1);
        if (measured) {
            return measurements.named(region.text("measurement")).region(observables, scale);
        }
        return QuadraticForm.of(
                observables,
                region.rows("matrix", observables.size()),
                region.numbers("linear"),
                region.number("constant"),
                scale);
    }

    private QuadraticForm chiSquare(Fields entry) {
        double upper = entry.number("upper");
        ChiSquare sum = new ChiSquare();
        for (Fields part : entry.objects("chi_square")) {
            part.allow("measurement", "without", "observables");
            Correlated measured = measurements.named(part.text("measurement")).correlated();
            sum.add(
                    part.has("without") ? measured.without(part.texts("without")) : measured,
                    part.texts("observables"));
        }
        return entry.has("than")
                ? sum.above(entry.number("than"), upper, entry.number("scale", upper))
                : sum.atMost(upper, entry.number("scale", upper));
    }

    private LimitCurve curve(Fields entry) {
        String observable = entry.text("observable");
        Fields curve = entry.object("curve");
        if (curve.has("measurement")) {
            curve.allow("x", "measurement");
            return measurements.named(curve.text("measurement")).curve(observable, curve.text("x"));
        }
        curve.allow("x", "measurement", "points", "interpolation");
        Curve points = Measurements.curve(curve);
        return new LimitCurve(observable, curve.text("x"), points.abscissae(), points.limits(), points.interpolation());
    }

    private static List<RankingTerm> rank(Fields entry) {
        List<RankingTerm> terms = new ArrayList<>();
        for (Fields rank : entry.objects("rank")) {
            rank.allow("observable", "lower", "upper", "scale");
            double lower = rank.number("lower", -INFINITY);
            double upper = rank.number("upper", INFINITY);
            double scale = rank.number("scale", Interval.defaultScale(lower, upper));
            terms.add(new RankingTerm(rank.text("observable"), lower, upper, scale));
        }
        return terms;
    }

    /** The text given, or the citations of the measurements. */
    private String source(Fields entry) {
        if (entry.has("source")) {
            return entry.text("source");
        }
        List<String> citations = measured(entry).stream()
                .map(name -> measurements.named(name).citation())
                .distinct()
                .toList();
        if (citations.isEmpty()) {
            throw entry.error("key 'source' is missing: say where the bounds come from.");
        }
        return String.join("; ", citations);
    }

    /** Names of the measurements an entry refers to. */
    private static List<String> measured(Fields entry) {
        List<Fields> places = new ArrayList<>(List.of(entry));
        for (String key : List.of("alternatives", "chi_square")) {
            if (entry.has(key)) {
                places.addAll(entry.objects(key));
            }
        }
        for (String key : List.of("region", "curve")) {
            if (entry.has(key)) {
                places.add(entry.object(key));
            }
        }
        return places.stream()
                .filter(place -> place.has("measurement"))
                .map(place -> place.text("measurement"))
                .distinct()
                .toList();
    }
}
