package thetascan.optimiser.elites;

import thetascan.option.SettingException;

/**
 * A regular grid, for few measures.
 *
 * @param dimension number of measures
 * @param bins      intervals of each
 */
record GridCells(int dimension, int bins) implements Cells {

    /** Most cells of a grid. */
    private static final int MOST = 10_000_000;

    /**
     * @throws IllegalArgumentException if the grid has more than ten million cells
     */
    public GridCells {
        if (StrictMath.pow(bins, dimension) > MOST) {
            throw new SettingException(
                    "bins", bins + " intervals of " + dimension + " measures are more than " + MOST + " cells");
        }
    }

    @Override
    public int count() {
        return (int) StrictMath.round(StrictMath.pow(bins, dimension));
    }

    @Override
    public int cell(double[] measures, int offset) {
        int cell = 0;
        for (int j = 0; j < dimension; j++) {
            cell = cell * bins + (int) Math.max(0, Math.min(measures[offset + j] * bins, bins - 1));
        }
        return cell;
    }
}
