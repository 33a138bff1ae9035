package thetascan.constraint;

import java.util.ArrayList;
import java.util.List;
import thetascan.constraint.Measurement.Curve;

/** Reads constraint sets; the format is in docs/constraints.md. */
final class ConstraintReader {

    private static final double INFINITY = Double.POSITIVE_INFINITY;

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
        entry.allow(
                "name",
                "observable",
                "lower",
                "upper",
                "measurement",
                "sigmas",
                "scale",
                "alternatives",
                "region",
                "curve",
                "mode",
                "sector",
                "source",
                "rank");
        Rule rule = rule(entry);
        return new Constraint(
                entry.text("name"),
                rule,
                entry.constant("mode", Mode.class, Mode.APPLY),
                entry.text("sector"),
                source(entry),
                entry.has("rank") ? rank(entry) : List.of());
    }

    private Rule rule(Fields entry) {
        if (entry.has("region")) {
            return region(entry);
        }
        if (entry.has("curve")) {
            return curve(entry.text("observable"), entry.object("curve"));
        }
        if (entry.has("alternatives")) {
            List<Interval> intervals = new ArrayList<>();
            for (Fields alternative : entry.objects("alternatives")) {
                alternative.allow("lower", "upper", "measurement", "sigmas", "scale");
                intervals.add(interval(entry.text("observable"), alternative));
            }
            return new Alternatives(intervals);
        }
        return interval(entry.text("observable"), entry);
    }

    private Interval interval(String expression, Fields bounds) {
        Interval interval;
        if (!bounds.has("measurement")) {
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
        region.allow("observables", "measurement", "matrix", "linear", "constant");
        List<String> observables = region.texts("observables");
        double scale = entry.number("scale", 1);
        if (region.has("measurement")) {
            return measurements.named(region.text("measurement")).region(observables, scale);
        }
        return QuadraticForm.of(
                observables,
                region.rows("matrix", observables.size()),
                region.numbers("linear"),
                region.number("constant"),
                scale);
    }

    private LimitCurve curve(String observable, Fields curve) {
        curve.allow("x", "measurement", "points", "interpolation");
        if (curve.has("measurement")) {
            return measurements.named(curve.text("measurement")).curve(observable, curve.text("x"));
        }
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
        List<Fields> places = new ArrayList<>(List.of(entry));
        if (entry.has("alternatives")) {
            places.addAll(entry.objects("alternatives"));
        }
        for (String key : List.of("region", "curve")) {
            if (entry.has(key)) {
                places.add(entry.object(key));
            }
        }
        List<String> citations = places.stream()
                .filter(place -> place.has("measurement"))
                .map(place -> measurements.named(place.text("measurement")).citation())
                .distinct()
                .toList();
        if (citations.isEmpty()) {
            throw entry.error("key 'source' is missing: say where the bounds come from.");
        }
        return String.join("; ", citations);
    }
}
