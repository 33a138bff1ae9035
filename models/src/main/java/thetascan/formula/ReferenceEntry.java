package thetascan.formula;

import java.util.ArrayList;
import java.util.List;
import thetascan.model.Reference;

/** The section {@code references}: a citation key and its text, or text and arXiv number or DOI. */
public final class ReferenceEntry {

    private ReferenceEntry() {}

    /**
     * {@return all of them, in the order of the file}
     *
     * @param section {@code references} of the file
     */
    public static List<Reference> all(Keys section) {
        List<Reference> references = new ArrayList<>();
        for (String key : section.names()) {
            if (section.tree(key) instanceof Tree.Fields) {
                Keys keys = section.below(key);
                references.add(new Reference(key, keys.text("text"), keys.text("id", "")));
                keys.refuseOthers();
            } else {
                references.add(new Reference(key, section.text(key), ""));
            }
        }
        return references;
    }
}
