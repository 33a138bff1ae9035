package thetascan.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import thetascan.catalogue.SeedPoints;
import thetascan.constraint.ConstraintSet;
import thetascan.extension.Extensions;
import thetascan.family.FamilySettings;
import thetascan.model.Domain;
import thetascan.model.Model;
import thetascan.option.Option;
import thetascan.scan.KeepSettings;
import thetascan.scan.ScanSetup;
import thetascan.scan.StopRules;
import thetascan.search.SearchSettings;
import thetascan.search.SearchSetup;
import thetascan.space.ParameterSpace;
import thetascan.space.Scale;

/**
 * A scan file, checked and resolved: every key has its value.
 *
 * @param name          of the scan, for people
 * @param seed          all randomness follows from it
 * @param model whose parameter space is searched
 * @param limits        folder the search limits of the model were read from; empty = those that come with it
 * @param timeLimit     of a point; zero = none
 * @param space         the model's parameters with the ranges and scales of this scan
 * @param constraintSet set of the model that the constraints started from
 * @param constraints what decides validity, those of the scan file included
 * @param search how to search
 * @param stop when to end
 * @param run where and with how many threads
 * @param output        folder of the catalogue
 * @param keep which points to keep
 * @param notes         what was understood otherwise than it is written, a line each
 * @param families how families of valid points are sought
 */
