package thetascan.higgs;

import java.util.Locale;
import thetascan.limit.LimitSet;
import thetascan.model.EvaluationException;

/**
 * From spectrum and trilinear couplings to observables, in two steps: {@link #measurements} what the observed Higgs boson, the oblique
 * parameters and flavour are measured by, {@link #searches} the other scalars and the limits on them. Everything is computed into arrays made
 * once.
 */
public final class HiggsEvaluation {

    /** BR(B → X_s γ) of the Standard Model in the scans of arXiv:2402.07661. */
    private static final double ANCHOR = 3.3391104e-4;

    private final HiggsSector sector;
    private final HiggsObservables place;
    private final Couplings couplings;
    private final Oblique oblique;
    private final LoopAmplitudes loops;
    private final SignalStrengths signals;
    private final BToSGamma bToSGamma = new BToSGamma(BToSGammaInputs.DEFAULT);
    private final BMesons bMesons;
    private final BsToMuMu muons;
    private final Widths widths;
    private final TopDecays top;
    private final CrossSections production;
    private final OverlappingSignals overlapping;
    private final Searches search;

    /**
     * An evaluation that writes where the observables say.
     *
     * @param place     of the observables
     * @param couplings which doublet couples to what
     * @param limits    of searches
     * @param source    of the widths
     */
    public HiggsEvaluation(HiggsObservables place, Couplings couplings, LimitSet limits, WidthSource source) {
        sector = place.sector();
        this.place = place;
        this.couplings = couplings;
        oblique = new Oblique(sector);
        loops = new LoopAmplitudes(sector, source);
        signals = new SignalStrengths(source);
        bMesons = new BMesons(sector);
        muons = new BsToMuMu(sector);
        widths = new Widths(sector, place.channels(), source);
        top = new TopDecays(sector);
        production = new CrossSections(sector, source);
        overlapping = new OverlappingSignals(sector, place.channels());
        search = new Searches(sector, place.channels(), limits);
    }

    /**
     * Refuses masses for which there are no reference rates.
     *
     * @param s the masses
     * @throws EvaluationException naming the mass and the range
     */
    public void checkMasses(Spectrum s) throws EvaluationException {
        if (s.mass[0] != TabulatedMasses.OBSERVED) {
            throw new EvaluationException(
                    "m_" + sector.names().get(0) + " = " + s.mass[0] + " GeV: the reference rates of "
                            + sector.names().get(0) + " are those of " + TabulatedMasses.OBSERVED + " GeV.");
        }
        for (int i = 1; i < sector.count(); i++) {
            double mass = s.mass[i];
            double high = TabulatedMasses.high(sector, i);
            if (!(mass >= TabulatedMasses.LOW && mass <= high)) {
                throw new EvaluationException(String.format(
                        Locale.ROOT,
                        "mass of %s = %s GeV: outside the tables of reference rates, %s to %s GeV.",
                        sector.names().get(i),
                        mass,
                        TabulatedMasses.LOW,
                        high));
            }
        }
    }

    /**
     * Oblique parameters, couplings and signal strengths of the observed Higgs boson, B → X_s γ.
     *
     * @param spectrum    of the point
     * @param trilinears  of the point
     * @param observables are written to
     */
    public void measurements(Spectrum spectrum, Trilinears trilinears, double[] observables) {
        couplings.set(spectrum);
        oblique.evaluate(spectrum, couplings);
        loops.light(spectrum, couplings, trilinears);
        signals.evaluate(couplings, loops);
        double branching = bToSGamma.evaluate(spectrum, couplings);

        observables[place.oblique()] = oblique.s;
        observables[place.oblique() + 1] = oblique.t;
        observables[place.oblique() + 2] = oblique.u;
        observables[place.oblique() + 3] = oblique.ellipse();
        observables[place.kappa()] = couplings.kappaV[0];
        observables[place.kappa() + 1] = couplings.kappaU[0];
        observables[place.kappa() + 2] = couplings.kappaD[0];
        observables[place.kappa() + 3] = couplings.kappaL[0];
        System.arraycopy(signals.mu, 0, observables, place.mu(), signals.mu.length);
        observables[place.bToSGamma()] = branching;
        observables[place.bToSGamma() + 1] = ANCHOR * branching / bToSGamma.standardModel;
        observables[place.ratios()] = loops.photonRatio[0];
        observables[place.ratios() + 1] = loops.zPhotonRatio[0];
        observables[place.ratios() + 2] = loops.gluonRatio[0];
        bMesons.evaluate(spectrum, couplings);
        observables[place.bMesons()] = bMesons.tauNu;
        observables[place.bMesons() + 1] = bMesons.rD;
        observables[place.bMesons() + 2] = bMesons.rDStar;
        observables[place.bMesons() + 3] = bMesons.mixing;
        observables[place.bMesons() + 4] = muons.evaluate(spectrum, couplings, trilinears);
        observables[place.kappaLambda()] = trilinears.hhh(0, 0, 0) * spectrum.vev / (3 * spectrum.massSq[0]);
    }

    /**
     * Decays and production of all scalars, search limits; after {@link #measurements}.
     *
     * @param spectrum    of the point
     * @param trilinears  of the point
     * @param observables are written to
     */
    public void searches(Spectrum spectrum, Trilinears trilinears, double[] observables) {
        loops.heavy(spectrum, couplings, trilinears);
        widths.evaluate(spectrum, couplings, trilinears, loops);
        top.evaluate(spectrum, couplings);
        production.evaluate(spectrum, couplings, loops, top);
        overlapping.evaluate(spectrum, signals, widths, production);
        System.arraycopy(overlapping.mu, 0, observables, place.allMu(), overlapping.mu.length);
        System.arraycopy(widths.total, 0, observables, place.width(), widths.total.length);
        System.arraycopy(widths.branching, 0, observables, place.branching(), widths.branching.length);
        search.evaluate(spectrum, couplings, loops, widths, top, production);
        double largest = 0;
        for (int i = 0; i < search.ratio.length; i++) {
            observables[place.ratio() + i] = search.ratio[i];
            observables[place.limit() + i] = search.selected[i];
            largest = Math.max(largest, search.ratio[i]);
        }
        observables[place.largestRatio()] = largest;
    }
}
