package thetascan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thetascan.contract.OptimiserContract;
import thetascan.contract.Telling;
import thetascan.optimiser.Optimiser;
import thetascan.optimiser.OptimiserKind;
import thetascan.optimiser.Optimisers;
import thetascan.option.Options;
import thetascan.random.RandomStream;

/** The optimiser of docs/own-models.md, compiled as a reader would and found as a service, keeps to the contract. */
class OwnOptimiserTest implements OptimiserContract {

    private static final String SOURCE = "portal/HillClimber.java";
    private static final int MOST_LINES = 60;

    @TempDir
    private static Path folder;

    private static WorkedExample example;

    @BeforeAll
    static void compile() throws IOException {
        example = new WorkedExample(folder, SOURCE, "META-INF/services/thetascan.optimiser.OptimiserKind");
    }

    @AfterAll
    static void close() throws IOException {
        example.close();
    }

    @Override
    public OptimiserKind kind() {
        return Optimisers.named("hill-climber");
    }

    @Test
    void isShort() throws IOException {
        assertThat(WorkedExample.text(SOURCE).lines().count()).isLessThanOrEqualTo(MOST_LINES);
    }

    @Test
    void climbs() {
        Optimiser climber = kind().create(Options.defaults(kind().options()), 3, RandomStream.of(1), null);
        double best = Double.POSITIVE_INFINITY;
        for (int g = 0; g < 200; g++) {
            best = Math.min(best, Telling.advance(climber, u -> 1 + Math.abs(u[0] - 0.3) + Math.abs(u[1] - u[2])));
        }
        assertThat(best).isBetween(1.0, 1.02);
    }
}
