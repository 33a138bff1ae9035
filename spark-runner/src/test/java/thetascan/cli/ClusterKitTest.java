package thetascan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thetascan.process.JavaProcess;

/**
 * The scripts of {@code conf/cluster}, run by bash as Slurm would, with stand-ins for its commands: {@code standalone.sbatch}
 * starts a Spark cluster of a master and two workers.
 */
@EnabledOnOs(OS.LINUX)
class ClusterKitTest {

    private static final Path KIT = Path.of("../conf/cluster").toAbsolutePath().normalize();

    private static final String SCAN = """
            scan: kit
            model: toy
            search: {islands: 4, exchange_every: 10}
            run: {checkpoint_every: 0s, placement: islands}
            output: {distance: 0.001}
            families: {evaluations: 0}
            """;

    /** Islands, generations, candidates. */
    private static final long MOST_IN_A_ROUND = 4 * 10 * 24;

    private static final String EXECUTOR = "org.apache.spark.executor.CoarseGrainedExecutorBackend";
    private static final String WORKER = "org.apache.spark.deploy.worker.Worker";

    @TempDir
    private Path folder;

    private Path conf = Path.of("");
    private int masterPage;

    @BeforeEach
    void slurm() throws IOException {
        conf = Files.writeString(folder.resolve("kit.yaml"), SCAN);
        program("srun", """
                while case $1 in -*) ;; *) false ;; esac; do shift; done
                trap 'kill $(jobs -p) 2>/dev/null' TERM
                for node in $(seq "$SLURM_JOB_NUM_NODES"); do "$@" & done
                wait
                wait
                """);
        program("scontrol", "echo \"$@\" >>\"$SLURM_SUBMIT_DIR/queue\"\n");
        program("thetascan", """
                exec "$JAVA" ${THETASCAN_JAVA_OPTS:-} $OPENS -Dspark.executor.extraClassPath="$CLASSES" \\
                    -cp "$CLASSES" thetascan.cli.Main "$@"
                """);
    }

    private void program(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/bash\n" + text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void everyScriptIsBash() throws Exception {
        try (Stream<Path> files = Files.list(KIT)) {
            List<Path> scripts =
                    files.filter(file -> !file.endsWith("Dockerfile")).toList();
            assertThat(scripts).hasSize(5);
            for (Path script : scripts) {
                assertThat(new ProcessBuilder("bash", "-n", script.toString())
                                .inheritIO()
                                .start()
                                .waitFor())
                        .isZero();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"thetascan-spark.jar", "spark-runner/target/thetascan-spark.jar"})
    void submissionsFindTheJarOfAReleaseAndOfABuild(String jar) throws Exception {
        Path kit = Files.createDirectories(folder.resolve("conf/cluster"));
        Path file = folder.resolve(jar);
        Files.createDirectories(file.getParent());
        Files.createFile(file);
        program("spark-submit", "printf '%s\\n' \"$@\"\n");
        for (String script : List.of("yarn.sh", "kubernetes.sh")) {
            Files.copy(KIT.resolve(script), kit.resolve(script));
            List<String> submitted = submitted(kit.resolve(script), Map.of("MODE", "client"));
            assertThat(submitted).containsSubsequence(Main.class.getName(), jar, "scan", "my.yaml");
        }
    }

    @Test
    void inAPodTheDriverSaysWhereItIs() throws Exception {
        program("spark-submit", "printf '%s\\n' \"$@\"\n");
        program("hostname", "[ \"${1:-}\" = -i ] && echo 10.1.2.3 || echo pod-7\n");
        Map<String, String> pod = Map.of("MODE", "client", "KUBERNETES_SERVICE_HOST", "10.0.0.1", "API", "");
        assertThat(submitted(KIT.resolve("kubernetes.sh"), pod))
                .contains(
                        "k8s://https://10.0.0.1:443",
                        "spark.driver.host=10.1.2.3",
                        "spark.kubernetes.driver.pod.name=pod-7");
        assertThat(submitted(KIT.resolve("kubernetes.sh"), Map.of()))
                .contains("k8s://https://HOST:6443", "local:///opt/thetascan/thetascan-spark.jar")
                .noneMatch(argument -> argument.startsWith("spark.driver.host"));
    }

    /** What a script gives to spark-submit. */
    private List<String> submitted(Path script, Map<String, String> environment) throws Exception {
        ProcessBuilder submission = new ProcessBuilder("bash", script.toString(), "my.yaml").redirectErrorStream(true);
        submission.environment().putAll(Map.of("IMAGE", "image", "API", "https://HOST:6443"));
        submission.environment().putAll(environment);
        submission.environment().merge("PATH", folder + ":", (path, first) -> first + path);
        Process process = submission.start();
        List<String> printed = process.inputReader().lines().toList();
        assertThat(process.waitFor()).as(String.join("\n", printed)).isZero();
        return printed;
    }

    /** A master, two workers, one after the other an executor, the driver and a worker killed, and the end of the time. */
    @Test
    @Tag("spark")
    @Tag("slow")
    void aScanOnAClusterLosesNothing() throws Exception {
        Process job = start("standalone.sbatch", "cat");
        awaitCommit(job);
        for (String page : List.of("", "json/", "app/kill/"))
            assertThat(masterSays(page)).isEqualTo(403);
        kill(job, EXECUTOR);
        awaitCommit(job);
        kill(job, Main.class.getName()); // the driver
        assertThat(job.waitFor()).as(log()).isEqualTo(128 + 9);
        assertThat(folder.resolve("queue")).doesNotExist();

        job = start("standalone.sbatch", "cat");
        awaitCommit(job);
        kill(job, WORKER);
        awaitCommit(job);
        job.destroy(); // TERM, as Slurm sends it
        assertThat(job.waitFor()).as(log()).isEqualTo(Main.TERMINATED);
        assertThat(folder.resolve("queue")).hasContent("requeue 17");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(file -> file.getFileName().toString())).noneMatch(name -> name.startsWith(".cluster"));
        }

