package thetascan.report.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import thetascan.catalogue.Catalogue;
import thetascan.config.ScanConfig;
import thetascan.quantity.Quantity;
import thetascan.space.Parameter;
import thetascan.table.PointFileException;
import thetascan.table.Prefix;

/** Valid points of a catalogue with their parameters and observables: all of them, or every second, fourth, eighth, ... */
public final class ExportedPoints {

    private final ScanConfig config;
    private final List<Quantity> parameters;
    private final List<Quantity> observables;
    private final List<Point> points = new ArrayList<>();
    private long valid;

    /**
     * A point.
     *
     * @param id          of the point
     * @param parameters  values, one each, fixed ones included
     * @param observables values, one each, NaN where there is none
     */
    public record Point(String id, double[] parameters, double[] observables) {}

    private ExportedPoints(ScanConfig config) {
        this.config = config;
        parameters = config.model().parameters().parameters().stream()
                .map(Parameter::quantity)
                .toList();
        observables = config.model().observables();
    }

    /**
     * Reads points.
     *
     * @param catalogue folder of the scan
     * @param config of the scan
     * @param most at most so many
     * @return the points
     * @throws PointFileException if there is no valid point
     * @throws IOException if the catalogue cannot be read
     */
    public static ExportedPoints read(Catalogue catalogue, ScanConfig config, int most) throws IOException {
        ExportedPoints read = new ExportedPoints(config);
        for (int commit : catalogue.commits())
            catalogue.forEachValidWithId(config.model(), commit, List.of(), (id, values) -> read.valid++);
        if (read.valid == 0) throw new PointFileException(catalogue.folder().location() + ": holds no valid point");
        long stride = 1;
        while ((read.valid + stride - 1) / stride > most) stride *= 2;
        read.take(catalogue, stride);
        return read;
    }

    private void take(Catalogue catalogue, long stride) throws IOException {
        List<String> columns = new ArrayList<>();
        for (Quantity parameter : parameters) columns.add(Prefix.INPUT.of(parameter.name()));
        for (Quantity observable : observables) columns.add(Prefix.OBSERVABLE.of(observable.name()));
        int inputs = parameters.size();
        long[] seen = {0};
        for (int commit : catalogue.commits()) {
            catalogue.forEachValidWithId(config.model(), commit, columns, (id, values) -> {
                if (seen[0]++ % stride != 0) return;
                double[] theta = new double[inputs];
                double[] observed = new double[values.length - inputs];
                System.arraycopy(values, 0, theta, 0, inputs);
                System.arraycopy(values, inputs, observed, 0, observed.length);
                points.add(new Point(id, theta, observed));
            });
        }
    }

    ScanConfig config() {
        return config;
    }

    List<Quantity> parameters() {
        return parameters;
    }

    List<Quantity> observables() {
        return observables;
    }

    List<Point> points() {
        return points;
    }

    /** {@return valid points of the catalogue, whether they are here or not} */
    public long valid() {
        return valid;
    }

    /** {@return points here} */
    public int size() {
        return points.size();
    }
}
