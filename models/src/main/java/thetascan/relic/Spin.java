package thetascan.relic;

/** Spin of a particle. */
public enum Spin {
    /** Spin 0. */
    SCALAR(1),
    /** Dirac, Majorana or (massless) left-handed. */
    FERMION(2),
    /** Spin 1. */
    VECTOR(3);

    /** Spin states of one massive particle, its antiparticle not counted. */
    final int states;

    Spin(int states) {
        this.states = states;
    }
}
