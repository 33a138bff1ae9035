package thetascan.report.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import thetascan.catalogue.Catalogue;
import thetascan.config.ScanConfig;
import thetascan.constraint.Fields;
import thetascan.model.Model;
import thetascan.table.PointFileException;

/** One page about catalogues of one model, in one file that needs no network. */
public final class HtmlReport {

    /** Points on the page: an even sample of each catalogue, together at most so many. */
    static final int POINTS = 8_000;

    /** Scans whose reached cells are on the page; of further ones those that their sample reaches. */
    private static final int CELLS_OF = 4;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Source> sources;
    private final List<List<String>> planes;
    private final PageColumns columns;

    /**
     * A catalogue to report on.
     *
     * @param name as people called it
     * @param catalogue what was found
     * @param config the scan that found it
     */
    public record Source(String name, Catalogue catalogue, ScanConfig config) {}

    /**
     * A report that is not yet made.
     *
     * @param sources one or more, of one model
     * @param columns to be on the page besides parameters and what constraints look at, such as {@code obs_width_h2}
     * @param planes  pairs of columns to be drawn first
     * @throws PointFileException if the models differ or there is no such column
     */
    public HtmlReport(List<Source> sources, List<String> columns, List<List<String>> planes) {
        this.sources = List.copyOf(sources);
        this.planes = List.copyOf(planes);
        Source first = sources.get(0);
        Model model = first.config().model();
        for (Source source : sources) {
            if (!source.config().model().name().equals(model.name())) {
                throw new PointFileException(source.name() + ": is of model "
                        + source.config().model().name() + ", " + first.name() + " of model " + model.name());
            }
        }
        Set<String> asked = new LinkedHashSet<>(columns);
        planes.forEach(asked::addAll);
        this.columns = PageColumns.of(first.config(), asked);
    }

    /**
     * Makes the page.
     *
     * @return the whole of the file
     * @throws IOException if a catalogue cannot be read
     */
    public String html() throws IOException {
        List<PageData.Scan> scans = new ArrayList<>();
        for (Source source : sources) {
            PagePoints points = new PagePoints(source.config(), columns, POINTS / sources.size());
            points.read(source.catalogue());
            Optional<ReachedCells> cells = scans.size() < CELLS_OF ? Optional.of(points.cells()) : Optional.empty();
            scans.add(new PageData.Scan(
                    source.name(), source.config(), manifest(source.catalogue()), points.sample(), cells));
        }
        PageData data = new PageData(columns, scans, planes);
        Map<String, Object> fields = new LinkedHashMap<>(data.fields());
        fields.put("benchmarks", new Benchmarks(sources, data.rows()).fields());
        return Page.file(fields);
    }

    private static JsonNode manifest(Catalogue catalogue) throws IOException {
        try {
            return JSON.readTree(catalogue.manifest());
        } catch (JsonProcessingException e) {
            throw new PointFileException(catalogue.manifestLocation() + ": is no JSON: " + Fields.problem(e), e);
        }
    }
}
