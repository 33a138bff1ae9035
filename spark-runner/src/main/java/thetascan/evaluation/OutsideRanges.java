package thetascan.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import thetascan.option.Option;
import thetascan.space.Parameter;
import thetascan.space.ParameterSpace;
import thetascan.space.Scale;
import thetascan.table.PointTable;

/** Which given points a scan would never reach: those outside its ranges. They are evaluated all the same. */
final class OutsideRanges {

    private static final int ROWS_SHOWN = 5;

    /** As of the unit box, in which a coordinate may come out slightly outside. */
    private static final double ROUNDING = 1e-9;

    private OutsideRanges() {}

    /**
     * Says which points lie outside.
     *
     * @param space  ranges of a scan
     * @param points a row for each point, its columns in the order of the parameters
     * @param first  number of the first row, for messages
     * @return a line for each parameter that is outside its range somewhere
     */
    static List<String> lines(ParameterSpace space, PointTable points, int first) {
        List<Parameter> parameters = space.parameters();
        Map<Integer, List<Integer>> rows = new TreeMap<>();
        double[] theta = new double[space.size()];
        for (int row = 0; row < points.rows(); row++) {
            points.row(row, theta);
            for (int i = 0; i < theta.length; i++) {
                if (isOutside(parameters.get(i).scale(), i, theta)) {
                    rows.computeIfAbsent(i, index -> new ArrayList<>()).add(row);
                }
            }
        }
        List<String> lines = new ArrayList<>();
        rows.forEach((index, outside) -> lines.add(line(parameters.get(index), outside, points, index, first)));
        return lines;
    }

    private static boolean isOutside(Scale scale, int index, double[] theta) {
        if (scale instanceof Scale.Fixed) return theta[index] != scale.first();
        double value = scale.toUnit(theta[index], theta); // a range may follow earlier parameters
        return !(value >= -ROUNDING && value <= 1 + ROUNDING);
    }

    private static String line(Parameter parameter, List<Integer> rows, PointTable points, int index, int first) {
        double[] theta = new double[points.width()];
        String shown = rows.stream()
                .limit(ROWS_SHOWN)
                .map(row -> {
                    points.row(row, theta);
                    return "row " + (first + row) + " has " + Option.format(theta[index]);
                })
                .collect(Collectors.joining(", "));
        Scale scale = parameter.scale();
        return rows.size() + (rows.size() == 1 ? " point lies" : " points lie") + " outside the scan in "
                + parameter.name() + ", "
                + (scale instanceof Scale.Fixed ? "fixed at " + Option.format(scale.first()) : scale)
                + ": " + shown + (rows.size() > ROWS_SHOWN ? ", ..." : "");
    }
}
