package thetascan.scotogenic.t12a;

import java.util.Locale;
import java.util.SplittableRandom;
import thetascan.benchmarks.CpuTime;
import thetascan.lepton.LeptonFlavour;
import thetascan.model.EvaluationException;
import thetascan.physics.CasasIbarra;
import thetascan.physics.MassOrdering;
import thetascan.physics.Propagators;
import thetascan.scotogenic.CasasIbarraInput;
import thetascan.scotogenic.InputBasis;
import thetascan.scotogenic.NeutrinoObservables;
import thetascan.space.ParameterSpace;

/**
 * CPU time of the parts of a point of T1-2-A given by neutrino data, on points of the box whose squared masses are positive.
 *
 * <pre>java -cp benchmarks/target/benchmarks.jar thetascan.scotogenic.t12a.T12aTimes</pre>
 */
public final class T12aTimes {

    private static final int POINTS = 2048;

    private final ParameterSpace space = new T12aModel.CasasIbarraBasis().parameters();
    private final T12aParameters parameters = new T12aParameters(InputBasis.CASAS_IBARRA);
    private final CasasIbarraInput input = new CasasIbarraInput(T12aParameters.NEUTRINOS, parameters.neutrinoExtra());
    private final T12aLagrangian lagrangian = new T12aLagrangian();
    private final T12aSpectrum spectrum = new T12aSpectrum();
    private final T12aTheory theory = new T12aTheory();
    private final Propagators propagators = new Propagators(T12aSpectrum.PARTICLES);
    private final T12aNeutrinos loops = new T12aNeutrinos();
    private final CasasIbarra casasIbarra = new CasasIbarra();
    private final NeutrinoObservables neutrinos = new NeutrinoObservables();
    private final T12aFlavour flavour = new T12aFlavour();
    private final LeptonFlavour rates = new LeptonFlavour();
    private final T12aOblique oblique = new T12aOblique();
    private final T12aScattering scattering = new T12aScattering();
    private final double[] observables = new double[T12aObservables.COUNT];

    private final String[] names = {
        "potential: boundedness, unitarity",
        "masses and mixings",
        "propagators at the nodes",
        "loop matrix of the neutrino masses",
        "couplings from neutrino data",
        "neutrino masses and mixing",
        "amplitudes: photon, Z, boxes, Higgs",
        "rates of lepton flavour violation",
        "S, T, U",
        "scattering on nuclei"
    };
    private final CpuTime.Work[] parts = {
        theta -> {
            parameters.read(theta, lagrangian);
            theory.evaluate(lagrangian);
        },
        theta -> {
            spectrum.evaluate(lagrangian);
            spectrum.couplings(lagrangian);
        },
        theta -> propagators.masses(spectrum.squares()),
        theta -> loops.evaluate(lagrangian, spectrum, propagators),
        theta -> {
            input.read(theta);
            casasIbarra.loop(loops.loop);
            casasIbarra.couplings(input.r, input.neutrinos, lagrangian.g);
        },
        theta -> neutrinos.evaluate(
                loops.loop, loops.error, lagrangian.g, MassOrdering.NORMAL, observables, T12aObservables.NEUTRINOS),
        theta -> flavour.evaluate(lagrangian, spectrum, propagators),
        theta -> rates.evaluate(flavour.amplitudes),
        theta -> oblique.evaluate(spectrum, propagators),
        theta -> scattering.evaluate(spectrum, observables, T12aObservables.SCATTERING)
    };

    private T12aTimes() {}

    public static void main(String[] args) throws EvaluationException {
        new T12aTimes().report();
    }

    private void report() throws EvaluationException {
        double[][] points = points();
        double before = 0;
        for (int last = 1; last <= parts.length; last++) {
            int count = last;
            double sum = CpuTime.least(points, theta -> first(count, theta));
            System.out.printf(
                    Locale.ROOT, "%-40s %8.2f us, sum %8.2f us%n", names[last - 1], (sum - before) / 1e3, sum / 1e3);
            before = sum;
        }
    }

    private void first(int count, double[] theta) throws EvaluationException {
        for (int k = 0; k < count; k++) {
            parts[k].on(theta);
        }
    }

    private double[][] points() throws EvaluationException {
        SplittableRandom random = new SplittableRandom(1);
        double[] u = new double[space.dimension()];
        double[][] points = new double[POINTS][space.size()];
        for (double[] theta : points) {
            do {
                for (int i = 0; i < u.length; i++) {
                    u[i] = random.nextDouble();
                }
                space.toTheta(u, theta);
                parameters.read(theta, lagrangian);
            } while (!spectrum.evaluate(lagrangian));
        }
        return points;
    }
}
