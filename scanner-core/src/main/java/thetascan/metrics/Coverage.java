package thetascan.metrics;

import thetascan.state.Persistent;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/** The cells reached, as they are and modulo relabelling. */
public final class Coverage implements Persistent {

    private final CellCoverage cells;
    private final CellCoverage canonicalCells;

    public Coverage(int dimension) {
        cells = new CellCoverage(dimension);
        canonicalCells = new CellCoverage(dimension);
    }

    /** Cells of the points as they were found. */
    public CellCoverage cells() {
        return cells;
    }

    /** Cells of their canonical copies. */
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
