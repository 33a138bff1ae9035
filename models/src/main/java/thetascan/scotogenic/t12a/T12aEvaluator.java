package thetascan.scotogenic.t12a;

import thetascan.dark.CommonObservables;
import thetascan.dark.RelicStage;
import thetascan.lepton.LeptonFlavour;
import thetascan.model.EvaluationException;
import thetascan.model.PointEvaluator;
import thetascan.physics.CasasIbarra;
import thetascan.physics.ComplexMatrix;
import thetascan.physics.HiggsToPhotons;
import thetascan.physics.InvisibleHiggs;
import thetascan.physics.MassOrdering;
import thetascan.physics.Propagators;
import thetascan.quantity.Missing;
import thetascan.relic.Accuracy;
import thetascan.scotogenic.CasasIbarraInput;
import thetascan.scotogenic.FlavourObservables;
import thetascan.scotogenic.InputBasis;
import thetascan.scotogenic.NeutrinoObservables;
import thetascan.scotogenic.Parameters;

/**
 * Evaluates points of T1-2-A in the order of what is needed next: the potential, masses, loop matrix and couplings, flavour, electroweak
 * precision, Higgs boson, scattering. A tachyon leaves everything after the masses undefined, a singular loop matrix everything that
 * needs the couplings. All arrays are made once.
 */
final class T12aEvaluator implements PointEvaluator {

    private final InputBasis basis;
    private final Accuracy accuracy;
    private final T12aParameters parameters;
    private final CasasIbarraInput input;

    private final T12aLagrangian lagrangian = new T12aLagrangian();
    private final T12aSpectrum spectrum = new T12aSpectrum();
    private final T12aTheory theory = new T12aTheory();
    private final Propagators propagators = new Propagators(T12aSpectrum.PARTICLES);
    private final T12aNeutrinos loops = new T12aNeutrinos();
    private final CasasIbarra casasIbarra = new CasasIbarra();
    private final NeutrinoObservables neutrinos = new NeutrinoObservables();
    private final T12aFlavour flavour = new T12aFlavour();
    private final LeptonFlavour rates = new LeptonFlavour();
    private final T12aVacuum vacuum = new T12aVacuum();
    private final T12aColliders colliders = new T12aColliders();
    private final T12aOblique oblique = new T12aOblique();
    private final T12aScattering scattering = new T12aScattering();
    private final RelicStage relic = new RelicStage(T12aObservables.RELIC, this::vertices);
    /** Width of h into dark particles [GeV] of the point evaluated last. */
    private double invisible;

    T12aEvaluator(InputBasis basis) {
        this(basis, Accuracy.STANDARD);
    }

    T12aEvaluator(InputBasis basis, Accuracy accuracy) {
        this.basis = basis;
        this.accuracy = accuracy;
        parameters = new T12aParameters(basis);
        input = new CasasIbarraInput(T12aParameters.NEUTRINOS, parameters.neutrinoExtra());
    }

    @Override
    public void evaluate(double[] theta, double[] observables) throws EvaluationException {
        relic.begin(observables);
        parameters.read(theta, lagrangian);
        rates.convention(Parameters.flavourConvention(theta[parameters.convention()]));
        potential(observables);
        if (!masses(observables)) {
            return;
        }
        propagators.masses(spectrum.squares());
        loops.evaluate(lagrangian, spectrum, propagators);
        if (couplings(theta)) {
            neutrinos.evaluate(
                    loops.loop, loops.error, lagrangian.g, ordering(theta), observables, T12aObservables.NEUTRINOS);
            flavour(observables);
            relic.candidate(spectrum.darkMatter, spectrum.lightestNeutral);
        }
        electroweak(observables);
        scattering.evaluate(spectrum, observables, T12aObservables.SCATTERING);
    }

    @Override
    public int stages() {
        return 2;
    }

    /** The relic density. */
    @Override
    public void evaluateStage(int stage, double[] theta, double[] observables) {
        relic.evaluate(observables);
    }

    private RelicStage.Vertices vertices() {
        T12aRules rules = new T12aRules(accuracy.virtual());
        return new RelicStage.Vertices(rules.rules, () -> write(rules), accuracy);
    }

    /** Writes the vertices of the point that was evaluated last. */
    void write(T12aRules target) {
        target.inputs.at(2 * spectrum.lightestNeutral, invisible);
        target.write(lagrangian, spectrum);
    }

    private void potential(double[] observables) {
        theory.evaluate(lagrangian);
        observables[T12aObservables.M_H] = theory.higgsMass;
        System.arraycopy(theory.bounded, 0, observables, T12aObservables.BFB, theory.bounded.length);
        observables[T12aObservables.BFB_MIN] = smallest(theory.bounded);
        observables[T12aObservables.UNITARITY] = theory.unitarity;
        observables[T12aObservables.QUARTIC] = theory.quartic;
        if (observables[T12aObservables.BFB_MIN] >= 0) {
            observables[T12aObservables.VACUUM] = vacuum.depth(lagrangian);
        }
    }

