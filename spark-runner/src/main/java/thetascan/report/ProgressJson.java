package thetascan.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import thetascan.quantity.Spelling;
import thetascan.scan.Progress;
import thetascan.scan.ScanListener;
import thetascan.scan.Stop;

/** A running scan for programs: a JSON object a line, at every round. */
public final class ProgressJson implements ScanListener {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrintWriter out;

    /** @param out where to */
    public ProgressJson(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void started(Progress progress) {
        print("started", progress, Optional.empty());
    }

    @Override
    public void advanced(Progress progress) {
        print("running", progress, Optional.empty());
    }

    @Override
    public void stopped(Stop reason, Progress progress) {
        print("stopped", progress, Optional.of(reason));
    }

    private void print(String state, Progress progress, Optional<Stop> reason) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("state", state);
        reason.ifPresent(stop -> line.put("reason", Spelling.words(stop)));
        line.put("seconds", progress.elapsed().toMillis() / 1000.0);
        line.put("evaluated", progress.evaluations());
        line.put("valid", progress.valid());
        line.put("invalid", progress.invalid());
        line.put("failed", progress.failed());
        line.put("distinct", progress.distinct());
        line.put("cells", progress.cells());
        try {
            out.println(JSON.writeValueAsString(line));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        out.flush();
    }
}
