package thetascan.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import thetascan.catalogue.Catalogue;
import thetascan.checkpoint.CommittedFiles;
import thetascan.checkpoint.PlatformCheck;
import thetascan.checkpoint.ScanFolder;
import thetascan.config.ScanConfig;
import thetascan.curation.Curation;
import thetascan.curation.Kinds;
import thetascan.curation.StoredPointCheck;
import thetascan.extension.Extensions;
import thetascan.report.CatalogueText;
import thetascan.report.export.ExportedPoints;
import thetascan.report.export.HepDataFolder;
import thetascan.report.export.ResearchFolder;
import thetascan.report.export.SlhaFiles;
import thetascan.seeding.SeedChoice;
import thetascan.table.Row;

/** What is done with catalogues after a scan. */
@Command(
        name = "catalogue",
        description = "Look after catalogues: merge, filter, thin, sample, verify, judge anew. Inputs never change.",
        mixinStandardHelpOptions = true,
        subcommands = {
            CatalogueCommand.Info.class,
            CatalogueCommand.Verify.class,
            CatalogueCommand.Check.class,
            CatalogueCommand.Recover.class,
            CatalogueCommand.Merge.class,
            CatalogueCommand.Compact.class,
            CatalogueCommand.Filter.class,
            CatalogueCommand.Dedupe.class,
            CatalogueCommand.Sample.class,
            CatalogueCommand.Export.class
        })
final class CatalogueCommand {

    private CatalogueCommand() {}

    private abstract static class OfOne implements Callable<Integer> {

        @Parameters(index = "0", paramLabel = "CATALOGUE", description = "Folder of a scan.")
        String name = "";

        @Mixin
        JarOptions jars = new JarOptions();

        @Spec
        CommandSpec spec = CommandSpec.create();

        PrintWriter out() {
            return spec.commandLine().getOut();
        }

        @Override
        public Integer call() throws IOException {
            try (Extensions extensions = jars.open(spec)) {
                return run(Arguments.catalogue(name), extensions);
            }
        }

        abstract int run(Catalogue catalogue, Extensions extensions) throws IOException;
    }

    @Command(name = "info", description = "Say what a catalogue holds.", mixinStandardHelpOptions = true)
    static final class Info extends OfOne {
        @Override
        int run(Catalogue catalogue, Extensions extensions) throws IOException {
            CatalogueText.info(catalogue).forEach(out()::println);
            return Main.DONE;
        }
    }

    @Command(
            name = "verify",
            description = "Compare every points file with what was committed; evaluate some points again, bit for bit.",
            mixinStandardHelpOptions = true)
    static final class Verify extends OfOne {

        @Option(
                names = "--sample",
                paramLabel = "N",
                description = "Points to evaluate again, on the platform of the scan (default: ${DEFAULT-VALUE}).")
        private int sample = 100;

        @Override
        int run(Catalogue catalogue, Extensions extensions) throws IOException {
            Arguments.within(spec, "--sample", sample, 0, Integer.MAX_VALUE);
            CommittedFiles files = CommittedFiles.of(catalogue);
            List<String> wrong = new ArrayList<>(files.damage());
            if (wrong.isEmpty() && sample > 0) {
                wrong.addAll(new StoredPointCheck(catalogue, configuration(catalogue)).evaluateAgain(sample));
            }
            CatalogueText.verified(files, sample, wrong).forEach(out()::println);
            return wrong.isEmpty() ? Main.DONE : Main.FAILED;
        }
    }

    @Command(
            name = "check",
            description = "Judge the valid points by other constraints, such as newer data.",
            mixinStandardHelpOptions = true)
    static final class Check extends OfOne {

        @Parameters(
                index = "1",
                arity = "0..1",
                paramLabel = "CONF",
                description = "Scan file with the constraints; without it those of the scan, with today's data.")
        private @Nullable Path file;

