package thetascan.family;

import java.util.Arrays;
import java.util.List;

/**
 * A linear map of box coordinates after which a point is nearer to those of its own family than to others: pieces of a
 * region may be long and lie side by side, so that the nearest point in the box is one of another piece. The map is that
 * of neighbourhood components analysis (J. Goldberger, S. Roweis, G. Hinton and R. Salakhutdinov, NIPS 17 (2005) 513): it
 * makes the expected number of points greatest whose neighbour, drawn with a probability that falls like a Gaussian of the
 * distance, is of their own family. An angle counts as a point of a circle.
 */
final class FamilyMetric {

    private static final int ITERATIONS = 60;

    /** Length of the first step of the ascent, as a share of that of the map; and how later ones grow and shrink. */
    private static final double FIRST = 0.1;

    private static final double LONGER = 1.5;
    private static final double SHORTER = 1.0 / 3;

    /** Squared distances beyond that of the nearest at which a probability is nothing. */
    private static final double NEGLIGIBLE = 40;

    private final BoxGeometry geometry;
    /** map[k][j]: what coordinate j contributes to coordinate k of the image. */
    private double[][] map;

    private FamilyMetric(BoxGeometry geometry, double[][] map) {
        this.geometry = geometry;
        this.map = map;
    }

    /**
     * The metric in which families of known points are told apart best.
     *
     * @param geometry of the box
     * @param points   box coordinates
     * @param labels   family of each
     */
    static FamilyMetric of(BoxGeometry geometry, List<double[]> points, int[] labels) {
        double[][] straight = points.stream().map(geometry::straight).toArray(double[][]::new);
        int n = straight[0].length;
        double[][] identity = new double[n][n];
        for (int k = 0; k < n; k++) {
            identity[k][k] = 1;
        }
        FamilyMetric metric = new FamilyMetric(geometry, identity);
        if (Arrays.stream(labels, 0, straight.length).distinct().count() > 1) {
            metric.learn(straight, labels);
        }
        return metric;
    }

    /** Where a box point lies in coordinates whose Euclidean distances are those of this metric. */
    double[] image(double[] box) {
        return times(map, geometry.straight(box));
    }

    private static double[] times(double[][] matrix, double[] x) {
        double[] product = new double[matrix.length];
        for (int k = 0; k < product.length; k++) {
            for (int j = 0; j < x.length; j++) {
                product[k] += matrix[k][j] * x[j];
            }
        }
        return product;
    }

    /** Climbs from distances in the box, in units of those of nearest neighbours. */
    private void learn(double[][] points, int[] labels) {
        Slope here = new Slope(points, labels, map);
        map = sum(map, 1 / here.nearest - 1, map);
        here = new Slope(points, labels, map);
        double step = FIRST * norm(map) / norm(here.gradient);
        for (int i = 0; i < ITERATIONS && step > 0 && step < Double.POSITIVE_INFINITY; i++) {
            double[][] next = sum(map, step, here.gradient);
            Slope there = new Slope(points, labels, next);
            if (there.value > here.value) {
                map = next;
                here = there;
                step *= LONGER;
            } else {
                step *= SHORTER;
            }
        }
    }

    private static double[][] sum(double[][] a, double factor, double[][] b) {
        double[][] sum = new double[a.length][];
        for (int k = 0; k < sum.length; k++) {
            sum[k] = a[k].clone();
            for (int j = 0; j < sum[k].length; j++) {
                sum[k][j] += factor * b[k][j];
            }
        }
        return sum;
    }

    private static double norm(double[][] a) {
        return Math.sqrt(
                Arrays.stream(a).flatMapToDouble(Arrays::stream).map(x -> x * x).sum());
    }

    /** What is climbed, and where it rises. */
    private static final class Slope {

        /** Expected share of points whose neighbour is of their own family. */
        private final double value;
        /** Along each entry of the map. */
        private final double[][] gradient;
        /** Root mean square distance of nearest neighbours. */
        private final double nearest;

        Slope(double[][] points, int[] labels, double[][] map) {
            int count = points.length;
            int n = map.length;
            double[][] images =
                    Arrays.stream(points).map(point -> times(map, point)).toArray(double[][]::new);
            double[] probabilities = new double[count];
            double[][] pull = new double[count][count]; // of a pair, how much its being nearer would lessen the value
            double own = 0;
            double squares = 0;
            for (int i = 0; i < count; i++) {
                squares += probabilities(images, i, probabilities);
                double same = 0;
                for (int k = 0; k < count; k++) {
                    same += labels[k] == labels[i] ? probabilities[k] : 0;
                }
                own += same;
                for (int k = 0; k < count; k++) {
                    double one = probabilities[k] * (same - (labels[k] == labels[i] ? 1 : 0));
                    pull[i][k] -= one;
                    pull[k][i] -= one;
                    pull[i][i] += one;
                    pull[k][k] += one;
                }
            }
            value = own / count;
            nearest = Math.sqrt(squares / count);
            gradient = new double[n][n];
            double[] mapped = new double[n];
            for (int i = 0; i < count; i++) { // 2 map (pointsᵀ pull points) / count
                Arrays.fill(mapped, 0);
                for (int k = 0; k < count; k++) {
                    double weight = 2 * pull[i][k] / count;
                    if (weight != 0) {
                        for (int j = 0; j < n; j++) {
                            mapped[j] += weight * images[k][j];
                        }
                    }
                }
                for (int k = 0; k < n; k++) {
                    for (int j = 0; j < n; j++) {
                        gradient[k][j] += mapped[k] * points[i][j];
                    }
                }
            }
        }

        /** With which each point is drawn as the neighbour of point i; returns the squared distance of its nearest. */
        private static double probabilities(double[][] images, int i, double[] probabilities) {
            double least = Double.POSITIVE_INFINITY;
            for (int k = 0; k < images.length; k++) {
                double square = k == i ? Double.POSITIVE_INFINITY : square(images[i], images[k]);
                probabilities[k] = square;
                least = Math.min(least, square);
            }
            double sum = 0;
            for (int k = 0; k < images.length; k++) {
                double beyond = probabilities[k] - least;
                probabilities[k] = beyond < NEGLIGIBLE ? StrictMath.exp(-beyond) : 0;
                sum += probabilities[k];
            }
            for (int k = 0; k < images.length; k++) {
                probabilities[k] /= sum;
            }
            return least;
        }

        private static double square(double[] a, double[] b) {
            double sum = 0;
            for (int j = 0; j < a.length; j++) {
                sum += (a[j] - b[j]) * (a[j] - b[j]);
            }
            return sum;
        }
    }
}
