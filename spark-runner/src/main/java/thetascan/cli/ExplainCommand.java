package thetascan.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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
import thetascan.config.ModelFiles;
import thetascan.config.ScanConfig;
import thetascan.evaluation.Evaluation;
import thetascan.evaluation.InputPoints;
import thetascan.evaluation.Rules;
import thetascan.extension.Extensions;
import thetascan.model.Model;
import thetascan.model.Models;
import thetascan.report.Explanation;
import thetascan.table.PointTable;

/** Says of one point what every constraint makes of it. */
@Command(
        name = "explain",
        description =
                "Say of one point what every constraint makes of it, worst first, then by how near a bound is: value, bounds, source.",
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {

    @Parameters(
            index = "0",
            paramLabel = "CATALOGUE|CONF|MODEL",
            description = "Catalogue with the point; or the scan file, or the model, that judges a point of a file.")
    private String by = "";

    @Parameters(
            index = "1",
            paramLabel = "POINT_ID|FILE",
            description = "Id of a point of the catalogue, or its first characters; or a .csv or .parquet file.")
    private String point = "";

    @Option(
            names = "--row",
            paramLabel = "N",
            description = "Point of the file, counted from 1 (default: ${DEFAULT-VALUE}).")
    private int row = 1;

    @Mixin
    private JudgingOptions judging = new JudgingOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        if (isJudge()) {
            try (Extensions ignored = judging.openJars(by, spec)) {
                explainRow(judging.rules(by, spec));
            }
        } else {
            Catalogue catalogue = Arguments.catalogue(by);
            String yaml = catalogue.configuration();
            try (Extensions ignored = ScanConfig.openJars(yaml, catalogue.configurationLocation())) {
                explainStored(catalogue, ScanConfig.parse(yaml, catalogue.configurationLocation()));
            }
        }
        return Main.DONE;
    }

    /** A scan file or a model, and no catalogue. */
    private boolean isJudge() {
        if (ModelFiles.isFile(by)) return true;
        return !Files.isDirectory(Path.of(by)) && isModel(by);
    }

    private static boolean isModel(@Nullable String name) {
        return Models.all().stream()
                .anyMatch(
                        model -> model.name().equals(name) || model.otherNames().contains(name));
    }

    private void explainRow(Rules rules) {
        PointTable points = InputPoints.read(point, rules.model(), rules.space());
        if (row < 1 || row > points.rows()) {
            throw new ParameterException(
                    spec.commandLine(), "--row " + row + ": " + point + " has rows 1 to " + points.rows());
        }
        double[] theta = new double[points.width()];
        points.row(row - 1, theta);
        explain(rules, theta, point + " row " + row);
    }

    private void explainStored(Catalogue catalogue, ScanConfig config) throws IOException {
        Map<String, double[]> found = catalogue.find(config.model(), point);
        if (found.size() != 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    by + ": "
                            + (found.isEmpty()
                                    ? "no point has an id that begins with "
                                    : found.size() + " ids begin with ")
                            + point);
        }
        found.forEach((id, theta) -> explain(JudgingOptions.rules(config), theta, "point " + id));
    }

    private void explain(Rules rules, double[] theta, String title) {
        Model model = rules.model();
        PointTable one = PointTable.of(theta);
        rules.noteOutside(point, one, row, spec.commandLine().getErr());
        Evaluation evaluation = new Evaluation(model, rules.space(), rules.constraints(), one, 1);
        new Explanation(model, evaluation.objective(), spec.commandLine().getOut()).print(title, evaluation.first());
    }
}
