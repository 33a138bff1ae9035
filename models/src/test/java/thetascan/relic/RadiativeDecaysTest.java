package thetascan.relic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thetascan.physics.GaussLegendre;
import thetascan.relic.Particles.Kind;
import thetascan.validation.ValidationPage;

/** N₂ → N₁γ against the one-dimensional integrals of Haber and Wyler, and in the limits that are known in closed form. */
class RadiativeDecaysTest {

    private static final double ALPHA = 1 / 137.035999177;

    private final Particles particles = new Particles();
    private final StandardModelFields sm = new StandardModelFields(particles);
    private final InertDoublet eta = new InertDoublet(particles, sm, "R");
    private final int[] n = {particles.add("N1", Spin.FERMION, Kind.DARK), particles.add("N2", Spin.FERMION, Kind.DARK)
    };
    private final FeynmanRules rules = new FeynmanRules(particles);

    /** Masses of N₁, N₂, η⁺ and the lepton; couplings L₁, R₁, L₂, R₂ to it, real and imaginary parts. */
    private double width(double m1, double m2, double plus, double lepton, double[][] couplings) {
        rules.begin();
        sm.write(rules, new StandardModelInputs());
        eta.writeGauge(rules, new double[] {1}, 0, 1);
        for (int each : new int[] {eta.plus, eta.odd, eta.even[0]}) rules.mass(each, plus, 0);
        rules.mass(n[0], m1, 0);
        rules.mass(n[1], m2, 0);
        rules.mass(sm.lepton[2], lepton, 0);
        for (int k = 0; k < 2; k++) {
            double[] l = couplings[2 * k];
            double[] r = couplings[2 * k + 1];
            rules.ffs(n[k], sm.lepton[2], eta.plus, l[0], l[1], r[0], r[1]);
            rules.ffs(particles.anti(sm.lepton[2]), n[k], eta.minus, r[0], -r[1], l[0], -l[1]);
        }
        return new RadiativeDecays(rules, new ProcessFinder(rules), n[1], n[0]).width();
    }

    private static double integral(DoubleUnaryOperator f) {
        GaussLegendre rule = GaussLegendre.of(40);
        double sum = 0;
        for (int i = 0; i < rule.node.length; i++) {
            // x = u⁴(35 − 84u + 70u² − 20u³), so that logarithms at both ends do not matter
            double u = (1 + rule.node[i]) / 2;
            double x = Math.pow(u, 4) * (35 - 84 * u + 70 * u * u - 20 * u * u * u);
            sum += rule.weight[i] / 2 * 140 * Math.pow(u * (1 - u), 3) * f.applyAsDouble(x);
        }
        return sum;
    }

    /**
     * Their I, J, I², K: with D(m) = m_ℓ² x + M² (1 − x) − m² x (1 − x) and ln = ln(D(m₂)/D(m₁))/(m₂² − m₁²), the integrals of ln/(1 − x), ln/x, ln, and
     * K = −(1 + m_ℓ² I + M² J − m₂² I²)/(m₂² − m₁²); amplitude c m₂ (I² − K) − c* m₁ K + d m_ℓ I.
     */
    private static double haberWyler(double m1, double m2, double plus, double lepton, double[][] g) {
        double difference = m2 * m2 - m1 * m1;
        DoubleUnaryOperator log = x -> Math.log1p(-difference
                        * x
                        * (1 - x)
                        / (lepton * lepton * x + plus * plus * (1 - x) - m1 * m1 * x * (1 - x)))
                / difference;
        double i = integral(x -> log.applyAsDouble(x) / (1 - x));
        double j = integral(x -> log.applyAsDouble(x) / x);
        double i2 = integral(log);
        double k = -(1 + lepton * lepton * i + plus * plus * j - m2 * m2 * i2) / difference;
        double cRe = g[0][0] * g[2][0] + g[0][1] * g[2][1] - g[1][0] * g[3][0] - g[1][1] * g[3][1];
        double cIm = g[0][1] * g[2][0] - g[0][0] * g[2][1] - g[1][0] * g[3][1] + g[1][1] * g[3][0];
        double dRe = g[0][0] * g[3][0] + g[0][1] * g[3][1] - g[1][0] * g[2][0] - g[1][1] * g[2][1];
        double dIm = g[0][1] * g[3][0] - g[0][0] * g[3][1] - g[1][0] * g[2][1] + g[1][1] * g[2][0];
        double re = cRe * (m2 * (i2 - k) - m1 * k) + dRe * lepton * i;
        double im = cIm * (m2 * (i2 - k) + m1 * k) + dIm * lepton * i;
        return ALPHA * Math.pow(difference / m2, 3) * (re * re + im * im) / (512 * Math.pow(Math.PI, 4));
    }

    private static final double[][] CHIRAL = {{0.3, 0.2}, {0, 0}, {0.1, -0.4}, {0, 0}};
    private static final double[][] BOTH = {{0.3, 0.2}, {-0.5, 0.1}, {0.1, -0.4}, {0.2, 0.6}};

