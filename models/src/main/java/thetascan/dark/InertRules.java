package thetascan.dark;

import static thetascan.physics.Pdg2024.VEV;

import thetascan.relic.FeynmanRules;
import thetascan.relic.InertDoublet;
import thetascan.relic.Particles;
import thetascan.relic.StandardModelFields;
import thetascan.relic.StandardModelInputs;

/** Particles and vertices of the Standard Model with an inert doublet that mixes with nothing, for the relic density. */
public final class InertRules {

    public final StandardModelInputs inputs;
    public final Particles particles = new Particles();
    public final StandardModelFields sm = new StandardModelFields(particles);
    public final InertDoublet eta = new InertDoublet(particles, sm, "R");

    private final double[] unmixed = {1};

    /** @param virtual as in {@link StandardModelInputs} */
    public InertRules(boolean virtual) {
        inputs = new StandardModelInputs(virtual);
    }

    /**
     * Begins a point; {@link #inputs} must be set. Masses in GeV.
     *
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
