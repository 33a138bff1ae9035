package thetascan.space;

/**
 * The coordinates an island searches in: a map [0,1]^n → θ. The parameter space itself is the first chart, named
 * {@code box}; a model may offer others that need not cover the whole box. Implementations are immutable and
 * allocate nothing in {@link #toTheta} and {@link #toUnit}.
 */
public interface Chart {

    /**
     * Name used in scan files, lower case with hyphens.
     *
     * @return unequal to those of the other charts of a model
     */
    String name();

    /**
     * One line for people.
     *
     * @return a sentence without full stop
     */
    String description();

    /**
     * Number of search coordinates n.
     *
     * @return 1 or more
     */
    int dimension();

    /**
     * @param u     search coordinates, each in [0,1], length n
     * @param theta receives every parameter of the space, fixed ones included, in the units of the parameters
     */
    void toTheta(double[] u, double[] theta);

    /**
     * The inverse.
     *
     * @param theta a point, length of the parameter space
     * @param u     receives the coordinates, length n
     * @return false if this chart does not cover {@code theta}; {@code u} is then meaningless
     */
    boolean toUnit(double[] theta, double[] u);
}
