package thetascan.external.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import thetascan.external.Outcome;
import thetascan.external.Program;
import thetascan.external.ProgramFailure;
import thetascan.external.ProgramOutput;
import thetascan.external.ProgramRunner;
import thetascan.external.PythonHelper;
import thetascan.external.file.InputFile;
import thetascan.external.file.OutputFile;
import thetascan.external.file.TextPattern;

/**
 * A program that is started for each point, or batch of points, reads files and writes files. Its folder holds nothing but the files
 * it was given when it starts; what it leaves there stays until the next point. If a batch fails each of its points is computed
 * alone, so that a point's fate does not depend on the points beside it.
 */
final class FileProgram implements ProgramAtWork {

    private static final String HELPER = ".thetascan";
    private static final long LARGEST_OUTPUT = 64_000_000;

    private final ProgramSpec spec;
    private final FileSpec files;
    private final RunFolder run;
    private int exitCode = -1;
    private List<String> failedListing = List.of();

    FileProgram(ProgramSpec spec, FileSpec files, RunFolder run) {
        this.spec = spec;
        this.files = files;
        this.run = run;
    }

    @Override
    public boolean takesMany() {
        return files.batch() > 1;
    }

    @Override
    public Outcome[] compute(List<double[]> inputs) throws InterruptedException {
        Outcome[] outcomes = new Outcome[inputs.size()];
        for (int from = 0; from < outcomes.length; from += files.batch()) {
            int to = Math.min(from + files.batch(), outcomes.length);
            List<double[]> batch = inputs.subList(from, to);
            List<Outcome> together = null;
            if (batch.size() > 1) together = together(batch);
            for (int i = from; i < to; i++) {
                outcomes[i] = together == null ? alone(inputs.get(i)) : checked(together.get(i - from));
            }
        }
        return outcomes;
    }

    private @Nullable List<Outcome> together(List<double[]> batch) throws InterruptedException {
        try {
            return run(batch);
        } catch (ProgramFailure | IOException | IllegalArgumentException e) {
            return null; // each alone will tell
        }
    }

    private Outcome alone(double[] input) throws InterruptedException {
        try {
            return checked(run(List.of(input)).get(0));
        } catch (ProgramFailure e) {
            return failed(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return failed(named("its work folder in " + spec.work() + ": " + e.getMessage()));
        } catch (IllegalArgumentException e) {
            return failed(named(String.valueOf(e.getMessage())));
        }
    }

    private Outcome checked(Outcome outcome) {
        return outcome.isFailed() ? failed(named(outcome.failure())) : outcome;
    }

    private String named(String failure) {
        return "program " + spec.name() + ": " + failure;
    }

    private Outcome failed(String why) {
        failedListing = listed();
        try {
            run.keep(why);
        } catch (IOException e) {
            // a folder that cannot be kept is no reason to stop
        }
        return Outcome.failed(why);
    }

    private List<Outcome> run(List<double[]> inputs) throws ProgramFailure, IOException, InterruptedException {
        Path others = run.path();
        Path folder = others.resolve(spec.name());
        makeReady(folder);
        for (InputFile file : files.inputs()) {
            Path target = folder.resolve(file.name());
            Files.createDirectories(target.resolveSibling("."));
            file.write(target, others, inputs);
        }
        ProgramOutput output = start(inputs, folder);
        try {
            return files.output().read(content(output, folder), inputs.size());
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()), output);
        }
    }

    private ProgramOutput start(List<double[]> inputs, Path folder) throws ProgramFailure, InterruptedException {
        List<String> words = new ArrayList<>();
        int first = 0;
        for (TextPattern word : files.command()) {
            words.add(word.fill(inputs.get(0), first));
            first += word.formulas().size();
        }
        Program program = new Program(
                spec.name(),
                words,
                PythonHelper.onPath(folder.resolveSibling(HELPER), spec.environment()),
                spec.timeLimit().multipliedBy(inputs.size()),
                Program.DEFAULT_OUTPUT_LIMIT,
                spec.memoryLimit());
        try {
            ProgramOutput output = ProgramRunner.run(program, folder);
            exitCode = 0;
            return output;
        } catch (ProgramFailure e) {
            exitCode = e.exitCode();
            String complaint = e.reason() == ProgramFailure.Reason.EXIT_CODE ? complaint(folder) : "";
            if (complaint.isEmpty()) throw e;
            throw new ProgramFailure(
                    spec.name(),
                    e.reason(),
                    e.exitCode(),
                    "exit code " + e.exitCode() + ", " + complaint,
                    String.join("\n", e.firstErrorLines()));
        }
    }

    private String complaint(Path folder) {
        OutputFile output = files.output();
        Path file = folder.resolve(output.name());
        try {
            return !output.name().isEmpty() && Files.isRegularFile(file) && Files.size(file) <= LARGEST_OUTPUT
                    ? output.complaint(Files.readAllBytes(file))
                    : "";
        } catch (IOException e) {
            return "";
        }
    }

    private byte[] content(ProgramOutput output, Path folder) throws ProgramFailure, IOException {
        String name = files.output().name();
        if (name.isEmpty()) return output.standardOutput().getBytes(StandardCharsets.UTF_8);
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) throw wrong("ended with exit code 0 and wrote no file " + name, output);
        if (Files.size(file) > LARGEST_OUTPUT) throw wrong(name + " has more than 64 MB", output);
        return Files.readAllBytes(file);
    }

    private ProgramFailure wrong(String what, ProgramOutput output) {
        return new ProgramFailure(spec.name(), ProgramFailure.Reason.WRONG_ANSWER, 0, what, output.standardError());
    }

    // ---- its folder

    /** Nothing is in the folder but the files that are given. */
    private void makeReady(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            clear(folder);
        } else {
            Files.createDirectories(folder);
            for (Map.Entry<String, Path> copy : spec.copies().entrySet()) {
                Path target = folder.resolve(copy.getKey());
                Files.createDirectories(target.resolveSibling("."));
                Files.copy(copy.getValue(), target, StandardCopyOption.COPY_ATTRIBUTES);
            }
            Path helper = folder.resolveSibling(HELPER);
            if (!Files.isDirectory(helper)) PythonHelper.install(helper, Map.of());
        }
    }

    private void clear(Path folder) throws IOException {
        Set<Path> given = new LinkedHashSet<>();
        for (String name : spec.copies().keySet())
            given.add(folder.resolve(name).normalize());
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path each : all) delete(each, given);
        }
    }

    private static void delete(Path tree, Set<Path> given) throws IOException {
        if (given.contains(tree)) return;
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!given.contains(file)) Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path each, @Nullable IOException e) throws IOException {
                if (e != null) throw e;
                if (given.stream().noneMatch(file -> file.startsWith(each))) Files.delete(each);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Exit code of its last run; −1 if it had none. */
    int exitCode() {
        return exitCode;
    }

    /** Names and sizes of what was in its folder after its last run, for people. */
    List<String> listing() {
        List<String> names = listed();
        return names.isEmpty() ? failedListing : names;
    }

    private List<String> listed() {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(run.path().resolve(spec.name()))) {
            for (Path each : all) names.add(each.getFileName() + " (" + Files.size(each) + " bytes)");
        } catch (IOException e) {
            return List.of();
        }
        String[] sorted = names.toArray(String[]::new);
        Arrays.sort(sorted);
        return List.of(sorted);
    }

    @Override
    public void close() {
        // the folder is not its own
    }
}
