package thetascan.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Stack;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import thetascan.catalogue.Catalogue;
import thetascan.catalogue.Provenance;
import thetascan.checkpoint.PlatformCheck;
import thetascan.checkpoint.ScanFolder;
import thetascan.config.Assignment;
import thetascan.config.ConfigRecipe;
import thetascan.config.ScanConfig;
import thetascan.extension.Extensions;
import thetascan.extension.Jar;
import thetascan.report.CatalogueFamilies;
import thetascan.report.DiagnosisText;
import thetascan.report.Listeners;
import thetascan.report.PointWatch;
import thetascan.report.ProgressJson;
import thetascan.report.ProgressText;
import thetascan.report.RunLog;
import thetascan.report.ScanReport;
import thetascan.report.ScanResult;
import thetascan.report.ScanSummary;
import thetascan.report.page.LiveServer;
import thetascan.report.page.LiveView;
import thetascan.scan.LastProgress;
import thetascan.scan.Progress;
import thetascan.scan.RoundRunner;
import thetascan.scan.Scan;
import thetascan.scan.ScanListener;
import thetascan.scan.ScanSetup;
import thetascan.scan.ScanStore;
import thetascan.scan.Stop;
import thetascan.scan.StopRules;
import thetascan.spark.Master;
import thetascan.spark.Placement;

/** Runs a scan, or goes on with one that was interrupted. */
@Command(
        name = "scan",
        description = "Run a scan, or go on with one that was interrupted.",
        mixinStandardHelpOptions = true)
final class ScanCommand implements Callable<Integer> {

    private static final String STDIO = "stdio";

    @Mixin
    private ConfigOptions options = new ConfigOptions();

    @Option(names = "--out", paramLabel = "DIR", description = "Folder of the catalogue (output.path).")
    private @Nullable String out;

    @ArgGroup
    private @Nullable Earlier earlier;

    /** What to do with an earlier scan in the folder, but to go on with it: at most one of these. */
    private static final class Earlier {

        @Option(
                names = "--fresh",
                description = "Move what an earlier scan left in the folder into one beside it, and start anew.")
        private boolean fresh;

        @Option(
                names = "--recover",
                description = "If checkpoints are missing or files damaged, go on from the points that are there.")
        private boolean recover;
    }

    @Option(
            names = "--force-platform",
            description = "Go on under another Java or processor than the scan began with: last digits may differ.")
    private boolean forcePlatform;

    @Option(
            names = "--points",
            paramLabel = "N",
            description = "Smoke run: stop after N evaluations; without --out into a folder of its own, made anew.")
    private @Nullable Long points;

    @Option(
            names = "--wall-time",
            paramLabel = "TIME",
            description =
                    "Time a batch system gives, such as 23h30m: from the first evaluation to the end of the last commit"
                            + " (stop.wall_time).")
    private @Nullable String wallTime;

    @Option(
            names = "--evaluator",
            paramLabel = "stdio",
            description =
                    "Points are computed by the program that started this one: it is asked on standard output and answers on"
                            + " standard input, docs/external.md. Everything else goes to standard error.")
    private @Nullable String evaluator;

    @Option(names = "--allow-empty", description = "End with exit code 0 also if no valid point was found.")
    private boolean allowEmpty;

    @Option(
            names = "--details",
            description =
                    "Say at the end also what the search did: constraints hardly met together, new starts, strategies.")
    private boolean details;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print nothing but what is wrong.")
    private boolean quiet;

    /** How a running scan is shown. */
    enum Shown {
        AUTO,
        LINES,
        JSON
    }

    @Option(
            names = "--progress",
            paramLabel = "HOW",
            description =
                    "auto = in place on a terminal, lines elsewhere; lines; json = a JSON object a line, and nothing else"
                            + " (default: auto).")
    private Shown shown = Shown.AUTO;

    @Option(
            names = "--ui",
            paramLabel = "PORT",
            arity = "0..1",
            parameterConsumer = PortOrNone.class,
            description =
                    "Show the running scan on a page for a browser on this machine; its address is printed. The page only"
                            + " shows and ends with the scan. Without a number any free port.")
    private @Nullable Integer ui;

    /** A number after --ui is the port; anything else is no part of it. */
    private static final class PortOrNone implements IParameterConsumer {
        @Override
        public void consumeParameters(Stack<String> arguments, ArgSpec argument, CommandSpec command) {
            boolean isPort = !arguments.isEmpty() && arguments.peek().matches("\\d{1,9}");
            argument.setValue(isPort ? Integer.valueOf(arguments.pop()) : Integer.valueOf(0));
        }
    }

