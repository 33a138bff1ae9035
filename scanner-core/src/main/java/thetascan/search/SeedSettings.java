package thetascan.search;

import thetascan.option.SettingException;
import thetascan.seeding.SeedChoice;

/**
 * Valid points of an earlier catalogue that a scan begins with ({@code search.seeds}): they are evaluated first, under
 * the constraints of this scan, and its first islands start there.
 *
 * @param catalogue folder of the earlier scan; empty = no seeds (default)
 * @param count     points taken from it (default 16)
 * @param by        how they are chosen (default prototypes)
 * @param sigma     first step size of an island that starts at a seed, in the unit box, above 0 and at most 10
 *                  (default 0.1)
 */
public record SeedSettings(String catalogue, int count, SeedChoice by, double sigma) {

    /** No seeds; the rest as it is by default. */
    public static final SeedSettings NONE = new SeedSettings("", 16, SeedChoice.PROTOTYPES, 0.1);

    /**
     * Checks the values.
     *
     * @param catalogue folder of the earlier scan; empty = no seeds (default)
     * @param count points taken from it (default 16)
     * @param by how they are chosen (default prototypes)
     * @param sigma first step size of an island that starts at a seed, in the unit box, above 0 and at most 10 (default 0.1)
     * @throws SettingException naming a key whose value is not allowed
     */
    public SeedSettings {
        if (count < 1) {
            throw new SettingException("count", count + " must be 1 or more");
        }
        if (!(sigma > 0 && sigma <= 10)) {
            throw new SettingException("sigma", sigma + " must be above 0 and at most 10");
        }
    }

    /**
     * True if there are any.
     *
     * @return true if there is a catalogue
     */
    public boolean given() {
        return !catalogue.isEmpty();
    }
}
