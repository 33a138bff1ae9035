package thetascan.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import thetascan.catalogue.Catalogue;
import thetascan.storage.Folder;

/** Catalogues side by side: what was scanned, how far it went. */
public final class CatalogueList {

    private static final ObjectMapper JSON = new ObjectMapper();

    private CatalogueList() {}

    /**
     * The catalogues in a folder, or the folder itself if it is one.
     *
     * @param name of the folder
     * @return a map for each, in the order of their names
     * @throws IOException if the folder cannot be read
     */
    public static List<Map<String, Object>> in(String name) throws IOException {
        List<Map<String, Object>> rows = new ArrayList<>();
        Catalogue itself = new Catalogue(Folder.at(name));
        if (itself.isBegun()) {
            rows.add(row(name, itself));
            return rows;
        }
        for (String child : Folder.at(name).list("").stream().sorted().toList()) {
            String path = name + "/" + child;
            Folder folder = Folder.at(path);
            if (!folder.isFolder("")) continue;
            Catalogue catalogue = new Catalogue(folder);
            if (catalogue.isBegun()) rows.add(row(path, catalogue));
        }
        return rows;
    }

    private static Map<String, Object> row(String name, Catalogue catalogue) throws IOException {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("catalogue", name);
        JsonNode manifest = catalogue.hasManifest() ? JSON.readTree(catalogue.manifest()) : JSON.createObjectNode();
        row.put("model", manifest.path("provenance").path("model").asText("?"));
        row.put("seed", manifest.path("provenance").path("seed").asText());
        for (String count : List.of("evaluated", "valid", "stored"))
            row.put(count, manifest.path("counts").path(count).asLong());
        row.put("status", manifest.path("status").asText("nothing committed"));
        row.put("updated", manifest.path("updated").asText(""));
        return row;
    }

    /**
     * Prints catalogues, a line each.
     *
     * @param out receives the lines
     * @param rows what {@link #in} gave
     */
    public static void print(PrintWriter out, List<Map<String, Object>> rows) {
        if (rows.isEmpty()) return;
        List<List<String>> texts = rows.stream()
                .map(row -> row.values().stream().map(CatalogueList::text).toList())
                .toList();
        TextTable.print(out, List.copyOf(rows.get(0).keySet()), texts);
    }

    private static String text(Object value) {
        return value instanceof Long count ? ProgressText.count(count) : value.toString();
    }
}
