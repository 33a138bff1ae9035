package thetascan.formula;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import thetascan.formula.syntax.FormulaException;

/**
 * Makes a formula file whole: blocks of one's own and tables in files are written into it, so that it can travel. Blocks that come
 * with the program stay names.
 */
final class Inlining {

    private static final String IMPORT = "import";
    private static final String TABLES = "tables";
    private static final List<String> SECTIONS = List.of("constants", "functions", TABLES, "derived", "requires");
    private static final int MOST_POINTS = 200_000;

    private Inlining() {}

    static Tree.Fields whole(Tree.Fields file, Source source) {
        Tree.Fields result = tables(file, source);
        Keys keys = new Keys(file, "");
        Tree imports = file.values().get(IMPORT);
        String place = imports == null ? file.place() : imports.place();
        List<Tree> names = new ArrayList<>();
        for (String name : keys.texts(IMPORT)) {
            if (Source.isBlock(name)) {
                source.block(name, keys.where(IMPORT));
                names.add(new Tree.Text(name, false, place));
            } else {
                String text = source.text(name, keys.where(IMPORT));
                result = joined(result, tables(source.format().read(text, name), source), name);
            }
        }
        return imports == null ? result : result.with(IMPORT, new Tree.Items(names, place));
    }

    /** A file with the sections of a block added to its own. */
    static Tree.Fields joined(Tree.Fields file, Tree.Fields block, String name) {
        Tree.Fields result = file;
        for (Map.Entry<String, Tree> section : block.values().entrySet()) {
            String key = section.getKey();
            if (key.equals("description")) {
                continue;
            }
            if (!SECTIONS.contains(key) || !(section.getValue() instanceof Tree.Fields added)) {
                throw new FormulaException(section.getValue().place() + " " + key + ": a block holds "
                        + String.join(", ", SECTIONS) + ", each with keys below it.");
            }
            Map<String, Tree> all = new LinkedHashMap<>();
            Tree own = file.values().get(key);
            if (own instanceof Tree.Fields fields) {
                all.putAll(fields.values());
            }
            added.values().forEach((each, value) -> {
                if (all.putIfAbsent(each, value) != null) {
                    throw new FormulaException(all.get(each).place() + " " + key + "." + each
                            + ": the name stands in the block " + name + " too.");
                }
            });
            result = result.with(key, new Tree.Fields(all, own == null ? added.place() : own.place()));
        }
        return result;
    }

    private static Tree.Fields tables(Tree.Fields file, Source source) {
        if (!(file.values().get(TABLES) instanceof Tree.Fields tables)) {
            return file;
        }
        Tree.Fields whole = tables;
        for (Map.Entry<String, Tree> entry : tables.values().entrySet()) {
            if (entry.getValue() instanceof Tree.Fields table && table.values().containsKey("file")) {
                whole = whole.with(entry.getKey(), table(table, TABLES + "." + entry.getKey(), source));
            }
        }
        return file.with(TABLES, whole);
    }

    private static Tree.Fields table(Tree.Fields table, String path, Source source) {
        Keys keys = new Keys(table, path);
        String name = keys.text("file");
        List<String> columns = keys.has("columns") ? keys.texts("columns") : List.of("1", "2");
        if (columns.size() != 2) {
            throw keys.error("columns", "needs two: those of x and y, counted from 1.");
        }
        int x = column(columns.get(0), keys);
        int y = column(columns.get(1), keys);
        List<Tree> points = new ArrayList<>();
        int number = 0;
        for (String line : source.text(name, keys.where("file")).split("\n", -1)) {
            String place = name + ":" + ++number;
            String content = line.split("#", 2)[0].strip();
            if (!content.isEmpty()) {
                String[] cells = content.split("[\\s,;]+");
                points.add(new Tree.Items(List.of(cell(cells, x, place), cell(cells, y, place)), place));
            }
            if (points.size() > MOST_POINTS) {
                throw keys.error("file", "more than " + MOST_POINTS + " points.");
            }
        }
        Map<String, Tree> whole = new LinkedHashMap<>(table.values());
        whole.remove("file");
        whole.remove("columns");
        whole.put("points", new Tree.Items(points, table.place()));
        return new Tree.Fields(whole, table.place());
    }

    private static int column(String text, Keys keys) {
        if (!text.matches("[1-9][0-9]?")) {
            throw keys.error("columns", "'" + text + "' is no column; they count from 1.");
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