        @Override
        int run(Catalogue catalogue, Extensions extensions) throws IOException {
            ScanConfig config = file == null ? configuration(catalogue) : ScanConfig.read(file, List.of());
            CatalogueText.verdicts(new StoredPointCheck(catalogue, config).judge())
                    .forEach(out()::println);
            return Main.DONE;
        }
    }

    @Command(
            name = "recover",
            description = "Make a checkpoint from the points, if checkpoints are missing or files damaged.",
            mixinStandardHelpOptions = true)
    static final class Recover extends OfOne {
        @Override
        int run(Catalogue catalogue, Extensions extensions) throws IOException {
            ScanConfig config = configuration(catalogue).withOutput(name);
            try (ScanFolder folder = ScanFolder.open(
                    config, extensions.jars(), config.setup(), ScanFolder.Existing.RECOVER, PlatformCheck.SAME)) {
                folder.news().forEach(out()::println);
            }
            return Main.DONE;
        }
    }

    private static ScanConfig configuration(Catalogue catalogue) throws IOException {
        return ScanConfig.parse(catalogue.configuration(), catalogue.configurationLocation());
    }

    private abstract static class ToFile implements Callable<Integer> {

        @Parameters(index = "0", paramLabel = "OUT", description = "File to be written, .parquet or .csv.")
        String file = "";

        @Spec
        CommandSpec spec = CommandSpec.create();

        int write(List<String> inputs, Curation points, Predicate<Row> kind) throws IOException {
            String what = spec.qualifiedName() + " " + String.join(" ", inputs);
            Curation.Counts counts = points.write(file, what, kind);
            spec.commandLine().getOut().println(CatalogueText.counts(counts, file));
            return Main.DONE;
        }
    }

    @Command(
            name = "merge",
            description = "Write the points of several catalogues of one model to a file, each once.",
            mixinStandardHelpOptions = true)
    static final class Merge extends ToFile {

        @Parameters(
                index = "1..*",
                arity = "1..*",
                paramLabel = "CATALOGUE",
                description = "Catalogues, or files that were made of some.")
        private List<String> inputs = new ArrayList<>();

        @Option(names = "--common", description = "Take the columns that all inputs have.")
        private boolean common;

        @Override
        public Integer call() throws IOException {
            Curation points = new Curation(inputs, common ? Curation.Columns.COMMON : Curation.Columns.EQUAL);
            return write(inputs, points, Kinds.all());
        }
    }

    private abstract static class FromOne extends ToFile {

        @Parameters(index = "1", paramLabel = "CATALOGUE", description = "Catalogue, or a file that was made of some.")
        String input = "";

        @Override
        public Integer call() throws IOException {
            Curation points = new Curation(List.of(input), Curation.Columns.EQUAL);
            return write(List.of(input), points, kind(points));
        }

        abstract Predicate<Row> kind(Curation points) throws IOException;
    }

    @Command(
            name = "compact",
            description = "Write the points of many small commits to one file.",
            mixinStandardHelpOptions = true)
    static final class Compact extends FromOne {
        @Override
        Predicate<Row> kind(Curation points) {
            return Kinds.all();
        }
    }

    @Command(
            name = "filter",
            description = "Write the points of which conditions hold.",
            mixinStandardHelpOptions = true)
    static final class Filter extends FromOne {

        @Option(
                names = "--where",
                required = true,
                paramLabel = "CONDITION",
                description = "On columns, such as 'obs_m_h1 <= 500' or '1 < in_x/in_y < 2'. May be repeated.")
        private List<String> conditions = new ArrayList<>();

        @Override
        Predicate<Row> kind(Curation points) {
            return Kinds.where(conditions, points.schema());
        }
    }

    @Command(
            name = "dedupe",
            description = "Write the points that are no nearer than a distance to one before.",
            mixinStandardHelpOptions = true)
    static final class Dedupe extends FromOne {

        @Option(
                names = "--distance",
                required = true,
                paramLabel = "D",
                description = "In the unit box of the scan, or in units of the ranges of --columns.")
        private double distance;

        @Option(names = "--columns", split = ",", paramLabel = "NAME", description = "Columns instead of the unit box.")
        private List<String> columns = new ArrayList<>();

