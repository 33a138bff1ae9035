package thetascan.formula;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import thetascan.formula.syntax.FormulaException;

/**
 * Points that stand in files of their own, two columns of numbers: those of tables and of limit curves. They are written into the
 * description, so that it can travel.
 */
public final class PointFiles {

    private static final String CONSTRAINTS = "constraints";
    private static final String CURVE = "curve";
    private static final String FILE = "file";
    private static final String COLUMNS = "columns";
    private static final int MOST_POINTS = 200_000;

    private PointFiles() {}

    /**
     * {@return a description with the points of its limit curves in place of the files that hold them}
     *
     * @param description with or without {@code constraints}
     * @param path where it stands, empty for a file of its own
     * @param folder files are relative to it
     * @throws FormulaException if a file cannot be read
     */
    public static Tree.Fields curves(Tree.Fields description, String path, Path folder) {
        if (!(description.values().get(CONSTRAINTS) instanceof Tree.Fields constraints)) {
            return description;
        }
        Tree.Fields whole = constraints;
        for (Map.Entry<String, Tree> entry : constraints.values().entrySet()) {
            if (entry.getValue() instanceof Tree.Fields constraint
                    && constraint.values().get(CURVE) instanceof Tree.Fields curve
                    && curve.values().containsKey(FILE)) {
                Keys keys = new Keys(description, path)
                        .below(CONSTRAINTS)
                        .below(entry.getKey())
                        .below(CURVE);
                whole = whole.with(entry.getKey(), constraint.with(CURVE, whole(curve, keys, folder)));
            }
        }
        return description.with(CONSTRAINTS, whole);
    }

    /** Keys with {@code points} in place of {@code file} and {@code columns}. */
    static Tree.Fields whole(Tree.Fields fields, Keys keys, Path folder) {
        if (keys.has("points")) {
            throw keys.error(FILE, "give either 'file' or 'points', not both.");
        }
        Map<String, Tree> whole = new LinkedHashMap<>(fields.values());
        whole.remove(FILE);
        whole.remove(COLUMNS);
        whole.put("points", new Tree.Items(points(keys, folder), fields.place()));
        return new Tree.Fields(whole, fields.place());
    }

    private static List<Tree> points(Keys keys, Path folder) {
        String name = keys.text(FILE);
        List<String> columns = keys.has(COLUMNS) ? keys.texts(COLUMNS) : List.of();
        if (!columns.isEmpty() && columns.size() != 2) {
            throw keys.error(COLUMNS, "needs two: those of x and y, counted from 1.");
        }
        int x = columns.isEmpty() ? 0 : column(columns.get(0), keys);
        int y = columns.isEmpty() ? 1 : column(columns.get(1), keys);
        List<Tree> points = new ArrayList<>();
        int number = 0;
        for (String line : Source.text(folder, name, keys.where(FILE)).split("\n", -1)) {
            String place = name + ":" + ++number;
            String content = line.split("#", 2)[0].strip();
            if (!content.isEmpty()) {
                String[] cells = cells(content, place);
                if (columns.isEmpty() && cells.length > 2) {
                    throw new FormulaException(
                            place + ": has " + cells.length + " columns; say which two, such as columns: [1, 3].");
                }
                points.add(new Tree.Items(List.of(cell(cells, x, place), cell(cells, y, place)), place));
            }
            if (points.size() > MOST_POINTS) {
                throw keys.error(FILE, "more than " + MOST_POINTS + " points.");
            }
        }
        return points;
    }

    /** Commas beside semicolons are those of decimals, and would make two numbers of one. */
    private static String[] cells(String line, String place) {
        if (line.contains(",") && line.contains(";")) {
            throw new FormulaException(
                    place + ": has commas and semicolons: write decimal points, and one kind of separator.");
        }
        return line.split("[\\s,;]+");
    }

    private static int column(String text, Keys keys) {
        if (!text.matches("[1-9][0-9]?")) {
            throw keys.error(COLUMNS, "'" + text + "' is no column; they count from 1.");
        }
        return Integer.parseInt(text) - 1;
    }

    private static Tree cell(String[] cells, int column, String place) {
        if (column >= cells.length) {
            throw new FormulaException(
                    place + ": has " + cells.length + " columns, column " + (column + 1) + " is asked for.");
        }
        double value = Keys.number(cells[column], place);
        return new Tree.Text(Double.toString(value), false, place);
    }
}
