package thetascan.report.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thetascan.catalogue.Catalogue;
import thetascan.config.ScanConfig;
import thetascan.curation.Curation;
import thetascan.curation.Kinds;
import thetascan.fingerprint.Sha256;
import thetascan.report.CatalogueReferences;

/**
 * A folder to be kept by a research archive: points in one Parquet file, configuration, manifest, references, a README that explains every
 * column, check sums, and all of it described for machines as an RO-Crate 1.1.
 */
public final class ResearchFolder {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DESCRIPTION = "ro-crate-metadata.json";

    private final String name;
    private final Catalogue catalogue;
    private final ScanConfig config;
    private final Optional<String> licence;
    private final JsonNode manifest;

    /**
     * A folder that is not yet made.
     *
     * @param name    of the catalogue, as people called it
     * @param catalogue folder of the scan
     * @param config  of the catalogue
     * @param licence URL of the terms under which the points are given away; empty if nobody has chosen
     * @throws IOException if the catalogue cannot be read
     */
    public ResearchFolder(String name, Catalogue catalogue, ScanConfig config, Optional<String> licence)
            throws IOException {
        this.name = name;
        this.catalogue = catalogue;
        this.config = config;
        this.licence = licence;
        manifest = JSON.readTree(catalogue.manifest());
    }

    /**
     * Writes everything.
     *
     * @param folder made if it is not there
     * @throws IOException if a file cannot be written
     */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        new Curation(List.of(name), Curation.Columns.EQUAL)
                .write(folder.resolve("points.parquet").toString(), "thetascan catalogue export " + name, Kinds.all());
        Files.writeString(folder.resolve("scan.yaml"), catalogue.configuration());
        Files.write(folder.resolve("manifest.json"), catalogue.manifest());
        Files.writeString(
                folder.resolve("references.bib"),
                CatalogueReferences.of(catalogue, config).bibtex());
        Files.writeString(folder.resolve("README.md"), readme());
        Map<String, String> files = new LinkedHashMap<>();
        files.put("points.parquet", "application/vnd.apache.parquet");
        files.put("scan.yaml", "application/yaml");
        files.put("manifest.json", "application/json");
        files.put("references.bib", "application/x-bibtex");
        files.put("README.md", "text/markdown");
        Files.writeString(folder.resolve(DESCRIPTION), crate(folder, files));
        StringBuilder sums = new StringBuilder();
        for (String file : files.keySet())
            sums.append(sum(folder.resolve(file))).append("  ").append(file).append('\n');
        sums.append(sum(folder.resolve(DESCRIPTION)))
                .append("  ")
                .append(DESCRIPTION)
                .append('\n');
        Files.writeString(folder.resolve("SHA256SUMS"), sums);
    }

    private static String sum(Path file) throws IOException {
        return new Sha256().add(file).hex(Sha256.DIGITS);
    }

    private String title() {
        return "Valid points of " + config.model().name() + " (" + config.name() + ")";
    }

    private String caution() {
        return manifest.path("caution").asText();
    }

    private String readme() {
        StringBuilder out = new StringBuilder("# " + title() + "\n\n");
        JsonNode counts = manifest.path("counts");
        out.append("Model: ").append(config.model().description()).append(". ");
        out.append(counts.path("valid").asLong()).append(" valid points among ");
        out.append(counts.path("evaluated").asLong()).append(" evaluated, ");
        out.append(counts.path("stored").asLong()).append(" points stored.\n\n");
        out.append("**").append(caution()).append(" Histograms of these points are no probabilities.**\n\n");
        out.append("| file | what |\n|---|---|\n");
        out.append("| `points.parquet` | the points: `pandas.read_parquet`, DuckDB, Spark |\n");
        out.append("| `scan.yaml` | the configuration: `thetascan scan scan.yaml` makes the points again |\n");
        out.append("| `manifest.json` | versions, seed, constraints with bounds and sources, counts |\n");
        out.append("| `references.bib` | what to cite |\n");
        out.append("| `ro-crate-metadata.json` | this folder described for machines (RO-Crate 1.1) |\n");
        out.append("| `SHA256SUMS` | check sums: `sha256sum -c SHA256SUMS` |\n\n");
        out.append(licence.map(url -> "Licence: " + url + "\n\n").orElse("No licence has been chosen yet.\n\n"));
        out.append("## Columns\n\n| column | type | unit | LaTeX | meaning |\n|---|---|---|---|---|\n");
        for (JsonNode column : manifest.path("columns")) {
            List<String> cells = new ArrayList<>();
            for (String key : List.of("name", "type", "unit", "latex", "description"))
                cells.add(column.path(key).asText().replace("|", "\\|"));
            out.append("| `")
                    .append(cells.get(0))
                    .append("` | ")
                    .append(cells.get(1))
                    .append(" | ");
            out.append(cells.get(2)).append(" | `").append(cells.get(3)).append("` | ");
            out.append(cells.get(4)).append(" |\n");
        }
        return out.toString();
    }

    private String crate(Path folder, Map<String, String> files) throws IOException {
        List<Object> graph = new ArrayList<>();
        Map<String, Object> self = entity(DESCRIPTION, "CreativeWork");
        self.put("conformsTo", Map.of("@id", "https://w3id.org/ro/crate/1.1"));
        self.put("about", Map.of("@id", "./"));
        graph.add(self);
        Map<String, Object> root = entity("./", "Dataset");
        root.put("name", title());
        root.put("description", config.model().description() + ". " + caution());
        root.put("datePublished", manifest.path("updated").asText());
        licence.ifPresent(url -> root.put("license", Map.of("@id", url)));
        root.put(
                "hasPart",
                files.keySet().stream().map(file -> Map.of("@id", file)).toList());
        root.put("mentions", Map.of("@id", "#scan"));
        graph.add(root);
        for (Map.Entry<String, String> file : files.entrySet()) {
            Map<String, Object> fields = entity(file.getKey(), "File");
            fields.put("encodingFormat", file.getValue());
            fields.put("contentSize", Long.toString(Files.size(folder.resolve(file.getKey()))));
            fields.put("sha256", sum(folder.resolve(file.getKey())));
            graph.add(fields);
        }
        JsonNode provenance = manifest.path("provenance");
        Map<String, Object> program = entity("#thetascan", "SoftwareApplication");
        program.put("name", "ThetaScan");
        program.put("version", provenance.path("program").asText());
        graph.add(program);
        Map<String, Object> scan = entity("#scan", "CreateAction");
        scan.put(
                "name",
                "scan of " + config.model().name() + " "
                        + provenance.path("model_version").asText() + ", seed " + config.seed());
        scan.put("instrument", Map.of("@id", "#thetascan"));
        scan.put("object", Map.of("@id", "scan.yaml"));
        scan.put("result", Map.of("@id", "points.parquet"));
        scan.put("startTime", manifest.path("started").asText());
        scan.put("endTime", manifest.path("updated").asText());
        graph.add(scan);
        Map<String, Object> crate = new LinkedHashMap<>();
        crate.put("@context", "https://w3id.org/ro/crate/1.1/context");
        crate.put("@graph", graph);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(crate) + "\n";
    }

    private static Map<String, Object> entity(String id, String type) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("@id", id);
        fields.put("@type", type);
        return fields;
    }
}
