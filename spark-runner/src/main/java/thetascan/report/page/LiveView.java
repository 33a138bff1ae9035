package thetascan.report.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import thetascan.catalogue.Catalogue;
import thetascan.catalogue.PointId;
import thetascan.config.ScanConfig;
import thetascan.constraint.Constraint;
import thetascan.metrics.EvenSample;
import thetascan.model.Reference;
import thetascan.point.FoundPoint;
import thetascan.point.PointStatus;
import thetascan.quantity.Quantity;
import thetascan.quantity.Spelling;
import thetascan.report.CatalogueFamilies;
import thetascan.report.ProgressText;
import thetascan.report.ScanResult;
import thetascan.scan.Commit;
import thetascan.scan.Progress;
import thetascan.scan.ScanListener;
import thetascan.scan.ScanSetup;
import thetascan.scan.ScanStore;
import thetascan.scan.Stop;

/**
 * A running scan as a page shows it. It only listens: the scan tells it what happens, browsers ask it by a
 * {@link LiveServer}, and nothing goes back. What it keeps does not grow with the scan.
 */
public final class LiveView implements ScanListener {

    private static final Duration PACE = Duration.ofSeconds(1);

    /** Most new points told of at a time: an even sample of them. */
    private static final int NEW_POINTS = 200;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ScanConfig config;
    private final ScanSetup setup;
    private final Catalogue catalogue;
    private final ProgressText text;
    private final LongSupplier nanoTime;
    private final PageColumns columns;
    private final PointId ids;
    private final PagePoints points;
    private final double[] row;
    private EvenSample fresh = new EvenSample(NEW_POINTS);
    private long told;
    private long evaluationsAtStart;
    private Map<String, Object> news = Map.of();
    private @Nullable Progress last;
    private Update update = new Update(0, "", false);
    private boolean isClosed;

    /**
     * News for whoever watches.
     *
     * @param number 1, 2, ...
     * @param json   what is new
     * @param isEnd  true if nothing comes after it
     */
    record Update(long number, String json, boolean isEnd) {}

    /**
     * A view of a scan that has not begun.
     *
     * @param config    of the scan
     * @param setup     of the scan
     * @param catalogue it writes
     */
    public LiveView(ScanConfig config, ScanSetup setup, Catalogue catalogue) {
        this(config, setup, catalogue, System::nanoTime);
    }

    LiveView(ScanConfig config, ScanSetup setup, Catalogue catalogue, LongSupplier nanoTime) {
        this.config = config;
        this.setup = setup;
        this.catalogue = catalogue;
        this.nanoTime = nanoTime;
        text = ProgressText.of(config.name(), setup);
        columns = PageColumns.of(config, List.of());
        ids = new PointId(config.model());
        points = new PagePoints(config, columns, HtmlReport.POINTS);
        row = new double[columns.size() + 1];
    }

    /**
     * A store that shows here what it is given.
     *
     * @param store where points and checkpoints really go
     * @return the same store, seen by this
     */
    public ScanStore watching(ScanStore store) {
        return new ScanStore() {
            @Override
            public Optional<byte[]> load() throws IOException {
                Optional<byte[]> saved = store.load();
                if (saved.isPresent()) readEarlier();
                return saved;
            }

            @Override
            public void append(List<FoundPoint> found) throws IOException {
                store.append(found);
                add(found);
            }

            @Override
            public void commit(Commit commit) throws IOException {
                store.commit(commit);
            }

            @Override
            public void close() throws IOException {
                store.close();
            }
        };
    }

    private synchronized void readEarlier() throws IOException {
        points.read(catalogue);
    }

    private synchronized void add(List<FoundPoint> found) {
        List<Quantity> observables = config.model().observables();
        int[] places = new int[columns.size()];
        int inputs = config.space().size();
        for (int column = inputs; column < places.length; column++)
            places[column] = observables.indexOf(columns.quantities().get(column));
        for (FoundPoint point : found) {
            if (point.status() != PointStatus.VALID) continue;
            System.arraycopy(point.theta(), 0, row, 0, inputs);
            for (int column = inputs; column < places.length; column++)
                row[column] = point.observables()[places[column]];
            row[places.length] = Double.NaN;
            points.add(row);
            fresh.add(row);
        }
    }

    @Override
    public synchronized void started(Progress progress) {
        evaluationsAtStart = progress.evaluations();
        tell(progress, "running");
    }

    @Override
    public synchronized void advanced(Progress progress) {
        if (nanoTime.getAsLong() - told >= PACE.toNanos()) tell(progress, "running");
    }

    @Override
    public synchronized void stopped(Stop reason, Progress progress) {
        tell(progress, "stopped: " + Spelling.words(reason));
    }

    private void tell(Progress progress, String state) {
        told = nanoTime.getAsLong();
        last = progress;
        news = news(progress, state);
        tell(Map.of("points", fresh()), false);
        fresh = new EvenSample(NEW_POINTS);
    }

    private void tell(Map<String, Object> beside, boolean isEnd) {
        Map<String, Object> all = new LinkedHashMap<>(news);
        all.putAll(beside);
        update = new Update(update.number() + 1, Page.json(all), isEnd);
        notifyAll();
    }

