package thetascan.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import thetascan.catalogue.Catalogue;
import thetascan.config.ScanConfig;
import thetascan.constraint.Constraint;
import thetascan.constraint.Mode;
import thetascan.constraint.Rule;
import thetascan.metrics.EvenSample;
import thetascan.quantity.Quantity;
import thetascan.random.RandomStream;
import thetascan.report.PaperTable.Cell;
import thetascan.seeding.SeedChoice;
import thetascan.space.Parameter;
import thetascan.space.Scale;
import thetascan.table.PointFileException;
import thetascan.table.Prefix;

/** The tables of a paper: what was scanned, what had to hold, some of the points. */
public final class PaperTables {

    private static final int SAMPLE = 20_000;
    private static final int DIGITS = 4;

    /** First step of the path below the seed of the scan. */
    private static final long STREAM = 2000;

    private final Catalogue catalogue;
    private final ScanConfig config;

    /**
     * The tables of one catalogue.
     *
     * @param catalogue folder of the scan
     * @param config of the catalogue
     */
    public PaperTables(Catalogue catalogue, ScanConfig config) {
        this.catalogue = catalogue;
        this.config = config;
    }

    /** {@return each parameter with its range and scale} */
    public PaperTable ranges() {
        List<List<Cell>> rows = new ArrayList<>();
        for (Parameter parameter : config.space().parameters()) {
            Scale scale = parameter.scale();
            rows.add(List.of(
                    label(parameter.quantity()),
                    parameter.isFixed()
                            ? Cell.number(scale.first(), DIGITS)
                            : Cell.interval(scale.lower(), scale.upper(), DIGITS),
                    new Cell(scale.kind(), scale.kind())));
        }
        return new PaperTable(List.of("parameter", "range", "scale"), rows);
    }

    /**
     * {@return each constraint that was applied, with its bounds and what to cite}
     *
     * @param bibliography that the keys are of
     */
    public PaperTable constraints(Bibliography bibliography) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Constraint constraint : config.constraints().constraints()) {
            if (constraint.mode() != Mode.APPLY) continue;
            rows.add(List.of(
                    Cell.text(constraint.name()),
                    new Cell("$" + bounds(constraint) + "$", plain(constraint.rule())),
                    new Cell(
                            bibliography
                                    .source(constraint.source())
                                    .map(key -> "\\cite{" + key + "}")
                                    .orElse(Bibliography.latex(constraint.source())),
                            constraint.source())));
        }
        return new PaperTable(List.of("constraint", "bounds", "source"), rows);
    }

    private static String plain(Rule rule) {
        return String.join(", ", rule.expressions()) + (rule.bounds().startsWith("[") ? " in " : " ") + rule.bounds();
    }

    private String bounds(Constraint constraint) {
        String on = constraint.rule().expressions().get(0);
        String label = Stream.concat(
                        config.model().observables().stream(),
                        config.space().parameters().stream().map(Parameter::quantity))
                .filter(quantity -> quantity.name().equals(on))
                .map(Quantity::latex)
                .findFirst()
                .orElse("\\mathrm{" + on.replace("_", "\\_") + "}");
        String bounds = PaperTable.powers(constraint.rule().bounds().replace(" or ", "\\ \\mathrm{or}\\ "));
        if (bounds.startsWith("<= limit(")) return label + " \\leq \\mathrm{limit}";
        if (bounds.startsWith("quadratic form"))
            return "E(" + String.join(", ", constraint.rule().expressions()) + ") \\geq 0";
        return label
                + (bounds.startsWith("[") ? " \\in " : " ")
                + bounds.replace("<=", "\\leq").replace(">=", "\\geq");
    }

    /**
     * {@return valid points far from each other, a column each, chosen with the seed of the scan}
     *
     * @param count   of points
     * @param columns shown besides the parameters, such as {@code obs_kappa_V}
     * @throws PointFileException if there is no valid point or no such column
     * @throws IOException if the points cannot be read
     */
    public PaperTable benchmarks(int count, List<String> columns) throws IOException {
        List<String> names = new ArrayList<>();
        List<Quantity> quantities = new ArrayList<>();
        for (Parameter parameter : config.space().parameters()) {
            names.add(Prefix.INPUT.of(parameter.name()));
            quantities.add(parameter.quantity());
        }
        int parameters = names.size();
        for (String column : columns) {
            Quantity quantity = config.model().observables().stream()
                    .filter(each -> Prefix.OBSERVABLE.of(each.name()).equals(column))
                    .findFirst()
                    .orElseThrow(() -> new PointFileException(
                            column + ": is no observable of " + config.model().name() + "; 'thetascan models "
                                    + config.model().name() + "' lists them, with obs_ in front."));
            names.add(column);
            quantities.add(quantity);
        }
        EvenSample sample = new EvenSample(SAMPLE);
        catalogue.forEachValid(config.model(), names, values -> sample.add(values.clone()));
        double[][] points = sample.points();
        if (points.length == 0) throw new PointFileException(catalogue.folder().location() + ": holds no valid point");
        List<double[]> kept = new ArrayList<>();
        List<double[]> boxes = new ArrayList<>();
        for (double[] point : points) {
            double[] box = new double[config.space().dimension()];
            double[] theta = Arrays.copyOf(point, parameters);
            if (config.space().toUnit(theta, box)) {
                kept.add(point);
                boxes.add(box);
            }
        }
        int[] chosen = SeedChoice.FARTHEST.choose(
                boxes.toArray(double[][]::new), Math.min(count, boxes.size()), RandomStream.of(config.seed(), STREAM));
        List<String> header = new ArrayList<>(List.of(""));
        List<List<Cell>> rows = new ArrayList<>();
        for (int b = 1; b <= chosen.length; b++) header.add("BP" + b);
        for (int i = 0; i < names.size(); i++) {
            List<Cell> row = new ArrayList<>(List.of(label(quantities.get(i))));
            for (int point : chosen) row.add(value(quantities.get(i), kept.get(point)[i]));
            rows.add(row);
        }
        return new PaperTable(header, rows);
    }

    private static Cell value(Quantity quantity, double value) {
        if (!quantity.isChoice() || Double.isNaN(value)) return Cell.number(value, DIGITS);
        return Cell.text(quantity.meaning(value));
    }

    private static Cell label(Quantity quantity) {
        boolean plain = quantity.unit().equals("1");
        return new Cell(
                "$" + quantity.latex() + "$" + (plain ? "" : " [" + unit(quantity.unit()) + "]"),
                quantity.name() + (plain ? "" : " [" + quantity.unit() + "]"));
    }

    /** A unit such as {@code GeV^2} in text with LaTeX between dollar signs. */
    static String unit(String unit) {
        return unit.replaceAll("\\^(-?\\d+)", "\\$^{$1}\\$");
    }
}
