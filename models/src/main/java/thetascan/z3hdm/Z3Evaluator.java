package thetascan.z3hdm;

import java.util.Locale;
import thetascan.limit.LimitSet;
import thetascan.model.EvaluationException;
import thetascan.model.PointEvaluator;

/**
 * Evaluates points of the Z3 3HDM in three stages, each filling its observables: {@link #theory} the potential and its
 * bounds, {@link #measurements} what h1, the oblique parameters and flavour are measured by, {@link #searches} the
 * other scalars and the limits on them. Everything is computed into arrays made once.
 */
public final class Z3Evaluator implements PointEvaluator {

    /** BR(B → X_s γ) of the Standard Model in the scans of arXiv:2402.07661. */
    private static final double ANCHOR = 3.3391104e-4;

    private final Spectrum spectrum = new Spectrum();
    private final Potential potential = new Potential();
    private final Unitarity unitarity = new Unitarity();
    private final BoundedFromBelow boundedFromBelow = new BoundedFromBelow();
    private final Couplings couplings = new Couplings();
    private final Oblique oblique = new Oblique();
    private final Trilinears trilinears = new Trilinears();
    private final LoopAmplitudes loops = new LoopAmplitudes();
    private final SignalStrengths signals = new SignalStrengths();
    private final BToSGamma bToSGamma = new BToSGamma(BToSGammaInputs.DEFAULT);
    private final BMesons bMesons = new BMesons();
    private final Widths widths = new Widths();
    private final TopDecays top = new TopDecays();
    private final CrossSections production = new CrossSections();
    private final OverlappingSignals overlapping = new OverlappingSignals();
    private final Searches search;

    private final double[] unitarityValues = new double[Unitarity.COUNT];
    private final double[] boundValues = new double[BoundedFromBelow.COUNT];
    private final double[] boundRanking = new double[BoundedFromBelow.RANKING_COUNT];

    Z3Evaluator(LimitSet limits) {
        search = new Searches(limits);
    }

    @Override
    public void evaluate(double[] theta, double[] observables) throws EvaluationException {
        theory(theta, observables);
        measurements(observables);
        searches(observables);
    }

    /** λ, m_aa², bounded from below, unitarity. */
    public void theory(double[] theta, double[] observables) throws EvaluationException {
        spectrum.set(theta);
        checkMasses();
        potential.invert(spectrum);
        boundedFromBelow.evaluate(potential, boundValues, boundRanking);
        unitarity.evaluate(potential, unitarityValues);
        storePotential(observables);
        System.arraycopy(boundValues, 0, observables, Z3Observables.BFB, BoundedFromBelow.COUNT);
        System.arraycopy(boundRanking, 0, observables, Z3Observables.RANK_BFB, BoundedFromBelow.RANKING_COUNT);
        System.arraycopy(unitarityValues, 0, observables, Z3Observables.UNITARITY, Unitarity.COUNT);
    }

    /** Oblique parameters, couplings and signal strengths of h1, B → X_s γ; after {@link #theory}. */
    public void measurements(double[] observables) {
        couplings.set(spectrum);
        oblique.evaluate(spectrum, couplings);
        trilinears.set(potential, spectrum);
        loops.light(spectrum, couplings, trilinears);
        signals.evaluate(couplings, loops);
        double branching = bToSGamma.evaluate(spectrum, couplings);

        observables[Z3Observables.S] = oblique.s;
        observables[Z3Observables.T] = oblique.t;
        observables[Z3Observables.U] = oblique.u;
        observables[Z3Observables.ST_ELLIPSE] = oblique.ellipse();
        observables[Z3Observables.KAPPA] = couplings.kappaV[0];
        observables[Z3Observables.KAPPA + 1] = couplings.kappaU[0];
        observables[Z3Observables.KAPPA + 2] = couplings.kappaD[0];
        observables[Z3Observables.KAPPA + 3] = couplings.kappaL[0];
        System.arraycopy(signals.mu, 0, observables, Z3Observables.MU, signals.mu.length);
        observables[Z3Observables.BR_BSGAMMA] = branching;
        observables[Z3Observables.BR_BSGAMMA_ANCHORED] = ANCHOR * branching / bToSGamma.standardModel;
        observables[Z3Observables.R] = loops.photonRatio[0];
        observables[Z3Observables.R + 1] = loops.zPhotonRatio[0];
        observables[Z3Observables.R + 2] = loops.gluonRatio[0];
        bMesons.evaluate(spectrum, couplings);
        observables[Z3Observables.B_MESONS] = bMesons.tauNu;
        observables[Z3Observables.B_MESONS + 1] = bMesons.rD;
        observables[Z3Observables.B_MESONS + 2] = bMesons.rDStar;
        observables[Z3Observables.B_MESONS + 3] = bMesons.mixing;
        observables[Z3Observables.KAPPA_LAMBDA] =
                trilinears.hhh(0, 0, 0) * spectrum.vev / (3 * spectrum.massSq[Scalars.H1]);
    }

