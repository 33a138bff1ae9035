package thetascan.optimiser.elites;

import org.jspecify.annotations.Nullable;
import thetascan.optimiser.Results;
import thetascan.option.Option;
import thetascan.option.Options;
import thetascan.state.Persistent;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/**
 * What the searches for quality and diversity know: an archive of elites by the measures they are told, which are in
 * [0, 1], or by coordinates if they are told none. The quality is 1/max(1, fitness): 1 for every valid point, less for
 * an invalid one, 0 for a failed one. Among valid points the cells make the difference, nothing else.
 */
final class EliteMemory implements Persistent {

    static final Option BINS = Option.integer("bins", 10, 1, 10_000, "intervals of each measure of a grid");
    static final Option CELLS = Option.integer(
            "cells",
            Double.NaN,
            0,
            1_000_000,
            "Voronoi cells instead of a grid, 0 = grid; a grid for up to 4 measures, 1000 cells for more");

    /** Measures of a grid that nobody asked for otherwise. */
    private static final int FEW = 4;

    private static final int DEFAULT_CELLS = 1000;

    private final int n;
    private final double learningRate;
    private final int bins;
    private final double cells;
    private @Nullable EliteArchive archive;
    private boolean told;

    EliteMemory(Options options, int dimension, double learningRate) {
        n = dimension;
        this.learningRate = learningRate;
        bins = options.intValue(BINS.name());
        cells = options.value(CELLS.name());
    }

    /** Null until something was told. */
    @Nullable
    EliteArchive archive() {
        return archive;
    }

    /** True if there is an elite. */
    boolean hasElites() {
        return archive != null && archive.size() > 0;
    }

    /**
     * Takes in a generation.
     *
     * @param u       candidates asked, row-major
     * @param results in the same order
     * @return by how much each improves on its cell; negative infinity if it failed or has no cell
     * @throws IllegalArgumentException if the number of measures is not that of the results before
     */
    double[] add(double[] u, Results results) {
        int count = results.count();
        int measures = results.width();
        EliteArchive elites = archive(measures);
        int m = elites.cells().dimension();
        int[] at = new int[count];
        double[] quality = new double[count];
        for (int k = 0; k < count; k++) {
            quality[k] = 1 / Math.max(1, results.cost(k));
            at[k] = quality[k] == 0
                    ? EliteArchive.NOWHERE
                    : measures == 0
                            ? cell(elites.cells(), u, k * n, m)
                            : cell(elites.cells(), results.vectors(), k * m, m);
        }
        return elites.add(u, at, quality);
    }

    private static int cell(Cells cells, double[] values, int offset, int m) {
        for (int j = 0; j < m; j++) {
            if (!Double.isFinite(values[offset + j])) return EliteArchive.NOWHERE;
        }
        return cells.cell(values, offset);
    }

    private EliteArchive archive(int measures) {
        EliteArchive known = archive;
        if (known == null) {
            known = new EliteArchive(n, cells(measures), learningRate);
            archive = known;
            told = measures > 0;
        } else if (told != measures > 0 || told && known.cells().dimension() != measures) {
            throw new IllegalArgumentException("results: " + measures + " measures, there were "
                    + (told ? known.cells().dimension() : 0) + " before");
        }
        return known;
    }

    /** Cells for so many measures; if there are none, for the coordinates, or the first few of them on a grid. */
    private Cells cells(int measures) {
        boolean voronoi = Double.isNaN(cells) ? measures > FEW : cells > 0;
        if (!voronoi) return new GridCells(measures > 0 ? measures : Math.min(n, FEW), bins);
        return VoronoiCells.of(measures > 0 ? measures : n, Double.isNaN(cells) ? DEFAULT_CELLS : (int) cells);
    }

    @Override
    public void save(StateOutput out) {
        out.put("measures", archive == null ? -1 : told ? archive.cells().dimension() : 0);
        if (archive != null) out.put("archive", archive);
    }

    @Override
    public void restore(StateInput in) {
        int measures = in.getInt("measures");
        archive = null;
        if (measures >= 0) in.get("archive", archive(measures));
    }
}
