package thetascan.family;

import thetascan.model.CostClass;
import thetascan.option.SettingException;

/**
 * How families are sought when a scan ends ({@code families}). The points of the scan do not depend on it.
 *
 * @param evaluations most points evaluated to find out which valid points are connected; 0 = families are not sought (default
 *                    40,000, of dear points 0)
 */
public record FamilySettings(int evaluations) {

    private static final int CHEAP_EVALUATIONS = 40_000;

    /**
     * None where points are dear.
     *
     * @param cost how dear a point is
     * @return the settings of a scan file that says nothing of them
     */
    public static FamilySettings defaults(CostClass cost) {
        return new FamilySettings(cost == CostClass.CHEAP ? CHEAP_EVALUATIONS : 0);
    }

    /**
     * Checks the values.
     *
     * @param evaluations most points evaluated to find out which valid points are connected; 0 = families are not sought (default 40,000, of dear points 0)
     * @throws SettingException if it is negative
     */
    public FamilySettings {
        if (evaluations < 0) {
            throw new SettingException("evaluations", evaluations + " must be 0 (not sought) or more");
        }
    }
}
