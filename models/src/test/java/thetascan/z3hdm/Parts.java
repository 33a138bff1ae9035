package thetascan.z3hdm;

import thetascan.z3hdm.ReferencePoints.Point;

/** The parts of the evaluation at one point, to look inside. */
final class Parts {

    final Spectrum spectrum = new Spectrum();
    final Potential potential = new Potential();
    final Couplings couplings = new Couplings();
    final Oblique oblique = new Oblique();
    final Trilinears trilinears = new Trilinears();
    final LoopAmplitudes loops = new LoopAmplitudes();
    final SignalStrengths signals = new SignalStrengths();
    final Widths widths = new Widths();
    final TopDecays top = new TopDecays();
    final CrossSections production = new CrossSections();
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
