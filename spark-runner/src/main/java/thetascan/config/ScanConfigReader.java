package thetascan.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thetascan.archive.NoveltySettings;
import thetascan.constraint.ConstraintSet;
import thetascan.extension.Extensions;
import thetascan.external.model.ExternalModel;
import thetascan.family.FamilySettings;
import thetascan.formula.FormulaModel;
import thetascan.limit.hbdataset.HbDataset;
import thetascan.model.CostClass;
import thetascan.model.DerivedModel;
import thetascan.model.Model;
import thetascan.model.Models;
import thetascan.novelty.Detectors;
import thetascan.optimiser.Optimisers;
import thetascan.option.Option;
import thetascan.point.PointColumns;
import thetascan.quantity.Quantity;
import thetascan.scan.KeepSettings;
import thetascan.scan.StopRules;
import thetascan.space.ParameterSpace;

/** From a scan file to a {@link ScanConfig} and back. */
final class ScanConfigReader {

    private static final SettingsFormat SETTINGS = new SettingsFormat(ScanConfigReader::options);
    private static final long DEFAULT_SEED = 1;
    private static final String CATALOGUES = "catalogues/";
    private static final String NAME = ModelFiles.NAME;
    private static final String INPUT = "input";
    private static final String LIMITS = "limits";
    private static final String TIME_LIMIT = "time_limit";
    private static final String DERIVED = "derived";

    private final Path file;
    private final Problems problems = new Problems();
    private final Section root;

    /**
     * @param file where the configuration is from; gives an unnamed scan its name
     */
    ScanConfigReader(ConfigNode.Fields configuration, Path file) {
        this.file = file;
        root = new Section(configuration, "", problems);
    }

    private static List<Option> options(String what, String name) {
        return switch (what) {
            case "optimiser" -> Optimisers.named(name).options();
            case "detector" ->
                name.equals(NoveltySettings.OFF)
                        ? List.of()
                        : Detectors.named(name).options();
            default -> throw new IllegalStateException("no registry of a " + what);
        };
    }

    ScanConfig read() {
        String name = root.text("scan").orElseGet(this::defaultName);
        long seed = root.value("seed", ScalarText::integer).orElse(DEFAULT_SEED);
        boolean isProgram = ModelFiles.isProgram(root.node("model"));
        Optional<String> limits =
                isProgram ? Optional.empty() : root.named("model").text(LIMITS);
        Duration timeLimit = isProgram
                ? Duration.ZERO
                : root.named("model").value(TIME_LIMIT, ScalarText::duration).orElse(Duration.ZERO);
        Optional<Model> named = model(limits);
        FormerNames former = new FormerNames(named.map(Model::formerNames).orElse(Map.of()));
        root.rewrite(former::replaced);
        Section derived = root.section(DERIVED);
        Section parameters = root.section("parameters");
        Section constraints = root.section("constraints");
        Section search = root.section("search");
        Section stop = root.section("stop");
        Section run = root.section("run");
        Section output = root.section("output");
        Section families = root.section("families");
        root.rejectUnknown("key");
        StopRules stopRules = SETTINGS.read(
                stop, StopRules.defaults(named.map(Model::costClass).orElse(CostClass.CHEAP)));
        RunSettings runSettings = SETTINGS.read(run, RunSettings.DEFAULTS);
        String path = output.text("path").orElseGet(() -> defaultFolder(name));
        KeepSettings keep = SETTINGS.read(output, KeepSettings.DEFAULTS);
        if (named.isEmpty()) throw new ConfigException(problems.messages());
        Model model = DerivedSection.read(derived, named.get());
        String set = ConstraintSection.set(constraints, model);
        ParameterSpace space = ParameterReader.read(parameters, model.parameters());
        List<Quantity> columns = PointColumns.all(model.observables(), space).quantities();
        ConstraintSet applied = ConstraintSection.read(constraints, model.constraintSet(set), columns);
        ScanConfig config = new ScanConfig(
                name,
                seed,
                model,
                limits.orElse(""),
                timeLimit,
                space,
                set,
                applied,
                new SearchReader(SETTINGS, search).read(model.costClass(), model.searchCharts(space, applied)),
                stopRules,
                runSettings,
                path,
                keep,
                SETTINGS.read(families, FamilySettings.defaults(model.costClass())),
                former.notes());
        problems.check();
        checkTogether(config);
        return config;
    }