    private Map<String, Object> news(Progress progress, String state) {
        Map<String, Object> fields = new LinkedHashMap<>();
        double seconds = progress.elapsed().toMillis() / 1000.0;
        fields.put("state", state);
        fields.put("seconds", seconds);
        fields.put("rate", seconds > 0 ? Math.round((progress.evaluations() - evaluationsAtStart) / seconds) : 0);
        fields.put("evaluated", progress.evaluations());
        fields.put("valid", progress.valid());
        fields.put("failed", progress.failed());
        fields.put("stored", progress.kept());
        fields.put("first_valid", progress.firstValid() < 0 ? null : progress.firstValid());
        fields.put("cells", progress.cells());
        fields.put("total_cells", progress.totalCells());
        fields.put(
                "history",
                progress.history().stream()
                        .map(each -> List.of(each.evaluations(), each.cells()))
                        .toList());
        int families = progress.history().isEmpty()
                ? 0
                : progress.history().get(progress.history().size() - 1).families();
        fields.put("families", families);
        fields.put("left", text.left(progress, evaluationsAtStart));
        fields.put("outlook", ScanResult.outlook(progress).orElse(""));
        fields.put("shares", shares(progress));
        return fields;
    }

    private Map<String, Double> shares(Progress progress) {
        Map<String, Double> shares = new LinkedHashMap<>();
        List<Constraint> constraints = setup.search().constraints().constraints();
        for (int k = 0; k < constraints.size(); k++) {
            long vetoes = progress.tally().vetoes(k);
            if (vetoes > 0) shares.put(constraints.get(k).name(), (double) vetoes / progress.invalid());
        }
        return shares;
    }

    private Map<String, Object> fresh() {
        double[][] rows = fresh.points();
        int width = columns.size();
        return Map.of(
                "ids", Arrays.stream(rows).map(this::id).toList(),
                "values", PageData.floats(rows.length * width, i -> rows[i / width][i % width]));
    }

    private String id(double[] point) {
        return ids.of(Arrays.copyOf(point, config.space().size()));
    }

    /**
     * Tells those who watch that everything is done, in words.
     *
     * @throws IOException if the catalogue cannot be read
     */
    public void end() throws IOException {
        Optional<CatalogueFamilies.Known> families = CatalogueFamilies.known(catalogue);
        synchronized (this) {
            List<String> words = new ArrayList<>();
            if (last != null && last.valid() > 0) words.addAll(ScanResult.lines(setup, last, last.kept()));
            families.ifPresent(known -> words.add(known.words()));
            tell(Map.of("points", fresh(), "words", words, "report", "thetascan report " + config.output()), true);
        }
    }

    /** Lets those go who wait for news. */
    synchronized void close() {
        isClosed = true;
        notifyAll();
    }

    /** True if there will be no more news. */
    synchronized boolean isClosed() {
        return isClosed;
    }

    /** The latest news if there are any after those of a number; waits for them. */
    synchronized Optional<Update> after(long number, Duration patience) throws InterruptedException {
        long begun = System.nanoTime();
        while (update.number() <= number && !isClosed) {
            long left = patience.toNanos() - (System.nanoTime() - begun);
            if (left <= 0) return Optional.empty();
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return update.number() > number ? Optional.of(update) : Optional.empty();
    }

    /** The page as it is now. */
    String page() throws IOException {
        Map<String, Object> live = new LinkedHashMap<>();
        List<double[]> sample;
        synchronized (this) {
            live.put("number", update.number());
            live.put("news", news);
            sample = points.sample();
        }
        PageData.Scan scan = new PageData.Scan(config.output(), config, manifest(), sample, Optional.empty());
        Map<String, Object> fields = new LinkedHashMap<>(new PageData(columns, List.of(scan), List.of()).fields());
        fields.put("live", live);
        return Page.live(fields);
    }

    /** What is known of a scan that may not have committed yet. */
    private JsonNode manifest() throws IOException {
        if (catalogue.hasManifest()) return JSON.readTree(catalogue.manifest());
        List<Map<String, String>> references =
                config.model().references().stream().map(LiveView::reference).toList();
        return JSON.valueToTree(Map.of("references", references));
    }

    private static Map<String, String> reference(Reference reference) {
        return Map.of("text", reference.text(), "id", reference.id());
    }

    /**
     * Which cells of some planes are reached.
     *
     * @param planes places of two columns each, such as {@code 0,3;1,2}
     * @throws IllegalArgumentException if there is no such plane
     */
    String cells(String planes) {
        ReachedCells now;
        synchronized (this) {
            now = points.cells().copy();
        }
        Map<String, String> cells = new LinkedHashMap<>();
        for (String plane : planes.split(";", columns.size() * columns.size())) {
            String[] pair = plane.split(",", 2);
            int a = Integer.parseInt(pair[0]);
            int b = pair.length == 2 ? Integer.parseInt(pair[1]) : -1;
            if (a < 0 || a >= b || b >= columns.size()) throw new IllegalArgumentException("no plane " + plane);
            cells.put(plane, now.encoded(a, b));
        }
        return Page.json(Map.of("grids", now.grids(), "cells", cells));
    }
}
