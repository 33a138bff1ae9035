package thetascan.scotogenic;

import thetascan.physics.InvisibleHiggs;
import thetascan.relic.Accuracy;
import thetascan.relic.RelicDensity;
import thetascan.scotogenic.minimal.ScotogenicLagrangian;
import thetascan.scotogenic.minimal.ScotogenicRules;
import thetascan.scotogenic.minimal.ScotogenicSpectrum;
import thetascan.scotogenic.t12a.T12aLagrangian;
import thetascan.scotogenic.t12a.T12aRules;
import thetascan.scotogenic.t12a.T12aSpectrum;

/** Relic densities straight from a Lagrangian. */
public final class Relics {

    private Relics() {}

    public static double omega(ScotogenicLagrangian l) {
        ScotogenicSpectrum spectrum = new ScotogenicSpectrum();
        spectrum.evaluate(l);
        ScotogenicRules rules = new ScotogenicRules();
        double width = InvisibleHiggs.identicalScalars(
                        spectrum.cR, Math.sqrt(spectrum.squares[ScotogenicSpectrum.ETA_R]))
                + InvisibleHiggs.identicalScalars(spectrum.cI, Math.sqrt(spectrum.squares[ScotogenicSpectrum.ETA_I]));
        rules.inputs.at(2 * spectrum.lightestNeutral, width);
        rules.write(l, spectrum);
        return omega(new RelicDensity(rules.rules, Accuracy.FINE));
    }

    public static double omega(T12aLagrangian l) {
        T12aSpectrum spectrum = new T12aSpectrum();
        spectrum.evaluate(l);
        spectrum.couplings(l);
        T12aRules rules = new T12aRules();
        rules.inputs.at(2 * spectrum.lightestNeutral, 0);
        rules.write(l, spectrum);
        return omega(new RelicDensity(rules.rules, Accuracy.FINE));
    }

    private static double omega(RelicDensity relicDensity) {
        relicDensity.evaluate();
        return relicDensity.omega();
    }
}
