package thetascan.report;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import thetascan.config.ScanConfig;
import thetascan.constraint.BoundConstraints;
import thetascan.constraint.ConstraintSet;
import thetascan.constraint.ConstraintStatus;
import thetascan.constraint.Expression;
import thetascan.external.model.ExternalModel;
import thetascan.external.model.ProgramReport;
import thetascan.model.DerivedModel;
import thetascan.model.EvaluationException;
import thetascan.model.Model;
import thetascan.point.PointColumns;
import thetascan.quantity.Decimal;
import thetascan.quantity.Missing;
import thetascan.quantity.Quantity;
import thetascan.space.Parameter;
import thetascan.space.ParameterSpace;

/** What the programs of a model did with one point, and which constraints their values decide. */
public final class DoctorReport {

    private static final double NEUTRAL = 1;
    private static final double MIDDLE = 0.5;

    private final Map<String, Double> point;
    private final List<ProgramReport> programs;
    private final Map<String, Double> observables = new LinkedHashMap<>();
    private final PointColumns columns;
    private final BoundConstraints constraints;
    private final double[] theta;

    /**
     * Runs a point through the programs of the model of a scan file.
     *
     * @param config of the scan file
     * @param at NAME=VALUE for parameters that are not in the middle of their range
     * @return what came back
     * @throws IllegalArgumentException if the model runs no programs or has no such parameter or value
     * @throws EvaluationException      if formulas of the model failed
     */
    public static DoctorReport examine(ScanConfig config, List<String> at) throws EvaluationException {
        Model plain = config.model() instanceof DerivedModel derived ? derived.plain() : config.model();
        if (!(plain instanceof ExternalModel model)) {
            throw new IllegalArgumentException(
                    "its model " + config.model().name() + " runs no programs; 'evaluate' computes points.");
        }
        double[] theta = point(config.space(), at);
        double[] values = new double[model.observables().size()];
        List<ProgramReport> programs = model.examine(theta, values);
        ConstraintSet constraints = ofPrograms(config, model);
        PointColumns columns = PointColumns.of(model.observables(), config.space(), constraints);
        Map<String, Double> point = new LinkedHashMap<>();
        for (Parameter parameter : config.space().parameters()) point.put(parameter.name(), theta[point.size()]);
        return new DoctorReport(
                point, programs, model.observables(), values, columns, constraints.bind(columns.quantities()));
    }

    /** The constraints on what the programs give: those on derived observables are left to the scan. */
    private static ConstraintSet ofPrograms(ScanConfig config, Model programs) {
        if (config.model() == programs) return config.constraints();
        Set<String> known = new HashSet<>();
        programs.observables().forEach(observable -> known.add(observable.name()));
        config.space().parameters().forEach(parameter -> known.add(parameter.name()));
        return new ConstraintSet(config.constraints().constraints().stream()
                .filter(constraint -> constraint.rule().expressions().stream()
                        .allMatch(
                                text -> known.containsAll(Expression.parse(text).names())))
                .toList());
    }

    /** The middle of the space, with what was asked for put in. */
    private static double[] point(ParameterSpace space, List<String> at) {
        double[] u = new double[space.dimension()];
        Arrays.fill(u, MIDDLE);
        double[] theta = new double[space.size()];
        space.toTheta(u, theta);
        for (String assignment : at) {
            String[] parts = assignment.split("=", 2);
            try {
                theta[space.index(parts[0].strip())] = Decimal.parse(parts.length < 2 ? "" : parts[1]);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("--at " + assignment + ": " + e.getMessage(), e);
            }
        }
        return theta;
    }

    /**
     * @param point  parameters by name, in the order of the model
     * @param values of the observables
     */
    private DoctorReport(
            Map<String, Double> point,
            List<ProgramReport> programs,
            List<Quantity> observables,
            double[] values,
            PointColumns columns,
            BoundConstraints constraints) {
        this.point = point;
        this.programs = programs;
        this.columns = columns;
        this.constraints = constraints;
        for (int i = 0; i < values.length; i++)
            this.observables.put(observables.get(i).name(), values[i]);
        theta = point.values().stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** {@return true if every program computed the point} */
    public boolean isWell() {
        return programs.stream().allMatch(each -> each.failure().isEmpty());
    }

    /** Constraints that cannot be decided where these observables are missing. */
    private List<String> fed(List<String> fromProgram) {
        double[] row = new double[observables.size()];
        int at = 0;
        for (String name : observables.keySet()) {
            row[at++] = fromProgram.contains(name) ? Missing.NOT_COMPUTED : NEUTRAL;
        }
        double[] violations = new double[constraints.size()];
        byte[] statuses = new byte[constraints.size()];
        constraints.evaluate(columns.row(row, theta), violations, statuses);
        List<String> names = new ArrayList<>();
        for (int k = 0; k < statuses.length; k++) {
            if (statuses[k] == ConstraintStatus.NOT_COMPUTED.ordinal()) {
                names.add(constraints.constraints().get(k).name());
            }
        }
        return names;
    }

    /**
     * Prints the report for people.
     *
     * @param out receives it
     */
    public void print(PrintWriter out) {
        out.println("The point: " + list(point));
        for (ProgramReport each : programs) {
            out.println();
            out.println("program " + each.program() + (each.stage() > 1 ? ", stage " + each.stage() : "") + ": "
                    + (each.failure().isEmpty() ? "well" : "FAILED")
                    + String.format(Locale.ROOT, ", %.3f s", each.seconds())
                    + (each.exitCode() >= 0 ? ", exit code " + each.exitCode() : ""));
            out.println("  command      " + String.join(" ", each.command()));
            if (!each.inputs().isEmpty()) out.println("  goes in      " + list(each.inputs()));
            if (!each.files().isEmpty()) out.println("  its folder   " + String.join(", ", each.files()));
            if (each.failure().isEmpty()) out.println("  comes out    " + list(each.values()));
            else out.println("  reason       " + each.failure().replace("\n", "\n               "));
            List<String> fed = fed(each.observables());
            out.println("  feeds        "
                    + (each.observables().isEmpty() ? "no observable" : String.join(", ", each.observables()))
                    + (fed.isEmpty() ? ", no constraint" : "; constraints " + String.join(", ", fed)));
        }
        out.println();
        out.println("The observables: " + list(observables));
        out.flush();
    }

    private static String list(Map<String, Double> values) {
        List<String> texts = new ArrayList<>();
        values.forEach((name, value) -> texts.add(name + " = " + text(value)));
        return String.join(", ", texts);
    }

    private static String text(double value) {
        return Missing.isNotComputed(value)
                ? "not computed"
                : Missing.isUndefined(value) ? "undefined" : Double.toString(value);
    }

    /** {@return the report for programs; docs/json.md says what is in it} */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("well", isWell());
        json.put("point", Json.numbers(point));
        json.put("programs", programs.stream().map(this::json).toList());
        json.put("observables", Json.numbers(observables));
        return json;
    }

    private Map<String, Object> json(ProgramReport each) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", each.program());
        json.put("stage", each.stage());
        json.put("command", each.command());
        json.put("seconds", each.seconds());
        json.put("exit_code", each.exitCode() < 0 ? null : each.exitCode());
        json.put("failure", each.failure());
        json.put("inputs", Json.numbers(each.inputs()));
        json.put("files", each.files());
        json.put("values", Json.numbers(each.values()));
        json.put("observables", each.observables());
        json.put("constraints", fed(each.observables()));
        return json;
    }
}
