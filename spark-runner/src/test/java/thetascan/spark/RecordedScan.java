package thetascan.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import thetascan.island.RoundOrder;
import thetascan.point.FoundPoint;
import thetascan.scan.Commit;
import thetascan.scan.KeepSettings;
import thetascan.scan.RoundRunner;
import thetascan.scan.Scan;
import thetascan.scan.ScanListener;
import thetascan.scan.ScanSetup;
import thetascan.scan.ScanStore;
import thetascan.scan.StopRules;
import thetascan.search.SearchSetup;
import thetascan.state.StateOutput;

/** Everything a scan leaves behind, kept in memory: its points in order, and the bits of its last state. */
final class RecordedScan implements ScanStore {

    private final List<FoundPoint> points = new ArrayList<>();
    private @Nullable Commit last;

    static RecordedScan run(SearchSetup search, RoundRunner runner, long evaluations) {
        ScanSetup setup = new ScanSetup(
                search,
                new StopRules(0, evaluations, Duration.ZERO, 0),
                new KeepSettings(RoundOrder.Rows.VALID, 0, 50, 20),
                Duration.ofDays(1));
        RecordedScan record = new RecordedScan();
        try {
            new Scan(setup, runner, record, ScanListener.NONE).run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return record;
    }

    List<FoundPoint> points() {
        return points;
    }

    /** Every bit of every point. */
    List<String> pointBits() {
        return points.stream()
                .map(point -> {
                    StateOutput out = new StateOutput();
                    point.save(out);
                    return HexFormat.of().formatHex(out.toByteArray());
                })
                .toList();
    }

    Commit lastCommit() {
        if (last == null) {
            throw new IllegalStateException("the scan committed nothing");
        }
        return last;
    }

    @Override
    public Optional<byte[]> load() {
        return Optional.empty();
    }

    @Override
    public void append(List<FoundPoint> more) {
        points.addAll(more);
    }

    @Override
    public void commit(Commit commit) {
        last = commit;
    }

    @Override
    public void close() {}
}
