package thetascan.config;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes nodes as YAML that {@link YamlReader} reads back to the same values. */
final class YamlWriter {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./+-][A-Za-z0-9_./+*()^ -]*(?<! )");

    private final StringBuilder out = new StringBuilder();

    private YamlWriter() {}

    static String write(ConfigNode.Fields root) {
        YamlWriter writer = new YamlWriter();
        writer.block(root, "");
        return writer.out.toString();
    }

    private void block(ConfigNode.Fields node, String indent) {
        for (Map.Entry<String, ConfigNode.Field> entry : node.fields().entrySet()) {
            ConfigNode value = entry.getValue().value();
            out.append(indent).append(text(entry.getKey())).append(':');
            if (value instanceof ConfigNode.Fields fields && !isLeaf(fields, indent)) {
                out.append('\n');
                block(fields, indent + "  ");
            } else {
                out.append(' ').append(flow(value)).append('\n');
            }
        }
    }

    /** Short mappings below the first level stand on one line. */
    private static boolean isLeaf(ConfigNode.Fields fields, String indent) {
        boolean nested =
                fields.fields().values().stream().anyMatch(field -> field.value() instanceof ConfigNode.Fields);
        return fields.fields().isEmpty() || (!nested && !indent.isEmpty());
    }

    static String flow(ConfigNode node) {
        if (node instanceof ConfigNode.Scalar scalar) {
            return scalar.isNull() ? "null" : text(scalar.text());
        }
        if (node instanceof ConfigNode.Items items) {
            return items.values().stream().map(YamlWriter::flow).collect(Collectors.joining(", ", "[", "]"));
        }
        return ((ConfigNode.Fields) node)
                .fields().entrySet().stream()
                        .map(entry -> text(entry.getKey()) + ": "
                                + flow(entry.getValue().value()))
                        .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String text(String text) {
        boolean special = text.isEmpty() || text.equals("null") || text.equals("-") || text.startsWith("- ");
        if (!special && PLAIN.matcher(text).matches()) return text;
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"', '\\' -> quoted.append('\\').append(c);
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (c < 0x20) quoted.append(String.format("\\x%02x", (int) c));
                    else quoted.append(c);
                }
            }
        }
        return quoted.append('"').toString();
    }
}
