package thetascan.relic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import thetascan.physics.Pdg2024;
import thetascan.relic.Particles.Kind;

/** A further model is its vertex list: a real scalar S with L = −¼ λ S² (v + h)², and formulas known in closed form. */
class SingletScalarTest {

    private final Particles particles = new Particles();
    private final StandardModelFields sm = new StandardModelFields(particles);
    private final int scalar = particles.add("S", Spin.SCALAR, Kind.DARK);
    private final StandardModelInputs inputs = new StandardModelInputs();
    private final FeynmanRules rules = new FeynmanRules(particles);

    private void write(double mass, double lambda) {
        rules.begin();
        sm.write(rules, inputs);
        rules.mass(scalar, mass, 0);
        rules.sss(sm.higgs, scalar, scalar, -lambda * StandardModelFields.V);
        rules.ssss(sm.higgs, sm.higgs, scalar, scalar, -lambda);
    }

    /** σ of SS → h* → f f̄, W W and Z Z. */
    @Test
    void annihilatesThroughTheHiggs() {
        double m = 300;
        double p = 120;
        double lambda = 0.3;
        inputs.higgsWidth = 4e-3;
        write(m, lambda);
        CrossSection crossSection = new CrossSection(rules);
        double s = 4 * (m * m + p * p);
        double flux = 4 * p * Math.sqrt(s);
        double propagator = 1 / Math.pow(s - Pdg2024.MH_SQ, 2);

        double mTau = Pdg2024.M_TAU;
        double beta = Math.sqrt(1 - 4 * mTau * mTau / s);
        double tau = lambda * lambda * mTau * mTau * s * Math.pow(beta, 3) / (4 * Math.PI) * propagator / flux;
        int lepton = sm.lepton[2];
        assertThat(crossSection.at(scalar, scalar, lepton, particles.anti(lepton), p))
                .isCloseTo(tau, within(1e-9 * tau));

        double x = Pdg2024.MW_SQ / s;
        double bosons = lambda * lambda * s * s / (8 * Math.PI) * Math.sqrt(1 - 4 * x) * (1 - 4 * x + 12 * x * x);
        double w = bosons * propagator / flux;
        assertThat(crossSection.at(scalar, scalar, sm.wPlus, sm.wMinus, p)).isCloseTo(w, within(1e-9 * w));

        double y = Pdg2024.MZ_SQ / s;
        double z = lambda
                * lambda
                * s
                * s
                / (16 * Math.PI)
                * Math.sqrt(1 - 4 * y)
                * (1 - 4 * y + 12 * y * y)
                * propagator
                / flux;
        assertThat(crossSection.at(scalar, scalar, sm.z, sm.z, p)).isCloseTo(z, within(1e-9 * z));
        assertThat(crossSection.at(scalar, scalar, sm.photon, sm.photon, p)).isZero();
    }

    /** ⟨σv⟩ of a narrow resonance: 2m well below m_h, where a grid without its peak would see nothing. */
    @Test
    void findsTheResonance() {
        double m = 60;
        double lambda = 1e-3;
        inputs.at(2 * m, lambda * lambda * 1e-3);
        write(m, lambda);
        RelicDensity standard = new RelicDensity(rules);
        RelicDensity fine = new RelicDensity(rules, Accuracy.FINE);
        standard.evaluate();
        fine.evaluate();
        double x = 25;
        // narrow width: ⟨σv⟩ = 4π² m_h² Γ_SS Γ_rest/Γ K₁(m_h/T) / (m⁴ T K₂²)
        double width = inputs.higgsWidth;
        double betaH = Math.sqrt(1 - 4 * m * m / Pdg2024.MH_SQ);
        double toDark = Math.pow(lambda * StandardModelFields.V, 2) * betaH / (32 * Math.PI * Pdg2024.MH);
        double toRest = width - lambda * lambda * 1e-3;
        double resonance = 4 * Math.PI * Math.PI * Pdg2024.MH_SQ * toDark * toRest / width;
        double k1 = Bessel.scaledK1(Pdg2024.MH * x / m) * Math.exp(-(Pdg2024.MH / m - 2) * x);
        double k2 = Bessel.scaledK2(x);
        double expected = resonance * k1 * x / (m * m * m * m * m * k2 * k2);
        assertThat(fine.sigmaV(x)).isCloseTo(expected, within(0.02 * expected));
        assertThat(standard.sigmaV(x)).isCloseTo(fine.sigmaV(x), within(5e-3 * expected));
        assertThat(standard.omega()).isCloseTo(fine.omega(), within(5e-3 * fine.omega()));
    }

