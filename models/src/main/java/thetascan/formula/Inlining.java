package thetascan.formula;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import thetascan.formula.syntax.FormulaException;

/**
 * Makes a formula file whole: blocks of one's own, tables and limit curves in files are written into it, so that it can travel. Blocks that come
 * with the program stay names.
 */
final class Inlining {

    private static final String IMPORT = "import";
    private static final String TABLES = "tables";
    private static final List<String> SECTIONS = List.of("constants", "functions", TABLES, "derived", "requires");

    private Inlining() {}

    static Tree.Fields whole(Tree.Fields file, Source source) {
        Tree.Fields result = PointFiles.curves(tables(file, source), "", source.folder());
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
                Keys keys = new Keys(table, TABLES + "." + entry.getKey());
                whole = whole.with(entry.getKey(), PointFiles.whole(table, keys, source.folder()));
            }
        }
        return file.with(TABLES, whole);
    }
}
