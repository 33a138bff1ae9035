package thetascan.z3hdm;

import thetascan.higgs.Couplings;
import thetascan.higgs.HiggsEvaluation;
import thetascan.higgs.WidthSource;
import thetascan.limit.LimitSet;
import thetascan.model.EvaluationException;
import thetascan.model.PointEvaluator;

/**
 * Evaluates points of the Z3 3HDM in three stages, each filling its observables: {@link #theory} the potential and its
 * bounds, {@link #measurements} what h1, the oblique parameters and flavour are measured by, {@link #searches} the
 * other scalars and the limits on them. Everything is computed into arrays made once.
 */
public final class Z3Evaluator implements PointEvaluator {

    private final Z3Spectrum spectrum = new Z3Spectrum();
    private final Potential potential = new Potential();
    private final Unitarity unitarity = new Unitarity();
    private final BoundedFromBelow boundedFromBelow = new BoundedFromBelow();
    private final Z3Trilinears trilinears = new Z3Trilinears();
    private final HiggsEvaluation higgs;

    private final double[] unitarityValues = new double[Unitarity.COUNT];
    private final double[] boundValues = new double[BoundedFromBelow.COUNT];
    private final double[] boundRanking = new double[BoundedFromBelow.RANKING_COUNT];

    Z3Evaluator(LimitSet limits, WidthSource source) {
        higgs = new HiggsEvaluation(Z3Observables.HIGGS, typeZ(), limits, source);
    }

    /** Leptons couple to φ1, down quarks to φ2, up quarks to φ3. */
    static Couplings typeZ() {
        return new Couplings(Scalars.SECTOR, 2, 1, 0);
    }

    @Override
    public void evaluate(double[] theta, double[] observables) throws EvaluationException {
        theory(theta, observables);
        measurements(observables);
        searches(observables);
    }

    /**
     * λ, m_aa², bounded from below, unitarity.
     *
     * @param theta parameters in the order and units the model declares
     * @param observables receives those of the first stage
     * @throws EvaluationException if a mass lies outside the tables of reference rates
     */
    public void theory(double[] theta, double[] observables) throws EvaluationException {
        spectrum.set(theta);
        higgs.checkMasses(spectrum);
        potential.invert(spectrum);
        boundedFromBelow.evaluate(potential, boundValues, boundRanking);
        unitarity.evaluate(potential, unitarityValues);
        storePotential(observables);
        System.arraycopy(boundValues, 0, observables, Z3Observables.BFB, BoundedFromBelow.COUNT);
        System.arraycopy(boundRanking, 0, observables, Z3Observables.RANK_BFB, BoundedFromBelow.RANKING_COUNT);
        System.arraycopy(unitarityValues, 0, observables, Z3Observables.UNITARITY, Unitarity.COUNT);
    }

    /**
     * Oblique parameters, couplings and signal strengths of h1, B → X_s γ; after {@link #theory}.
     *
     * @param observables receives those of the second stage
     */
    public void measurements(double[] observables) {
        trilinears.set(potential, spectrum);
        higgs.measurements(spectrum, trilinears, observables);
    }

    /**
     * Decays and production of all scalars, search limits; after {@link #measurements}.
     *
     * @param observables receives those of the third stage
     */
    public void searches(double[] observables) {
        higgs.searches(spectrum, trilinears, observables);
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
}
