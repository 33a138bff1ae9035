package thetascan.scotogenic.minimal;

import thetascan.dark.InertRules;
import thetascan.physics.ComplexMatrix;
import thetascan.relic.FeynmanRules;
import thetascan.relic.InertDoublet;
import thetascan.relic.Particles;
import thetascan.relic.Particles.Kind;
import thetascan.relic.Spin;
import thetascan.relic.StandardModelFields;
import thetascan.relic.StandardModelInputs;

/** Particles and vertices of the minimal scotogenic model for the relic density. */
public final class ScotogenicRules {

    private static final double ROOT = 1 / Math.sqrt(2);

    /** Masses of the Standard Model at the scale of the annihilation. */
    public final StandardModelInputs inputs;
    /** Masses and vertices of the point written last. */
    public final FeynmanRules rules;

    private final InertRules scalars;
    private final int[] n = new int[3];

    /** The rules for {@link thetascan.relic.Accuracy#STANDARD}, virtual W and Z included. */
    public ScotogenicRules() {
        this(true);
    }

    /**
     * The rules with or without virtual W and Z.
     *
     * @param virtual as in {@link StandardModelInputs}
     */
    public ScotogenicRules(boolean virtual) {
        scalars = new InertRules(virtual);
        inputs = scalars.inputs;
        for (int k = 0; k < 3; k++) {
            n[k] = scalars.particles.add("N" + (k + 1), Spin.FERMION, Kind.DARK);
        }
        rules = new FeynmanRules(scalars.particles);
        write(new ScotogenicLagrangian(), new ScotogenicSpectrum());
    }

    /**
     * Takes over a point; {@link #inputs} must be set.
     *
     * @param l couplings of the point
     * @param spectrum masses of the same point
     */
    public void write(ScotogenicLagrangian l, ScotogenicSpectrum spectrum) {
        scalars.write(
                rules,
                Math.sqrt(spectrum.squares[ScotogenicSpectrum.ETA_PLUS]),
                Math.sqrt(spectrum.squares[ScotogenicSpectrum.ETA_R]),
                Math.sqrt(spectrum.squares[ScotogenicSpectrum.ETA_I]),
                spectrum.cR,
                spectrum.cI,
                spectrum.cPlus);
        for (int k = 0; k < 3; k++) {
            rules.mass(n[k], Math.sqrt(spectrum.squares[ScotogenicSpectrum.N + k]), 0);
            for (int f = 0; f < 3; f++) {
                yukawa(n[k], f, l.y, k);
            }
        }
    }

    private void yukawa(int fermion, int f, ComplexMatrix y, int k) {
        double re = y.re(k, f);
        double im = y.im(k, f);
        Particles particles = scalars.particles;
        StandardModelFields sm = scalars.sm;
        InertDoublet eta = scalars.eta;
        int nu = sm.neutrino[f];
        int nuBar = particles.anti(nu);
        rules.ffs(fermion, sm.lepton[f], eta.plus, re, im, 0, 0);
        rules.ffs(particles.anti(sm.lepton[f]), fermion, eta.minus, 0, 0, re, -im);
        rules.ffs(fermion, nu, eta.even[0], -re * ROOT, -im * ROOT, 0, 0);
        rules.ffs(nuBar, fermion, eta.even[0], 0, 0, -re * ROOT, im * ROOT);
        rules.ffs(fermion, nu, eta.odd, im * ROOT, -re * ROOT, 0, 0);
        rules.ffs(nuBar, fermion, eta.odd, 0, 0, im * ROOT, re * ROOT);
    }
}
