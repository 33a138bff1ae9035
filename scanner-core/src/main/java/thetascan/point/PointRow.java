package thetascan.point;

import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/**
 * Everything computed at one point.
 *
 * @param theta       every parameter
 * @param observables every observable
 * @param violations  raw violation of each bound constraint
 * @param statuses    {@link thetascan.constraint.ConstraintStatus} ordinal of each bound constraint
 * @param cost        sum of the violations of the applied constraints
 * @param reason      why the calculation broke; empty if it did not
 */
public record PointRow(
        double[] theta, double[] observables, double[] violations, byte[] statuses, double cost, String reason) {

    /**
     * Writes the row; {@link #read} is the inverse.
     *
     * @param out where to
     */
    public void save(StateOutput out) {
        out.put("theta", theta)
                .put("observables", observables)
                .put("violations", violations)
                .put("statuses", statuses)
                .put("cost", cost)
                .put("reason", reason);
    }

    /**
     * Reads what {@link #save} wrote.
     *
     * @param in where from
     * @return the row
     */
    public static PointRow read(StateInput in) {
        return new PointRow(
                in.getDoubles("theta"),
                in.getDoubles("observables"),
                in.getDoubles("violations"),
                in.getBytes("statuses"),
                in.getDouble("cost"),
                in.getText("reason"));
    }
}
