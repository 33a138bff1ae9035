package thetascan.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import thetascan.report.CatalogueList;
import thetascan.report.Json;
import thetascan.table.PointFileException;

/** Lists catalogues. */
@Command(
        name = "list",
        aliases = "status",
        description = "List catalogues: model, seed, points, and whether the scan is running or why it stopped.",
        mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FOLDER",
            arity = "0..*",
            description = "A catalogue, or a folder with catalogues (default: catalogues).")
    private List<String> folders = new ArrayList<>();

    @Option(names = "--json", description = "Print JSON, docs/json.md.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        List<Map<String, Object>> rows = new ArrayList<>();
        List<String> asked = folders.isEmpty() ? List.of("catalogues") : folders;
        for (String folder : asked) rows.addAll(CatalogueList.in(folder));
        if (json) {
            Json.print(spec.commandLine().getOut(), Map.of("catalogues", rows));
        } else if (rows.isEmpty()) {
            throw new PointFileException(String.join(", ", asked) + ": no catalogue there");
        } else {
            CatalogueList.print(spec.commandLine().getOut(), rows);
        }
        return Main.DONE;
    }
}
