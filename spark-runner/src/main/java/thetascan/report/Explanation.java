package thetascan.report;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import thetascan.constraint.BoundConstraints;
import thetascan.constraint.Verdict;
import thetascan.model.Model;
import thetascan.objective.Objective;
import thetascan.point.FoundPoint;
import thetascan.point.PointColumns;
import thetascan.quantity.Quantity;
import thetascan.quantity.Spelling;

/** Says of a point what each constraint makes of it, worst first, and which choices the model took. */
public final class Explanation {

    private final List<Quantity> observables;
    private final BoundConstraints constraints;
    private final PointColumns columns;
    private final Map<String, String> limitRatios;
    private final PrintWriter out;
    private long points;

    /**
     * @param model     whose points they are
     * @param objective what decides on them
     * @param out       where it is said
     */
    public Explanation(Model model, Objective objective, PrintWriter out) {
        limitRatios = model.limitRatios();
        observables = objective.observables();
        constraints = objective.constraints();
        columns = objective.columns();
        this.out = out;
    }

    /**
     * Prints a point.
     *
     * @param point with its whole row
     */
    public void print(FoundPoint point) {
        points++;
        print("point " + points, point);
    }

    /**
     * Prints a point.
     *
     * @param title what it is called
     * @param point with its whole row
     */
    public void print(String title, FoundPoint point) {
        out.println(title + ": " + point.status() + ", cost " + number(point.cost())
                + (point.reason().isEmpty() ? "" : ", " + OneLine.of(point.reason())));
        List<List<String>> rows = new ArrayList<>();
        for (Verdict verdict : constraints.explain(columns.row(point.observables(), point.theta())))
            rows.add(row(verdict));
        TextTable.print(out, List.of("constraint", "verdict", "value", "bounds", "violation", "source"), rows);
        for (Quantity quantity : observables) {
            double code = value(point, quantity.name());
            if (quantity.isChoice() && !Double.isNaN(code)) {
                String ratio = limitRatios.get(quantity.name());
                out.println("  " + quantity.name() + ": " + quantity.meaning(code)
                        + (ratio == null ? "" : ", observed ratio " + number(value(point, ratio))));
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
                Spelling.words(verdict.status()),
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
