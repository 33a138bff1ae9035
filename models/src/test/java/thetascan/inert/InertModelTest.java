package thetascan.inert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thetascan.constraint.BoundConstraints;
import thetascan.constraint.ConstraintStatus;
import thetascan.constraint.Mode;
import thetascan.model.EvaluationException;
import thetascan.model.Model;
import thetascan.model.Models;
import thetascan.model.PointEvaluator;
import thetascan.physics.Pdg2024;
import thetascan.point.PointColumns;
import thetascan.quantity.Missing;
import thetascan.relic.Accuracy;
import thetascan.validation.ValidationPage;

class InertModelTest {

    private static final double PICOBARN = 1e-36;
    private static final Model MODEL = new InertModel();

    private static Map<String, Double> evaluate(PointEvaluator evaluator, Model model, double[] theta, boolean relic)
            throws EvaluationException {
        double[] values = new double[model.observables().size()];
        evaluator.evaluate(theta, values);
        if (relic) {
            evaluator.evaluateStage(1, theta, values);
        }
        Map<String, Double> named = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            named.put(model.observables().get(i).name(), values[i]);
        }
        return named;
    }

    private static List<String[]> micromegas() throws IOException {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(
                        InertModelTest.class.getResourceAsStream("/thetascan/relic/micromegas_inert_doublet.csv")),
                StandardCharsets.UTF_8))) {
            return in.lines().skip(1).map(line -> line.split(",")).toList();
        }
    }

    /** Relic density and scattering on protons and neutrons of micrOMEGAs 6.0, with its own electroweak inputs. */
    @Test
    void agreesWithMicromegas() throws Exception {
        StringBuilder table =
                new StringBuilder("| point | m_H, m_A, m_H⁺ [GeV] | λ_L | Ωh² | σ_SI proton | σ_SI neutron |\n");
        table.append("|---|---|---|---|---|---|\n");
        PointEvaluator evaluator = new InertEvaluator(Accuracy.FINE);
        for (String[] fields : micromegas()) {
            double[] x = Arrays.stream(fields, 1, 11)
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            // its h is lighter than the one here: as far from the resonance
            double shift = x[0] < 63 ? (Pdg2024.MH - x[5]) / 2 : 0;
            double[] theta = {x[0] + shift, x[1] + shift, x[2] + shift, x[3], x[4]};
            Map<String, Double> ours = evaluate(evaluator, MODEL, theta, true);
            double higgs = Math.pow(Pdg2024.MH / x[5], 4);
            double omega = ours.get("Omega_h2") / x[6];
            double proton = ours.get("sigma_SI_p") / PICOBARN / x[8] * higgs;
            double neutron = ours.get("sigma_SI_n") / PICOBARN / x[9] * higgs;
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %s, %s, %s | %s | %.3f | %.3f | %.3f |%n",
                    fields[0].replace("_", " "),
                    fields[1],
                    fields[2],
                    fields[3],
                    fields[4],
                    omega,
                    proton,
                    neutron));
            assertThat(omega).as(fields[0]).isCloseTo(1, within(0.05));
            assertThat(proton).as(fields[0]).isCloseTo(1, within(0.03));
            assertThat(neutron).as(fields[0]).isCloseTo(1, within(0.03));
        }
        ValidationPage.check("inert-doublet", table.toString());
    }

    /** It is the minimal scotogenic model without couplings to leptons, given by other parameters. */
    @ParameterizedTest
    @CsvSource({"70, 120, 130, 0.01, 0.2", "300, 310, 305, -0.3, 1", "700, 705, 706, 0.05, 0.1", "55, 300, 60, 0.3, 3"})
    void isPartOfTheScotogenicModel(double mH, double mA, double mC, double lambdaL, double lambda2) throws Exception {
        Model larger = Models.named("scotogenic:yukawas");
        double[] theta = new double[larger.parameters().size()];
        Map<String, Double> mine;
        try (PointEvaluator evaluator = MODEL.newEvaluator()) {
            mine = evaluate(evaluator, MODEL, new double[] {mH, mA, mC, lambdaL, lambda2}, true);
        }
        Map<String, Double> parameters = new HashMap<>(mine);
        parameters.put("lambda_2", lambda2);
        parameters.put("Meta_sq", mine.get("m22_sq"));
        for (int i = 0; i < theta.length; i++) {
            String name = larger.parameters().parameters().get(i).name();
            theta[i] = name.startsWith("M_N") ? 1e5 : parameters.getOrDefault(name, 0.0);
        }
        Map<String, Double> theirs;
        try (PointEvaluator evaluator = larger.newEvaluator()) {
            theirs = evaluate(evaluator, larger, theta, true);
        }
        assertThat(theirs.get("m_R")).isCloseTo(mH, within(1e-9 * mH));
        assertThat(theirs.get("m_I")).isCloseTo(mA, within(1e-9 * mA));
        assertThat(theirs.get("m_etaP")).isCloseTo(mC, within(1e-9 * mC));
        int compared = 0;
        for (String name : mine.keySet()) {
            if (theirs.containsKey(name) && !name.equals("inelastic_splitting")) {
                double expected = theirs.get(name);
                double tolerance = name.equals("Omega_h2") || name.equals("x_f") ? 1e-6 : 1e-9;
                assertThat(Missing.isUndefined(mine.get(name))).as(name).isEqualTo(Missing.isUndefined(expected));
                if (!Missing.isUndefined(expected)) {
                    assertThat(mine.get(name))
                            .as(name)
                            .isCloseTo(expected, within(tolerance * Math.abs(expected) + 1e-12));
                }
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(20);
    }

    /** Exchanging H and A changes the names and nothing else. */
    @Test
    void theCpOddScalarMayBeTheDarkMatter() throws Exception {
        double v = Pdg2024.VEV;
        double lambdaL = 0.02;
        try (PointEvaluator evaluator = MODEL.newEvaluator()) {
            Map<String, Double> even = evaluate(evaluator, MODEL, new double[] {100, 160, 170, lambdaL, 0.3}, true);
            double lambdaA = lambdaL + (160 * 160 - 100 * 100) / (v * v);
            Map<String, Double> odd = evaluate(evaluator, MODEL, new double[] {160, 100, 170, lambdaA, 0.3}, true);
            assertThat(odd.get("dm_type")).isEqualTo(3);
            assertThat(even.get("dm_type")).isEqualTo(2);
            for (String name : List.of("m_dm", "sigma_SI_p", "Omega_h2", "S", "T", "BR_h_inv", "lambda_3")) {
                assertThat(odd.get(name)).as(name).isCloseTo(even.get(name), within(1e-6 * Math.abs(even.get(name))));
            }
        }
    }

    @Test
    void withoutNeutralDarkMatterThereIsNoRelicDensity() throws Exception {
        try (PointEvaluator evaluator = MODEL.newEvaluator()) {
            Map<String, Double> values = evaluate(evaluator, MODEL, new double[] {200, 210, 150, 0.1, 0.3}, true);
            assertThat(values.get("charged_gap")).isEqualTo(-50);
            assertThat(Missing.isUndefined(values.get("Omega_h2"))).isTrue();
            assertThat(Missing.isUndefined(values.get("sigma_SI_p"))).isTrue();
        }
    }

    /** A point with λ_L large and m₂₂² &lt; 0: the vacuum with an inert vacuum expectation value is deeper. V/V_ours = m₂₂⁴λ₁/(λ₂ (m_h²/2)²). */
    @Test
    void theInertVacuumMustBeTheDeepest() throws Exception {
        try (PointEvaluator evaluator = MODEL.newEvaluator()) {
            Map<String, Double> values = evaluate(evaluator, MODEL, new double[] {200, 400, 400, 1, 0.1}, false);
            double v2 = 246.2196 * 246.2196;
            double m22 = 200 * 200 - v2;
            double h2 = 125.2 * 125.2;
            assertThat(values.get("m22_sq")).isCloseTo(m22, within(2.0));
            assertThat(values.get("vacuum_depth")).isCloseTo(m22 * m22 * (h2 / v2) / (0.1 * h2 * h2 / 4), within(1e-3));
            assertThat(judge(new double[] {200, 400, 400, 1, 0.1})).contains("vacuum");
        }
    }

    /** LEP, decays of h and Z: written here by the masses, not by the constraints. */
    @Test
    void noPointThatLepExcludesIsValid() throws Exception {
        Random random = new Random(5);
        double[] u = new double[MODEL.parameters().dimension()];
        double[] theta = new double[MODEL.parameters().size()];
        int allowed = 0;
        int excluded = 0;
        for (int k = 0; k < 20000; k++) {
            for (int i = 0; i < u.length; i++) u[i] = random.nextDouble();
            MODEL.parameters().toTheta(u, theta);
            List<String> violated = judge(theta);
            double even = theta[0];
            double odd = theta[1];
            double charged = theta[2];
            boolean lep = even + odd < 91.18
                    || charged < 70
                    || even + charged < 80.3
                    || even < 79.9 && odd < 99.9 && odd - even > 8.1;
            double width = even < 62.5
                    ? Math.pow(2 * theta[3] * 246.22, 2)
                            * Math.sqrt(1 - Math.pow(2 * even / 125.2, 2))
                            / (32 * Math.PI * 125.2)
                    : 0;
            boolean invisible = width / (width + 4.07e-3) > 0.1072;
            violated.remove("Omega_h2");
            assertThat(violated.isEmpty() && (lep || invisible))
                    .as(Arrays.toString(theta))
                    .isFalse();
            allowed += violated.isEmpty() ? 1 : 0;
            excluded += lep || invisible ? 1 : 0;
        }
        assertThat(allowed).isGreaterThan(300);
        assertThat(excluded).isGreaterThan(1000);
    }

    private static final PointColumns COLUMNS = PointColumns.all(MODEL.observables(), MODEL.parameters());
    private static final BoundConstraints BOUND = MODEL.constraintSet("default").bind(COLUMNS.quantities());
    private static final PointEvaluator EVALUATOR = MODEL.newEvaluator();

    /** Which applied constraints a point violates, the relic density not computed. */
    private static List<String> judge(double[] theta) throws EvaluationException {
        double[] values = new double[MODEL.observables().size()];
        EVALUATOR.evaluate(theta, values);
        double[] row = Arrays.copyOf(values, values.length + theta.length);
        System.arraycopy(theta, 0, row, values.length, theta.length);
        byte[] statuses = new byte[BOUND.size()];
        BOUND.evaluate(row, new double[BOUND.size()], statuses);
        List<String> violated = new java.util.ArrayList<>();
        for (int i = 0; i < statuses.length; i++) {
            if (BOUND.constraints().get(i).mode() == Mode.APPLY
                    && ConstraintStatus.of(statuses[i]) != ConstraintStatus.SATISFIED) {
                violated.add(BOUND.constraints().get(i).name());
            }
        }
        return violated;
    }
}
