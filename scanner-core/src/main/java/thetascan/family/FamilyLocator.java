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
     * A locator for points of the scan the families were found in.
     *
     * @param families at least one
     * @param space whose canonical box the coordinates belong to
     */
    public FamilyLocator(Families families, ParameterSpace space) {
        geometry = new BoxGeometry(space);
        places = families.places();
        labels = families.labels();
    }

    /**
     * Family of the valid point at these box coordinates.
     *
     * @param box coordinates in [0,1]
     * @return number of the family, from 1
     */
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
