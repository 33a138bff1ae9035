package thetascan.relic;

/** Spin of a particle. */
public enum Spin {
    SCALAR(1),
    /** Dirac, Majorana or (massless) left-handed. */
    FERMION(2),
    VECTOR(3);

    /** Spin states of one massive particle, its antiparticle not counted. */
    final int states;

    Spin(int states) {
        this.states = states;
    }
}
