package thetascan.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import thetascan.process.JavaProcess;

/** What tests with executors of their own need. */
public final class SparkTests {

    private SparkTests() {}

    /** Executor processes get the classes of the tests; the folder Spark asks for has to exist. */
    public static void prepare() {
        try {
            Files.createDirectories(Path.of(System.getenv("SPARK_HOME"), "jars"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.setProperty("spark.executor.extraClassPath", System.getProperty("java.class.path"));
        System.setProperty("spark.executor.defaultJavaOptions", String.join(" ", JavaProcess.SHORT_LIVED));
    }
}
