package thetascan.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import thetascan.quantity.Suggestion;

/** Reads YAML 1.2 into nodes that know their lines. Values stay text: what a key expects decides how it is read. */
final class YamlReader {

    /** Values that a file may hold, those that an alias repeats counted again. */
    private static final int MOST_VALUES = 50_000;

    private static final int MOST_BYTES = 2_000_000;

    private final String source;
    private final boolean lines;
    private int values;
    private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());

    private YamlReader(String source, boolean lines) {
        this.source = source;
        this.lines = lines;
    }

    /** @throws ConfigException if the file cannot be read or is no YAML mapping */
    static ConfigNode.Fields read(Path file) {
        return parse(text(file), file.toString());
    }

    /**
     * @param source name for messages
     * @throws ConfigException if the text is no YAML mapping
     */
    static ConfigNode.Fields parse(String text, String source) {
        ConfigNode node = parse(text, new YamlReader(source, true));
        if (node instanceof ConfigNode.Fields fields) return fields;
        throw new ConfigException(node.place() + ": a scan file holds 'key: value' lines, found " + node.kind());
    }

    /**
     * A value from the command line.
     *
     * @param source name for messages
     * @throws ConfigException if this is no YAML
     */
    static ConfigNode value(String text, String source) {
        return parse(text, new YamlReader(source, false));
    }

    private static ConfigNode parse(String text, YamlReader reader) {
        LoadSettings settings = LoadSettings.builder().setUseMarks(true).build();
        try {
            Optional<Node> root = new Compose(settings).composeString(text);
            if (root.isEmpty()) return new ConfigNode.Scalar("", false, reader.place(Optional.empty()));
            return reader.node(root.get());
        } catch (MarkedYamlEngineException e) {
            throw new ConfigException(reader.syntaxError(e));
        } catch (YamlEngineException e) {
            throw new ConfigException(reader.source + ": is no YAML: " + e.getMessage());
        } catch (StackOverflowError e) {
            throw new ConfigException(reader.source + ": is nested too deeply");
        }
    }

    private static String text(Path file) {
        try {
            if (Files.isRegularFile(file) && Files.size(file) > MOST_BYTES) {
                throw new ConfigException(
                        file + ": has " + Files.size(file) + " bytes, a scan file may have " + MOST_BYTES);
            }
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw new ConfigException(file + ": no such file." + neighbour(file));
        } catch (CharacterCodingException e) {
            throw new ConfigException(file + ": is no UTF-8 text");
        } catch (IOException e) {
            String reason =
                    Files.isDirectory(file) ? "is a folder, not a scan file" : "cannot be read: " + e.getMessage();
            throw new ConfigException(file + ": " + reason);
        }
    }

    private static String neighbour(Path file) {
        Path folder = Optional.ofNullable(file.getParent()).orElse(Path.of(""));
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names =
                    files.map(Path::getFileName).map(Path::toString).sorted().toList();
            return Suggestion.closest(file.getFileName().toString(), names)
                    .map(name -> " Did you mean " + file.resolveSibling(name) + "?")
                    .orElse("");
        } catch (IOException e) {
            return "";
        }
    }

    private String syntaxError(MarkedYamlEngineException e) {
        String context = e.getContext() == null ? "" : " " + e.getContext();
        return place(e.getProblemMark()) + ": broken YAML: " + e.getProblem() + context
                + ". Check indentation, brackets and quotes here and in the line before.";
    }

    private Place place(Node node) {
        return place(node.getStartMark());
    }

    private Place place(Optional<Mark> mark) {
        return new Place(source, lines ? mark.map(Mark::getLine).orElse(-1) + 1 : 0);
    }

    private ConfigNode node(Node node) {
        if (++values > MOST_VALUES) {
            throw new ConfigException(
                    place(node) + ": more than " + MOST_VALUES + " values, those that aliases repeat counted again");
        }
        if (!open.add(node)) throw new ConfigException(place(node) + ": an anchor contains itself");
        try {
            if (node instanceof ScalarNode scalar) {
                return new ConfigNode.Scalar(
                        scalar.getValue(), scalar.getScalarStyle() != ScalarStyle.PLAIN, place(node));
            }
            return node instanceof SequenceNode sequence ? items(sequence) : fields((MappingNode) node);
        } finally {
            open.remove(node);
        }
    }

    private ConfigNode.Items items(SequenceNode sequence) {
        List<ConfigNode> values = new ArrayList<>();
        for (Node value : sequence.getValue()) values.add(node(value));
        return new ConfigNode.Items(values, place(sequence));
    }

    private ConfigNode.Fields fields(MappingNode mapping) {
        Map<String, ConfigNode.Field> fields = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Place place = place(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw new ConfigException(place + ": a key must be plain text");
            }
            ConfigNode.Field earlier =
                    fields.put(key.getValue(), new ConfigNode.Field(place, node(tuple.getValueNode())));
            if (earlier != null) {
                throw new ConfigException(place + " " + key.getValue() + ": stands twice, first in line "
                        + earlier.key().line());
            }
        }
        return new ConfigNode.Fields(fields, place(mapping));
    }
}
