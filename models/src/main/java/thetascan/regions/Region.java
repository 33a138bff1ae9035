package thetascan.regions;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import thetascan.quantity.Missing;

/**
 * A region of the unit box made from a seed. In coordinates that are sheared, which keeps volumes, it is a product:
 * intervals of a function with wells, a ring, thin bands, the whole length of all other coordinates; of that some corners
 * are cut off. So its pieces are known, one for each well and for each side of a band that has two, and uniform points
 * of it can be drawn.
 */
final class Region {

    private static final double TWO_PI = 2 * StrictMath.PI;
    /** Half the distance of the two sheets of a band that has two. */
    private static final double SHEET = 0.15;
    /** Decades that an exponential band spans over the box. */
    private static final double DECADES = 6;

    private static final double LARGEST_PRODUCT = 0.7;
    private static final double LARGEST_LOW = 0.4;
    private static final double LEAST_HIGH = 0.6;
    private static final int KINDS = 3;
    private static final double HOLE = 0.35;

    private final int n;
    private final Wells wells;
    private final int well;
    private final int ringX;
    private final int ringY;
    private final double radius;
    private final double halfRing;
    private final Band[] bands;
    private final int[] free;
    private final double phase;
    private final boolean fails;
    private final double[] hole = new double[3];

    /** One band: a coordinate, sheared by others, and how it is measured. */
    private record Band(
            int coordinate, int[] others, double[] phases, double tilt, double halfWidth, Shape shape, double factor) {

        double shear(double[] u, double y) {
            double sum = 0.08 * StrictMath.sin(1.5 * TWO_PI * y + phases[2]);
            for (int k = 0; k < 2; k++) sum += 0.08 * StrictMath.sin(TWO_PI * u[others[k]] + phases[k]);
            return sum + tilt * (u[others[0]] - 0.5) * (u[others[1]] - 0.5);
        }

        double observable(double sheared) {
            double x = sheared - 0.5;
            return factor
                    * switch (shape) {
                        case LINEAR -> x;
                        case DECADES -> StrictMath.pow(10, Region.DECADES * x);
                        case TWO_SHEETS -> x * x;
                    };
        }

        double lower() {
            return shape == Shape.TWO_SHEETS
                    ? factor * (SHEET - halfWidth) * (SHEET - halfWidth)
                    : observable(0.5 - halfWidth);
        }

        double upper() {
            return shape == Shape.TWO_SHEETS
                    ? factor * (SHEET + halfWidth) * (SHEET + halfWidth)
                    : observable(0.5 + halfWidth);
        }
    }

    private enum Shape {
        LINEAR,
        DECADES,
        TWO_SHEETS
    }

    /** What is asked of one observable, or of two of which one is enough. */
    record Condition(
            String name, String sector, int observable, double lower, double upper, int alternative, double least) {

        static final int NONE = -1;
    }