    /** Decays and production of all scalars, search limits; after {@link #measurements}. */
    public void searches(double[] observables) {
        loops.heavy(spectrum, couplings, trilinears);
        widths.evaluate(spectrum, couplings, trilinears, loops);
        top.evaluate(spectrum, couplings);
        production.evaluate(spectrum, couplings, loops, top);
        overlapping.evaluate(spectrum, signals, widths, production);
        System.arraycopy(overlapping.mu, 0, observables, Z3Observables.MU_ALL, overlapping.mu.length);
        System.arraycopy(widths.total, 0, observables, Z3Observables.WIDTH, Scalars.COUNT);
        System.arraycopy(widths.branching, 0, observables, Z3Observables.BRANCHING, DecayChannels.COUNT);
        search.evaluate(spectrum, couplings, loops, widths, top, production);
        double largest = 0;
        for (int i = 0; i < Scalars.COUNT; i++) {
            observables[Z3Observables.HB_RATIO + i] = search.ratio[i];
            observables[Z3Observables.HB_LIMIT + i] = search.selected[i];
            largest = Math.max(largest, search.ratio[i]);
        }
        observables[Z3Observables.HB_RATIO_MAX] = largest;
    }

    private void storePotential(double[] observables) {
        int i = Z3Observables.LAMBDA;
        observables[i] = potential.l1;
        observables[i + 1] = potential.l2;
        observables[i + 2] = potential.l3;
        observables[i + 3] = potential.l4;
        observables[i + 4] = potential.l5;
        observables[i + 5] = potential.l6;
        observables[i + 6] = potential.l7;
        observables[i + 7] = potential.l8;
        observables[i + 8] = potential.l9;
        observables[i + 9] = potential.l10;
        observables[i + 10] = potential.l11;
        observables[i + 11] = potential.l12;
        observables[Z3Observables.M_SQ] = potential.m11Sq;
        observables[Z3Observables.M_SQ + 1] = potential.m22Sq;
        observables[Z3Observables.M_SQ + 2] = potential.m33Sq;
    }

    private void checkMasses() throws EvaluationException {
        if (spectrum.mass[Scalars.H1] != Z3Parameters.H1_MASS) {
            throw new EvaluationException("m_h1 = " + spectrum.mass[Scalars.H1]
                    + " GeV: the reference rates of h1 are those of " + Z3Parameters.H1_MASS + " GeV.");
        }
        for (int i = Scalars.H2; i < Scalars.COUNT; i++) {
            double mass = spectrum.mass[i];
            if (!(mass >= TabulatedMasses.LOW && mass <= TabulatedMasses.high(i))) {
                throw new EvaluationException(String.format(
                        Locale.ROOT,
                        "mass of %s = %s GeV: outside the tables of reference rates, %s to %s GeV.",
                        Scalars.NAMES.get(i),
                        mass,
                        TabulatedMasses.LOW,
                        TabulatedMasses.high(i)));
            }
        }
    }
}
