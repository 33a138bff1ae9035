package thetascan.optimiser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thetascan.contract.Corner;
import thetascan.contract.Telling;
import thetascan.option.Options;
import thetascan.random.RandomStream;

/**
 * States saved by version 0.1.0, each a dozen generations into {@link Corner} in five dimensions, go on with the points
 * they went on with then. A line of the file is the name of the optimiser, its state (gzip, Base64), and the SHA-256 of
 * the coordinates of its next generations; continuation, which computes its steps differently since then, goes on from the
 * same state with points of its own.
 */
class SavedStatesTest {

    private static final int N = 5;
    private static final int GENERATIONS = 5;

    record Saved(String name, byte[] state, String points) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Saved> states() throws IOException {
        try (InputStream in = SavedStatesTest.class.getResourceAsStream("states-0.1.0.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .map(SavedStatesTest::saved);
        }
    }

    private static Saved saved(String line) {
        String[] fields = line.split(" ");
        ByteArrayInputStream packed =
                new ByteArrayInputStream(Base64.getDecoder().decode(fields[1]));
        try (GZIPInputStream state = new GZIPInputStream(packed)) {
            return new Saved(fields[0], state.readAllBytes(), fields[2]);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @MethodSource("states")
    void goOnAsTheyDid(Saved saved) throws NoSuchAlgorithmException {
        OptimiserKind kind = Optimisers.named(saved.name());
        Optimiser optimiser = kind.create(Options.defaults(kind.options()), N, RandomStream.of(99), null);
        Telling.restore(optimiser, saved.state());
        assertThat(Telling.state(optimiser)).isEqualTo(saved.state());

        MessageDigest points = MessageDigest.getInstance("SHA-256");
        for (int g = 0; g < GENERATIONS; g++) {
            Candidates candidates = optimiser.ask();
            ByteBuffer bytes = ByteBuffer.allocate(8 * candidates.u().length);
            bytes.asDoubleBuffer().put(candidates.u());
            points.update(bytes.array());
            optimiser.tell(Telling.results(candidates, N, Corner::fitness, u -> Corner.vector(optimiser.needs(), u)));
        }
        assertThat(HexFormat.of().formatHex(points.digest())).isEqualTo(saved.points());
    }
}