    private static double smallest(double[] values) {
        double smallest = Double.POSITIVE_INFINITY;
        for (double value : values) {
            if (value < smallest) {
                smallest = value;
            }
        }
        return smallest;
    }

    private boolean masses(double[] observables) {
        boolean positive = spectrum.evaluate(lagrangian);
        int at = T12aObservables.MASSES;
        observables[T12aObservables.M_SQ_MIN] = Math.min(spectrum.phiSq[0], Math.min(spectrum.aSq, spectrum.etaPlusSq));
        observables[at] = root(spectrum.etaPlusSq);
        observables[at + 1] = root(spectrum.aSq);
        observables[at + 2] = root(spectrum.phiSq[0]);
        observables[at + 3] = root(spectrum.phiSq[1]);
        observables[at + 4] = spectrum.psi;
        System.arraycopy(spectrum.chi, 0, observables, at + 5, 4);
        if (!positive) {
            return false;
        }
        spectrum.couplings(lagrangian);
        CommonObservables.writeDarkMatter(
                spectrum.darkMatter,
                spectrum.lightestNeutral,
                spectrum.lightestCharged,
                observables,
                T12aObservables.DM_TYPE);
        return true;
    }

    private static double root(double square) {
        return square > 0 ? Math.sqrt(square) : Missing.UNDEFINED;
    }

    /** Makes sure that the couplings are there; false if the loop matrix allows none. */
    private boolean couplings(double[] theta) throws EvaluationException {
        if (basis == InputBasis.YUKAWAS) {
            return true;
        }
        input.read(theta);
        casasIbarra.loop(loops.loop);
        return casasIbarra.couplings(input.r, input.neutrinos, lagrangian.g);
    }

    private MassOrdering ordering(double[] theta) throws EvaluationException {
        return basis.fromNeutrinoData() ? input.ordering(theta) : Parameters.ordering(theta[parameters.ordering()]);
    }

    private void flavour(double[] observables) {
        observables[T12aObservables.YUKAWA] =
                Math.max(largest(lagrangian.g), Math.max(largest(lagrangian.gR), largest(lagrangian.y)));
        flavour.evaluate(lagrangian, spectrum, propagators);
        rates.evaluate(flavour.amplitudes);
        FlavourObservables.write(rates, observables, T12aObservables.FLAVOUR);
        System.arraycopy(flavour.higgsDecay, 0, observables, T12aObservables.HIGGS_FLAVOUR, 3);
        System.arraycopy(flavour.massShift, 0, observables, T12aObservables.MASS_SHIFT, 3);
    }

    private static double largest(ComplexMatrix couplings) {
        double largest = 0;
        for (int k = 0; k < couplings.re.length; k++) {
            largest = Math.max(largest, couplings.re[k] * couplings.re[k] + couplings.im[k] * couplings.im[k]);
        }
        return Math.sqrt(largest);
    }

    private void electroweak(double[] observables) {
        invisible = invisibleWidth();
        oblique.evaluate(spectrum, propagators);
        observables[T12aObservables.OBLIQUE] = oblique.s;
        observables[T12aObservables.OBLIQUE + 1] = oblique.t;
        observables[T12aObservables.OBLIQUE + 2] = oblique.u;
        observables[T12aObservables.R_GAMGAM] = HiggsToPhotons.ratio(spectrum.cPlus, spectrum.etaPlusSq);
        observables[T12aObservables.BR_H_INV] = InvisibleHiggs.branching(invisible);
        colliders.evaluate(spectrum);
        observables[T12aObservables.Z_DARK] = colliders.zWidth;
        observables[T12aObservables.PAIRS] = colliders.zPair;
        observables[T12aObservables.PAIRS + 1] = colliders.wPair;
        observables[T12aObservables.PAIRS + 2] = colliders.margin;
    }

    private double invisibleWidth() {
        double phi1 = Math.sqrt(spectrum.phiSq[0]);
        double phi2 = Math.sqrt(spectrum.phiSq[1]);
        double width = InvisibleHiggs.identicalScalars(spectrum.cPhi[0], phi1)
                + InvisibleHiggs.identicalScalars(spectrum.cPhi[3], phi2)
                + InvisibleHiggs.scalars(spectrum.cPhi[1], phi1, phi2)
                + InvisibleHiggs.identicalScalars(spectrum.cA, Math.sqrt(spectrum.aSq));
        ComplexMatrix g = spectrum.gChi;
        for (int n = 0; n < 4; n++) {
            width += InvisibleHiggs.identicalFermions(g.re(n, n), g.im(n, n), spectrum.chi[n]);
            for (int m = 0; m < n; m++) {
                width += InvisibleHiggs.fermions(g.re(n, m), g.im(n, m), spectrum.chi[n], spectrum.chi[m]);
            }
        }
        return width;
    }
}
