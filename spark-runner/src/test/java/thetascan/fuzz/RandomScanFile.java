package thetascan.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import thetascan.archive.NoveltySettings;
import thetascan.config.ConfigException;
import thetascan.config.ScanConfig;
import thetascan.constraint.Constraint;
import thetascan.constraint.Mode;
import thetascan.island.RoundOrder;
import thetascan.model.Model;
import thetascan.model.Models;
import thetascan.model.Stages;
import thetascan.novelty.DetectorKind;
import thetascan.novelty.Detectors;
import thetascan.objective.Ranking;
import thetascan.optimiser.Needs;
import thetascan.optimiser.OptimiserKind;
import thetascan.optimiser.Optimisers;
import thetascan.option.Option;
import thetascan.option.Options;
import thetascan.quantity.Quantity;
import thetascan.random.RandomStream;
import thetascan.search.Guidance;
import thetascan.search.RestartSettings;
import thetascan.space.Chart;
import thetascan.space.Parameter;
import thetascan.space.ParameterSpace;
import thetascan.table.PointFileException;

/**
 * A valid scan file, drawn at random from all there are: optimisers, detectors and their options come from the
 * registries, so that a new one is drawn as soon as it is registered. The same seed gives the same file.
 */
final class RandomScanFile {

    /**
     * What running a scan file may cost.
     *
     * @param models      cheap ones, the cheapest most often; dear stages of a model are left out
     * @param evaluations at most so many, and at least a third of them
     * @param largest     candidates, bins, trees and the like: their product is not much larger
     */
    record Effort(List<String> models, int evaluations, int largest) {

        static final Effort SMALL = new Effort(
                List.of(
                        "toy",
                        "toy",
                        "toy",
                        "formulas",
                        "formulas",
                        "region6-wide",
                        "region6-wide",
                        "region6-thin",
                        "z3-3hdm",
                        "scotogenic"),
                150,
                30);

        static final Effort LARGE = new Effort(
                List.of(
                        "toy",
                        "toy",
                        "toy",
                        "formulas",
                        "formulas",
                        "region6-wide",
                        "region6-wide",
                        "region6-thin",
                        "z3-3hdm",
                        "z3-3hdm",
                        "scotogenic",
                        "scotogenic:yukawas",
                        "t12a",
                        "t12a:yukawas"),
                450,
                400);
    }

    /** Stands for a model by formulas, drawn anew each time. */
    private static final String FORMULAS = "formulas";

    /** Attempts to draw a file that is not refused: some options exclude each other. Most files are valid. */
    private static final int ATTEMPTS = 10;

    /** A catalogue of the toy model. */
    private static final String EARLIER = "src/test/resources/catalogue-v1";

    private final SplittableRandom random;
    private final Effort effort;

    /**
     * @param text   of the scan file
     * @param config what it says
     */
    record Drawn(String text, ScanConfig config) {}

    private RandomScanFile(long seed, Effort effort) {
        random = new SplittableRandom(seed);
        this.effort = effort;
    }

