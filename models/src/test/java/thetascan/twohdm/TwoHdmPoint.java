package thetascan.twohdm;

import java.util.LinkedHashMap;
import java.util.Map;
import thetascan.higgs.Couplings;
import thetascan.higgs.LoopAmplitudes;
import thetascan.higgs.TwoHdmcFile;
import thetascan.higgs.WidthSource;
import thetascan.higgs.Widths;
import thetascan.model.EvaluationException;
import thetascan.model.Model;
import thetascan.physics.StandardModel;

/** A point, to look inside. */
final class TwoHdmPoint {

    final TwoHdmSpectrum spectrum = new TwoHdmSpectrum();
    final Widths widths = new Widths(TwoHdmSpectrum.SECTOR, TwoHdmSpectrum.CHANNELS, WidthSource.AMPLITUDES);
    final Map<String, Double> observables;

    TwoHdmPoint(YukawaType type, double[] theta) throws EvaluationException {
        spectrum.set(theta);
        TwoHdmPotential potential = new TwoHdmPotential();
        potential.invert(spectrum);
        Couplings couplings = type.couplings(TwoHdmSpectrum.SECTOR);
        couplings.set(spectrum);
        TwoHdmTrilinears trilinears = new TwoHdmTrilinears();
        trilinears.set(potential, spectrum);
        LoopAmplitudes loops = new LoopAmplitudes(TwoHdmSpectrum.SECTOR, WidthSource.AMPLITUDES);
        loops.light(spectrum, couplings, trilinears);
        loops.heavy(spectrum, couplings, trilinears);
        widths.evaluate(spectrum, couplings, trilinears, loops);
        observables = observables(new TwoHdmModel(type), theta);
    }

    /** Mass [GeV]. */
    double mass(String state) {
        return spectrum.mass[TwoHdmSpectrum.SECTOR.names().indexOf(state)];
    }

    /** Partial width [GeV]. */
    double width(String state, String channel) {
        return widths.partial[TwoHdmcFile.place(TwoHdmSpectrum.SECTOR, TwoHdmSpectrum.CHANNELS, state, channel)];
    }

    static double[] theta(double mH, double mA, double mC, double tanBeta, double cosBa, double m12Sq) {
        return new double[] {mH, mA, mC, tanBeta, cosBa, m12Sq, StandardModel.VEV, 125};
    }

    static Map<String, Double> observables(Model model, double... theta) throws EvaluationException {
        double[] values = new double[model.observables().size()];
        model.newEvaluator().evaluate(theta, values);
        Map<String, Double> named = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            named.put(model.observables().get(i).name(), values[i]);
        }
        return named;
    }
}
