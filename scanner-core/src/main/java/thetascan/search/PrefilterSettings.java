package thetascan.search;

import thetascan.classifier.ClassifierKind;
import thetascan.option.SettingException;

/**
 * Candidates that are probably not worth an evaluation ({@code search.prefilter}): a classifier learns from the points an
 * island evaluated, and only the best of its candidates are evaluated.
 *
 * @param classifier what learns (default none)
 * @param keep       share of the candidates that is evaluated, above 0 and at most 1 (default 0.3)
 */
public record PrefilterSettings(ClassifierKind classifier, double keep) {

    /** All candidates are evaluated. */
    public static final PrefilterSettings NONE = new PrefilterSettings(ClassifierKind.NONE, 0.3);

    /**
     * Checks the values.
     *
     * @param classifier what learns (default none)
     * @param keep       share of the candidates that is evaluated, above 0 and at most 1 (default 0.3)
     * @throws SettingException naming a key whose value is not allowed
     */
    public PrefilterSettings {
        if (!(keep > 0 && keep <= 1)) {
            throw new SettingException("keep", keep + " must be above 0 and at most 1");
        }
    }
}
