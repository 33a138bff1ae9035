package thetascan.catalogue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import thetascan.model.Model;
import thetascan.random.RandomStream;
import thetascan.search.SeedSettings;
import thetascan.space.ParameterSpace;
import thetascan.storage.Folder;
import thetascan.table.PointFileException;
import thetascan.table.Prefix;

/** Reads the points that a scan begins with from the catalogue of an earlier one. */
public final class SeedPoints {

    /** First step of the path below the seed of the scan; islands have small ones. */
    private static final long STREAM = 1000;

    private final String key = "search.seeds.catalogue: ";
    private final String name;
    private final Model model;
    private final ParameterSpace space;
    private final List<double[]> inside = new ArrayList<>();
    private int outside;

    private SeedPoints(String name, Model model, ParameterSpace space) {
        this.name = name;
        this.model = model;
        this.space = space;
    }

    /**
     * Chooses among the valid points of the catalogue that lie within the ranges of this scan; fixed parameters take the
     * values of this scan.
     *
     * @param settings catalogue, number and choice
     * @param model of this scan
     * @param space of this scan
     * @param seed  of this scan
     * @return unit-box coordinates of each; none if no catalogue is named
     * @throws PointFileException if there is no such catalogue, a parameter is missing in it, or no point is left
     */
    public static List<double[]> choose(SeedSettings settings, Model model, ParameterSpace space, long seed) {
        if (!settings.given()) return List.of();
        SeedPoints points = new SeedPoints(settings.catalogue(), model, space);
        try {
            points.read();
        } catch (IOException e) {
            throw new PointFileException(points.key + points.name + ": cannot be read: " + e.getMessage(), e);
        } catch (PointFileException e) {
            throw new PointFileException(points.key + e.getMessage(), e);
        }
        double[][] boxes = points.inside.toArray(double[][]::new);
        return Arrays.stream(settings.by().choose(boxes, settings.count(), RandomStream.of(seed, STREAM)))
                .mapToObj(i -> boxes[i])
                .toList();
    }

    private void read() throws IOException {
        Catalogue catalogue = new Catalogue(Folder.at(name));
        if (!catalogue.isBegun()) throw new PointFileException(name + ": is no catalogue");
        List<String> columns = space.parameters().stream()
                .filter(parameter -> !parameter.isFixed())
                .map(parameter -> Prefix.INPUT.of(parameter.name()))
                .toList();
        catalogue.forEachValid(model, columns, this::take);
        if (inside.isEmpty()) {
            throw new PointFileException(name + ": "
                    + (outside == 0
                            ? "holds no valid point"
                            : "none of its " + outside + " valid points lies within the ranges of this scan"));
        }
    }

    private void take(double[] free) {
        double[] theta = new double[space.size()];
        double[] box = new double[space.dimension()];
        Arrays.fill(box, 0.5);
        space.toTheta(box, theta); // for the fixed parameters
        int next = 0;
        for (int j = 0; j < theta.length; j++) {
            if (!space.parameters().get(j).isFixed()) theta[j] = free[next++];
        }
        if (space.toUnit(theta, box)) inside.add(box);
        else outside++;
    }
}
