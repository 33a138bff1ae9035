package thetascan.report.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import thetascan.catalogue.Provenance;
import thetascan.model.Model;
import thetascan.model.SlhaEntries;
import thetascan.quantity.Quantity;
import thetascan.slha.SlhaDocument;
import thetascan.slha.SlhaEditor;

/** A file of the SUSY Les Houches Accord for each point: what has a place there by convention, and everything in lists of its own. */
public final class SlhaFiles {

    /** Block of the parameters in the order of the model. */
    private static final String PARAMETERS = "MINPAR";
    /** Block of the observables that have no place of their own, by their number in the model. */
    private static final String OBSERVABLES = "OBSERVABLES";

    private static final String DECAY = "DECAY";
    private static final Map<String, Double> IN_GEV = Map.of("GeV", 1.0, "MeV", 1e-3, "keV", 1e-6, "eV", 1e-9);

    private final ExportedPoints points;
    private final Model model;
    private final SlhaEntries entries;
    /** The blocks that the model has places in. */
    private final Set<String> blocks = new LinkedHashSet<>();

    /** @param points to be written */
    public SlhaFiles(ExportedPoints points) {
        this.points = points;
        model = points.config().model();
        entries = model.slha();
        entries.constants().keySet().forEach(place -> blocks.add(words(place)[0]));
        entries.places().values().forEach(places -> places.forEach(place -> blocks.add(words(place)[0])));
        blocks.remove(DECAY);
    }

    /**
     * Writes {@code ID.slha} for each point.
     *
     * @param folder made if it is not there
     * @throws IOException if a file cannot be written
     */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (ExportedPoints.Point point : points.points())
            Files.writeString(folder.resolve(point.id() + ".slha"), text(point));
    }

    private String text(ExportedPoints.Point point) {
        SlhaDocument head = SlhaDocument.of(
                "# point " + point.id() + " of model " + model.name() + " " + model.version() + ", seed "
                        + points.config().seed() + "\n"
                        + "BLOCK SPINFO   # program\n"
                        + "     1   ThetaScan\n"
                        + "     2   " + Provenance.programVersion() + "\n"
                        + "BLOCK MODSEL   # model\n"
                        + "     1   0   # parameters at the low scale; " + comment(model.name()) + "\n",
                point.id());
        SlhaEditor file = head.edit();
        Map<String, Double> values = new LinkedHashMap<>();
        Map<String, Quantity> quantities = new LinkedHashMap<>();
        fill(values, quantities, points.parameters(), point.parameters());
        fill(values, quantities, points.observables(), point.observables());
        file.addBlock(PARAMETERS, OptionalDouble.empty(), "parameters in the order of the model");
        for (int i = 0; i < points.parameters().size(); i++) {
            Quantity quantity = points.parameters().get(i);
            file.add(PARAMETERS, List.of(i + 1), point.parameters()[i], comment(named(quantity)));
        }
        for (String block : blocks) addBlock(file, block, values, quantities);
        addOthers(file, point);
        addDecays(file, values);
        return file.text();
    }

    private static void fill(
            Map<String, Double> values, Map<String, Quantity> quantities, List<Quantity> of, double[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            if (!Double.isFinite(numbers[i])) continue;
            values.put(of.get(i).name(), numbers[i]);
            quantities.put(of.get(i).name(), of.get(i));
        }
    }

    private void addBlock(SlhaEditor file, String block, Map<String, Double> values, Map<String, Quantity> quantities) {
        Set<List<Integer>> there = new HashSet<>();
        List<Runnable> lines = new ArrayList<>();
        entries.places().forEach((name, places) -> {
            Double value = values.get(name);
            Quantity quantity = quantities.get(name);
            if (value == null || quantity == null) return;
            for (String place : places) {
                if (!words(place)[0].equals(block) || !there.add(indices(place))) continue;
                double factor = block.equals("MASS") ? IN_GEV.getOrDefault(quantity.unit(), 1.0) : 1;
                String unit = block.equals("MASS") ? name + " [GeV]" : named(quantity);
                lines.add(() -> file.add(block, indices(place), value * factor, comment(unit)));
            }
        });
        entries.constants().forEach((place, value) -> {
            if (words(place)[0].equals(block) && there.add(indices(place)))
                lines.add(() -> file.add(block, indices(place), value, ""));
        });
        if (lines.isEmpty()) return;
        file.addBlock(block, OptionalDouble.empty(), "");
        lines.forEach(Runnable::run);
    }

    private void addOthers(SlhaEditor file, ExportedPoints.Point point) {
        file.addBlock(OBSERVABLES, OptionalDouble.empty(), "by their number in the model");
        for (int i = 0; i < points.observables().size(); i++) {
            Quantity quantity = points.observables().get(i);
            double value = point.observables()[i];
            if (!Double.isFinite(value) || entries.places().containsKey(quantity.name())) continue;
            if (quantity.isChoice()) {
                String meaning = quantity.name() + ": " + quantity.meaning(value);
                file.add(OBSERVABLES, List.of(i + 1), (int) value, comment(meaning));
            } else {
                file.add(OBSERVABLES, List.of(i + 1), value, comment(named(quantity)));
            }
        }
    }

    private void addDecays(SlhaEditor file, Map<String, Double> values) {
        entries.places().forEach((name, places) -> {
            Double width = values.get(name);
            for (String place : places) {
                if (!place.startsWith(DECAY) || place.contains(":") || width == null) continue;
                int parent = indices(place).get(0);
                file.addDecay(parent, width, comment(name));
                addChannels(file, parent, values);
            }
        });
    }

    private void addChannels(SlhaEditor file, int parent, Map<String, Double> values) {
        String begin = DECAY + " " + parent + ":";
        entries.places().forEach((name, places) -> {
            Double ratio = values.get(name);
            if (ratio == null || ratio == 0) return;
            for (String place : places) {
                if (!place.startsWith(begin)) continue;
                List<Integer> daughters = numbers(place.substring(begin.length()));
                file.addChannel(parent, ratio / places.size(), daughters, comment(name));
            }
        });
    }

    private static String[] words(String place) {
        return place.split(" ");
    }

    private static List<Integer> indices(String place) {
        return numbers(place.substring(place.indexOf(' ')).replaceFirst(":.*", ""));
    }

    private static List<Integer> numbers(String text) {
        return Arrays.stream(text.strip().split(" ")).map(Integer::valueOf).toList();
    }

    private static String named(Quantity quantity) {
        return quantity.name() + (quantity.unit().equals("1") ? "" : " [" + quantity.unit() + "]");
    }

    private static String comment(String text) {
        return text.replace('#', ' ').replace('\n', ' ');
    }
}
