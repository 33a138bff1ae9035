package thetascan.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import thetascan.family.FamilySettings;
import thetascan.novelty.Detectors;
import thetascan.optimiser.Optimisers;
import thetascan.scan.KeepSettings;
import thetascan.scan.StopRules;
import thetascan.search.SearchSettings;

/**
 * Which component of which record each key of a scan file becomes: {@code docs/scan-file-keys.md}, made of the records
 * with {@code -Dupdate.docs=true}, so that a key is found by searching its name.
 */
class ScanFileKeysTest {

    private static final Path PAGE = Path.of("..", "docs", "scan-file-keys.md");
    private static final Path REFERENCE = Path.of("..", "conf", "reference.yaml");

    private static final String HEAD = """
            # Where a key of a scan file goes

            Meaning, unit and default of each key stand in [`conf/reference.yaml`](../conf/reference.yaml) and in the Javadoc of the component it becomes; those of models that
            programs compute in [Scanning with a program of your own](external.md). ThetaScan itself writes `model.folder`, `model.sent` and `hash`.
            A new component of a record is a new key. This page is made of the records:

                ./mvnw -pl spark-runner -am test -Dtest=ScanFileKeysTest -Dsurefire.failIfNoSpecifiedTests=false -Dtest.jvm=-Dupdate.docs=true

            | key | read by | becomes |
            |---|---|---|
            """;

    /** Records whose components are the keys of a section. */
    private static Map<String, String> keys() {
        Map<String, String> keys = new TreeMap<>();
        put(keys, "", "ScanConfigReader", Map.of("scan", "name", "seed", "seed"));
        put(
                keys,
                "model.",
                "ScanConfigReader",
                Map.of("name", "model", "input", "model", "limits", "limits", "time_limit", "timeLimit"));
        put(keys, "model.", "ModelFiles", Map.of("file", "model", "formulas", "model"));
        describedModels(keys);
        put(keys, "output.", "ScanConfigReader", Map.of("path", "output"));
        put(
                keys,
                "parameters.<name>.",
                "ParameterReader",
                Map.of("scale", "space", "range", "space", "<option of the scale>", "space"));
        put(
                keys,
                "constraints.<name>.",
                "ConstraintSection",
                Map.of(
                        "mode", "constraints",
                        "range", "constraints",
                        "expression", "constraints",
                        "source", "constraints"));
        put(
                keys,
                "derived.<name>.",
                "DerivedSection",
                Map.of("expression", "model", "unit", "model", "latex", "model", "description", "model"));
        put(keys, "constraints.", "ConstraintSection", Map.of("set", "constraintSet"));
        settings(keys, "stop.", StopRules.class);
        settings(keys, "run.", RunSettings.class);
        settings(keys, "output.", KeepSettings.class);
        settings(keys, "families.", FamilySettings.class);
        settings(keys, "search.", SearchSettings.class);
        return keys;
    }

    /** Keys of models that programs compute, as the reader itself names them to whoever writes another one. */
    private static void describedModels(Map<String, String> keys) {
        for (String key : known("nonsense: 1, program: cat", "model\\.nonsense")) {
            if (!key.equals("name")) put(keys, "model.", "ExternalReader", Map.of(key, "model"));
        }
        Map<String, String> read = Map.of(
                "json-lines", "read: [a]",
                "text", "read: {a: 'a(1)'}",
                "slha", "output: o, read: {a: MASS 25}",
                "table", "output: o, read: [a]");
        for (Map.Entry<String, String> kind : read.entrySet()) {
            String program = "command: cat, interface: " + kind.getKey() + ", " + kind.getValue() + ", nonsense: 1";
            for (String key : known("program: {" + program + "}", "model\\.program\\.nonsense")) {
                put(keys, "model.program.", "ProgramEntry", Map.of(key, "model"));
                put(keys, "model.programs.<name>.", "ProgramEntry", Map.of(key, "model"));
            }
        }
    }

    private static List<String> known(String model, String key) {
        String yaml = "model: {name: a, parameters: {x: {range: [0, 1]}}, observables: [a], constraints: {a: [0, 1]}, "
                + model + "}";
        String message = String.valueOf(
                catchThrowable(() -> ScanConfig.parse(yaml, "keys.yaml")).getMessage());
        Matcher known =
                Pattern.compile(key + ": unknown key\\..* Known: (.*)\\.").matcher(message);
        assertThat(known.find()).as(message).isTrue();
        return List.of(known.group(1).split(", "));
    }

