package thetascan.scotogenic.minimal;

import thetascan.dark.CommonObservables;
import thetascan.dark.InertElectroweak;
import thetascan.dark.RelicStage;
import thetascan.higgs.TwoDoubletBounds;
import thetascan.lepton.ChargedScalarLoop;
import thetascan.lepton.LeptonAmplitudes;
import thetascan.lepton.LeptonFlavour;
import thetascan.model.EvaluationException;
import thetascan.model.PointEvaluator;
import thetascan.physics.CasasIbarra;
import thetascan.physics.ComplexMatrix;
import thetascan.physics.InertVacuum;
import thetascan.physics.MassOrdering;
import thetascan.physics.Pdg2024;
import thetascan.physics.Propagators;
import thetascan.quantity.Missing;
import thetascan.relic.Accuracy;
import thetascan.scotogenic.CasasIbarraInput;
import thetascan.scotogenic.FlavourObservables;
import thetascan.scotogenic.InputBasis;
import thetascan.scotogenic.NeutrinoObservables;
import thetascan.scotogenic.Parameters;

/**
 * Evaluates points of the minimal scotogenic model. A tachyon leaves everything after the masses undefined, λ₅ = 0 everything that needs
 * couplings made from neutrino data. All arrays are made once.
 */
final class ScotogenicEvaluator implements PointEvaluator {

    private static final double V = Pdg2024.VEV;
    private static final double LOOP = 1 / (16 * Math.PI * Math.PI);
    /** Rounding of one element of the loop matrix. */
    private static final double ROUNDING = 0x1p-50;

    private final InputBasis basis;
    private final Accuracy accuracy;
    private final ScotogenicParameters parameters;
    private final CasasIbarraInput input;

    private final ScotogenicLagrangian lagrangian = new ScotogenicLagrangian();
    private final ScotogenicSpectrum spectrum = new ScotogenicSpectrum();
    private final Propagators propagators = new Propagators(ScotogenicSpectrum.PARTICLES);
    private final double[] lambda = new double[3];
    private final ComplexMatrix loop = new ComplexMatrix(3, 3);
    private final double[] loopError = new double[9];
    private final CasasIbarra casasIbarra = new CasasIbarra();
    private final NeutrinoObservables neutrinos = new NeutrinoObservables();
    private final ChargedScalarLoop sector = ChargedScalarLoop.singlets(3);
    private final LeptonAmplitudes amplitudes = new LeptonAmplitudes();
    private final LeptonFlavour rates = new LeptonFlavour();
    private final TwoDoubletBounds potential = new TwoDoubletBounds();
    private final InertElectroweak electroweak = new InertElectroweak();
    private final RelicStage relic = new RelicStage(ScotogenicObservables.RELIC, this::vertices);

    ScotogenicEvaluator(InputBasis basis) {
        this(basis, Accuracy.STANDARD);
    }

    ScotogenicEvaluator(InputBasis basis, Accuracy accuracy) {
        this.basis = basis;
        this.accuracy = accuracy;
        parameters = new ScotogenicParameters(basis);
        input = new CasasIbarraInput(ScotogenicParameters.NEUTRINOS, parameters.neutrinoExtra());
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
        propagators.masses(spectrum.squares);
        loopMatrix();
        if (couplings(theta)) {
            neutrinos.evaluate(
                    loop, loopError, lagrangian.y, ordering(theta), observables, ScotogenicObservables.NEUTRINOS);
            flavour(observables);
            ScotogenicScattering.evaluate(lagrangian, spectrum, observables, ScotogenicObservables.SCATTERING);
            relic.candidate(spectrum.darkMatter, spectrum.lightestNeutral);
        }
        electroweak(observables);
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
        ScotogenicRules rules = new ScotogenicRules(accuracy.virtual());
        return new RelicStage.Vertices(rules.rules, () -> write(rules), accuracy);
    }

    /** Writes the vertices of the point that was evaluated last. */
    void write(ScotogenicRules target) {
        target.inputs.at(2 * spectrum.lightestNeutral, electroweak.invisible());
        target.write(lagrangian, spectrum);
    }

