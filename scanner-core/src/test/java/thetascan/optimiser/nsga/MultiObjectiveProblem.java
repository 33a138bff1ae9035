package thetascan.optimiser.nsga;

import java.util.Arrays;

/**
 * Problems of the literature in the unit box: DTLZ (K. Deb, L. Thiele, M. Laumanns and E. Zitzler, Proc. CEC 2002, 825)
 * and ZDT (E. Zitzler, K. Deb and L. Thiele, Evol. Comput. 8 (2000) 173).
 */
public record MultiObjectiveProblem(String name, int n, int m, Function function) {

    @FunctionalInterface
    interface Function {
        /** Fills f[0..m) at x in the unit box. */
        void fill(double[] x, double[] f);
    }

    double[] objectives(double[] x) {
        double[] f = new double[m];
        function.fill(x, f);
        return f;
    }

    public static MultiObjectiveProblem dtlz(int number, int m) {
        int n = number == 1 ? m + 4 : m + 9;
        return new MultiObjectiveProblem(
                "DTLZ" + number,
                n,
                m,
                switch (number) {
                    case 1 ->
                        (x, f) -> {
                            double g = 0.5 * (1 + rugged(x, m - 1));
                            for (int i = 0; i < m; i++) {
                                f[i] = g;
                                for (int j = 0; j < m - 1 - i; j++) f[i] *= x[j];
                                if (i > 0) f[i] *= 1 - x[m - 1 - i];
                            }
                        };
                    case 2 -> (x, f) -> sphere(x, f, 1, 1 + squares(x, m - 1));
                    case 3 -> (x, f) -> sphere(x, f, 1, 1 + rugged(x, m - 1));
                    case 4 -> (x, f) -> sphere(x, f, 100, 1 + squares(x, m - 1));
                    default -> throw new IllegalArgumentException("DTLZ" + number);
                });
    }

    private static double rugged(double[] x, int from) {
        double sum = x.length - from;
        for (int j = from; j < x.length; j++) {
            sum += (x[j] - 0.5) * (x[j] - 0.5) - Math.cos(20 * Math.PI * (x[j] - 0.5));
        }
        return 100 * sum;
    }

    private static double squares(double[] x, int from) {
        double sum = 0;
        for (int j = from; j < x.length; j++) sum += (x[j] - 0.5) * (x[j] - 0.5);
        return sum;
    }

    private static void sphere(double[] x, double[] f, double power, double radius) {
        int m = f.length;
        for (int i = 0; i < m; i++) {
            f[i] = radius;
            for (int j = 0; j < m - 1 - i; j++) f[i] *= Math.cos(Math.pow(x[j], power) * Math.PI / 2);
            if (i > 0) f[i] *= Math.sin(Math.pow(x[m - 1 - i], power) * Math.PI / 2);
        }
    }

    public static MultiObjectiveProblem zdt(int number) {
        int n = number == 4 || number == 6 ? 10 : 30;
        return new MultiObjectiveProblem("ZDT" + number, n, 2, (x, f) -> {
            double g =
                    switch (number) {
                        case 4 -> {
                            double sum = 1 + 10 * (n - 1);
                            for (int j = 1; j < n; j++) {
                                double y = 10 * x[j] - 5;
                                sum += y * y - 10 * Math.cos(4 * Math.PI * y);
                            }
                            yield sum;
                        }
                        case 6 -> 1 + 9 * Math.pow(tail(x) / (n - 1), 0.25);
                        default -> 1 + 9 * tail(x) / (n - 1);
                    };
            f[0] = number == 6 ? 1 - Math.exp(-4 * x[0]) * Math.pow(Math.sin(6 * Math.PI * x[0]), 6) : x[0];
            f[1] = g * zdtFront(number, f[0], g);
        });
    }

    private static double tail(double[] x) {
        return Arrays.stream(x).skip(1).sum();
    }

    private static double zdtFront(int number, double f, double g) {
        double ratio = f / g;
        return switch (number) {
            case 1, 4 -> 1 - Math.sqrt(ratio);
            case 2, 6 -> 1 - ratio * ratio;
            case 3 -> 1 - Math.sqrt(ratio) - ratio * Math.sin(10 * Math.PI * f);
            default -> throw new IllegalArgumentException("ZDT" + number);
        };
    }

    /** Where the lines along directions (row-major, points of the simplex) meet the true front of DTLZ1 to 4. */
    public double[] targets(double[] directions) {
        double[] targets = directions.clone();
        for (int row = 0; row < targets.length; row += m) {
            double square = 0;
            for (int j = 0; j < m; j++) square += targets[row + j] * targets[row + j];
            double length = name.equals("DTLZ1") ? 2 : Math.sqrt(square);
            for (int j = 0; j < m; j++) targets[row + j] /= length;
        }
        return targets;
    }

    /** Points of the true front of a ZDT problem, evenly in the first objective, row-major. */
    static double[] zdtFront(int number, int points) {
        double[][] pieces =
                switch (number) {
                    // the parts of the curve that are not dominated
                    case 3 ->
                        new double[][] {
                            {0, 0.0830015349},
                            {0.182228780, 0.2577623634},
                            {0.4093136748, 0.4538821041},
                            {0.6183967944, 0.6525117038},
                            {0.8233317983, 0.8518328654}
                        };
                    case 6 -> new double[][] {{0.2807753191, 1}};
                    default -> new double[][] {{0, 1}};
                };
        int perPiece = points / pieces.length;
        double[] front = new double[pieces.length * perPiece * 2];
        int at = 0;
        for (double[] piece : pieces) {
            for (int k = 0; k < perPiece; k++) {
                double f = piece[0] + (piece[1] - piece[0]) * k / (perPiece - 1);
                front[at++] = f;
                front[at++] = zdtFront(number, f, 1);
            }
        }
        return front;
    }

    /** Inverted generational distance: mean distance of the targets to the nearest found point. */
    public static double igd(double[] targets, double[] found, int m) {
        double sum = 0;
        for (int i = 0; i < targets.length; i += m) {
            double least = Double.POSITIVE_INFINITY;
            for (int k = 0; k < found.length; k += m) {
                double square = 0;
                for (int j = 0; j < m; j++) square += (targets[i + j] - found[k + j]) * (targets[i + j] - found[k + j]);
                least = Math.min(least, square);
            }
            sum += Math.sqrt(least);
        }
        return sum / (targets.length / m);
    }

    /** Area dominated by points in two objectives below a reference point. */
    public static double hypervolume(double[] found, double reference) {
        double[][] points = new double[found.length / 2][];
        for (int k = 0; k < points.length; k++) points[k] = new double[] {found[2 * k], found[2 * k + 1]};
        Arrays.sort(points, (a, b) -> Double.compare(a[0], b[0]));
        double area = 0;
        double lowest = reference;
        for (double[] point : points) {
            if (point[0] < reference && point[1] < lowest) {
                area += (reference - point[0]) * (lowest - point[1]);
                lowest = point[1];
            }
        }
        return area;
    }
}
