package thetascan.scotogenic.t12a;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import thetascan.constraint.Interval;
import thetascan.constraint.Measurements;
import thetascan.quantity.Spelling;
import thetascan.scotogenic.CasasIbarraInput;
import thetascan.scotogenic.InputBasis;
import thetascan.space.Chart;
import thetascan.space.ParameterSpace;

/** The charts of T1-2-A that a parameter space allows: those whose coordinates replace free parameters only. */
final class T12aCharts {

    private static final List<String> YEARS = List.of("2021", "2023", "2025");

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

    /** Δa_μ within two standard deviations. */
    private static Interval window(String year) {
        return Measurements.shipped().named("Delta_a_mu_" + year).interval("Delta_a_mu", 2);
    }

    private static boolean free(ParameterSpace space, int from, int count) {
        return space.parameters().subList(from, from + count).stream().noneMatch(parameter -> parameter.isFixed());
    }
}
