package thetascan.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import thetascan.catalogue.Catalogue;
import thetascan.catalogue.Provenance;
import thetascan.checkpoint.FolderLock;
import thetascan.checkpoint.ScanFolder;
import thetascan.config.ScanConfig;
import thetascan.extension.Extensions;
import thetascan.extension.Jar;
import thetascan.report.CatalogueFamilies;

/** Finds the families of a catalogue anew, with more evaluations than the scan spent. */
@Command(
        name = "families",
        description = "Find out which valid points of a catalogue are connected, and label them.",
        mixinStandardHelpOptions = true)
final class FamiliesCommand implements Callable<Integer> {

    @Parameters(paramLabel = "CATALOGUE", description = "Folder that 'thetascan scan' wrote; tables are added to it.")
    private String name = "";

    @Option(
            names = "--evaluations",
            paramLabel = "N",
            description = "Most points evaluated (families.evaluations of the scan).")
    private @Nullable Integer evaluations;

    @Mixin
    private JarOptions jars = new JarOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        if (evaluations != null) Arguments.within(spec, "--evaluations", evaluations, 1, Integer.MAX_VALUE);
        try (Extensions extensions = jars.open(spec)) {
            return find(extensions.jars());
        }
    }

    private int find(List<Jar> extensions) throws IOException {
        Catalogue catalogue = Arguments.catalogue(name);
        ScanConfig config = ScanConfig.parse(catalogue.configuration(), catalogue.configurationLocation());
        int most = evaluations == null ? config.families().evaluations() : evaluations;
        if (most == 0) {
            throw new ParameterException(
                    spec.commandLine(), "--evaluations: the scan spends none on families; say how many, 1 or more");
        }
        String host = Provenance.here(config.model(), config.seed(), extensions).host();
        try (FolderLock lock = FolderLock.take(catalogue.folder(), host)) {
            List<double[]> landings = ScanFolder.landings(catalogue, config, extensions, config.setup());
            CatalogueFamilies.find(catalogue, config.setup().search(), most, landings)
                    .print(spec.commandLine().getOut());
        }
        return Main.DONE;
    }
}
