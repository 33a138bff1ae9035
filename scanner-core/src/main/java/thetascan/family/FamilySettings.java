package thetascan.family;

import thetascan.model.CostClass;
import thetascan.option.SettingException;

/**
 * How families are sought when a scan ends ({@code families}). The points of the scan do not depend on it.
 *
 * @param evaluations most points evaluated to find out which valid points are connected; 0 = families are not sought
 */
public record FamilySettings(int evaluations) {

    private static final int CHEAP_EVALUATIONS = 20_000;

    /** None where points are dear. */
    public static FamilySettings defaults(CostClass cost) {
        return new FamilySettings(cost == CostClass.CHEAP ? CHEAP_EVALUATIONS : 0);
    }

    public FamilySettings {
        if (evaluations < 0) {
            throw new SettingException("evaluations", evaluations + " must be 0 (not sought) or more");
        }
    }
}
