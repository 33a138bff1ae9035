package thetascan.external.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import thetascan.slha.SlhaDocument;
import thetascan.slha.SlhaEditor;
import thetascan.slha.SlhaTemplate;

/**
 * An SLHA file: a template with entries that are set, and entries that are added.
 *
 * @param name of the file in the work folder
 * @param template its slots are the first inputs of this file
 * @param added    what comes behind them
 * @param first    position of the first slot in a row of inputs
 */
public record SlhaInput(String name, SlhaTemplate template, List<Added> added, int first) implements InputFile {

    /**
     * An entry that the template does not have.
     *
     * @param slot    where
     * @param isWhole true if a whole number is to be written as such
     */
    public record Added(SlhaTemplate.Slot slot, boolean isWhole) {}

    /**
     * Copies the list.
     *
     * @param name of the file in the work folder
     * @param template its slots are the first inputs of this file
     * @param added what comes behind them
     * @param first position of the first slot in a row of inputs
     */
    public SlhaInput {
        added = List.copyOf(added);
    }

    /**
     * Tries it with ones.
     *
     * @throws thetascan.slha.SlhaException if an entry that is to be added is there already
     */
    public void check() {
        double[] ones = new double[template.slots().size() + added.size()];
        Arrays.fill(ones, 1);
        edit(ones, 0);
    }

    /** Adds a block unless the template has it, or it was added before. */
    private static void begin(String block, SlhaDocument document, Set<String> begun, SlhaEditor editor) {
        if (document.blocks(block).isEmpty() && begun.add(block)) editor.addBlock(block, OptionalDouble.empty(), "");
    }

    @Override
    public void write(Path target, Path others, List<double[]> inputs) throws IOException {
        Files.write(target, edit(inputs.get(0), first).bytes());
    }

    private SlhaEditor edit(double[] row, int from) {
        int slots = template.slots().size();
        double[] values = new double[slots];
        System.arraycopy(row, from, values, 0, slots);
        SlhaEditor editor = template.edit(values);
        Set<String> begun = new TreeSet<>();
        for (int i = 0; i < added.size(); i++) {
            SlhaTemplate.Slot slot = added.get(i).slot();
            double value = row[from + slots + i];
            begin(slot.block(), template.document(), begun, editor);
            if (added.get(i).isWhole()) editor.add(slot.block(), slot.indices(), (int) value, "");
            else editor.add(slot.block(), slot.indices(), value, "");
        }
        return editor;
    }
}
