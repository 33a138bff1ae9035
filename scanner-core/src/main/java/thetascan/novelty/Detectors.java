package thetascan.novelty;

import java.util.List;
import thetascan.quantity.Suggestion;

/** The novelty detectors there are. A new one is a class and a line here. */
public final class Detectors {

    private static final List<DetectorKind> ALL = List.of(new Knn.Kind(), new Hbos.Kind(), new HbosPyod.Kind());

    private Detectors() {}

    public static List<DetectorKind> all() {
        return ALL;
    }

    /**
     * @throws IllegalArgumentException if there is none of this name; the message suggests one
     */
    public static DetectorKind named(String name) {
        List<String> known = ALL.stream().map(DetectorKind::name).toList();
        int index = known.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("unknown detector '" + name + "'." + Suggestion.hint(name, known)
                    + " Known: " + String.join(", ", known));
        }
        return ALL.get(index);
    }
}
