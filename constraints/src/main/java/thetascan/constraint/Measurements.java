package thetascan.constraint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import thetascan.constraint.LimitCurve.Interpolation;
import thetascan.constraint.Measurement.Content;
import thetascan.constraint.Measurement.Correlated;
import thetascan.constraint.Measurement.Curve;
import thetascan.constraint.Measurement.Ellipse;
import thetascan.constraint.Measurement.Limits;
import thetascan.constraint.Measurement.Value;
import thetascan.quantity.Suggestion;

/** Measurements by name. The {@linkplain #shipped shipped} ones are data files; the format is in docs/constraints.md. */
public final class Measurements {

    private static final String FOLDER = "/thetascan/measurements/";
    private static final List<String> FILES = List.of(
            "higgs-couplings.json",
            "higgs-signal-strengths.json",
            "higgs-signal-strengths-2022.json",
            "higgs-decays.json",
            "oblique.json",
            "flavour.json",
            "lepton-flavour.json",
            "lepton-moments.json",
            "neutrinos.json",
            "direct-detection.json",
            "indirect-detection.json",
            "relic-density.json",
            "theory.json");

    private final Map<String, Measurement> byName;

    private Measurements(Map<String, Measurement> byName) {
        this.byName = Collections.unmodifiableMap(byName);
    }

    /** {@return the measurements that come with the program} */
    public static Measurements shipped() {
        Map<String, Measurement> all = new LinkedHashMap<>();
        for (String file : FILES) {
            try (InputStream in = Resource.open(Measurements.class, FOLDER + file)) {
                add(all, Fields.read(in, file));
            } catch (IOException e) {
                throw new UncheckedIOException(file + ": " + e.getMessage(), e);
            }
        }
        return new Measurements(all);
    }

    /**
     * These and those of a file; a name that exists already is replaced.
     *
     * @param file JSON file
     * @return other measurements
     * @throws IOException              if the file cannot be read
     * @throws IllegalArgumentException naming the file and the key
     */
    public Measurements with(Path file) throws IOException {
        Map<String, Measurement> read = new LinkedHashMap<>();
        try (InputStream in = Files.newInputStream(file)) {
            add(read, Fields.read(in, file.toString()));
        }
        Map<String, Measurement> all = new LinkedHashMap<>(byName);
        all.putAll(read);
        return new Measurements(all);
    }

    /** {@return all, in the order of the files} */
    public List<Measurement> all() {
        return List.copyOf(byName.values());
    }

    /**
     * The measurement of a name.
     *
     * @param name its name
     * @return the measurement
     * @throws IllegalArgumentException with a suggestion, if there is none of that name
     */
    public Measurement named(String name) {
        Measurement measurement = byName.get(name);
        if (measurement == null) {
            throw new IllegalArgumentException(
                    "unknown measurement '" + name + "'." + Suggestion.hint(name, byName.keySet()));
        }
        return measurement;
    }

    private static void add(Map<String, Measurement> all, Fields file) {
        file.allow("description", "reference", "arxiv", "doi", "measurements");
        for (Fields entry : file.objects("measurements")) {
            Measurement measurement = measurement(file, entry);
            if (all.put(measurement.name(), measurement) != null) {
                throw entry.error("name", "measurement '" + measurement.name() + "' is given twice.");
            }
        }
    }

    /** Reference, arXiv number and DOI of the file hold for every entry without a reference of its own. */
    private static Measurement measurement(Fields file, Fields entry) {
        entry.allow(
                "name",
                "description",
                "unit",
                "reference",
                "arxiv",
                "doi",
                "value",
                "error",
                "lower_error",
                "upper_error",
                "lower",
                "upper",
                "quantities",
                "matrix",
                "linear",
                "constant",
                "values",
                "errors",
                "correlations",
                "points",
                "interpolation");
        Fields cited = entry.has("reference") ? entry : file;
        try {
            return new Measurement(
                    entry.text("name"),
                    content(entry),
                    entry.text("unit", "1"),
                    entry.text("description"),
                    cited.text("reference"),
                    cited.text("arxiv", ""),
                    cited.text("doi", ""));
        } catch (IllegalArgumentException e) {
            throw entry.error(e);
        }
    }

    private static Content content(Fields entry) {
        if (entry.has("value")) {
            boolean symmetric = entry.has("error");
            return new Value(
                    entry.number("value"),
                    entry.number(symmetric ? "error" : "lower_error"),
                    entry.number(symmetric ? "error" : "upper_error"));
        }
        if (entry.has("quantities")) {
            List<String> quantities = entry.texts("quantities");
            if (entry.has("values")) {
                return new Correlated(
                        quantities, entry.numbers("values"), entry.numbers("errors"), entry.numbers("correlations"));
            }
            return new Ellipse(
                    quantities,
                    entry.rows("matrix", quantities.size()),
                    entry.numbers("linear"),
                    entry.number("constant"));
        }
        if (entry.has("points")) {
            return curve(entry);
        }
        if (entry.has("lower") || entry.has("upper")) {
            return new Limits(
                    entry.number("lower", Double.NEGATIVE_INFINITY), entry.number("upper", Double.POSITIVE_INFINITY));
        }
        throw entry.error("one of 'value', 'lower', 'upper', 'quantities', 'points' is needed.");
    }

    /** The points [x, limit] and the interpolation of a limit curve. */
    static Curve curve(Fields entry) {
        List<Double> points = entry.rows("points", 2);
        List<Double> abscissae = new ArrayList<>();
        List<Double> limits = new ArrayList<>();
        for (int i = 0; i < points.size(); i += 2) {
            abscissae.add(points.get(i));
            limits.add(points.get(i + 1));
        }
        return new Curve(abscissae, limits, entry.constant("interpolation", Interpolation.class, Interpolation.LINEAR));
    }
}
