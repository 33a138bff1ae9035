package thetascan.external.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import thetascan.quantity.Missing;

/** What was computed before is found again, and nothing else. */
@DisabledOnOs(OS.WINDOWS)
@Tag("slow")
class PointCacheTest {

    private static final long MEGABYTE = 1_000_000;

    @TempDir
    private Path folder;

    private Programs model(String factor, String more) throws IOException {
        script("first", "echo ran >> runs1; echo a=$1 > left; echo a=$1; test $1 != 0.0000000000000000E+00");
        script("second", "echo ran >> runs2; cat left");
        return Programs.of(folder, """
                model: cached
                work: work
                cache: %s
                parameters: {x: {range: [0, 9]}}
                programs:
                  first: {command: "sh first @{%s*x}", files: [first], interface: text, read: {a: 'a=(.*)'}}
                  second:
                    command: sh second
                    files: [second]
                    interface: text
                    stage: 2
                    input: {left: {file: first/left}}
                    read: {b: 'a=(.*)'}
                observables: [a, b]
                constraints: {a: [0, 5]}
                """.formatted(more, factor));
    }

    private void script(String name, String body) throws IOException {
        Path file = Files.writeString(folder.resolve(name), body.replace("runs", "\"" + folder + "\"/runs") + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private long runs(int program) throws IOException {
        Path file = folder.resolve("runs" + program);
        return Files.exists(file) ? Files.readAllLines(file).size() : 0;
    }

    @Test
    void aPointIsComputedOnce() throws IOException {
        for (int i = 0; i < 3; i++) {
            try (Programs programs = model("1", "kept")) {
                assertThat(programs.observables(2.5)).containsExactly(2.5, 2.5);
            }
        }
        assertThat(runs(1)).isEqualTo(1);
        assertThat(runs(2)).isEqualTo(1);
        try (Programs programs = model("1", "kept")) {
            assertThat(programs.observables(Math.nextUp(2.5))[0]).isEqualTo(Math.nextUp(2.5));
        }
        assertThat(runs(1)).isEqualTo(2);
        try (Programs programs = model("2", "kept")) {
            assertThat(programs.observables(2.5)[0]).isEqualTo(5);
        }
        assertThat(runs(1)).as("another model").isEqualTo(3);
    }

    /** Values of the first stage alone do not bring its files back. */
    @Test
    void aLaterStageGetsTheFilesThatItNeeds() throws IOException {
        try (Programs programs = model("1", "kept")) {
            assertThat(programs.observables(2.5)).containsExactly(2.5, 2.5);
            try (Stream<Path> all = Files.walk(folder.resolve("kept"))) {
                List<Path> files = all.filter(Files::isRegularFile).toList();
                assertThat(files).hasSize(2);
                PointCache cache = new PointCache(folder.resolve("other"), MEGABYTE, "other");
                assertThat(cache.get(new double[] {2.5}, 1, 3)).isNull();
            }
        }
        deleteStage2();
        try (Programs programs = model("1", "kept")) {
            assertThat(programs.observables(2.5)).containsExactly(2.5, 2.5);
        }
        assertThat(runs(2)).isEqualTo(2);
    }

    /** Of the two files that one holds whose second value is known. */
    private void deleteStage2() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("kept"))) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                double b = ByteBuffer.wrap(Files.readAllBytes(each)).getDouble(16);
                if (!Missing.isNotComputed(b)) Files.delete(each);
            }
        }
    }

    @Test
    void failuresAreNotKept() throws IOException {
        for (int i = 0; i < 2; i++) {
            try (Programs programs = model("1", "kept")) {
                assertThat(programs.failure(0.0)).isEqualTo("program first: exit code 1");
            }
        }
        assertThat(runs(1)).isEqualTo(2);
    }

    @Test
    void damagedFilesAreNoValues() throws IOException {
        PointCache cache = new PointCache(folder, MEGABYTE, "x");
        double[] theta = {1, -0.0};
        cache.put(theta, 1, new double[] {3, Missing.UNDEFINED, Double.NEGATIVE_INFINITY});
        double[] values = cache.get(theta, 1, 3);
        assertThat(values).isNotNull();
        assertThat(Missing.isUndefined(values[1])).isTrue();
        assertThat(cache.get(new double[] {1, 0.0}, 1, 3)).isNull();
        assertThat(cache.get(theta, 2, 3)).isNull();
        assertThat(cache.get(theta, 1, 4)).isNull();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(each);
                bytes[5] ^= 1;
                Files.write(each, bytes);
            }
        }
        assertThat(cache.get(theta, 1, 3)).isNull();
    }

    @Test
    void severalWritersShareAFolderOfBoundedSize() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        Callable<Boolean> writer = () -> {
            PointCache cache = new PointCache(folder, MEGABYTE, "x"); // 244 files
            for (int i = 0; i < 2000; i++) {
                double[] theta = {i};
                double[] known = cache.get(theta, 1, 1);
                if (known != null && known[0] != i) return false;
                cache.put(theta, 1, new double[] {i});
            }
            return true;
        };
        try {
            for (Future<Boolean> each : threads.invokeAll(
                    IntStream.range(0, 4).mapToObj(i -> writer).toList())) {
                assertThat(each.get()).isTrue();
            }
        } finally {
            threads.shutdown();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(all.filter(Files::isRegularFile).count()).isLessThan(244 + 4 * 500);
        }
    }

    @Test
    void sizesAreChecked() {
        assertThatThrownBy(() -> model("1", "{folder: kept, size: 5}")).hasMessageContaining("no size such as 500MB");
    }
}
