package thetascan.twohdm;

import thetascan.higgs.Couplings;
import thetascan.higgs.HiggsEvaluation;
import thetascan.higgs.TwoDoubletBounds;
import thetascan.higgs.WidthSource;
import thetascan.limit.LimitSet;
import thetascan.model.EvaluationException;
import thetascan.model.PointEvaluator;
import thetascan.physics.SelfCouplingLoops;

/** Evaluates points of the two-Higgs-doublet model. Everything is computed into arrays made once. */
final class TwoHdmEvaluator implements PointEvaluator {

    private final TwoHdmSpectrum spectrum = new TwoHdmSpectrum();
    private final TwoHdmPotential potential = new TwoHdmPotential();
    private final TwoHdmTrilinears trilinears = new TwoHdmTrilinears();
    private final TwoDoubletBounds bounds = new TwoDoubletBounds();
    private final Couplings couplings;
    private final HiggsEvaluation higgs;

    TwoHdmEvaluator(YukawaType type, LimitSet limits) {
        couplings = type.couplings(TwoHdmSpectrum.SECTOR);
        higgs = new HiggsEvaluation(TwoHdmObservables.HIGGS, couplings, limits, WidthSource.AMPLITUDES);
    }

    @Override
    public void evaluate(double[] theta, double[] observables) throws EvaluationException {
        double cosBa = theta[TwoHdmParameters.COS_BA];
        if (!(cosBa >= -1 && cosBa <= 1)) {
            throw new EvaluationException("cos_ba = " + cosBa + ": must lie between -1 and 1.");
        }
        double tanBeta = theta[TwoHdmParameters.TAN_BETA];
        if (!(tanBeta > 0 && tanBeta < Double.POSITIVE_INFINITY)) {
            throw new EvaluationException("tan_beta = " + tanBeta + ": must be positive.");
        }
        spectrum.set(theta);
        higgs.checkMasses(spectrum);
        potential.invert(spectrum);
        trilinears.set(potential, spectrum);
        theory(observables);
        higgs.measurements(spectrum, trilinears, observables);
        observables[TwoHdmObservables.KAPPA_LAMBDA_LOOP] =
                observables[TwoHdmObservables.HIGGS.kappaLambda()] + selfCouplingLoops();
        higgs.searches(spectrum, trilinears, observables);
    }

    /** Of H, A and the charged scalar. */
    private double selfCouplingLoops() {
        double bareSq = spectrum.m12Sq / (spectrum.vHat[0] * spectrum.vHat[1]);
        return loop(TwoHdmSpectrum.H0, bareSq) + loop(TwoHdmSpectrum.A, bareSq) + 2 * loop(TwoHdmSpectrum.HPM, bareSq);
    }

    private double loop(int state, double bareSq) {
        return SelfCouplingLoops.of(spectrum.massSq[state], bareSq, spectrum.mass[TwoHdmSpectrum.H], spectrum.vev);
    }

    private void theory(double[] observables) {
        TwoHdmPotential v = potential;
        observables[TwoHdmObservables.LAMBDA] = v.l1;
        observables[TwoHdmObservables.LAMBDA + 1] = v.l2;
        observables[TwoHdmObservables.LAMBDA + 2] = v.l3;
        observables[TwoHdmObservables.LAMBDA + 3] = v.l4;
        observables[TwoHdmObservables.LAMBDA + 4] = v.l5;
        observables[TwoHdmObservables.M_SQ] = v.m11Sq;
        observables[TwoHdmObservables.M_SQ + 1] = v.m22Sq;
        bounds.evaluate(v.l1, v.l2, v.l3, v.l4, v.l5);
        bounds.write(observables, TwoHdmObservables.BOUNDS);
        observables[TwoHdmObservables.VACUUM] = v.deepest(spectrum);
    }
}
