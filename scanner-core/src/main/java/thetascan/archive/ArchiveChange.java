package thetascan.archive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/** One step of an archive. The same steps in the same order make the same archive of a copy. */
public sealed interface ArchiveChange {

    /**
     * Takes the step.
     *
     * @param archive as it was before the step
     */
    void apply(Archive archive);

    /**
     * What an island brought was taken in.
     *
     * @param harvest what it brought
     */
    record Merged(Harvest harvest) implements ArchiveChange {
        @Override
        public void apply(Archive archive) {
            archive.merge(harvest);
        }
    }

    /**
     * The points were divided into families.
     *
     * @param families family of each point, from 1
     */
    record Divided(int[] families) implements ArchiveChange {
        @Override
        public void apply(Archive archive) {
            archive.divide(families);
        }
    }

    /**
     * Writes steps; {@link #readAll} is the inverse.
     *
     * @param changes steps in order
     * @return the steps in a form of our own, equal on every machine
     */
    static byte[] bytes(List<ArchiveChange> changes) {
        StateOutput out = new StateOutput().put("changes", changes.size());
        for (ArchiveChange change : changes) {
            if (change instanceof Divided divided) {
                out.put("divided", 1)
                        .put(
                                "families",
                                Arrays.stream(divided.families).asLongStream().toArray());
            } else if (change instanceof Merged merged) {
                out.put("divided", 0);
                merged.harvest.save(out);
            }
        }
        return out.toByteArray();
    }

    /**
     * Reads steps.
     *
     * @param bytes what {@link #bytes} wrote
     * @return the steps in order
     */
    static List<ArchiveChange> readAll(byte[] bytes) {
        StateInput in = new StateInput(bytes);
        List<ArchiveChange> changes = new ArrayList<>();
        for (int i = in.getInt("changes"); i > 0; i--) {
            if (in.getInt("divided") == 1) {
                long[] families = in.getLongs("families");
                changes.add(new Divided(
                        Arrays.stream(families).mapToInt(Math::toIntExact).toArray()));
            } else {
                changes.add(new Merged(Harvest.read(in)));
            }
        }
        return changes;
    }
}