    private static void put(Map<String, String> keys, String section, String reader, Map<String, String> components) {
        components.forEach((key, component) ->
                keys.put(section + key, reader + " | `" + ScanConfig.class.getName() + "." + component + "`"));
    }

    private static void settings(Map<String, String> keys, String section, Class<?> settings) {
        for (SettingsComponent component : SettingsComponent.of(settings)) {
            String key = section + component.key();
            Class<?> held = held(component);
            if (held.isRecord()) settings(keys, key + (isMap(component) ? ".<name>." : "."), held);
            else if (component.name().isPresent()) {
                String options = component.beside() ? section : key + ".";
                String named = component.name().orElseThrow().getName();
                keys.put(component.beside() ? key : key + ".name", becomes(settings, named));
                keys.put(options + "<option of the " + component.key() + ">", becomes(settings, component));
            } else keys.put(key, becomes(settings, component));
        }
    }

    private static boolean isMap(SettingsComponent component) {
        return Map.class.isAssignableFrom(component.component().getType());
    }

    /** The type of a component; of a map, that of its values. */
    private static Class<?> held(SettingsComponent component) {
        if (isMap(component)
                && ((ParameterizedType) component.type()).getActualTypeArguments()[1] instanceof Class<?> values) {
            return values;
        }
        return component.component().getType();
    }

    private static String becomes(Class<?> settings, SettingsComponent component) {
        return becomes(settings, component.component().getName());
    }

    private static String becomes(Class<?> settings, String component) {
        return "SettingsFormat | `" + settings.getName() + "." + component + "`";
    }

    private static String page() {
        return HEAD
                + keys().entrySet().stream()
                        .map(entry -> "| `" + entry.getKey() + "` | " + entry.getValue() + " |\n")
                        .collect(Collectors.joining());
    }

    @Test
    void thePageHoldsEveryKey() throws IOException {
        if (Boolean.getBoolean("update.docs")) Files.writeString(PAGE, page());
        assertThat(Files.readString(PAGE)).isEqualTo(page());
    }

    /** The keys of the reference are those of the page, names of strategies, phases and options aside. */
    @Test
    void theReferenceHoldsTheSameKeys() {
        TreeSet<String> written = new TreeSet<>();
        collect(YamlReader.read(REFERENCE), "", written);
        TreeSet<String> keys = new TreeSet<>(keys().keySet());
        keys.removeIf(key -> key.startsWith("parameters.<name>") || key.startsWith("constraints.<name>"));
        keys.removeIf(key -> key.startsWith("search.phases.<name>") || key.startsWith("derived.<name>"));
        written.remove("derived");
        // models of files and programs have pages of their own
        keys.removeIf(key -> key.startsWith("model.") && !keys().get(key).startsWith("ScanConfigReader"));
        written.remove("parameters");
        written.remove("search.phases");
        assertThat(written).isEqualTo(keys);
    }

    /** Keys without keys below them. */
    private static void collect(ConfigNode.Fields node, String section, Set<String> written) {
        node.fields().forEach((key, field) -> {
            if (field.value() instanceof ConfigNode.Fields below
                    && !below.fields().isEmpty()) {
                collect(below, section + key + ".", written);
            } else written.add(known(section + key));
        });
    }

    private static String known(String key) {
        String general = key.replaceFirst("^search\\.strategies\\.[^.]*", "search.strategies.<name>");
        List<String> optimisers = new ArrayList<>();
        Optimisers.all().forEach(kind -> kind.options().forEach(option -> optimisers.add(option.name())));
        List<String> detectors = new ArrayList<>();
        Detectors.all().forEach(kind -> kind.options().forEach(option -> detectors.add(option.name())));
        String last = general.substring(general.lastIndexOf('.') + 1);
        if (general.contains(".optimiser.") && optimisers.contains(last)) {
            return general.replace("." + last, ".<option of the optimiser>");
        }
        if (general.startsWith("search.novelty.") && detectors.contains(last)) {
            return "search.novelty.<option of the detector>";
        }
        return general;
    }
}
