package thetascan.report.page;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import thetascan.catalogue.Catalogue;
import thetascan.config.ScanConfig;
import thetascan.metrics.EvenSample;
import thetascan.space.Parameter;
import thetascan.space.Scale;

/** The valid points of one scan as the page shows them: some of them, and the cells that all of them reach. */
final class PagePoints {

    /** Points from which it is told which columns span decades. */
    private static final int FIRST = 256;

    /** Greatest over least value of a column that is drawn logarithmically. */
    private static final double WIDE = 1e3;

    private final ScanConfig config;
    private final PageColumns columns;
    private final EvenSample sample;
    private List<double[]> waiting = new ArrayList<>();
    private ReachedCells cells;
    private long count;

    /**
     * No points yet.
     *
     * @param most points of the sample
     */
    PagePoints(ScanConfig config, PageColumns columns, int most) {
        this.config = config;
        this.columns = columns;
        sample = new EvenSample(most);
        cells = new ReachedCells(new boolean[columns.size()]);
    }

    /**
     * Adds the valid points of a catalogue.
     *
     * @throws IOException if it cannot be read
     */
    void read(Catalogue catalogue) throws IOException {
        double[] row = new double[columns.size() + 1];
        for (int commit : catalogue.commits()) {
            Map<String, Integer> families = catalogue.familiesOf(commit);
            catalogue.forEachValidWithId(config.model(), commit, columns.names(), (id, values) -> {
                System.arraycopy(values, 0, row, 0, values.length);
                row[values.length] = families.isEmpty() ? Double.NaN : families.getOrDefault(id, 0);
                add(row);
            });
        }
    }

    /**
     * Adds a point.
     *
     * @param row a value a column, then its family, NaN where families are not known; may be changed afterwards
     */
    void add(double[] row) {
        count++;
        sample.add(row);
        if (count <= FIRST) waiting.add(row.clone());
        if (count == FIRST) cells = cells();
        if (count > FIRST) cells.add(row);
    }

    /** How many were added. */
    long count() {
        return count;
    }

    /** The sample: rows as {@link #add} took them. */
    List<double[]> sample() {
        return List.of(sample.points());
    }

    /** The cells as they are now; not to be changed. */
    ReachedCells cells() {
        if (waiting.isEmpty()) return cells;
        ReachedCells begun = new ReachedCells(logarithmic());
        waiting.forEach(begun::add);
        if (count >= FIRST) waiting = List.of();
        return begun;
    }

    /** Which columns span decades. */
    private boolean[] logarithmic() {
        boolean[] wide = new boolean[columns.size()];
        List<Parameter> parameters = config.space().parameters();
        for (int column = 0; column < wide.length; column++) {
            int place = column;
            if (column < parameters.size()) {
                Scale scale = parameters.get(column).scale();
                wide[column] = scale.kind().equals("log");
                continue;
            }
            double least = waiting.stream()
                    .mapToDouble(row -> row[place])
                    .filter(Double::isFinite)
                    .min()
                    .orElse(0);
            double greatest = waiting.stream()
                    .mapToDouble(row -> row[place])
                    .filter(Double::isFinite)
                    .max()
                    .orElse(0);
            wide[column] = least > 0 && greatest > WIDE * least;
        }
        return wide;
    }
}