        long evaluations = (number(checkpoints("cat").get(0)) + 3) * MOST_IN_A_ROUND;
        assertThat(scan("cat", evaluations)).isZero();
        assertThat(scan("whole", evaluations)).isZero();
        List<String> whole = CatalogueRows.of(folder.resolve("whole"));
        assertThat(whole).isNotEmpty();
        assertThat(CatalogueRows.of(folder.resolve("cat"))).isEqualTo(whole);
    }

    @Test
    @Tag("slow")
    void aSeedOfAnArrayGoesOnInTheQueue() throws Exception {
        Files.createDirectories(folder.resolve("conf"));
        Files.createSymbolicLink(folder.resolve("conf/cluster"), KIT);
        Process job = start("seeds.sbatch", folder.toString());
        awaitCommit(job, "seed-5");
        job.destroy();
        assertThat(job.waitFor()).as(log()).isEqualTo(Main.TERMINATED);
        assertThat(folder.resolve("queue")).hasContent("requeue 17");
        assertThat(folder.resolve("seed-5/scan.yaml")).content().contains("seed: 5\n");
    }

    /** In process, to the end. */
    private int scan(String catalogue, long evaluations) {
        PrintWriter printed = new PrintWriter(new StringWriter(), true);
        return Main.run(
                printed,
                printed,
                "scan",
                conf.toString(),
                "--out",
                folder.resolve(catalogue).toString(),
                "--set",
                "run.placement=in-process",
                "--set",
                "stop.evaluations=" + evaluations);
    }

    private Process start(String script, String out) throws IOException {
        ProcessBuilder job = new ProcessBuilder("bash", KIT.resolve(script).toString(), conf.toString());
        job.command()
                .addAll(
                        script.startsWith("seeds")
                                ? List.of(out)
                                : List.of("--out", folder.resolve(out).toString()));
        Map<String, String> environment = job.environment();
        environment.put("PATH", folder + ":" + environment.get("PATH"));
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("JAVA", System.getProperty("java.home") + "/bin/java");
        environment.put("CLASSES", System.getProperty("java.class.path"));
        environment.put("OPENS", "");
        environment.put("JDK_JAVA_OPTIONS", String.join(" ", JavaProcess.SHORT_LIVED)); // also what it starts
        environment.put("THETASCAN", folder.resolve("thetascan").toString());
        Files.createDirectories(folder.resolve("spark/jars"));
        environment.put("SPARK_HOME", folder.resolve("spark").toString());
        environment.put("SPARK_JARS", System.getProperty("java.class.path"));
        environment.put("SPARK_LOCAL_IP", "127.0.0.1");
        environment.put("SPARK_MASTER_HOST", "127.0.0.1");
        environment.put("SPARK_MASTER_PORT", Integer.toString(freePort()));
        masterPage = freePort();
        environment.put("SPARK_MASTER_WEBUI_PORT", Integer.toString(masterPage));
        environment.put("SLURM_SUBMIT_DIR", folder.toString());
        environment.put("SLURM_JOB_ID", "17");
        environment.put("SLURM_ARRAY_TASK_ID", "5");
        environment.put("SLURM_JOB_NUM_NODES", "2");
        environment.put("SLURM_CPUS_PER_TASK", "1");
        environment.put("SLURM_MEM_PER_CPU", "900");
        return job.redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    private int masterSays(String page) throws IOException {
        URL url = URI.create("http://127.0.0.1:" + masterPage + "/" + page).toURL();
        return ((HttpURLConnection) url.openConnection()).getResponseCode();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitCommit(Process job) throws IOException, InterruptedException {
        awaitCommit(job, "cat");
    }

    /** Returns when the scan has committed something more. */
    private void awaitCommit(Process job, String catalogue) throws IOException, InterruptedException {
        List<Path> before = checkpoints(catalogue);
        while (checkpoints(catalogue).equals(before)) {
            assertThat(job.waitFor(20, TimeUnit.MILLISECONDS))
                    .as("ended by itself: %s", log())
                    .isFalse();
        }
    }

    /** Kills one of the programs of a job that run this class, when there is one. */
    private static void kill(Process job, String mainClass) throws InterruptedException {
        while (true) {
            for (ProcessHandle process : job.descendants().toList()) {
                if (runs(process, mainClass)) {
                    process.destroyForcibly();
                    return;
                }
            }
            Thread.sleep(20);
        }
    }

    /** The command line as the system has it: Java's own view of it is cut off behind a long class path. */
    private static boolean runs(ProcessHandle process, String mainClass) {
        try {
            Path commandLine = Path.of("/proc/" + process.pid() + "/cmdline");
            String[] words =
                    Files.readString(commandLine, StandardCharsets.ISO_8859_1).split("\0");
            return new File(words[0]).getName().equals("java") && List.of(words).contains(mainClass);
        } catch (IOException e) {
            return false; // it has ended
        }
    }

    private List<Path> checkpoints(String catalogue) throws IOException {
        Path checkpoints = folder.resolve(catalogue).resolve("checkpoints");
        if (!Files.exists(checkpoints)) return List.of();
        try (Stream<Path> files = Files.list(checkpoints)) {
            return files.filter(file -> file.getFileName().toString().matches("[0-9]{6}\\.checkpoint"))
                    .sorted()
                    .toList();
        }
    }

    private static int number(Path checkpoint) {
        return Integer.parseInt(checkpoint.getFileName().toString().substring(0, 6));
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }
}
