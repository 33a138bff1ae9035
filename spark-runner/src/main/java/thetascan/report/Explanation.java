package thetascan.report;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import thetascan.constraint.BoundConstraints;
import thetascan.constraint.Verdict;
import thetascan.objective.Objective;
import thetascan.point.FoundPoint;
import thetascan.point.PointColumns;
import thetascan.quantity.Quantity;

/** Says of a point what each constraint makes of it, worst first, and which choices the model took. */
public final class Explanation {

    /** A choice of a search limit, {@code hb_limit_h2}, goes with the ratio to it, {@code hb_ratio_h2}. */
    private static final String LIMIT = "_limit_";

    private static final String RATIO = "_ratio_";

    private final List<Quantity> observables;
    private final BoundConstraints constraints;
    private final PointColumns columns;
    private final PrintWriter out;
    private long points;

    /**
     * @param objective what decides on the points
     * @param out       where it is said
     */
    public Explanation(Objective objective, PrintWriter out) {
        observables = objective.observables();
        constraints = objective.constraints();
        columns = objective.columns();
        this.out = out;
    }

    /** Prints a point. */
    public void print(FoundPoint point) {
        points++;
        out.println("point " + points + ": " + point.status() + ", cost " + number(point.cost())
                + (point.reason().isEmpty() ? "" : ", " + OneLine.of(point.reason())));
        List<List<String>> rows = new ArrayList<>();
        for (Verdict verdict : constraints.explain(columns.row(point.observables(), point.theta())))
            rows.add(row(verdict));
        TextTable.print(out, List.of("constraint", "verdict", "value", "bounds", "violation", "source"), rows);
        for (Quantity quantity : observables) {
            double code = value(point, quantity.name());
            if (quantity.isChoice() && !Double.isNaN(code)) {
                double ratio = value(point, quantity.name().replace(LIMIT, RATIO));
                out.println("  " + quantity.name() + ": " + quantity.legend().get((int) code)
                        + (quantity.name().contains(LIMIT) ? ", observed ratio " + number(ratio) : ""));
            }
        }
        out.println();
    }

    /** Value of an observable, NaN if there is none of that name. */
    private double value(FoundPoint point, String name) {
        for (int i = 0; i < observables.size(); i++) {
            if (observables.get(i).name().equals(name)) return point.observables()[i];
        }
        return Double.NaN;
    }

    private static List<String> row(Verdict verdict) {
        return List.of(
                verdict.name(),
                verdict.status().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                number(verdict.value()),
                verdict.bounds(),
                number(verdict.violation()),
                verdict.source());
    }

    /** Six digits, without zeros at the end of a fraction. */
    static String number(double value) {
        if (Double.isNaN(value)) return "-";
        return String.format(Locale.ROOT, "%.6g", value)
                .replaceFirst("(\\.\\d*?)0+(e|$)", "$1$2")
                .replaceFirst("\\.(e|$)", "$1");
    }
}
