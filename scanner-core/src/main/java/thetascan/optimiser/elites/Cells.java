package thetascan.optimiser.elites;

/** A division of the unit box of measures into cells. What lies outside the box belongs to the cells at its faces. */
interface Cells {

    /** Number of measures. */
    int dimension();

    /** Number of cells. */
    int count();

    /** The cell of the measures from offset on, all of them finite. */
    int cell(double[] measures, int offset);
}
