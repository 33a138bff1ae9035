package thetascan.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import thetascan.catalogue.Manifest;
import thetascan.comparison.Comparison;
import thetascan.comparison.FoundSet;
import thetascan.comparison.PermutationTest;
import thetascan.family.Discovery;
import thetascan.space.Parameter;
import thetascan.space.ParameterSpace;

/**
 * Prints a comparison.
 *
 * @param space parameters both are compared in
 * @param tolerance unit-box distance within which two points count as one place
 * @param a one side
 * @param b the other
 * @param comparison empty if a side has no point
 */
public record ComparisonReport(
        ParameterSpace space, double tolerance, Side a, Side b, Optional<Comparison> comparison) {

    private static final String UNKNOWN = "-";

    /** Above this p a difference may well be chance. */
    private static final double SIGNIFICANT = 0.05;

    /**
     * One of the two.
     *
     * @param name as people called it
     * @param found its points
     * @param recorded what its manifest says; empty for a reference file
     * @param families empty if they were not sought
     */
    public record Side(
            String name,
            FoundSet found,
            Optional<Manifest.Recorded> recorded,
            Optional<CatalogueFamilies.Known> families) {

        Optional<Long> firstValid() {
            return recorded.map(Manifest.Recorded::firstValid).filter(evaluations -> evaluations >= 0);
        }

        Optional<Discovery> discovery() {
            return families.flatMap(CatalogueFamilies.Known::discovery).filter(found -> found.starts() > 0);
        }

        Optional<Double> validFraction() {
            return recorded.map(counts -> counts.valid() / Math.max(1.0, counts.evaluated()));
        }
    }

    /**
     * Prints tables for people.
     *
     * @param out where to
     */
    public void text(PrintWriter out) {
        List<List<String>> rows = new ArrayList<>();
        row(rows, "evaluations", side -> side.recorded().map(counts -> ProgressText.count(counts.evaluated())));
        row(rows, "to the first valid point", side -> side.firstValid().map(ProgressText::count));
        row(rows, "valid fraction", side -> side.validFraction().map(ComparisonReport::figure));
        row(rows, "valid points stored", side -> count(side.found().count()));
        if (a.found().outside() + b.found().outside() > 0) {
            row(
                    rows,
                    "left out: outside the ranges of A",
                    side -> count(side.found().outside()));
        }
        row(rows, "distinct at " + tolerance, side -> count(side.found().distinct()));
        row(rows, "modulo relabelling", side -> count(side.found().canonicalDistinct()));
        String cells =
                "cells of " + ProgressText.count(a.found().coverage().cells().total());
        row(rows, cells, side -> count(side.found().coverage().cells().count()));
        row(rows, "modulo relabelling", side -> count(cells(side)));
        row(rows, "families", side -> side.families().map(CatalogueFamilies.Known::toString));
        row(rows, "starts from anywhere", side -> side.discovery().map(found -> ProgressText.count(found.starts())));
        row(rows, "chance of a new family", side -> side.discovery().map(CatalogueFamilies::share));
        comparison.ifPresent(compared -> {
            row(rows, "cells not in the other", side -> count(cells(side) - compared.commonCells()));
            rows.add(List.of(
                    "mean distance to the other", figure(compared.firstToSecond()), figure(compared.secondToFirst())));
        });
        TextTable.print(out, List.of("", "A: " + a.name(), "B: " + b.name()), rows);
        out.println();
        comparison.ifPresentOrElse(
                compared -> verdict(out, compared),
                () -> out.println("Nothing to compare: a side has no valid point."));
        out.flush();
    }

    private void row(List<List<String>> rows, String name, Function<Side, Optional<String>> figure) {
        rows.add(List.of(name, figure.apply(a).orElse(UNKNOWN), figure.apply(b).orElse(UNKNOWN)));
    }

    private static Optional<String> count(long number) {
        return Optional.of(ProgressText.count(number));
    }

    private static int cells(Side side) {
        return side.found().coverage().canonicalCells().count();
    }

    private void verdict(PrintWriter out, Comparison compared) {
        int both = compared.places() - compared.onlyFirst() - compared.onlySecond();
        out.println("places at least " + tolerance + " apart: " + ProgressText.count(compared.places())
                + ", reached by both "
                + share(both, compared) + ", by A only " + share(compared.onlyFirst(), compared) + ", by B only "
                + share(compared.onlySecond(), compared));
        if (compared.tests().isEmpty()) {
            out.println("too few places for a test of whether this is chance");
            return;
        }
        Comparison.Tests tests = compared.tests().get();
        out.println("is it chance who reached which place? (" + ProgressText.count(tests.places()) + " places)");
        out.println("  Cramér-von Mises, largest of all parameters (" + parameter(tests) + ")  "
                + test(tests.cramerVonMises()));
        out.println("  " + Comparison.NEIGHBOURS + " nearest places reached by the same one               "
                + test(tests.nearest()));
        boolean differ = Math.min(tests.cramerVonMises().p(), tests.nearest().p()) < SIGNIFICANT / 2;
        out.println(
                differ
                        ? "The catalogues cover different regions: one has places together where the other was not.\n"
                                + "Scans of one region do, too, before they have converged: give both more evaluations and compare"
                                + " again,\nor compare with a larger --tolerance."
                        : "No sign that the catalogues cover different regions.");
    }

    private static String share(int part, Comparison compared) {
        return String.format(Locale.ROOT, "%s (%.1f %%)", ProgressText.count(part), 100.0 * part / compared.places());
    }

    private static String test(PermutationTest test) {
        return String.format(
                Locale.ROOT, "%.4g (by chance %.4g), p = %.4g", test.statistic(), test.expected(), test.p());
    }

    private String parameter(Comparison.Tests tests) {
        return space.parameters().stream()
                .filter(parameter -> !parameter.isFixed())
                .skip(tests.coordinate())
                .map(Parameter::name)
                .findFirst()
                .orElseThrow();
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }

    /**
     * Prints the same as JSON.
     *
     * @param out where to
     */
    public void json(PrintWriter out) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("tolerance", tolerance);
        json.put("a", map(a));
        json.put("b", map(b));
        comparison.ifPresent(compared -> put(json, compared));
        try {
            out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        out.flush();
    }

    private static Map<String, Object> map(Side side) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", side.name());
        fields.put(
                "evaluations", side.recorded().map(Manifest.Recorded::evaluated).orElse(null));
        fields.put("first_valid", side.firstValid().orElse(null));
        fields.put("valid_fraction", side.validFraction().orElse(null));
        fields.put("stored_valid", side.found().count());
        fields.put("outside", side.found().outside());
        fields.put("distinct", side.found().distinct());
        fields.put("distinct_relabelled", side.found().canonicalDistinct());
        fields.put("cells", side.found().coverage().cells().count());
        fields.put("cells_relabelled", cells(side));
        fields.put("cells_total", side.found().coverage().cells().total());
        fields.put(
                "families", side.families().map(CatalogueFamilies.Known::count).orElse(null));
        fields.put("cold_starts", side.discovery().map(Discovery::starts).orElse(null));
        fields.put("new_family_chance", side.discovery().map(Discovery::chance).orElse(null));
        fields.put("new_family_upper", side.discovery().map(Discovery::upper).orElse(null));
        return fields;
    }

    private void put(Map<String, Object> json, Comparison compared) {
        json.put("cells_common", compared.commonCells());
        json.put("mean_distance_a_to_b", compared.firstToSecond());
        json.put("mean_distance_b_to_a", compared.secondToFirst());
        json.put("places", compared.places());
        json.put("places_only_a", compared.onlyFirst());
        json.put("places_only_b", compared.onlySecond());
        compared.tests().ifPresent(tests -> {
            json.put("places_tested", tests.places());
            Map<String, Object> marginals = test("cramer_von_mises", tests.cramerVonMises(), json);
            marginals.put("parameter", parameter(tests));
            test("nearest_neighbours", tests.nearest(), json).put("neighbours", Comparison.NEIGHBOURS);
        });
    }

    private static Map<String, Object> test(String name, PermutationTest test, Map<String, Object> json) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("statistic", test.statistic());
        fields.put("expected", test.expected());
        fields.put("p", test.p());
        json.put(name, fields);
        return fields;
    }
}
