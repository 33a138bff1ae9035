package thetascan.neighbour;

/** The k smallest squared distances seen so far, ascending. */
final class NearestDistances {

    private final double[] squares;
    private int count;

    NearestDistances(int k) {
        squares = new double[k];
    }

    void clear() {
        count = 0;
    }

    int capacity() {
        return squares.length;
    }

    int count() {
        return count;
    }

    /** What a squared distance must fall below to be of interest. */
    double bound() {
        return count < squares.length ? Double.POSITIVE_INFINITY : squares[count - 1];
    }

    /** Takes those of squares[from .. to) that are small enough. */
    void offer(double[] candidates, int from, int to) {
        double bound = bound();
        for (int i = from; i < to; i++) {
            if (candidates[i] < bound) {
                insert(candidates[i]);
                bound = bound();
            }
        }
    }

    private void insert(double square) {
        int i = count < squares.length ? count++ : count - 1;
        while (i > 0 && squares[i - 1] > square) {
            squares[i] = squares[i - 1];
            i--;
        }
        squares[i] = square;
    }

    /** Greatest of the distances; there is one. */
    double greatest() {
        return Math.sqrt(squares[count - 1]);
    }

    /** Smallest distance. */
    double least() {
        return count == 0 ? Double.POSITIVE_INFINITY : Math.sqrt(squares[0]);
    }

    /** Mean of the distances, summed from the smallest up. */
    double mean() {
        if (count == 0) return Double.POSITIVE_INFINITY;
        double sum = 0;
        for (int i = 0; i < count; i++) sum += Math.sqrt(squares[i]);
        return sum / count;
    }
}