    /** The scan file of a seed. */
    static Drawn draw(long seed, Effort effort) {
        RandomScanFile draws = new RandomScanFile(seed, effort);
        String last = "";
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            String text = "";
            try {
                text = draws.text();
                ScanConfig config = ScanConfig.parse(text, "fuzz-" + seed + ".yaml");
                assertThat(config.setup().seeds().get()).isNotNull(); // refused if none lies within the ranges
                return new Drawn(text, config);
            } catch (ConfigException | PointFileException e) {
                last = text + e.getMessage();
            }
        }
        throw new AssertionError(
                "seed " + seed + ": none of " + ATTEMPTS + " scan files is valid, the last was\n" + last);
    }

    /** A scan file that may be refused. */
    static String text(long seed, Effort effort) {
        return new RandomScanFile(seed, effort).text();
    }

    // ---- the file

    private String text() {
        String name = pick(effort.models());
        Object section = section(name);
        Model model = name.equals(FORMULAS)
                ? ScanConfig.parse("model: " + flow(section), "drawn.yaml").model()
                : Models.named(name);
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("seed", random.nextLong(1L << 40));
        file.put("model", section);
        ParameterSpace space = model.parameters();
        put(file, "parameters", parameters(space));
        put(file, "constraints", constraints(model));
        put(file, "search", search(model));
        put(file, "stop", stop());
        put(file, "output", output());
        put(file, "families", fields("evaluations", chance(0.2) ? pick(List.of(1, 60, 400)) : 0));
        return file.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + flow(entry.getValue()) + "\n")
                .collect(Collectors.joining());
    }

    private Object section(String model) {
        if (model.equals(FORMULAS)) return fields("formulas", RandomFormulas.draw(random));
        String[] name = model.split(":", 2);
        return name.length == 1 ? name[0] : fields("name", name[0], "input", name[1]);
    }

    /** Names and values in turn; unlike those of {@code Map.of} they stay in this order. */
    private static Map<String, Object> fields(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }

    private static void put(Map<String, Object> fields, String key, Map<String, Object> value) {
        if (!value.isEmpty()) fields.put(key, value);
    }

    private static String flow(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + flow(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(RandomScanFile::flow).collect(Collectors.joining(", ", "[", "]"));
        }
        return value instanceof Enum<?> constant ? key(constant) : String.valueOf(value);
    }

    private static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    // ---- what is scanned

    private Map<String, Object> parameters(ParameterSpace space) {
        Map<String, Object> changed = new LinkedHashMap<>();
        double share = pick(List.of(0.0, 0.0, 0.1, 0.5));
        for (Parameter parameter : space.parameters()) {
            if (parameter.isFixed() || parameter.scale().kind().equals("dependent") || !chance(share)) continue;
            double a = parameter.scale().toTheta(random.nextDouble());
            double b = parameter.scale().toTheta(random.nextDouble());
            if (chance(0.3)) changed.put(parameter.name(), a);
            else changed.put(parameter.name(), fields("range", List.of(Math.min(a, b), Math.max(a, b))));
        }
        return changed;
    }

    private Map<String, Object> constraints(Model model) {
        Map<String, Object> changed = new LinkedHashMap<>();
        List<String> sets = List.copyOf(new TreeSet<>(model.constraintSets().keySet()));
        String set = sets.get(random.nextInt(sets.size()));
        if (chance(0.5)) changed.put("set", set);
        double share = pick(List.of(0.0, 0.3, 0.9));
        for (Constraint constraint :
                model.constraintSet(changed.isEmpty() ? "default" : set).constraints()) {
            if (chance(share)) changed.put(constraint.name(), fields("mode", pick(List.of(Mode.values()))));
        }
        if (chance(0.2)) {
            List<Quantity> numbers =
                    model.observables().stream().filter(o -> !o.isChoice()).toList();
            String name = numbers.get(random.nextInt(numbers.size())).name();
            double lower = -random.nextDouble();
            changed.put(
                    "drawn",
                    chance(0.3)
                            ? fields("holds", name + " >= " + lower)
                            : fields(
                                    "expression",
                                    name,
                                    "range",
                                    List.of(lower, chance(0.5) ? "inf" : random.nextDouble())));
        }
        return changed;
    }

    private Map<String, Object> stop() {
        Map<String, Object> stop = new LinkedHashMap<>();
        stop.put("evaluations", effort.evaluations() / 3 + random.nextInt(2 * effort.evaluations() / 3));
        if (chance(0.1)) stop.put("valid_points", 1 + random.nextInt(50));
        if (chance(0.1)) stop.put("no_new_cells", 1 + random.nextInt(300));
        return stop;
    }

    private Map<String, Object> output() {
        Map<String, Object> output = new LinkedHashMap<>();
        if (chance(0.5)) output.put("keep", pick(List.of(RoundOrder.Rows.values())));
        if (chance(0.4)) output.put("distance", pick(List.of(0, 1e-9, 0.05, 0.3, 5)));
        if (chance(0.4)) output.put("keep_invalid_sample", pick(List.of(0, 1, 20, 1000)));
        if (chance(0.4)) output.put("keep_failed", pick(List.of(0, 1, 10)));
        return output;
    }

    // ---- how

    private Map<String, Object> search(Model model) {
        Map<String, Object> search = new LinkedHashMap<>();
        int strategies = pick(List.of(0, 1, 1, 2, 3));
        if (strategies == 1) {
            search.putAll(strategy(model));
        } else {
            List<String> names = List.of("one", "two", "three").subList(0, strategies);
            Map<String, Object> entries = new LinkedHashMap<>();
            names.forEach(name -> entries.put(name, strategy(model)));
            put(search, "strategies", entries);
            if (chance(0.5)) put(search, "phases", phases(names));
        }
        search.put("islands", 1 + random.nextInt(5));
        if (chance(0.8)) search.put("exchange_every", pick(List.of(1, 2, 7, 50, Integer.MAX_VALUE)));
        if (chance(0.4)) search.put("ranking", pick(List.of(Ranking.values())));
        boolean cheap = !model.name().startsWith("scotogenic") && !model.name().startsWith("t12a");
        if (!cheap) search.put("stages", Stages.FIRST);
        else if (chance(0.3)) search.put("stages", pick(List.of(Stages.values())));
        if (chance(0.8)) search.put("novelty", novelty(model));
        if (chance(0.6)) search.put("exclude", fields("radius", pick(List.of(0, 1e-9, 0.05, 0.3, 3))));
        if (chance(0.3)) {
            String classifier = pick(List.of("none", "logistic", "random-forest"));
            search.put("prefilter", fields("classifier", classifier, "keep", pick(List.of(0.01, 0.3, 1))));
        }
        if (chance(0.6)) search.put("archive", archive(model));
        if (model.name().equals("toy") && chance(0.3)) {
            search.put("seeds", fields("catalogue", EARLIER, "count", 1 + random.nextInt(9)));
        }
        return search;
    }

    private Map<String, Object> archive(Model model) {
        Map<String, Object> archive = new LinkedHashMap<>();
        if (chance(0.7)) archive.put("distance", pick(List.of(0, 1e-9, 0.02, 0.3, 5)));
        if (chance(0.7)) archive.put("capacity", pick(List.of(1, 2, 3, 10, 100)));
        if (chance(0.4)) {
            List<String> names = names(model, true, true);
            double edge = random.nextDouble();
            archive.put("categories", fields(names.get(random.nextInt(names.size())), List.of(edge, 1 + edge)));
        }
        return archive;
    }

    private Map<String, Object> strategy(Model model) {
        Map<String, Object> strategy = new LinkedHashMap<>();
        OptimiserKind kind =
                Optimisers.all().get(random.nextInt(Optimisers.all().size()));
        Map<String, Object> optimiser = new LinkedHashMap<>();
        optimiser.put("name", kind.name());
        optimiser.putAll(options(kind.options()));
        strategy.put("optimiser", optimiser);
        if (chance(0.6)) strategy.put("charts", charts(model));
        if (chance(0.7)) strategy.put("restart", restart());
        if (chance(0.4)) strategy.put("heeds", some(List.of(Guidance.values())));
        if (chance(0.7) && needs(kind, model) == Needs.MEASURES) strategy.put("measures", measures(model));
        return strategy;
    }

    private static Needs needs(OptimiserKind kind, Model model) {
        return kind.create(Options.defaults(kind.options()), model.parameters().dimension(), RandomStream.of(0), null)
                .needs();
    }

    private List<String> charts(Model model) {
        ParameterSpace space = model.parameters();
        List<String> known = Stream.concat(
                        Stream.of(space.name()), model.charts(space).stream().map(Chart::name))
                .toList();
        List<String> charts = some(known);
        return charts.isEmpty() ? known.subList(0, 1) : charts.subList(0, Math.min(3, charts.size()));
    }

    private Map<String, Object> restart() {
        Map<String, Object> restart = new LinkedHashMap<>();
        for (String limit : List.of("after_valid_generations", "stagnation", "max_generations")) {
            if (chance(0.7)) restart.put(limit, pick(List.of(0, 1, 2, 10, 100)));
        }
        if (chance(0.7)) restart.put("warm", pick(List.of(0, 0.5, 1)));
        if (chance(0.3)) restart.put("warm_from", pick(List.of(RestartSettings.WarmFrom.values())));
        if (chance(0.3)) restart.put("growth", pick(List.of(RestartSettings.Growth.values())));
        return restart;
    }

    private Map<String, Object> phases(List<String> strategies) {
        Map<String, Object> phases = new LinkedHashMap<>();
        if (strategies.isEmpty()) return phases;
        for (String name : List.of("first", "second", "third").subList(0, 1 + random.nextInt(3))) {
            Map<String, Object> phase = new LinkedHashMap<>();
            List<String> team = some(strategies);
            phase.put("strategies", team.isEmpty() ? strategies : team);
            if (chance(0.6)) phase.put("evaluations", 1 + random.nextInt(200));
            if (chance(0.4)) phase.put("valid_points", 1 + random.nextInt(10));
            if (phase.size() == 1 || chance(0.3)) phase.put("no_new_cells", 1 + random.nextInt(200));
            phases.put(name, phase);
        }
        return phases;
    }

    private Map<String, Object> measures(Model model) {
        Map<String, Object> measures = new LinkedHashMap<>();
        List<String> names = names(model, true, true);
        for (int i = random.nextInt(4); i > 0; i--) {
            measures.put(
                    names.get(random.nextInt(names.size())), List.of(-random.nextDouble(), 100 * random.nextDouble()));
        }
        return measures;
    }

    private Map<String, Object> novelty(Model model) {
        Map<String, Object> novelty = new LinkedHashMap<>();
        List<DetectorKind> kinds = Detectors.all();
        int drawn = random.nextInt(kinds.size() + 1);
        if (drawn == kinds.size()) {
            novelty.put("detector", NoveltySettings.OFF);
        } else {
            novelty.put("detector", kinds.get(drawn).name());
            novelty.putAll(options(kinds.get(drawn).options()));
        }
        List<NoveltySettings.Space> spaces = some(List.of(NoveltySettings.Space.values()));
        if (!spaces.isEmpty()) novelty.put("space", spaces);
        boolean parameters = spaces.isEmpty() || spaces.contains(NoveltySettings.Space.PARAMETERS);
        boolean observables = spaces.contains(NoveltySettings.Space.OBSERVABLES);
        List<String> names = names(model, parameters, observables);
        if (chance(0.3)) novelty.put("focus", List.of(names.get(random.nextInt(names.size()))));
        if (chance(0.4)) novelty.put("learn", pick(List.of(NoveltySettings.Learn.values())));
        if (chance(0.3)) novelty.put("warmup", random.nextInt(30));
        if (chance(0.3)) novelty.put("cooldown", chance(0.5) ? "on" : "off");
        if (chance(0.2)) {
            List<String> measured = names(model, false, true);
            double from = random.nextDouble();
            novelty.put(
                    "ranges",
                    fields(measured.get(random.nextInt(measured.size())), List.of(from, from + random.nextDouble())));
        }
        return novelty;
    }

    private static List<String> names(Model model, boolean parameters, boolean observables) {
        List<String> names = new ArrayList<>();
        if (parameters) {
            model.parameters().parameters().stream()
                    .filter(parameter -> !parameter.isFixed())
                    .forEach(parameter -> names.add(parameter.name()));
        }
        if (observables) {
            model.observables().stream().filter(o -> !o.isChoice()).forEach(o -> names.add(o.name()));
        }
        return names;
    }

    /** Some of the options of an optimiser or detector, each anywhere in its range, at the ends of it quite often. */
    private Map<String, Object> options(List<Option> declared) {
        Map<String, Object> options = new LinkedHashMap<>();
        double share = pick(List.of(0.0, 0.3, 0.7));
        double largest = effort.largest();
        for (Option option : declared) {
            if (!chance(share)) continue;
            Object value = value(option, largest);
            options.put(option.name(), value);
            if (value instanceof Long count) largest /= Math.max(1, count);
        }
        return options;
    }

    private Object value(Option option, double largest) {
        double max = Math.min(option.max(), Math.max(option.min(), largest));
        if (option.type() == Option.Type.INTEGER) {
            return switch (random.nextInt(4)) {
                case 0 -> (long) option.min();
                case 1 -> (long) max;
                default -> (long) Math.floor(between(option.min(), max));
            };
        }
        boolean open = Double.isInfinite(option.max());
        return switch (random.nextInt(4)) {
            case 0 -> option.min();
            case 1 -> open ? 1e300 : option.max();
            default -> between(option.min(), max);
        };
    }

    /** Small numbers as often as large ones. */
    private double between(double min, double max) {
        double share = random.nextDouble();
        return min + (max - min) * (chance(0.5) ? share : Math.pow(10, -6 * share));
    }

    // ---- chance

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** Each of them or not, in any order. */
    private <T> List<T> some(List<T> values) {
        Set<T> chosen = new LinkedHashSet<>();
        for (int i = random.nextInt(values.size() + 1); i > 0; i--) chosen.add(pick(values));
        return List.copyOf(chosen);
    }
}