    private void potential(double[] observables) {
        ScotogenicLagrangian l = lagrangian;
        potential.evaluate(InertVacuum.LAMBDA_1, l.lambda2, l.lambda3, l.lambda4, l.lambda5);
        potential.write(observables, ScotogenicObservables.BFB);
        if (potential.smallestBound() >= 0) {
            observables[ScotogenicObservables.VACUUM] = InertVacuum.depth(InertVacuum.LAMBDA_1, l.lambda2, l.mEtaSq);
        }
    }

    private boolean masses(double[] observables) {
        boolean positive = spectrum.evaluate(lagrangian);
        observables[ScotogenicObservables.M_SQ_MIN] = spectrum.lightestScalarSq();
        int at = ScotogenicObservables.MASSES;
        observables[at] = root(spectrum.squares[ScotogenicSpectrum.ETA_PLUS]);
        observables[at + 1] = root(spectrum.squares[ScotogenicSpectrum.ETA_R]);
        observables[at + 2] = root(spectrum.squares[ScotogenicSpectrum.ETA_I]);
        if (!positive) {
            return false;
        }
        CommonObservables.writeDarkMatter(
                spectrum.darkMatter,
                spectrum.lightestNeutral,
                spectrum.lightestCharged,
                observables,
                ScotogenicObservables.DM_TYPE);
        return true;
    }

    private static double root(double square) {
        return square > 0 ? Math.sqrt(square) : Missing.UNDEFINED;
    }

    /** M_ν = yᵀ Λ y, Λ_k = λ₅ v² M_k/(32π²) Int t/[(t+M_k²)(t+m_R²)(t+m_I²)]: exact for any λ₅. */
    private void loopMatrix() {
        double[] even = propagators.of(ScotogenicSpectrum.ETA_R);
        double[] odd = propagators.of(ScotogenicSpectrum.ETA_I);
        for (int k = 0; k < 3; k++) {
            double[] fermion = propagators.of(ScotogenicSpectrum.N + k);
            double sum = 0;
            for (int i = 0; i < propagators.count(); i++) {
                sum += propagators.weights()[i] * propagators.nodes()[i] * fermion[i] * even[i] * odd[i];
            }
            lambda[k] = lagrangian.lambda5 * V * V * lagrangian.mN[k] * LOOP / 2 * sum;
            loop.set(k, k, lambda[k], 0);
            loopError[4 * k] = ROUNDING * Math.abs(lambda[k]);
        }
    }

    /** Makes sure that the couplings are there; false if the loop matrix allows none. */
    private boolean couplings(double[] theta) throws EvaluationException {
        if (basis == InputBasis.YUKAWAS) {
            return true;
        }
        input.read(theta);
        casasIbarra.loop(lambda);
        return casasIbarra.couplings(input.r, input.neutrinos, lagrangian.y);
    }

    private MassOrdering ordering(double[] theta) throws EvaluationException {
        return basis.fromNeutrinoData() ? input.ordering(theta) : Parameters.ordering(theta[parameters.ordering()]);
    }

    private void flavour(double[] observables) {
        double largest = 0;
        for (int k = 0; k < 9; k++) {
            largest = Math.max(largest, lagrangian.y.squared(k / 3, k % 3));
        }
        observables[ScotogenicObservables.YUKAWA] = Math.sqrt(largest);
        sector.left.copy(lagrangian.y);
        amplitudes.clear();
        sector.add(propagators, ScotogenicSpectrum.N, ScotogenicSpectrum.ETA_PLUS, amplitudes);
        rates.evaluate(amplitudes);
        FlavourObservables.write(rates, observables, ScotogenicObservables.FLAVOUR);
    }

    private void electroweak(double[] observables) {
        electroweak.evaluate(
                propagators,
                ScotogenicSpectrum.ETA_PLUS,
                ScotogenicSpectrum.ETA_R,
                ScotogenicSpectrum.ETA_I,
                spectrum.cR,
                spectrum.cI,
                spectrum.cPlus);
        electroweak.write(observables, ScotogenicObservables.OBLIQUE);
    }
}