        @Override
        Predicate<Row> kind(Curation points) throws IOException {
            Arguments.positive(spec, "--distance", distance);
            return Kinds.apart(input, points, distance, columns);
        }
    }

    @Command(name = "sample", description = "Write some points, spread over all.", mixinStandardHelpOptions = true)
    static final class Sample extends FromOne {

        @Option(names = "--count", required = true, paramLabel = "N", description = "How many.")
        private int count;

        @Option(
                names = "--by",
                paramLabel = "HOW",
                description = "farthest, novelty or prototypes, as search.seeds.by (default: ${DEFAULT-VALUE}).")
        private SeedChoice by = SeedChoice.FARTHEST;

        @Option(names = "--seed", paramLabel = "N", description = "Of the choice (default: ${DEFAULT-VALUE}).")
        private long seed = 1;

        @Option(names = "--columns", split = ",", paramLabel = "NAME", description = "Columns instead of the unit box.")
        private List<String> columns = new ArrayList<>();

        @Override
        Predicate<Row> kind(Curation points) throws IOException {
            Arguments.within(spec, "--count", count, 1, Integer.MAX_VALUE);
            return Kinds.sample(input, points, count, by, seed, columns);
        }
    }

    @Command(
            name = "export",
            description =
                    "Write a catalogue in a format of others: CSV, SLHA, HEPData, a folder for a research archive.",
            mixinStandardHelpOptions = true)
    static final class Export extends OfOne {

        @ArgGroup(multiplicity = "1")
        private Format format = new Format();

        /** One of these. */
        private static final class Format {

            @Option(names = "--csv", paramLabel = "FILE", description = "Every stored point, every column.")
            private @Nullable Path csv;

            @Option(
                    names = "--slha",
                    paramLabel = "DIR",
                    description = "A file for each valid point: parameters, masses, decays, observables.")
            private @Nullable Path slha;

            @Option(
                    names = "--hepdata",
                    paramLabel = "DIR",
                    description = "A submission: valid points with what constraints look at, and the constraints.")
            private @Nullable Path hepdata;

            @Option(
                    names = "--zenodo",
                    paramLabel = "DIR",
                    description = "Points, configuration, references, README of the columns, check sums, RO-Crate.")
            private @Nullable Path zenodo;
        }

        @Option(
                names = "--count",
                paramLabel = "N",
                description =
                        "Most points for SLHA and HEPData, evenly from the catalogue (default: ${DEFAULT-VALUE}).")
        private int count = 1000;

        @Option(
                names = "--licence",
                paramLabel = "URL",
                description = "Terms under which the points are given away, for --zenodo.")
        private @Nullable String licence;

        @Override
        int run(Catalogue catalogue, Extensions extensions) throws IOException {
            Arguments.within(spec, "--count", count, 1, Integer.MAX_VALUE);
            ScanConfig config = configuration(catalogue);
            if (format.csv != null) {
                String file = format.csv.toString();
                if (!file.endsWith(".csv"))
                    throw new ParameterException(spec.commandLine(), "--csv " + file + ": must end in .csv");
                Curation points = new Curation(List.of(name), Curation.Columns.EQUAL);
                out().println(CatalogueText.counts(points.write(file, spec.qualifiedName(), Kinds.all()), file));
            } else if (format.zenodo != null) {
                new ResearchFolder(name, catalogue, config, Optional.ofNullable(licence)).write(format.zenodo);
                out().println(format.zenodo + ": ready to be uploaded");
            } else {
                ExportedPoints points = ExportedPoints.read(catalogue, config, count);
                if (format.slha != null) new SlhaFiles(points).write(format.slha);
                if (format.hepdata != null) new HepDataFolder(points).write(format.hepdata);
                Path folder = format.slha != null ? format.slha : format.hepdata;
                out().println(CatalogueText.exported(points.size(), points.valid(), String.valueOf(folder)));
            }
            return Main.DONE;
        }
    }
}
