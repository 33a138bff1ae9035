package thetascan.dark;

import static thetascan.physics.Pdg2024.VEV;

import thetascan.relic.FeynmanRules;
import thetascan.relic.InertDoublet;
import thetascan.relic.Particles;
import thetascan.relic.StandardModelFields;
import thetascan.relic.StandardModelInputs;

/** Particles and vertices of the Standard Model with an inert doublet that mixes with nothing, for the relic density. */
public final class InertRules {

    /** To be set at each point. */
    public final StandardModelInputs inputs;
    /** All of them; a model may add others. */
    public final Particles particles = new Particles();
    /** Those of the Standard Model. */
    public final StandardModelFields sm = new StandardModelFields(particles);
    /** The doublet. */
    public final InertDoublet eta = new InertDoublet(particles, sm, "R");

    private final double[] unmixed = {1};

    /**
     * Particles without vertices.
     *
     * @param virtual as in {@link StandardModelInputs}
     */
    public InertRules(boolean virtual) {
        inputs = new StandardModelInputs(virtual);
    }

    /**
     * Begins a point; {@link #inputs} must be set. Masses in GeV.
     *
     * @param rules are written to
     * @param plus  mass of the charged state
     * @param even  mass of the CP-even state
     * @param odd   mass of the CP-odd state
     * @param cEven C of L = −½ C h φ² [GeV] for the CP-even state
     * @param cOdd  the same for the CP-odd one
     * @param cPlus C of L = −C h φ⁺φ⁻ [GeV]
     */
    public void write(
            FeynmanRules rules, double plus, double even, double odd, double cEven, double cOdd, double cPlus) {
        rules.begin();
        sm.write(rules, inputs);
        eta.writeGauge(rules, unmixed, 0, 1);
        rules.mass(eta.plus, plus, 0);
        rules.mass(eta.even[0], even, 0);
        rules.mass(eta.odd, odd, 0);
        higgs(rules, eta.even[0], eta.even[0], cEven);
        higgs(rules, eta.odd, eta.odd, cOdd);
        higgs(rules, eta.plus, eta.minus, cPlus);
    }

    private void higgs(FeynmanRules rules, int a, int b, double coupling) {
        rules.sss(sm.higgs, a, b, -coupling);
        rules.ssss(sm.higgs, sm.higgs, a, b, -coupling / VEV);
    }
}
