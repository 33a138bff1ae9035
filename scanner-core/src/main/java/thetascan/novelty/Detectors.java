package thetascan.novelty;

import java.util.List;
import thetascan.registry.Registry;

/** The novelty detectors there are. A new one is a class and a line here, or a service in a jar of its own. */
public final class Detectors {

    private static final Registry<DetectorKind> REGISTRY = new Registry<>(
            "detector",
            DetectorKind.class,
            DetectorKind::name,
            List.of(new Knn.Kind(), new Hbos.Kind(), new HbosPyod.Kind(), new IsolationForest.Kind()));

    private Detectors() {}

    /**
     * All there are.
     *
     * @return those of the program, then those of jars by name
     */
    public static List<DetectorKind> all() {
        return REGISTRY.all();
    }

    /**
     * The detector of a name.
     *
     * @param name as in scan files
     * @return its kind
     * @throws IllegalArgumentException if there is none of this name; the message suggests one
     */
    public static DetectorKind named(String name) {
        return REGISTRY.named(name);
    }
}
