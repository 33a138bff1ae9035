package thetascan.evaluation;

import java.io.PrintWriter;
import thetascan.constraint.ConstraintSet;
import thetascan.model.Model;
import thetascan.space.ParameterSpace;
import thetascan.table.PointTable;

/**
 * What judges given points.
 *
 * @param model evaluates the points
 * @param space  parameters of the model; their ranges count if they are those of a scan
 * @param constraints decide validity
 * @param isScan true if the ranges are those of a scan
 */
public record Rules(Model model, ParameterSpace space, ConstraintSet constraints, boolean isScan) {

    /**
     * Says which points no scan with these ranges would reach.
     *
     * @param file  of the points, for messages
     * @param points of the file
     * @param first number of the first row
     * @param err receives a line for each kind of point outside
     */
    public void noteOutside(String file, PointTable points, int first, PrintWriter err) {
        if (isScan) OutsideRanges.lines(space, points, first).forEach(line -> err.println(file + ": note: " + line));
    }
}
