package thetascan.family;

import java.util.List;
import thetascan.space.ParameterSpace;

/** Tells the family of any valid point: that of the nearest place. One thread. */
public final class FamilyLocator {

    private final BoxGeometry geometry;
    private final List<double[]> places;
    private final int[] labels;
    /** The last answer: points come in bunches, and a good guess makes the search short. */
    private int guess;

    /**
     * @param families at least one
     */
    public FamilyLocator(Families families, ParameterSpace space) {
        geometry = new BoxGeometry(space);
        places = families.places();
        labels = families.labels();
    }

    /** Family of the valid point at these box coordinates. */
    public int family(double[] box) {
        int nearest = guess;
        double least = geometry.squareBelow(Double.POSITIVE_INFINITY, box, places.get(guess));
        for (int i = 0; i < labels.length; i++) {
            double square = geometry.squareBelow(least, box, places.get(i));
            if (square < least) {
                least = square;
                nearest = i;
            }
        }
        guess = nearest;
        return labels[nearest];
    }
}