    /** The jars; nothing else is looked at. */
    Extensions openJars() {
        Section run = root.section("run");
        List<Path> files = run.list("jars", Path::of).orElse(List.of());
        problems.check();
        Optional<Extensions> extensions = run.checked("jars", () -> Extensions.open(files));
        problems.check();
        return extensions.orElseThrow();
    }

    /** The folder of a scan that does not say it: its name must do for one. */
    private String defaultFolder(String name) {
        return CATALOGUES + root.checked("scan", () -> Names.ofFile(name)).orElse("scan");
    }

    private String defaultName() {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static Model named(String name) {
        if (!name.endsWith(".yaml") && !name.endsWith(".yml")) return Models.named(name);
        throw new IllegalArgumentException(
                "names a model, not a file. A model described in a file: 'model: {file: " + name + "}'.");
    }

    /** The model; without it parameters and constraints have no meaning. */
    private Optional<Model> model(Optional<String> limits) {
        ConfigNode written = root.node("model");
        if (ModelFiles.isProgram(written)) return root.checked("model", () -> ModelFiles.external(written, file));
        Section section = root.named("model");
        if (ModelFiles.isUsed(section)) {
            if (section.has(NAME)) section.problem(NAME, "a model is named or described by formulas, not both");
            if (limits.isPresent()) section.problem(LIMITS, "a model by formulas tests no search limits");
            section.rejectUnknown("key");
            return ModelFiles.model(section, file);
        }
        if (!section.has(NAME)) {
            List<String> known = Models.all().stream().map(Model::name).toList();
            root.problem("model", "is missing. Known: " + String.join(", ", known) + ".");
        }
        Optional<Model> model = section.value(NAME, ScanConfigReader::named);
        Optional<String> input = section.text(INPUT);
        if (model.isPresent() && input.isPresent()) {
            String name = model.get().name() + ":" + input.get();
            model = section.checked(INPUT, () -> Models.named(name));
        }
        section.rejectUnknown("key");
        if (model.isEmpty() || limits.isEmpty()) return model;
        Model chosen = model.get();
        return section.checked(LIMITS, () -> chosen.withLimits(HbDataset.read(Path.of(limits.get()))));
    }

    /** What single keys cannot know: names that must fit the model, options that exclude each other. */
    private void checkTogether(ScanConfig config) {
        root.checked("", config::setup);
        problems.check();
    }

    static ConfigNode.Fields write(ScanConfig config) {
        ConfigNode.Fields output = ConfigNode.Fields.of().put("path", config.output());
        output.fields().putAll(SETTINGS.write(config.keep()).fields());
        ConfigNode.Fields fields = ConfigNode.Fields.of()
                .put("scan", config.name())
                .put("seed", Long.toString(config.seed()))
                .put("model", writeModel(config));
        if (config.model() instanceof DerivedModel model) fields.put(DERIVED, DerivedSection.write(model));
        return fields.put("parameters", ParameterReader.write(config.space()))
                .put(
                        "constraints",
                        ConstraintSection.write(
                                config.constraintSet(),
                                config.model().constraintSet(config.constraintSet()),
                                config.constraints()))
                .put("search", SETTINGS.write(config.search()))
                .put("stop", SETTINGS.write(config.stop()))
                .put("run", SETTINGS.write(config.run()))
                .put("output", output)
                .put("families", SETTINGS.write(config.families()));
    }

    private static ConfigNode.Fields writeModel(ScanConfig config) {
        Model plain = config.model() instanceof DerivedModel derived ? derived.plain() : config.model();
        if (plain instanceof FormulaModel formulas) {
            return ConfigNode.Fields.of().put(ModelFiles.FORMULAS, ModelFiles.write(formulas));
        }
        if (plain instanceof ExternalModel external) return ModelFiles.write(external);
        String[] model = plain.name().split(":", 2);
        return ConfigNode.Fields.of()
                .put(NAME, model[0])
                .put(INPUT, model.length > 1 ? model[1] : "")
                .put(LIMITS, config.limits())
                .put(TIME_LIMIT, ScalarText.text(config.timeLimit()));
    }

    /** Every key with its path and its value as text. */
    static Map<String, String> flat(ConfigNode.Fields node) {
        Map<String, String> flat = new LinkedHashMap<>();
        flatten(node, "", flat);
        return flat;
    }

    private static void flatten(ConfigNode.Fields node, String prefix, Map<String, String> flat) {
        node.fields().forEach((key, field) -> {
            if (field.value() instanceof ConfigNode.Fields fields) flatten(fields, prefix + key + ".", flat);
            else flat.put(prefix + key, YamlWriter.flow(field.value()));
        });
    }
}
