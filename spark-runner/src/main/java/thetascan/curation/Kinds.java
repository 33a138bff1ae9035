package thetascan.curation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import thetascan.catalogue.Catalogue;
import thetascan.config.ScanConfig;
import thetascan.neighbour.BallIndex;
import thetascan.random.RandomStream;
import thetascan.seeding.SeedChoice;
import thetascan.space.ParameterSpace;
import thetascan.storage.Folder;
import thetascan.table.PointFileException;
import thetascan.table.Prefix;
import thetascan.table.Row;
import thetascan.table.Schema;

/** Which points are written. A kind may remember what it saw: it is good for one pass. */
public final class Kinds {

    /** Of more points a sample is drawn from a random sample of these. */
    private static final int POOL = 20_000;

    private Kinds() {}

    /** {@return all of them} */
    public static Predicate<Row> all() {
        return row -> true;
    }

    /**
     * {@return those of which every condition holds}
     *
     * @param conditions such as {@code obs_m_h1 <= 500}
     * @param schema columns there are
     * @throws PointFileException if one is none, or names a column that is not there
     */
    public static Predicate<Row> where(List<String> conditions, Schema schema) {
        List<Condition> all = new ArrayList<>();
        for (String text : conditions) {
            try {
                all.add(new Condition(text, schema));
            } catch (IllegalArgumentException e) {
                throw new PointFileException("--where: " + e.getMessage(), e);
            }
        }
        return row -> {
            double[] values = Condition.numbers(row);
            return all.stream().allMatch(condition -> condition.holds(values));
        };
    }

    /** What makes coordinates of a row. */
    private interface Coordinates {
        int dimension();

        /** False if the row has none. */
        boolean of(Row row, double[] target);
    }

    /**
     * {@return those that are no nearer than a distance to one before}
     *
     * @param catalogue whose scan says what the unit box is
     * @param points among which is chosen
     * @param distance least distance, in the unit box
     * @param columns between whose values distances are taken, each in units of its range in the catalogue; none = the free
     *                inputs in the unit box of the scan
     * @throws IOException if they cannot be read
     */
    public static Predicate<Row> apart(String catalogue, Curation points, double distance, List<String> columns)
            throws IOException {
        Coordinates coordinates = coordinates(catalogue, points, columns);
        BallIndex kept = new BallIndex(coordinates.dimension(), distance);
        return row -> {
            double[] x = new double[coordinates.dimension()];
            if (!coordinates.of(row, x)) return true;
            if (kept.covers(x)) return false;
            kept.add(x);
            return true;
        };
    }

    /**
     * {@return some of them}
     *
     * @param catalogue whose scan says what the unit box is
     * @param points among which is chosen
     * @param count how many
     * @param by   how they are chosen
     * @param seed of the choice
     * @param columns between whose values distances are taken
     * @throws IOException if they cannot be read
     */
    public static Predicate<Row> sample(
            String catalogue, Curation points, int count, SeedChoice by, long seed, List<String> columns)
            throws IOException {
        Coordinates coordinates = coordinates(catalogue, points, columns);
        RandomStream random = RandomStream.of(seed);
        int most = Math.max(POOL, count);
        List<double[]> pool = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        int[] row = {0};
        points.forEach(next -> {
            double[] x = new double[coordinates.dimension()];
            int number = row[0]++;
            if (!coordinates.of(next, x)) return true;
            if (pool.size() < most) {
                pool.add(x);
                numbers.add(number);
            } else { // A. G. Waterman's reservoir: each row stays with equal probability
                int place = random.nextInt(number + 1);
                if (place < most) {
                    pool.set(place, x);
                    numbers.set(place, number);
                }
            }
            return true;
        });
        BitSet chosen = new BitSet();
        for (int i : by.choose(pool.toArray(double[][]::new), count, random)) chosen.set(numbers.get(i));
        int[] at = {0};
        return next -> chosen.get(at[0]++);
    }

    private static Coordinates coordinates(String catalogue, Curation points, List<String> columns) throws IOException {
        return columns.isEmpty() ? box(catalogue, points.schema()) : scaled(points, columns);
    }

    private static Coordinates box(String name, Schema schema) throws IOException {
        Catalogue catalogue = new Catalogue(Folder.at(name));
        if (!catalogue.isBegun()) {
            throw new PointFileException(name + ": is no catalogue, so its unit box is not known. Say --columns.");
        }
        ParameterSpace space = ScanConfig.parse(catalogue.configuration(), catalogue.configurationLocation())
                .space();
        int[] at = space.parameters().stream()
                .mapToInt(parameter -> column(schema, Prefix.INPUT.of(parameter.name())))
                .toArray();
        return new Coordinates() {
            @Override
            public int dimension() {
                return space.dimension();
            }

            @Override
            public boolean of(Row row, double[] target) {
                double[] theta = Arrays.stream(at)
                        .mapToDouble(column -> Condition.number(row, column))
                        .toArray();
                return space.toUnit(theta, target);
            }
        };
    }

    private static int column(Schema schema, String name) {
        int at = schema.names().indexOf(name);
        if (at < 0) throw new PointFileException("there is no column " + name);
        return at;
    }

    private static int[] places(Schema schema, List<String> columns) {
        StoredNames names = new StoredNames(schema);
        try {
            return columns.stream().mapToInt(names::place).toArray();
        } catch (IllegalArgumentException e) {
            throw new PointFileException("--columns: " + e.getMessage(), e);
        }
    }

    private static Coordinates scaled(Curation points, List<String> columns) throws IOException {
        int[] at = places(points.schema(), columns);
        double[] least = new double[at.length];
        double[] greatest = new double[at.length];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        Arrays.fill(greatest, Double.NEGATIVE_INFINITY);
        points.forEach(row -> {
            for (int i = 0; i < at.length; i++) {
                double value = Condition.number(row, at[i]);
                if (!Double.isFinite(value)) continue;
                least[i] = Math.min(least[i], value);
                greatest[i] = Math.max(greatest[i], value);
            }
            return true;
        });
        return new Coordinates() {
            @Override
            public int dimension() {
                return at.length;
            }

            @Override
            public boolean of(Row row, double[] target) {
                for (int i = 0; i < at.length; i++) {
                    double range = greatest[i] - least[i];
                    target[i] = range > 0 ? (Condition.number(row, at[i]) - least[i]) / range : 0;
                    if (!Double.isFinite(target[i])) return false;
                }
                return true;
            }
        };
    }
}