    @ArgGroup
    private @Nullable Where where;

    /** At most one of these. */
    private static final class Where {

        @Option(
                names = "--master",
                paramLabel = "URL",
                description = "Machine or cluster as Spark names it: local[4], spark://host:7077, yarn (run.master).")
        private @Nullable String master;

        @Option(names = "--threads", paramLabel = "N", description = "Threads on this machine: the same as local[N].")
        private @Nullable Integer threads;

        Optional<String> url() {
            return threads != null ? Optional.of("local[" + threads + "]") : Optional.ofNullable(master);
        }
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        if (where != null && where.threads != null) Arguments.threads(spec, where.threads);
        if (evaluator != null) leaveStandardOutput();
        try (Extensions extensions = options.openJars()) {
            return scan(config(), extensions.jars());
        }
    }

    private int scan(ScanConfig config, List<Jar> jars) throws IOException {
        options.warn(config, spec.commandLine().getErr());
        Master master = master(config);
        if (master.isLocal()) config.checkHere(); // before anything is written
        ScanSetup setup = config.setup();
        if (!existing().goesOn() || !ScanFolder.isBegun(config)) {
            note(setup.seeds().get()); // wrong ones are refused before anything is written
        }
        try (LiveServer server = ui == null ? null : server(ui)) {
            return scan(config, setup, master, jars, server);
        }
    }

