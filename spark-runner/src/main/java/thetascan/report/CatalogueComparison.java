package thetascan.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thetascan.catalogue.Catalogue;
import thetascan.comparison.Comparison;
import thetascan.comparison.FoundSet;
import thetascan.config.ScanConfig;
import thetascan.evaluation.InputPoints;
import thetascan.space.Parameter;
import thetascan.space.ParameterSpace;
import thetascan.table.PointFileException;
import thetascan.table.PointTable;
import thetascan.table.Prefix;

/** Takes in the two sides of a comparison, both measured in the unit box of the first. */
public final class CatalogueComparison {

    private final Catalogue catalogue;
    private final ScanConfig measure;
    private final double tolerance;
    private final int permutations;
    private final long seed;

    /**
     * @param first        catalogue whose ranges are the unit box
     * @param tolerance    unit-box distance from which on points are distinct
     * @param permutations random exchanges of each test
     * @param seed         of thinning and exchanges
     * @throws IOException if the configuration of the catalogue cannot be read
     */
    public CatalogueComparison(Catalogue first, double tolerance, int permutations, long seed) throws IOException {
        catalogue = first;
        measure = config(first);
        this.tolerance = tolerance;
        this.permutations = permutations;
        this.seed = seed;
    }

    private static ScanConfig config(Catalogue catalogue) throws IOException {
        return ScanConfig.parse(catalogue.configuration(), catalogue.configurationLocation());
    }

    /**
     * Ranges and fixed values in which another catalogue was scanned otherwise.
     *
     * @param other of the same model
     * @return a line each; empty if there are none
     * @throws IOException if its configuration cannot be read
     */
    public List<String> differences(Catalogue other) throws IOException {
        List<Parameter> ours = measure.space().parameters();
        List<Parameter> theirs = config(other).space().parameters();
        if (ours.size() != theirs.size()) return List.of();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < ours.size(); i++) {
            String a = ours.get(i).scale().toString();
            String b = theirs.get(i).scale().toString();
            if (!a.equals(b)) lines.add(ours.get(i).name() + " is " + a + " in A, " + b + " in B");
        }
        return lines;
    }

    /**
     * Compares with another catalogue.
     *
     * @param other     the other one
     * @param name      of the first, as people called it
     * @param otherName of the other
     * @return what there is to print
     * @throws PointFileException if they are of different models
     * @throws IOException        if either cannot be read
     */
    public ComparisonReport with(Catalogue other, String name, String otherName) throws IOException {
        String model = config(other).model().name();
        if (!model.equals(measure.model().name())) {
            throw new PointFileException(otherName + ": is of model " + model + ", " + name + " of model "
                    + measure.model().name());
        }
        return report(side(name, catalogue), side(otherName, other));
    }

    /**
     * Compares with the points of a file, all taken for valid.
     *
     * @param name of the catalogue, as people called it
     * @param file .csv or .parquet
     * @return what there is to print
     * @throws IOException if the catalogue cannot be read
     */
    public ComparisonReport withFile(String file, String name) throws IOException {
        return report(side(name, catalogue), reference(file));
    }

    private ComparisonReport report(ComparisonReport.Side a, ComparisonReport.Side b) {
        Optional<Comparison> comparison = a.found().count() == 0 || b.found().count() == 0
                ? Optional.empty()
                : Optional.of(Comparison.of(a.found(), b.found(), tolerance, permutations, seed));
        return new ComparisonReport(measure.space(), tolerance, a, b, comparison);
    }

    private ComparisonReport.Side side(String name, Catalogue from) throws IOException {
        FoundSet found = new FoundSet(measure.model(), measure.space(), tolerance);
        List<String> columns = measure.space().parameters().stream()
                .map(parameter -> Prefix.INPUT.of(parameter.name()))
                .toList();
        from.forEachValid(measure.model(), columns, found::add);
        return new ComparisonReport.Side(name, found, from.recorded(), CatalogueFamilies.known(from));
    }

    private ComparisonReport.Side reference(String file) {
        ParameterSpace space = measure.space();
        PointTable points = InputPoints.read(file, measure.model(), space);
        FoundSet found = new FoundSet(measure.model(), space, tolerance);
        double[] theta = new double[space.size()];
        for (int row = 0; row < points.rows(); row++) {
            points.row(row, theta);
            found.add(theta);
        }
        return new ComparisonReport.Side(file, found, Optional.empty(), Optional.empty());
    }
}
