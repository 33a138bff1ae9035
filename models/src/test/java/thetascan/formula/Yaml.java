package thetascan.formula;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Formula files for tests: YAML as trees that know their lines. */
public final class Yaml {

    private Yaml() {}

    /** The model of a formula file in {@code conf/formulas}. */
    public static FormulaModel shipped(String name) {
        return model(Path.of("..", "conf", "formulas", name));
    }

    public static FormulaModel model(Path file) {
        try {
            return FormulaModel.read(
                    tree(Files.readString(file), file.toString()),
                    new Source(file.toAbsolutePath().getParent(), Yaml::tree));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A model from text; its lines are those of a file named {@code test.yaml}. */
    public static FormulaModel model(String text) {
        return FormulaModel.read(tree(text, "test.yaml"), new Source(Path.of("."), Yaml::tree));
    }

    public static Tree.Fields tree(String text, String source) {
        LoadSettings settings = LoadSettings.builder().setUseMarks(true).build();
        return (Tree.Fields) tree(new Compose(settings).composeString(text).orElseThrow(), source);
    }

    private static Tree tree(Node node, String source) {
        String place = source + ":" + (node.getStartMark().orElseThrow().getLine() + 1);
        if (node instanceof ScalarNode scalar) {
            return new Tree.Text(scalar.getValue(), scalar.getScalarStyle() != ScalarStyle.PLAIN, place);
        }
        if (node instanceof SequenceNode sequence) {
            List<Tree> items = new ArrayList<>();
            for (Node each : sequence.getValue()) {
                items.add(tree(each, source));
            }
            return new Tree.Items(items, place);
        }
        Map<String, Tree> fields = new LinkedHashMap<>();
        for (NodeTuple tuple : ((MappingNode) node).getValue()) {
            fields.put(((ScalarNode) tuple.getKeyNode()).getValue(), tree(tuple.getValueNode(), source));
        }
        return new Tree.Fields(fields, place);
    }
}
