package thetascan.relic;

import java.util.ArrayList;
import java.util.List;

/**
 * The particles of a model. A particle and its antiparticle are two labels, 0, 1, 2, ... in the order they are added; one that is its
 * own antiparticle is one label. Colours are those of quarks: dark particles have none.
 */
public final class Particles {

    /** What the relic density asks of a particle. */
    public enum Kind {
        /** Odd under the symmetry that keeps dark matter stable. Scalars and fermions only. */
        DARK,
        /** In thermal equilibrium with the plasma: what dark particles annihilate into. */
        PLASMA
    }

    private record Label(String name, Spin spin, Kind kind, int anti, int charge, int colours) {}

    private final List<Label> labels = new ArrayList<>();

    /**
     * Adds a neutral particle that is its own antiparticle.
     *
     * @param name not given before
     * @param spin of the particle
     * @param kind dark, or of the Standard Model
     * @return its label
     */
    public int add(String name, Spin spin, Kind kind) {
        return put(new Label(name, spin, kind, labels.size(), 0, 1));
    }

    /**
     * Adds a particle and its antiparticle.
     *
     * @param name of the particle, not given before
     * @param antiName of the antiparticle, not given before
     * @param spin of both
     * @param kind dark, or of the Standard Model
     * @param charge  in thirds of the positron's
     * @param colours 1, or 3 for a quark
     * @return label of the particle; {@link #anti} gives the other
     */
    public int add(String name, String antiName, Spin spin, Kind kind, int charge, int colours) {
        int label = put(new Label(name, spin, kind, labels.size() + 1, charge, colours));
        put(new Label(antiName, spin, kind, label, -charge, colours));
        return label;
    }

    private int put(Label label) {
        if (label.kind == Kind.DARK && (label.spin == Spin.VECTOR || label.colours != 1)) {
            throw new IllegalArgumentException("particle " + label.name
                    + ": a dark vector or coloured dark particle is not supported, its quartic vertices are missing.");
        }
        labels.add(label);
        return labels.size() - 1;
    }

    int count() {
        return labels.size();
    }

    String name(int label) {
        return labels.get(label).name;
    }

    /**
     * {@return the label of the antiparticle}
     *
     * @param label of a particle
     */
    public int anti(int label) {
        return labels.get(label).anti;
    }

    boolean isDark(int label) {
        return labels.get(label).kind == Kind.DARK;
    }

    Spin spin(int label) {
        return labels.get(label).spin;
    }

    int charge(int label) {
        return labels.get(label).charge;
    }

    int colours(int label) {
        return labels.get(label).colours;
    }

    boolean isFermion(int label) {
        return spin(label) == Spin.FERMION;
    }

    boolean isVector(int label) {
        return spin(label) == Spin.VECTOR;
    }

    /**
     * {@return the label of a name}
     *
     * @param name as it was added
     */
    public int label(String name) {
        for (int k = 0; k < labels.size(); k++) {
            if (labels.get(k).name.equals(name)) {
                return k;
            }
        }
        throw new IllegalArgumentException("no particle is named " + name);
    }
}
