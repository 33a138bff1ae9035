package thetascan.scotogenic;

import java.util.LinkedHashMap;
import java.util.Map;
import thetascan.constraint.Constraint;
import thetascan.constraint.ConstraintSet;

/**
 * Named constraint sets. {@code published} and those made from it by replacing data are what publications of a model ask for; {@code
 * default}, which is {@code 2026}, has the newest data and everything else that excludes a point.
 */
public final class ScotogenicConstraints {

    private static final String PLANCK_2018 = "relic-density-planck-2018.json";
    private static final String ACT_2025 = "relic-density-act-2025.json";

    private ScotogenicConstraints() {}

    /**
     * Reads the constraint sets of a model.
     *
     * @param base       file of what the publications of the model ask for
     * @param exclusions file of what excludes points beyond that
     * @return the sets by name
     */
    public static Map<String, ConstraintSet> named(String base, String exclusions) {
        ConstraintSet all = read(base);
        ConstraintSet newest = with(
                all,
                "delta-a-mu-2025.json",
                ACT_2025,
                "neutrinos-nufit60.json",
                "neutrinos-2026.json",
                "lepton-flavour-2025.json");
        ConstraintSet sound = newest;
        for (Constraint constraint : read(exclusions).constraints()) {
            sound = sound.with(constraint);
        }
        Map<String, ConstraintSet> sets = new LinkedHashMap<>();
        sets.put("default", sound);
        sets.put("2026", sound);
        sets.put("published", all);
        for (String year : new String[] {"2021", "2023", "2025"}) {
            String moment = "delta-a-mu-" + year;
            sets.put(moment, with(all, moment + ".json"));
            sets.put(year, with(all, moment + ".json", year.equals("2025") ? ACT_2025 : PLANCK_2018));
        }
        sets.put("relic-density-planck-2018", with(all, PLANCK_2018));
        sets.put("relic-density-act-2025", with(all, ACT_2025));
        for (String experiment : new String[] {"lz-2022", "pandax-2024", "xenonnt-2025", "rescaled"}) {
            sets.put("direct-detection-" + experiment, with(all, "direct-detection-" + experiment + ".json"));
        }
        sets.put("inverted-ordering", with(all, "neutrinos-inverted.json"));
        sets.put("latest", newest);
        return sets;
    }

    private static ConstraintSet read(String file) {
        return ConstraintSet.read(ScotogenicConstraints.class, file);
    }

    /** Replaces constraints by those of the same names in other files; a recorded one stays recorded. */
    private static ConstraintSet with(ConstraintSet base, String... files) {
        ConstraintSet changed = base;
        for (String file : files) {
            for (Constraint constraint : read(file).constraints()) {
                changed = changed.with(
                        constraint.withMode(base.constraint(constraint.name()).mode()));
            }
        }
        return changed;
    }
}
