package thetascan.relic;

/** What two bosonic legs and their vertex give a scalar or a vector they merge into, without the coupling, for all spins. */
final class BosonPair {

    /** [state of a][state of b]. */
    final double[] scalar = new double[Legs.STATES * Legs.STATES];
    /** The same, four components each. */
    final double[] vector = new double[Legs.STATES * Legs.STATES * 4];

    private final double[] toA = new double[4];
    private final double[] toB = new double[4];

    /** Legs a and b with all momenta incoming, p_x = −p_a − p_b. */
    void evaluate(Legs legs, int a, int b, boolean aIsVector, boolean bIsVector) {
        double[] p = legs.p;
        double[] e = legs.polarisation;
        for (int k = 0; k < 4; k++) {
            toB[k] = 2 * p[4 * a + k] + p[4 * b + k]; // p_a − p_x
            toA[k] = p[4 * a + k] + 2 * p[4 * b + k]; // p_b − p_x
        }
        for (int la = 0; la < legs.states[a]; la++) {
            for (int lb = 0; lb < legs.states[b]; lb++) {
                int ea = (a * Legs.STATES + la) * 4;
                int eb = (b * Legs.STATES + lb) * 4;
                int at = la * Legs.STATES + lb;
                if (aIsVector && bIsVector) {
                    double product = Legs.dot(e, ea, e, eb);
                    double alongB = Legs.dot(toA, 0, e, ea);
                    double alongA = -Legs.dot(toB, 0, e, eb);
                    scalar[at] = product;
                    for (int k = 0; k < 4; k++) {
                        vector[4 * at + k] =
                                product * (p[4 * a + k] - p[4 * b + k]) + alongB * e[eb + k] + alongA * e[ea + k];
                    }
                } else if (aIsVector || bIsVector) {
                    scalar[at] = bIsVector ? Legs.dot(toB, 0, e, eb) : Legs.dot(toA, 0, e, ea);
                    System.arraycopy(e, bIsVector ? eb : ea, vector, 4 * at, 4);
                } else {
                    scalar[at] = 1;
                    for (int k = 0; k < 4; k++) {
                        vector[4 * at + k] = p[4 * a + k] - p[4 * b + k];
                    }
                }
            }
        }
    }
}
