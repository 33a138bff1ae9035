package thetascan.metrics;

import thetascan.state.Persistent;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/** The cells reached, as they are and modulo relabelling. */
public final class Coverage implements Persistent {

    private final CellCoverage cells;
    private final CellCoverage canonicalCells;

    /**
     * No cell reached.
     *
     * @param dimension coordinates of a point of the unit box
     */
    public Coverage(int dimension) {
        cells = new CellCoverage(dimension);
        canonicalCells = new CellCoverage(dimension);
    }

    /**
     * Cells of the points as they were found.
     *
     * @return cells of the 2-D projections, not a copy
     */
    public CellCoverage cells() {
        return cells;
    }

    /**
     * Cells of their canonical copies.
     *
     * @return cells of the 2-D projections, not a copy
     */
    public CellCoverage canonicalCells() {
        return canonicalCells;
    }

    /**
     * @param box       box coordinates of a point
     * @param canonical those of its canonical copy
     */
    public void add(double[] box, double[] canonical) {
        cells.add(box);
        canonicalCells.add(canonical);
    }

    /**
     * Adds the cells another coverage reached.
     *
     * @param other of the same dimension; stays as it is
     */
    public void merge(Coverage other) {
        cells.merge(other.cells);
        canonicalCells.merge(other.canonicalCells);
    }

    @Override
    public void save(StateOutput out) {
        out.put("raw", cells).put("canonical", canonicalCells);
    }

    @Override
    public void restore(StateInput in) {
        in.get("raw", cells);
        in.get("canonical", canonicalCells);
    }
}
