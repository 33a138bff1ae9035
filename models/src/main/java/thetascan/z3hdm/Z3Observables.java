package thetascan.z3hdm;

import java.util.ArrayList;
import java.util.List;
import thetascan.higgs.HiggsObservables;
import thetascan.quantity.Quantity;

/** The observables, their places in an evaluator's output, names, units and labels. */
final class Z3Observables {

    static final int LAMBDA = 0;
    static final int M_SQ = LAMBDA + 12;
    static final int BFB = M_SQ + 3;
    static final int UNITARITY = BFB + BoundedFromBelow.COUNT;
    static final int S = UNITARITY + Unitarity.COUNT;
    static final HiggsObservables HIGGS;
    static final int BRANCHING;
    static final int HB_LIMIT;
    static final int RANK_BFB;
    static final int COUNT;

    static {
        int end = new HiggsObservables(Scalars.SECTOR, Scalars.CHANNELS, S, 0).end();
        RANK_BFB = end;
        HIGGS = new HiggsObservables(Scalars.SECTOR, Scalars.CHANNELS, S, end + BoundedFromBelow.RANKING_COUNT);
        BRANCHING = HIGGS.branching();
        HB_LIMIT = HIGGS.limit();
        COUNT = HIGGS.allMu() + HiggsObservables.SECOND_COUNT;
    }

    private static final List<String> BFB_NAMES = List.of("A11", "A22", "A33", "A12bar", "A13bar", "A23bar", "Aaux");
    private static final List<String> BFB_LATEX =
            List.of("A_{11}", "A_{22}", "A_{33}", "\\bar A_{12}", "\\bar A_{13}", "\\bar A_{23}", "A_\\mathrm{aux}");

    private Z3Observables() {}

    /** @param limits names of the search limits: the legend of the selected ones */
    static List<Quantity> all(List<String> limits) {
        List<Quantity> all = new ArrayList<>(COUNT);
        theory(all);
        HIGGS.add(all, limits);
        for (int i = 0; i < BoundedFromBelow.RANKING_COUNT; i++) {
            int name = BoundedFromBelow.COUNT - BoundedFromBelow.RANKING_COUNT + i;
            add(
                    all,
                    "rank_bfb_" + BFB_NAMES.get(name),
                    "1",
                    BFB_LATEX.get(name) + "^\\mathrm{rank}",
                    "continued to where it is undefined, max(A, 0) under the roots; for ranking only");
        }
        HIGGS.addSecond(all);
        if (all.size() != COUNT) {
            throw new IllegalStateException(all.size() + " observables are named, " + COUNT + " computed.");
        }
        return List.copyOf(all);
    }

    private static void theory(List<Quantity> all) {
        for (int i = 1; i <= 12; i++) {
            add(all, "lambda" + i, "1", "\\lambda_{" + i + "}", "quartic coupling of the potential");
        }
        for (int i = 1; i <= 3; i++) {
            add(all, "m" + i + i + "_sq", "GeV^2", "m_{" + i + i + "}^2", "diagonal quadratic term of the potential");
        }
        for (int i = 0; i < BoundedFromBelow.COUNT; i++) {
            add(
                    all,
                    "bfb_" + BFB_NAMES.get(i),
                    "1",
                    BFB_LATEX.get(i),
                    "bounded from below if all seven are non-negative (sufficient)");
        }
        for (int i = 1; i <= Unitarity.COUNT; i++) {
            add(
                    all,
                    "unitarity_" + i,
                    "1",
                    "\\Lambda_{" + i + "}",
                    "eigenvalue of 2 to 2 scalar scattering, 16 pi a0; unitarity asks for a modulus of at most 8 pi");
        }
    }

    private static void add(List<Quantity> all, String name, String unit, String latex, String description) {
        all.add(Quantity.of(name, unit, latex, description));
    }
}
