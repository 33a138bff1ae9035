package thetascan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commands print with --json is what docs/json.md says. */
class JsonPageTest {

    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();

    private JsonNode run(int exitCode, String... arguments) throws IOException {
        StringWriter out = new StringWriter();
        assertThat(Main.run(new PrintWriter(out), new PrintWriter(err, true), arguments))
                .as(err.toString())
                .isEqualTo(exitCode);
        return new ObjectMapper().readTree(out.toString());
    }

    /** Keys of the section about a command. */
    private static Set<String> documented(String command) throws IOException {
        String page = Files.readString(Path.of("..", "docs", "json.md"));
        int start = page.indexOf("## " + command + "\n");
        assertThat(start).isPositive();
        int end = page.indexOf("\n## ", start);
        Matcher key =
                Pattern.compile("(?m)^\\| `([^`]+)` \\|").matcher(page.substring(start, end < 0 ? page.length() : end));
        Set<String> keys = new TreeSet<>();
        while (key.find()) keys.add(key.group(1));
        return keys;
    }

    private static void collect(JsonNode node, String path, Set<String> documented, Set<String> found) {
        if (node.isObject()) {
            boolean isNamed = documented.stream().anyMatch(key -> key.startsWith(path + ".<name>"));
            node.fields()
                    .forEachRemaining(field -> collect(
                            field.getValue(),
                            (path.isEmpty() ? "" : path + ".") + (isNamed ? "<name>" : field.getKey()),
                            documented,
                            found));
        } else if (node.isArray()) {
            node.forEach(each -> collect(each, path + "[]", documented, found));
        } else {
            found.add(path);
        }
    }

    /** Every key printed is on the page; those named here are printed. */
    private static void assertAsDocumented(JsonNode json, String command, String... printed) throws IOException {
        Set<String> documented = documented(command);
        Set<String> found = new TreeSet<>();
        collect(json, "", documented, found);
        assertThat(documented).containsAll(found);
        assertThat(found).contains(printed);
    }

    @Test
    void validate() throws IOException {
        JsonNode right = run(0, "validate", "../conf/quickstart.yaml", "--json");
        assertAsDocumented(right, "validate", "correct", "begins_with", "ends", "configuration.<name>");
        assertThat(right.get("correct").asBoolean()).isTrue();
        assertThat(right.get("configuration").get("model.name").asText()).isNotEmpty();
        Path file = Files.writeString(
                folder.resolve("wrong.yaml"), "model: region6-thin\nserch: {}\nstop: {evaluations: -1}\n");
        JsonNode wrong = run(Main.WRONG, "validate", file.toString(), "--json");
        assertAsDocumented(wrong, "validate", "correct", "problems[]");
        assertThat(wrong.get("correct").asBoolean()).isFalse();
        assertThat(wrong.get("problems").toString())
                .contains("wrong.yaml:2", "'search'")
                .contains("stop.evaluations");
    }

    @Test
    void models() throws IOException {
        assertAsDocumented(run(0, "models", "--json"), "models", "models[].name", "models[].version");
        JsonNode model = run(0, "models", "region6-thin", "--json");
        assertAsDocumented(
                model, "models", "parameters[].scale", "observables[].unit", "constraints[].on[]", "constraint_sets[]");
        assertThat(model.get("parameters")).hasSize(6);
        assertAsDocumented(
                run(0, "models", "../conf/formulas/scotogenic-model.yaml", "--json"), "models", "references[].id");
    }

    @Test
    void evaluate() throws IOException {
        Path in = Files.writeString(
                folder.resolve("in.csv"), "x0,x1,x2,x3,x4,x5\n0.82,0.5,0.5,0.1,0.3,0.6\n0,0,0,0,0,0\n");
        JsonNode json = run(
                0,
                "evaluate",
                "region6-thin",
                in.toString(),
                folder.resolve("out.csv").toString(),
                "--json");
        assertAsDocumented(json, "evaluate", documented("evaluate").toArray(String[]::new));
        assertThat(json.get("valid").asInt() + json.get("invalid").asInt()).isEqualTo(2);
    }

    @Test
    void diagnose() throws IOException {
        Path scan = Files.writeString(
                folder.resolve("scan.yaml"),
                "scan: x\nmodel: region6-thin\nsearch: {optimiser: random}\nstop: {evaluations: 3000}\n");
        Path out = folder.resolve("out");
        assertThat(Main.run(
                        new PrintWriter(new StringWriter()),
                        new PrintWriter(err, true),
                        "scan",
                        scan.toString(),
                        "--out",
                        out.toString()))
                .as(err.toString())
                .isEqualTo(Main.NOTHING);
        JsonNode json = run(0, "diagnose", out.toString(), "--json");
        assertAsDocumented(
                json,
                "diagnose",
                "evaluations",
                "violated[].share",
                "closest[].point.<name>",
                "closest[].violated[].value");
        assertThat(json.get("evaluations").asInt()).isEqualTo(3000);
    }

    @Test
    void doctor() throws IOException {
        Path scan = Files.writeString(folder.resolve("scan.yaml"), """
                scan: x
                model:
                  name: x
                  parameters: {x: {range: [0, 1]}}
                  program: {command: "no-such-program @{x}", interface: text, read: {a: 'a=(.*)'}, work: work}
                  observables: [a]
                  constraints: {a: [0, 1]}
                """);
        JsonNode json = run(Main.FAILED, "doctor", scan.toString(), "--json");
        assertAsDocumented(
                json,
                "doctor",
                "well",
                "point.<name>",
                "programs[].values.<name>",
                "programs[].constraints[]",
                "observables.<name>");
    }
}