    Region(long seed) {
        Random random = new Random(seed);
        n = 4 + random.nextInt(21);
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < n; i++) places.add(random.nextInt(places.size() + 1), i);
        well = places.get(0);
        ringX = places.get(1);
        ringY = places.get(2);
        wells = new Wells(2 + random.nextInt(3), seed % 3 == 0, random);
        radius = 0.2 + 0.2 * random.nextDouble();
        halfRing = 0.008 + 0.008 * random.nextDouble();
        bands = new Band[1 + (n - 4) / 4];
        free = places.subList(3 + bands.length, n).stream()
                .mapToInt(Integer::intValue)
                .toArray();
        for (int b = 0; b < bands.length; b++) {
            List<Integer> before = new ArrayList<>(places.subList(1, 3 + b));
            for (int i : free) before.add(i);
            int[] others = {before.get(random.nextInt(before.size())), before.get(random.nextInt(before.size()))};
            double[] phases = {TWO_PI * random.nextDouble(), TWO_PI * random.nextDouble(), TWO_PI * random.nextDouble()
            };
            Shape shape = b == 0 && random.nextBoolean()
                    ? Shape.TWO_SHEETS
                    : random.nextBoolean() ? Shape.LINEAR : Shape.DECADES;
            bands[b] = new Band(
                    places.get(3 + b),
                    others,
                    phases,
                    0.2 * (2 * random.nextDouble() - 1),
                    0.01 + 0.02 * random.nextDouble(),
                    shape,
                    StrictMath.pow(10, random.nextInt(13) - 6.0));
        }
        phase = TWO_PI * random.nextDouble();
        fails = seed % 2 == 1;
        for (int k = 0; k < 3; k++) hole[k] = random.nextDouble();
    }

    int dimension() {
        return n;
    }

    int pieces() {
        return wells.count() * (hasSheets() ? 2 : 1);
    }

    private boolean hasSheets() {
        return bands[0].shape == Shape.TWO_SHEETS;
    }

    private boolean hasCuts() {
        return free.length >= 4;
    }

    /** Names of the observables; the last is the piece. */
    List<String> observables() {
        List<String> names = new ArrayList<>(List.of("depth", "ring"));
        for (int b = 0; b < bands.length; b++) names.add("band" + b);
        if (hasCuts()) names.addAll(List.of("product", "low", "high", "kind"));
        names.add("piece");
        return names;
    }

    List<Condition> conditions() {
        List<Condition> all = new ArrayList<>();
        double none = Double.NEGATIVE_INFINITY;
        all.add(new Condition("depth", "wells", 0, none, Wells.BOUND, Condition.NONE, 0));
        all.add(new Condition("ring", "bands", 1, radius - halfRing, radius + halfRing, Condition.NONE, 0));
        for (int b = 0; b < bands.length; b++) {
            all.add(new Condition("band" + b, "bands", 2 + b, bands[b].lower(), bands[b].upper(), Condition.NONE, 0));
        }
        if (hasCuts()) {
            int at = 2 + bands.length;
            all.add(new Condition("product", "cuts", at, none, LARGEST_PRODUCT, Condition.NONE, 0));
            all.add(new Condition("low_or_high", "cuts", at + 1, none, LARGEST_LOW, at + 2, LEAST_HIGH));
            all.add(new Condition("kind", "cuts", at + 3, none, KINDS - 1.5, Condition.NONE, 0));
        }
        return all;
    }

    /** The sheared coordinate that has wells. */
    private double sheared(double[] u) {
        return u[well] + wellShear(u);
    }

    private double wellShear(double[] u) {
        return free.length == 0 ? 0 : 0.1 * StrictMath.sin(TWO_PI * u[free[0]] + phase);
    }

    private double bandPlace(Band band, double[] u, double y) {
        return u[band.coordinate] + band.shear(u, y);
    }

    /** Computes the observables of a point of the unit box. */
    void observe(double[] u, double[] out) {
        double y = sheared(u);
        out[0] = wells.value(y);
        out[1] = StrictMath.hypot(u[ringX] - 0.5, u[ringY] - 0.5);
        for (int b = 0; b < bands.length; b++) out[2 + b] = bands[b].observable(bandPlace(bands[b], u, y));
        int at = 2 + bands.length;
        if (hasCuts()) {
            out[at] = u[free[0]] * u[free[1]];
            out[at + 1] = u[free[2]];
            out[at + 2] = u[free[3]];
            out[at + 3] = Math.min(Math.floor(KINDS * u[free[1]]), KINDS - 1.0);
            at += 4;
        }
        out[at] = piece(u);
        if (isHole(u)) {
            for (int i = 0; i < at; i++) out[i] = fails ? Double.NaN : Missing.UNDEFINED;
        }
    }

    /** A ball in which nothing can be computed. */
    private boolean isHole(double[] u) {
        if (!hasCuts()) return false;
        double square = 0;
        for (int k = 0; k < 3; k++) square += (u[free[k]] - hole[k]) * (u[free[k]] - hole[k]);
        return square < HOLE * HOLE;
    }

    /** The piece a point is in, or would be in. */
    int piece(double[] u) {
        double y = sheared(u);
        int side = hasSheets() && bandPlace(bands[0], u, y) > 0.5 ? wells.count() : 0;
        return wells.nearest(y) + side;
    }

    private boolean isValid(double[] u) {
        double[] observables = new double[observables().size()];
        observe(u, observables);
        for (Condition condition : conditions()) {
            double value = observables[condition.observable];
            boolean holds = value >= condition.lower && value <= condition.upper;
            if (!holds && condition.alternative != Condition.NONE) {
                holds = observables[condition.alternative] >= condition.least;
            }
            if (!holds) return false;
        }
        return true;
    }

    /** A uniform point of the region: of the product, drawn again where a corner is cut off. */
    double[] draw(RandomGenerator random) {
        double[] u = new double[n];
        do {
            for (int i : free) u[i] = random.nextDouble();
            double angle = TWO_PI * random.nextDouble();
            double inner = (radius - halfRing) * (radius - halfRing);
            double outer = (radius + halfRing) * (radius + halfRing);
            double r = Math.sqrt(inner + (outer - inner) * random.nextDouble());
            u[ringX] = 0.5 + r * StrictMath.cos(angle);
            u[ringY] = 0.5 + r * StrictMath.sin(angle);
            double y = drawWell(random);
            u[well] = y - wellShear(u);
            for (Band band : bands) {
                double x = band.halfWidth * (2 * random.nextDouble() - 1);
                if (band.shape == Shape.TWO_SHEETS) x = random.nextBoolean() ? SHEET + x : -SHEET - x;
                u[band.coordinate] = 0.5 + x - band.shear(u, y);
            }
        } while (!isValid(u));
        return u;
    }

    private double drawWell(RandomGenerator random) {
        double length = 0;
        for (int k = 0; k < wells.count(); k++) length += wells.length(k);
        double place = length * random.nextDouble();
        int k = 0;
        while (k < wells.count() - 1 && place > wells.length(k)) place -= wells.length(k++);
        return wells.lower(k) + place;
    }
}
