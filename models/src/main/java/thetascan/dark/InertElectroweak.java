package thetascan.dark;

import thetascan.physics.DarkZWidths;
import thetascan.physics.DoubletOblique;
import thetascan.physics.HiggsToPhotons;
import thetascan.physics.InvisibleHiggs;
import thetascan.physics.Propagators;

/** What an inert doublet that mixes with nothing does to W, Z and h. Reused. */
public final class InertElectroweak {

    private final DoubletOblique oblique = new DoubletOblique();
    private final double[] unmixed = {1};
    private double photons;
    private double invisible;
    private double zWidth;

    /** Nothing is computed yet. */
    public InertElectroweak() {}

    /**
     * A point.
     *
     * @param p     has the masses of the doublet
     * @param plus  its charged state
     * @param even  its CP-even state
     * @param odd   its CP-odd state
     * @param cEven C of L = −½ C h φ² [GeV] for the CP-even state
     * @param cOdd  the same for the CP-odd one
     * @param cPlus C of L = −C h φ⁺φ⁻ [GeV]
     */
    public void evaluate(Propagators p, int plus, int even, int odd, double cEven, double cOdd, double cPlus) {
        oblique.evaluate(p, plus, even, unmixed, odd);
        photons = HiggsToPhotons.ratio(cPlus, p.massSq(plus));
        double evenMass = Math.sqrt(p.massSq(even));
        double oddMass = Math.sqrt(p.massSq(odd));
        invisible = InvisibleHiggs.identicalScalars(cEven, evenMass) + InvisibleHiggs.identicalScalars(cOdd, oddMass);
        zWidth = DarkZWidths.scalars(1, evenMass, oddMass) + DarkZWidths.chargedScalars(Math.sqrt(p.massSq(plus)));
    }

    /** {@return width of h into dark particles [GeV]} */
    public double invisible() {
        return invisible;
    }

    /**
     * Writes in the order of {@link CommonObservables#electroweak}.
     *
     * @param observables are written to
     * @param at          place of S
     */
    public void write(double[] observables, int at) {
        observables[at] = oblique.s;
        observables[at + 1] = oblique.t;
        observables[at + 2] = oblique.u;
        observables[at + 3] = photons;
        observables[at + 4] = InvisibleHiggs.branching(invisible);
        observables[at + 5] = 1e3 * zWidth;
    }
}
