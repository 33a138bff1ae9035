package thetascan.lepton;

import thetascan.physics.Pdg2024;

/**
 * Neutral pseudoscalar mesons in τ → lP: mass [GeV] and content of the Z axial current relative to the pion. E. Arganda, M. J.
 * Herrero, J. Portoles, JHEP 06 (2008) 079, arXiv:0803.2039, with the mixing angle θ = −π/10.
 */
enum Meson {
    PI(Pdg2024.M_PION, 1),
    ETA(Pdg2024.M_ETA, (Math.sin(-Math.PI / 10) + Math.sqrt(2) * Math.cos(-Math.PI / 10)) / Math.sqrt(6)),
    ETA_PRIME(Pdg2024.M_ETA_PRIME, (Math.sqrt(2) * Math.sin(-Math.PI / 10) - Math.cos(-Math.PI / 10)) / Math.sqrt(6));

    /** Pion decay constant [GeV], in the normalisation 92.4 MeV. */
    static final double DECAY_CONSTANT = 0.0924;

    final double mass;
    final double content;

    Meson(double mass, double content) {
        this.mass = mass;
        this.content = content;
    }
}
