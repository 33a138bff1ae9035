package thetascan.family;

import java.util.List;

/**
 * Valid points in families. Two points of one family are connected through valid points; between points of two families
 * no connection was found, which is not to say that there is none.
 *
 * @param places      box coordinates of the points that stand for all, then those of their canonical copies, then of points on ways between them
 * @param labels      family of each place, from 1, the one with most nodes first
 * @param nodes       places that stand for all
 * @param count       number of families
 * @param evaluations spent on looking for connections
 * @param complete    false if evaluations ran out before a way was looked for between any two families
 */
public record Families(List<double[]> places, int[] labels, int nodes, int count, int evaluations, boolean complete) {

    /**
     * Copies the list of places.
     *
     * @param places box coordinates of the points that stand for all, then those of their canonical copies, then of points on ways between them
     * @param labels family of each place, from 1, the one with most nodes first
     * @param nodes places that stand for all
     * @param count number of families
     * @param evaluations spent on looking for connections
     * @param complete false if evaluations ran out before all near families were tried
     */
    public Families {
        places = List.copyOf(places);
    }

    /**
     * Number of nodes of a family.
     *
     * @param family its number, from 1
     * @return places of it that stand for all
     */
    public int size(int family) {
        int size = 0;
        for (int i = 0; i < nodes; i++) {
            size += labels[i] == family ? 1 : 0;
        }
        return size;
    }
}
