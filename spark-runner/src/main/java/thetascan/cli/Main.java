package thetascan.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;
import thetascan.catalogue.Provenance;
import thetascan.checkpoint.CheckpointException;
import thetascan.config.ConfigException;
import thetascan.table.PointFileException;

/** The command line. Its exit codes stand in the help. */
@Command(
        name = "thetascan",
        description = "Maps the valid regions of beyond-the-Standard-Model parameter spaces.",
        versionProvider = Main.Version.class,
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            Main.DONE + ":done; also a scan that had been done before",
            Main.FAILED + ":the run failed; what was committed is kept, and the same command goes on from there",
            Main.WRONG + ":arguments, scan file, points file or catalogue are wrong; nothing was written",
            Main.NOTHING + ":a scan ended without a valid point (not with --allow-empty or --points)",
            Main.INTERRUPTED + ":a scan was stopped by Ctrl-C, with a commit; the same command goes on",
            Main.TERMINATED + ":the same by a polite kill (TERM), as batch systems send it"
        },
        subcommands = {
            ScanCommand.class,
            ValidateCommand.class,
            ModelsCommand.class,
            InitCommand.class,
            NewModelCommand.class,
            EvaluateCommand.class,
            DoctorCommand.class,
            ExplainCommand.class,
            StudyCommand.class,
            CompareCommand.class,
            DiagnoseCommand.class,
            FamiliesCommand.class,
            ReportCommand.class,
            PlotCommand.class,
            CiteCommand.class,
            TableCommand.class,
            ListCommand.class,
            CatalogueCommand.class,
            ReproduceCommand.class,
            SchemaCommand.class,
            CompletionCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Main {

    static final int DONE = 0;
    static final int FAILED = 1;
    static final int WRONG = 2;
    static final int NOTHING = 3;
    static final int INTERRUPTED = 130;
    static final int TERMINATED = 143;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Show where in the program an error arose.")
    private boolean verbose;

    private Main() {}

    /**
     * Runs one command and ends the program with its exit code.
     *
     * @param arguments as typed
     */
    public static void main(String[] arguments) {
        StandardOutput output = new StandardOutput(new FileOutputStream(FileDescriptor.out));
        PrintWriter out = new PrintWriter(output, true);
        PrintWriter err = new PrintWriter(System.err, true);
        int exitCode = commandLine()
                .setOut(out)
                .setErr(err)
                .setExecutionStrategy(parsed -> executeAudibly(parsed, err))
                .execute(arguments);
        out.flush();
        System.exit(withOutput(exitCode, output, err));
    }

    /** A command whose output was lost is not done. */
    static int withOutput(int exitCode, StandardOutput output, PrintWriter err) {
        Optional<String> loss = output.loss();
        if (exitCode != DONE || loss.isEmpty()) return exitCode;
        err.println("failed: what this command prints could not be written to standard output (" + loss.get() + ")");
        return FAILED;
    }

    /** Runs one command. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return commandLine().setOut(out).setErr(err).execute(arguments);
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Main::wrongArguments)
                .setExecutionStrategy(Main::execute)
                .setExecutionExceptionHandler(Main::failure);
    }

    /** A scan and a study tell how they get on; of others one hears if they take long. */
    private static int executeAudibly(ParseResult parsed, PrintWriter err) {
        ParseResult last = parsed;
        while (last.hasSubcommand()) last = last.subcommand();
        Object command = last.commandSpec().userObject();
        if (command instanceof ScanCommand || command instanceof StudyCommand) return execute(parsed);
        String name = last.commandSpec().qualifiedName().replaceFirst("^thetascan ", "");
        try (SignOfLife ignored = new SignOfLife(name, SignOfLife.FIRST, err)) {
            return execute(parsed);
        }
    }

    /** An error of the virtual machine, such as a full memory, is a failure like any other. */
    private static int execute(ParseResult parsed) {
        try {
            return new CommandLine.RunLast().execute(parsed);
        } catch (Error e) {
            throw new CommandLine.ExecutionException(parsed.commandSpec().commandLine(), Failure.words(e), e);
        }
    }

    private static int wrongArguments(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(e.getMessage());
        UnmatchedArgumentException.printSuggestions(e, err);
        err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return WRONG;
    }

    private static int failure(Exception e, CommandLine command, ParseResult parsed) {
        Main main = (Main) command.getCommandSpec().root().userObject();
        PrintWriter err = command.getErr();
        boolean wrong = isWrongInput(e);
        err.println(wrong ? e.getMessage() : "failed: " + Failure.words(e));
        if (main.verbose) {
            e.printStackTrace(err);
        } else if (!wrong) {
            err.println("Add -v to see where it arose.");
        }
        return wrong ? WRONG : FAILED;
    }

    private static boolean isWrongInput(Exception e) {
        return e instanceof ConfigException || e instanceof PointFileException || e instanceof CheckpointException;
    }

    /** Version of the program. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"ThetaScan " + Provenance.programVersion()};
        }
    }
}
