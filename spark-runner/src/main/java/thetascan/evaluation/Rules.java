package thetascan.evaluation;

import java.io.PrintWriter;
import thetascan.constraint.ConstraintSet;
import thetascan.model.Model;
import thetascan.space.ParameterSpace;
import thetascan.table.PointTable;

/**
 * What judges given points.
 *
 * @param space  parameters of the model; their ranges count if they are those of a scan
 * @param isScan true if the ranges are those of a scan
 */
public record Rules(Model model, ParameterSpace space, ConstraintSet constraints, boolean isScan) {

    /**
     * Says which points no scan with these ranges would reach.
     *
     * @param file  of the points, for messages
     * @param first number of the first row
     */
    public void noteOutside(String file, PointTable points, int first, PrintWriter err) {
        if (isScan) OutsideRanges.lines(space, points, first).forEach(line -> err.println(file + ": note: " + line));
    }
}