    private double ratio(double m1, double m2, double plus, double lepton, double[][] couplings) {
        return width(m1, m2, plus, lepton, couplings) / haberWyler(m1, m2, plus, lepton, couplings);
    }

    @ParameterizedTest
    @CsvSource({
        "100, 150, 300, 1.777",
        "20, 290, 300, 1.777",
        "100, 110, 120, 0.106",
        "5, 500, 2000, 30",
        "100, 300, 250, 80"
    })
    void formulaOfNeutralinos(double m1, double m2, double plus, double lepton) {
        assertThat(ratio(m1, m2, plus, lepton, CHIRAL)).isCloseTo(1, within(1e-5));
        assertThat(ratio(m1, m2, plus, lepton, BOTH)).isCloseTo(1, within(1e-5));
    }

    /**
     * Far below the mass of the scalar: the photon of the scalar gives 1/12 of y y/M² as in μ → eγ (T. Toma, A. Vicente, arXiv:1312.2840: 3α/(64π G_F² M⁴)
     * |Σ y y/6|² of G_F² m⁵/(192π³)), that of the massless fermion 1/6, and a Majorana fermion decays twice as fast as one that differs from its antiparticle.
     */
    @Test
    void heavyScalars() {
        double m2 = 10;
        double far = 3e4;
        double coupling = 0.3 * 0.1 - 0.2 * 0.4;
        double imaginary = 0.3 * 0.4 + 0.2 * 0.1;
        double square = coupling * coupling + imaginary * imaginary;
        double muon = 3
                * ALPHA
                / (64 * Math.PI * 192 * Math.pow(Math.PI, 3))
                / 36
                * square
                * Math.pow(m2, 5)
                / Math.pow(far, 4);
        double expected = 2 * muon * Math.pow((1 / 12.0 + 1 / 6.0) / (1 / 12.0), 2);
        assertThat(width(1e-4, m2, far, 1e-3, CHIRAL)).isCloseTo(expected, within(1e-4 * expected));
    }

    /** Nearly degenerate, two fermions of one CP parity have only a phase to decay by: 4 (Im c)² instead of (c Δm/m)². */
    @Test
    void ofOneCpParity() {
        double[][] real = {{0.3, 0}, {0, 0}, {0.1, 0}, {0, 0}};
        double[][] opposite = {{0.3, 0}, {0, 0}, {0, 0.1}, {0, 0}};
        double m2 = 100;
        double m1 = 99;
        double far = 3e4;
        assertThat(width(m1, m2, far, 1e-3, real) / width(m1, m2, far, 1e-3, opposite))
                .isCloseTo(Math.pow((m2 - m1) / (m2 + m1), 2), within(1e-3 * 2.5e-5));
    }

    /** By the general rules of decays it is part of the life-time, and with a small splitting most of it. */
    @Test
    void smallSplittingsDecayIntoPhotons() {
        double[][] opposite = {{0.3, 0}, {0, 0}, {0, 0.1}, {0, 0}};
        double photon = width(100, 101, 300, 1.777, opposite);
        double all = new DarkDecays(rules).width(n[1], n[0]);
        assertThat(photon).isLessThanOrEqualTo(all).isGreaterThan(0.9 * all);
        // at 50 GeV of difference they are made together with other things
        double few = width(100, 150, 300, 1.777, opposite);
        assertThat(few / new DarkDecays(rules).width(n[1], n[0])).isBetween(1e-3, 0.9);
    }

    /** What W couples to is left out, and so is what decays at tree level. */
    @Test
    void whatIsLeftOut() {
        assertThat(width(100, 303, 300, 1.777, CHIRAL)).isZero();
        assertThat(width(100, 100, 300, 1.777, CHIRAL)).isZero();
        assertThat(width(100, 150, 300, 1.777, CHIRAL)).isPositive();
        rules.ffv(n[0], particles.anti(sm.lepton[0]), sm.wMinus, 0.1, 0, 0, 0);
        assertThat(new RadiativeDecays(rules, new ProcessFinder(rules), n[1], n[0]).width())
                .isZero();
    }

    @Test
    void theValidationPageHasThem() throws IOException {
        StringBuilder table = new StringBuilder("| m₁, m₂, M, m_ℓ [GeV] | one chirality | both |\n|---|---|---|\n");
        for (double[] m : new double[][] {
            {100, 150, 300, 1.777},
            {20, 290, 300, 1.777},
            {100, 110, 120, 0.106},
            {5, 500, 2000, 30},
            {100, 300, 250, 80}
        }) {
            table.append(String.format(
                    Locale.ROOT,
                    "| %.0f, %.0f, %.0f, %s | %.5f | %.5f |\n",
                    m[0],
                    m[1],
                    m[2],
                    m[3],
                    ratio(m[0], m[1], m[2], m[3], CHIRAL),
                    ratio(m[0], m[1], m[2], m[3], BOTH)));
        }
        ValidationPage.check("radiative", table.toString());
    }
}
