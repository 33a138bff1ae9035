package thetascan.inert;

import static thetascan.physics.NucleonScattering.NEUTRON;
import static thetascan.physics.NucleonScattering.PROTON;

import java.util.List;
import thetascan.dark.CommonObservables;
import thetascan.dark.DarkMatter;
import thetascan.dark.InertElectroweak;
import thetascan.dark.InertRules;
import thetascan.dark.RelicStage;
import thetascan.dark.ScatteringObservables;
import thetascan.higgs.TwoDoubletBounds;
import thetascan.model.EvaluationException;
import thetascan.model.PointEvaluator;
import thetascan.physics.InertVacuum;
import thetascan.physics.Pdg2024;
import thetascan.physics.Propagators;
import thetascan.physics.SelfCouplingLoops;
import thetascan.relic.Accuracy;
import thetascan.relic.FeynmanRules;

/**
 * Evaluates points of the inert doublet model:
 *
 * <pre>
 * V = −½ m_h² |φ|² + m₂₂² |η|² + ½ λ₁ |φ|⁴ + ½ λ₂ |η|⁴ + λ₃ |φ|²|η|² + λ₄ |φ†η|² + ½ λ₅ [(φ†η)² + h.c.]
 * η = (H⁺, (H + iA)/√2),   λ_L = ½ (λ₃ + λ₄ + λ₅),   m_H² = m₂₂² + λ_L v²
 * </pre>
 */
final class InertEvaluator implements PointEvaluator {

    private static final double V = Pdg2024.VEV;
    private static final double KEV = 1e-6;

    private static final int EVEN = 0;
    private static final int ODD = 1;
    private static final int PLUS = 2;
    private static final List<String> MASSES = List.of("m_H", "m_A", "m_Hpm");
    private static final int LAMBDA_L = 3;
    private static final int LAMBDA_2 = 4;

    private final Accuracy accuracy;
    private final double[] mass = new double[3];
    private final double[] squares = new double[3];
    private double cEven;
    private double cOdd;
    private double cPlus;
    private final Propagators propagators = new Propagators(3);
    private final TwoDoubletBounds potential = new TwoDoubletBounds();
    private final InertElectroweak electroweak = new InertElectroweak();
    private final RelicStage relic = new RelicStage(InertObservables.RELIC, this::vertices);

    InertEvaluator() {
        this(Accuracy.STANDARD);
    }

    InertEvaluator(Accuracy accuracy) {
        this.accuracy = accuracy;
    }

    @Override
    public void evaluate(double[] theta, double[] observables) throws EvaluationException {
        relic.begin(observables);
        for (int i = 0; i < 3; i++) {
            if (!(theta[i] > 0 && theta[i] < Double.POSITIVE_INFINITY)) {
                throw new EvaluationException(MASSES.get(i) + " = " + theta[i] + ": must be positive.");
            }
            mass[i] = theta[i];
            squares[i] = theta[i] * theta[i];
        }
        propagators.masses(squares);
        potential(2 * theta[LAMBDA_L], theta[LAMBDA_2], observables);
        electroweak.evaluate(propagators, PLUS, EVEN, ODD, cEven, cOdd, cPlus);
        electroweak.write(observables, InertObservables.ELECTROWEAK);
        darkMatter(observables);
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

    /** @param lambda345 λ₃ + λ₄ + λ₅ */
    private void potential(double lambda345, double lambda2, double[] out) {
        double scale = 1 / (V * V);
        double lambda5 = (mass[EVEN] - mass[ODD]) * (mass[EVEN] + mass[ODD]) * scale;
        double lambda3 = lambda345 + 2 * (mass[PLUS] - mass[EVEN]) * (mass[PLUS] + mass[EVEN]) * scale;
        double lambda4 = lambda345 - lambda3 - lambda5;
        double mSq = squares[EVEN] - lambda345 * V * V / 2;
        cEven = lambda345 * V;
        cOdd = (lambda345 - 2 * lambda5) * V;
        cPlus = lambda3 * V;
        out[InertObservables.LAMBDA] = lambda3;
        out[InertObservables.LAMBDA + 1] = lambda4;
        out[InertObservables.LAMBDA + 2] = lambda5;
        out[InertObservables.M_SQ] = mSq;
        out[InertObservables.KAPPA_LAMBDA] = 1 + loop(EVEN, mSq) + loop(ODD, mSq) + 2 * loop(PLUS, mSq);
        potential.evaluate(InertVacuum.LAMBDA_1, lambda2, lambda3, lambda4, lambda5);
        potential.write(out, InertObservables.POTENTIAL);
        if (potential.smallestBound() >= 0) {
            out[InertObservables.VACUUM] = InertVacuum.depth(InertVacuum.LAMBDA_1, lambda2, mSq);
        }
    }

    private double loop(int state, double mSq) {
        return SelfCouplingLoops.of(squares[state], mSq, Pdg2024.MH, V);
    }

    private void darkMatter(double[] out) {
        boolean even = mass[EVEN] <= mass[ODD];
        double lightest = even ? mass[EVEN] : mass[ODD];
        DarkMatter candidate = mass[PLUS] < lightest ? DarkMatter.NONE : even ? DarkMatter.CP_EVEN : DarkMatter.CP_ODD;
        CommonObservables.writeDarkMatter(candidate, lightest, mass[PLUS], out, InertObservables.DARK_MATTER);
        relic.candidate(candidate, lightest);
        if (candidate == DarkMatter.NONE) {
            ScatteringObservables.undefined(out, InertObservables.SCATTERING);
            return;
        }
        double coupling = even ? cEven : cOdd;
        ScatteringObservables.write(
                PROTON.scalar(coupling, lightest),
                NEUTRON.scalar(coupling, lightest),
                0,
                0,
                lightest,
                Math.abs(mass[EVEN] - mass[ODD]) / KEV,
                out,
                InertObservables.SCATTERING);
    }

    private RelicStage.Vertices vertices() {
        InertRules rules = new InertRules(accuracy.virtual());
        FeynmanRules written = new FeynmanRules(rules.particles);
        Runnable write = () -> {
            rules.inputs.at(2 * Math.min(mass[EVEN], mass[ODD]), electroweak.invisible());
            rules.write(written, mass[PLUS], mass[EVEN], mass[ODD], cEven, cOdd, cPlus);
        };
        write.run();
        return new RelicStage.Vertices(written, write, accuracy);
    }
}
