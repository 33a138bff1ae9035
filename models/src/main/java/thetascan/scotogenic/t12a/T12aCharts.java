package thetascan.scotogenic.t12a;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import thetascan.constraint.Constraint;
import thetascan.constraint.ConstraintSet;
import thetascan.constraint.Interval;
import thetascan.constraint.Measurements;
import thetascan.constraint.Mode;
import thetascan.quantity.Spelling;
import thetascan.scotogenic.CasasIbarraInput;
import thetascan.scotogenic.InputBasis;
import thetascan.space.Chart;
import thetascan.space.ParameterSpace;

/** The charts of T1-2-A that a parameter space allows: those whose coordinates replace free parameters only. */
final class T12aCharts {

    private static final List<String> YEARS = List.of("2021", "2023", "2025");

    private static final String MOMENT = "Delta_a_mu";

    private T12aCharts() {}

    static List<Chart> all(InputBasis basis, ParameterSpace space) {
        boolean yukawas = free(space, T12aParameters.Y, 8);
        boolean right = free(space, T12aParameters.G_R, 3);
        boolean neutrinos = basis == InputBasis.CASAS_IBARRA
                ? free(space, T12aParameters.NEUTRINOS + CasasIbarraInput.ANGLES, 6)
                : free(space, T12aParameters.NEUTRINOS, 18);
        List<T12aChart.Layout> layouts = new ArrayList<>();
        if (yukawas) {
            layouts.add(new T12aChart.Layout("polar", true, T12aChart.Neutrinos.BOX, null, null));
        }
        if (neutrinos && basis == InputBasis.YUKAWAS) {
            layouts.add(new T12aChart.Layout("casas-ibarra", false, T12aChart.Neutrinos.ANGLES, null, null));
        }
        if (neutrinos) {
            layouts.add(new T12aChart.Layout("chirality-flip", false, T12aChart.Neutrinos.FLIP, null, null));
        }
        for (String year : YEARS) {
            Interval window = window(year);
            if (right) {
                layouts.add(new T12aChart.Layout("solved-" + year, false, T12aChart.Neutrinos.BOX, window, null));
            }
            if (yukawas && right && neutrinos) {
                layouts.add(new T12aChart.Layout("recommended-" + year, true, T12aChart.Neutrinos.FLIP, window, null));
            }
        }
        boolean masses = IntStream.of(DarkMasses.PARAMETERS).allMatch(parameter -> free(space, parameter, 1));
        if (masses && yukawas && right && neutrinos) {
            for (String year : List.of("2021", "2025")) {
                for (DarkMasses.Lightest lightest : DarkMasses.Lightest.values()) {
                    String name = "lightest-" + Spelling.of(lightest) + "-" + year;
                    layouts.add(new T12aChart.Layout(name, true, T12aChart.Neutrinos.FLIP, window(year), lightest));
                }
            }
        }
        List<Chart> charts = new ArrayList<>();
        layouts.forEach(layout -> charts.add(new T12aChart(layout, basis, space)));
        return charts;
    }

    /**
     * The year whose window of Δa_μ serves a set best: what both have in common, times the share of the window that this is. The
     * latest if the set asks for nothing, or for what no window holds.
     */
    static String year(ConstraintSet constraints) {
        Interval asked = moment(constraints);
        String best = YEARS.get(YEARS.size() - 1);
        double most = service(window(best), asked);
        for (String year : YEARS) {
            double service = service(window(year), asked);
            if (service > most) {
                most = service;
                best = year;
            }
        }
        return best;
    }

    /** What is asked of Δa_μ; anything if it does not veto. */
    private static Interval moment(ConstraintSet constraints) {
        return constraints.constraints().stream()
                .filter(constraint -> constraint.mode() == Mode.APPLY)
                .map(Constraint::rule)
                .filter(Interval.class::isInstance)
                .map(Interval.class::cast)
                .filter(interval -> interval.expressions().equals(List.of(MOMENT)))
                .findFirst()
                .orElse(new Interval(MOMENT, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
    }

    private static double service(Interval window, Interval asked) {
        double common = Math.min(window.upper(), asked.upper()) - Math.max(window.lower(), asked.lower());
        return Math.max(0, common) * common / (window.upper() - window.lower());
    }

    /** Δa_μ within two standard deviations. */
    private static Interval window(String year) {
        return Measurements.shipped().named("Delta_a_mu_" + year).interval(MOMENT, 2);
    }

    private static boolean free(ParameterSpace space, int from, int count) {
        return space.parameters().subList(from, from + count).stream().noneMatch(parameter -> parameter.isFixed());
    }
}
