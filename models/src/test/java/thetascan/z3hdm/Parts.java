package thetascan.z3hdm;

import thetascan.higgs.BToSGamma;
import thetascan.higgs.BToSGammaInputs;
import thetascan.higgs.Couplings;
import thetascan.higgs.CrossSections;
import thetascan.higgs.LoopAmplitudes;
import thetascan.higgs.Oblique;
import thetascan.higgs.SignalStrengths;
import thetascan.higgs.TopDecays;
import thetascan.higgs.WidthSource;
import thetascan.higgs.Widths;
import thetascan.z3hdm.ReferencePoints.Point;

/** The parts of the evaluation at one point, to look inside. */
final class Parts {

    final Z3Spectrum spectrum = new Z3Spectrum();
    final Potential potential = new Potential();
    final Couplings couplings = Z3Evaluator.typeZ();
    final Oblique oblique = new Oblique(Scalars.SECTOR);
    final Z3Trilinears trilinears = new Z3Trilinears();
    final LoopAmplitudes loops = new LoopAmplitudes(Scalars.SECTOR, WidthSource.SCALED_RATES);
    final SignalStrengths signals = new SignalStrengths(WidthSource.SCALED_RATES);
    final Widths widths = new Widths(Scalars.SECTOR, Scalars.CHANNELS, WidthSource.SCALED_RATES);
    final TopDecays top = new TopDecays(Scalars.SECTOR);
    final CrossSections production = new CrossSections(Scalars.SECTOR, WidthSource.SCALED_RATES);
    final BToSGamma bToSGamma = new BToSGamma(BToSGammaInputs.DEFAULT);
    double bsGamma;

    Parts at(Point point) {
        return at(point.theta());
    }

    Parts at(double[] theta) {
        spectrum.set(theta);
        potential.invert(spectrum);
        couplings.set(spectrum);
        oblique.evaluate(spectrum, couplings);
        trilinears.set(potential, spectrum);
        loops.light(spectrum, couplings, trilinears);
        signals.evaluate(couplings, loops);
        loops.heavy(spectrum, couplings, trilinears);
        widths.evaluate(spectrum, couplings, trilinears, loops);
        top.evaluate(spectrum, couplings);
        production.evaluate(spectrum, couplings, loops, top);
        bsGamma = bToSGamma.evaluate(spectrum, couplings);
        return this;
    }

    double[] lambda() {
        Potential v = potential;
        return new double[] {v.l1, v.l2, v.l3, v.l4, v.l5, v.l6, v.l7, v.l8, v.l9, v.l10, v.l11, v.l12};
    }

    double[] quadratic() {
        return new double[] {potential.m11Sq, potential.m22Sq, potential.m33Sq};
    }

    double[] unitarity() {
        double[] values = new double[Unitarity.COUNT];
        new Unitarity().evaluate(potential, values);
        return values;
    }

    double[] bounds() {
        double[] values = new double[BoundedFromBelow.COUNT];
        new BoundedFromBelow().evaluate(potential, values, new double[BoundedFromBelow.RANKING_COUNT]);
        return values;
    }
}
