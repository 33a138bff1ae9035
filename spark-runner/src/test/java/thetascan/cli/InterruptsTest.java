package thetascan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sun.misc.Signal;
import thetascan.config.ScanConfig;
import thetascan.point.FoundPoint;
import thetascan.scan.Commit;
import thetascan.scan.ForkJoinRounds;
import thetascan.scan.Progress;
import thetascan.scan.RoundRunner;
import thetascan.scan.Scan;
import thetascan.scan.ScanListener;
import thetascan.scan.ScanSetup;
import thetascan.scan.ScanStore;
import thetascan.scan.Stop;

class InterruptsTest {

    /** Remembers the last commit. */
    private static final class Memory implements ScanStore {

        private Commit last;

        @Override
        public Optional<byte[]> load() {
            return Optional.empty();
        }

        @Override
        public void append(List<FoundPoint> points) {}

        @Override
        public void commit(Commit commit) {
            last = commit;
        }

        @Override
        public void close() {}
    }

    @Test
    void ctrlCEndsAScanThatWouldGoOnForEverWithACommit() throws IOException {
        Signals.assumeInterruptsAreHeard();
        ScanSetup setup = ScanConfig.parse("model: toy", "toy.yaml").setup();
        Memory store = new Memory();
        ScanListener pressCtrlC = new ScanListener() {
            @Override
            public void advanced(Progress progress) {
                if (progress.round() == 2) Signal.raise(new Signal("INT"));
            }
        };
        StringWriter err = new StringWriter();
        try (RoundRunner rounds = new ForkJoinRounds(setup.search(), 1)) {
            Scan scan = new Scan(setup, rounds, store, pressCtrlC);
            try (Interrupts interrupts = Interrupts.stopping(scan, new PrintWriter(err, true))) {
                assertThat(scan.run()).isEqualTo(Stop.REQUESTED);
            }
        }
        assertThat(store.last.stop()).isEqualTo(Stop.REQUESTED);
        assertThat(err).hasToString("stopping after this round; again to stop at once\n");
    }
}