public record ScanConfig(
        String name,
        long seed,
        Model model,
        String limits,
        Duration timeLimit,
        ParameterSpace space,
        String constraintSet,
        ConstraintSet constraints,
        SearchSettings search,
        StopRules stop,
        RunSettings run,
        String output,
        KeepSettings keep,
        FamilySettings families,
        List<String> notes) {

    /** Keys, and beginnings of keys, that may change when a scan is resumed. */
    private static final List<String> FREE = List.of(
            "scan",
            "stop.",
            "run.",
            "output.path",
            "families.",
            "model.time_limit",
            "model.folder", // the hash of a program tells whether it is the same
            "model.work",
            "model.cache",
            "model.cache.folder",
            "model.cache.size",
            "model.keep_failed");

    /**
     * Makes sure that what the model needs is on this machine.
     *
     * @throws ConfigException saying what is missing
     */
    public void checkHere() {
        try {
            model.checkHere();
        } catch (IllegalStateException e) {
            throw new ConfigException(String.valueOf(e.getMessage()));
        }
    }

    private static final Pattern FREE_OF_PROGRAMS =
            Pattern.compile("model\\.(program|programs\\.[^.]+)\\.(work|time_limit|start_limit|memory_limit)");

    /**
     * Reads a scan file.
     *
     * @param file        a YAML file
     * @param assignments laid over the file
     * @return what it resolves to
     * @throws ConfigException naming everything that is wrong
     */
    public static ScanConfig read(Path file, List<Assignment> assignments) {
        return read(YamlReader.read(file), file, assignments);
    }

    /**
     * Reads the text of a scan file.
     *
     * @param yaml   the text
     * @param source where it is from, for messages
     * @return what it resolves to
     * @throws ConfigException naming everything that is wrong
     */
    public static ScanConfig parse(String yaml, String source) {
        return parse(yaml, source, List.of());
    }

    static ScanConfig parse(String yaml, String source, List<Assignment> assignments) {
        return read(YamlReader.parse(yaml, source), Path.of(source), assignments);
    }

    private static ScanConfig read(ConfigNode.Fields file, Path path, List<Assignment> assignments) {
        return new ScanConfigReader(laidOver(file, assignments), path).read();
    }

    /**
     * Opens the jars of a scan file ({@code run.jars}). The model may be in one of them, so this comes before reading.
     *
     * @param file        a YAML file
     * @param assignments laid over the file
     * @return the jars, open
     * @throws ConfigException if they cannot be opened
     */
    public static Extensions openJars(Path file, List<Assignment> assignments) {
        return new ScanConfigReader(laidOver(YamlReader.read(file), assignments), file).openJars();
    }

    /**
     * The same for the text of a scan file.
     *
     * @param yaml   the text
     * @param source where it is from, for messages
     * @return the jars, open
     * @throws ConfigException if they cannot be opened
     */
    public static Extensions openJars(String yaml, String source) {
        return new ScanConfigReader(YamlReader.parse(yaml, source), Path.of(source)).openJars();
    }

    private static ConfigNode.Fields laidOver(ConfigNode.Fields file, List<Assignment> assignments) {
        ConfigNode.Fields root = file;
        for (Assignment assignment : assignments) root = assignment.applyTo(root);
        return root;
    }

    /**
     * What the engine needs.
     *
     * @return the scan, made anew at each call
     * @throws IllegalArgumentException if the parts do not fit together
     */
    public ScanSetup setup() {
        SearchSetup setup = new SearchSetup(seed, model, space, constraints, search, timeLimit);
        Supplier<List<double[]>> seeds = () -> SeedPoints.choose(search.seeds(), model, space, seed);
        return new ScanSetup(setup, stop, keep, seeds, run.checkpointEvery());
    }

    /**
     * What it is.
     *
     * @return model, number of free parameters and of constraints, in a line
     */
    public String summary() {
        return model.name() + ", " + count(space.dimension(), "free parameter") + ", "
                + count(constraints.constraints().size(), "constraint");
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    /**
     * What is allowed but hardly meant: ranges in which the model cannot be evaluated.
     *
     * @return a line each; empty if all is well
     */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        for (Domain domain : model.domains()) {
            Scale scale =
                    space.parameters().get(space.index(domain.parameter())).scale();
            boolean nowhere = scale.upper() < domain.lower() || scale.lower() > domain.upper();
            boolean partly = scale.lower() < domain.lower() || scale.upper() > domain.upper();
            if (nowhere || partly) {
                warnings.add("parameters." + domain.parameter() + ": " + (nowhere ? "all of [" : "part of [")
                        + Option.format(scale.lower()) + ", " + Option.format(scale.upper()) + "] is outside "
                        + domain.reason() + ends(domain) + ". " + (nowhere ? "Every point" : "Points there")
                        + " will fail.");
            }
        }
        return warnings;
    }

    private static String ends(Domain domain) {
        return domain.isHalfInfinite()
                ? ""
                : ", [" + Option.format(domain.lower()) + ", " + Option.format(domain.upper()) + "]";
    }

    /**
     * The same with its catalogue in another folder.
     *
     * @param folder of the catalogue
     * @return the changed configuration
     */
    public ScanConfig withOutput(String folder) {
        return with(seed, folder);
    }

    /**
     * The same with another seed.
     *
     * @param otherSeed all randomness follows from it
     * @return the changed configuration
     */
    public ScanConfig withSeed(long otherSeed) {
        return with(otherSeed, output);
    }

    private ScanConfig with(long otherSeed, String folder) {
        return new ScanConfig(
                name,
                otherSeed,
                model,
                limits,
                timeLimit,
                space,
                constraintSet,
                constraints,
                search,
                stop,
                run,
                folder,
                keep,
                families,
                notes);
    }

    /**
     * Every key with its path, such as {@code search.islands}, and its value as it would stand in a scan file.
     *
     * @return in the order of {@link #toYaml}
     */
    public Map<String, String> values() {
        return ScanConfigReader.flat(ScanConfigReader.write(this));
    }

    /**
     * The whole configuration in YAML; reading it gives the same configuration.
     *
     * @return every key with its value
     */
    public String toYaml() {
        return YamlWriter.write(ScanConfigReader.write(this));
    }

    /**
     * What keeps a scan with this configuration from going on where one with another stopped. Stop rules, place and
     * folder may change: they do not change which points come first.
     *
     * @param stored {@link #toYaml} of the scan as it was begun
     * @param source where it was found, for messages
     * @return one line per key; empty if nothing keeps it
     */
    public List<String> conflicts(String stored, String source) {
        Map<String, String> now = ScanConfigReader.flat(ScanConfigReader.write(this));
        Map<String, String> then =
                ScanConfigReader.flat(new FormerNames(model.formerNames()).replaced(YamlReader.parse(stored, source)));
        Set<String> keys = new TreeSet<>(now.keySet());
        keys.addAll(then.keySet());
        Map<String, String> defaults = then.keySet().containsAll(now.keySet()) ? Map.of() : defaults(stored, source);
        List<String> conflicts = new ArrayList<>();
        for (String key : keys) {
            String before = then.getOrDefault(key, defaults.getOrDefault(key, "absent"));
            String after = now.getOrDefault(key, "absent");
            if (!isFree(key) && !before.equals(after)) conflicts.add(key + " was " + before + ", is now " + after);
        }
        return conflicts;
    }

    /** What the stored configuration means by keys that there were none of when it was written. */
    private static Map<String, String> defaults(String stored, String source) {
        return ScanConfigReader.flat(ScanConfigReader.write(parse(stored, source)));
    }

    private static boolean isFree(String key) {
        return FREE_OF_PROGRAMS.matcher(key).matches()
                || FREE.stream().anyMatch(free -> free.endsWith(".") ? key.startsWith(free) : key.equals(free));
    }
}