    private LiveServer server(int port) {
        Arguments.within(spec, "--ui", (long) port, 0, 65_535);
        try {
            return LiveServer.open(port);
        } catch (IOException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--ui " + port + ": another program has this port, or it may not be used: " + e.getMessage()
                            + ". --ui without a number takes any free one.",
                    e);
        }
    }

    private int scan(ScanConfig config, ScanSetup setup, Master master, List<Jar> jars, @Nullable LiveServer server)
            throws IOException {
        announce(config, setup, master);
        Placement placement = config.run().placement().resolve(config.model().costClass(), master);
        try (ScanFolder folder = ScanFolder.open(config, jars, setup, existing(), platformCheck());
                RoundRunner rounds = placement.rounds(
                        master,
                        config.name(),
                        jars.stream().map(Jar::path).toList(),
                        setup.search(),
                        recipe(config, placement, master),
                        this::say)) {
            folder.news().forEach(words()::println);
            return run(
                    config,
                    setup,
                    folder,
                    rounds,
                    server,
                    config.model().name() + " " + config.model().version() + ", " + placement + " on " + master.url());
        }
    }

    private void say(String sentence) {
        words().println(sentence);
        words().flush();
    }

    private static ConfigRecipe recipe(ScanConfig config, Placement placement, Master master) {
        return placement == Placement.IN_PROCESS || master.isLocal()
                ? new ConfigRecipe(config.toYaml())
                : ConfigRecipe.forOtherMachines(config);
    }

    /** Where words go that people read. */
    private PrintWriter words() {
        return quiet || shown == Shown.JSON
                ? new PrintWriter(Writer.nullWriter())
                : spec.commandLine().getOut();
    }

    /** Says at once what begins: reading limits, building islands and starting Spark take their time. */
    private void announce(ScanConfig config, ScanSetup setup, Master master) {
        List<String> ends = new ArrayList<>();
        StopRules stop = setup.stop();
        if (stop.validPoints() > 0) ends.add(ProgressText.count(stop.validPoints()) + " valid points");
        if (stop.evaluations() > 0) ends.add(ProgressText.count(stop.evaluations()) + " evaluations");
        if (!stop.wallTime().isZero()) ends.add(ProgressText.time(stop.wallTime()));
        if (stop.noNewCells() > 0) ends.add(ProgressText.count(stop.noNewCells()) + " evaluations without a new cell");
        say(config.summary() + " on " + master.url() + ", until "
                + (ends.isEmpty() ? "Ctrl-C" : String.join(" or ", ends)) + "; catalogue " + config.output());
    }

    private void note(List<double[]> seeds) {
        if (!seeds.isEmpty()) words().println("begins with " + seeds.size() + " points of another scan");
    }

    private int run(
            ScanConfig config,
            ScanSetup setup,
            ScanFolder folder,
            RoundRunner rounds,
            @Nullable LiveServer server,
            String headline)
            throws IOException {
        PrintWriter terminal = words();
        ProgressText text = ProgressText.of(config.name(), setup);
        ScanListener report = shown == Shown.JSON
                ? new ProgressJson(spec.commandLine().getOut())
                : new ScanReport(terminal, shown == Shown.LINES ? ScanReport.Style.LINES : Terminal.style(), text);
        LastProgress last = new LastProgress();
        RunLog log = new RunLog(
                folder.catalogue(),
                text,
                "ThetaScan " + Provenance.programVersion() + ", " + headline,
                spec.commandLine().getErr());
        List<ScanListener> listeners = new ArrayList<>(List.of(report, log, last));
        ScanStore store = folder.store();
        LiveView view = server == null ? null : new LiveView(config, setup, folder.catalogue());
        if (server != null && view != null) {
            listeners.add(view);
            store = view.watching(store);
            server.show(view);
            (quiet || shown == Shown.JSON ? spec.commandLine().getErr() : terminal)
                    .println("Watch the scan at " + server.url()
                            + " : a page for a browser on this machine that follows the scan and ends with it");
            terminal.flush();
        }
        Scan scan = new Scan(setup, rounds, store, new Listeners(listeners));
        try (PointWatch watch =
                        new PointWatch(setup.search(), spec.commandLine().getErr(), Main.FAILED);
                Interrupts interrupts =
                        Interrupts.stopping(scan, spec.commandLine().getErr())) {
            Stop stop = scan.run();
            interrupts.scanIsOver();
            Progress end = last.get();
            if (end.valid() > 0) {
                ScanResult.lines(setup, end, folder.points()).forEach(terminal::println);
            }
            if (end.valid() == 0 || details) DiagnosisText.lines(setup, end).forEach(terminal::println);
            if (details) text.strategies(end).forEach(terminal::println);
            if (stop != Stop.REQUESTED)
                families(folder.catalogue(), setup, config.families().evaluations(), end.landings(), terminal);
            if (view != null) view.end();
            ScanSummary.lines(stop, end.valid(), folder.points(), folder.catalogue(), scan.commonestFailure())
                    .forEach(terminal::println);
            return switch (stop) {
                case REQUESTED -> interrupts.exitCode();
                case FAILED_IN_A_ROW, FAILED_SHARE -> Main.FAILED;
                default -> end.valid() > 0 || allowEmpty || points != null ? Main.DONE : Main.NOTHING;
            };
        }
    }

    private static void families(
            Catalogue catalogue, ScanSetup setup, int evaluations, List<double[]> landings, PrintWriter terminal)
            throws IOException {
        if (evaluations == 0) return;
        Optional<CatalogueFamilies.Known> known = CatalogueFamilies.known(catalogue);
        if (known.isPresent() && known.get().suffices(evaluations)) {
            if (known.get().count() > 0) terminal.println("regions:   " + known.get() + " families, found before");
        } else {
            CatalogueFamilies.find(catalogue, setup.search(), evaluations, landings)
                    .print(terminal);
        }
    }

    /** What people read goes to standard error, also what libraries print. */
    private void leaveStandardOutput() {
        if (!STDIO.equals(evaluator)) {
            throw new ParameterException(spec.commandLine(), "--evaluator " + evaluator + ": must be " + STDIO);
        }
        System.setOut(System.err);
        spec.commandLine().setOut(spec.commandLine().getErr());
    }

    private ScanConfig config() {
        List<Assignment> assignments = options.assignments();
        if (evaluator != null) assignments.add(Assignment.of("--evaluator", "model.program", evaluator));
        if (out != null) assignments.add(Assignment.of("--out", "output.path", out));
        if (wallTime != null) assignments.add(Assignment.of("--wall-time", "stop.wall_time", wallTime));
        if (points != null) {
            Arguments.within(spec, "--points", points, 1, Long.MAX_VALUE);
            assignments.add(Assignment.of("--points", "stop.evaluations", points.toString()));
        }
        ScanConfig config = ScanConfig.read(options.file, assignments);
        return isSmokeRun() ? config.withOutput(config.output() + "-smoke") : config;
    }

    /** A run that must not touch the catalogue of the real scan. */
    private boolean isSmokeRun() {
        return points != null && out == null;
    }

    private ScanFolder.Existing existing() {
        if (earlier != null && earlier.recover) return ScanFolder.Existing.RECOVER;
        if (isSmokeRun()) return ScanFolder.Existing.REPLACE;
        return earlier == null ? ScanFolder.Existing.RESUME : ScanFolder.Existing.SET_ASIDE;
    }

    private PlatformCheck platformCheck() {
        return forcePlatform ? PlatformCheck.ANY : PlatformCheck.SAME;
    }

    private Master master(ScanConfig config) {
        Optional<String> given = where == null ? Optional.empty() : where.url();
        try {
            return Master.of(given, config.run().master());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