    /** σv = λ² × what a Higgs boson of mass 2m decays into: 2 λ² v²/(√s |s − m_h²|²) Γ(√s), as closed formulas at rest. */
    @Test
    void annihilatesToday() {
        double m = 300;
        double lambda = 0.3;
        inputs.at(2 * m, 0);
        write(m, lambda);
        RelicDensity density = new RelicDensity(rules);
        density.evaluate();
        double[] rates = new double[FinalState.values().length + 1];
        density.today(rates);
        double s = 4 * m * m;
        double cubicCentimetres = 1.16733e-17;
        double common = lambda * lambda / Math.pow(s - Pdg2024.MH_SQ, 2) * cubicCentimetres;
        double x = Pdg2024.MW_SQ / s;
        double ww = common * s / (8 * Math.PI) * Math.sqrt(1 - 4 * x) * (1 - 4 * x + 12 * x * x);
        double y = Pdg2024.MZ_SQ / s;
        double zz = common * s / (16 * Math.PI) * Math.sqrt(1 - 4 * y) * (1 - 4 * y + 12 * y * y);
        double b = inputs.bottom * inputs.bottom;
        double bb = 3 * common * b / (4 * Math.PI) * Math.pow(1 - 4 * b / s, 1.5);
        double t = inputs.topYukawa * inputs.topYukawa;
        double tt = 3 * common * t / (4 * Math.PI) * Math.pow(1 - 4 * Pdg2024.MT * Pdg2024.MT / s, 1.5);
        assertThat(rates[FinalState.WW.ordinal()]).isCloseTo(ww, within(1e-4 * ww));
        assertThat(rates[FinalState.ZZ.ordinal()]).isCloseTo(zz, within(1e-4 * zz));
        assertThat(rates[FinalState.BB.ordinal()]).isCloseTo(bb, within(1e-4 * bb));
        assertThat(rates[FinalState.TT.ordinal()]).isCloseTo(tt, within(1e-4 * tt));
        double sum = 0;
        for (int k = 0; k < rates.length - 1; k++) {
            sum += rates[k];
        }
        assertThat(rates[rates.length - 1]).isCloseTo(sum, within(1e-3 * sum));
        // the thermal cross-section: G. Steigman, B. Dasgupta, J. Beacom, arXiv:1204.3622
        assertThat(density.omega()).isCloseTo(0.12 * 2.2e-26 / sum, within(0.15 * density.omega()));
    }

    @Test
    void refusesWhatItCannotDo() {
        assertThatThrownBy(() -> particles.add("V", Spin.VECTOR, Kind.DARK))
                .hasMessage("particle V: a dark vector or coloured dark particle is not supported, its quartic vertices"
                        + " are missing.");
        write(100, 1);
        rules.begin();
        assertThatThrownBy(() -> rules.sss(sm.higgs, scalar, scalar, 1))
                .hasMessage("vertex 0: every point must write the same vertices in one order");
        FeynmanRules twice = new FeynmanRules(particles);
        twice.sss(sm.higgs, scalar, scalar, 1);
        twice.sss(scalar, sm.higgs, scalar, 1);
        assertThatThrownBy(() -> new CrossSection(twice)).hasMessage("vertex h S S is there twice.");
    }
}
