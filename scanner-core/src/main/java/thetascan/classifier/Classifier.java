package thetascan.classifier;

/** Ranks points by how probably they belong to a class. Immutable. */
@FunctionalInterface
public interface Classifier {

    /**
     * How probably a point belongs to the class.
     *
     * @param u  coordinates in [0,1]
     * @param at where those of the point begin
     * @return larger for the more probable
     */
    double score(double[] u, int at);
}
