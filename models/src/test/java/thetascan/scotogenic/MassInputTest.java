package thetascan.scotogenic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import thetascan.model.EvaluationException;
import thetascan.model.Model;
import thetascan.model.Models;
import thetascan.model.PointEvaluator;
import thetascan.physics.Pdg2024;
import thetascan.quantity.Missing;
import thetascan.quantity.Quantity;
import thetascan.space.ParameterSpace;

/** Masses in, Lagrangian out, masses out: the same. */
class MassInputTest {

    private static final double V = Pdg2024.VEV;

    private static double[] evaluate(Model model, double[] theta) throws Exception {
        double[] observables = new double[model.observables().size()];
        try (PointEvaluator evaluator = model.newEvaluator()) {
            evaluator.evaluate(theta, observables);
        }
        return observables;
    }

    private static double observable(Model model, double[] observables, String name) {
        return observables[
                model.observables().stream().map(Quantity::name).toList().indexOf(name)];
    }

    private static double[] random(Model model, Random random) {
        double[] u = new double[model.parameters().dimension()];
        for (int i = 0; i < u.length; i++) u[i] = random.nextDouble();
        double[] theta = new double[model.parameters().size()];
        model.parameters().toTheta(u, theta);
        return theta;
    }

    private static double[] translate(Model from, double[] theta, Model to, Map<String, Double> given) {
        ParameterSpace space = to.parameters();
        double[] other = new double[space.size()];
        for (int i = 0; i < other.length; i++) {
            String name = space.parameters().get(i).name();
            other[i] = given.containsKey(name)
                    ? given.get(name)
                    : theta[from.parameters().index(name)];
        }
        return other;
    }

    /** Every observable of the point by its Lagrangian and by its masses; rates are powers and differences of these. */
    private static void same(Model model, double[] expected, double[] actual, double tolerance) {
        List<Quantity> quantities = model.observables();
        int compared = 0;
        for (int i = 0; i < expected.length; i++) {
            String name = quantities.get(i).name();
            if (!Double.isFinite(expected[i]) || Missing.isUndefined(expected[i]) || name.equals("m_nu_error")) {
                continue;
            }
            assertThat(actual[i])
                    .as(name)
                    .isCloseTo(expected[i], within(tolerance * Math.max(Math.abs(expected[i]), smallest(name))));
            compared++;
        }
        assertThat(compared).isGreaterThan(40);
    }

    /** Below this a difference is rounding of larger terms. */
    private static double smallest(String name) {
        return switch (name) {
            case "S", "T", "U" -> 1e-2;
            case "delta" -> 1;
            default -> name.startsWith("bfb") || name.startsWith("d_") ? 1e-2 : 0;
        };
    }

    @Test
    void minimalModelThereAndBack() throws Exception {
        Model lagrangian = Models.named("scotogenic");
        Model masses = Models.named("scotogenic:masses");
        Random random = new Random(5);
        int compared = 0;
        for (int k = 0; k < 200; k++) {
            double[] theta = random(lagrangian, random);
            double[] expected = evaluate(lagrangian, theta);
            double even = observable(lagrangian, expected, "m_R");
            double odd = observable(lagrangian, expected, "m_I");
            double charged = observable(lagrangian, expected, "m_etaP");
            if (!(even > 0 && odd > 0 && charged > 0)) {
                continue;
            }
            ParameterSpace space = lagrangian.parameters();
            double l5 = theta[space.index("lambda_5")];
            double[] other = translate(
                    lagrangian,
                    theta,
                    masses,
                    Map.of(
                            "lambda_345",
                            theta[space.index("lambda_3")] + theta[space.index("lambda_4")] + l5,
                            "m_etaP",
                            charged,
                            "m_R",
                            even,
                            "split_RI",
                            l5 * V * V / Math.pow(even + odd, 2)));
            double[] actual = evaluate(masses, other);
            for (String name : List.of("m_etaP", "m_R", "m_I")) {
                double there = observable(masses, actual, name);
                assertThat(there).as(name).isCloseTo(observable(lagrangian, expected, name), within(1e-10 * there));
            }
            assertThat(observable(masses, actual, "m_R"))
                    .isCloseTo(other[masses.parameters().index("m_R")], within(1e-10 * even));
            compared++;
        }
        assertThat(compared).isGreaterThan(100);
    }

    @Test
    void everyObservableOfOnePoint() throws Exception {
        Model lagrangian = Models.named("scotogenic");
        Model masses = Models.named("scotogenic:masses");
        double[] theta = random(lagrangian, new Random(1));
        ParameterSpace space = lagrangian.parameters();
        theta[space.index("lambda_3")] = 0.3;
        theta[space.index("lambda_4")] = -0.1;
        theta[space.index("lambda_5")] = 0.02;
        theta[space.index("Meta_sq")] = 9e4;
        double[] expected = evaluate(lagrangian, theta);
        double even = observable(lagrangian, expected, "m_R");
        double odd = observable(lagrangian, expected, "m_I");
        double[] other = translate(
                lagrangian,
                theta,
                masses,
                Map.of(
                        "lambda_345",
                        0.22,
                        "m_etaP",
                        observable(lagrangian, expected, "m_etaP"),
                        "m_R",
                        even,
                        "split_RI",
                        (even - odd) / (even + odd)));
        same(lagrangian, expected, evaluate(masses, other), 1e-8);
    }

    @Test
    void t12aThereAndBack() throws Exception {
        Model masses = Models.named("t12a:masses");
        Model lagrangian = Models.named("t12a");
        ParameterSpace space = masses.parameters();
        assertThat(space.dimension()).isEqualTo(37);
        Random random = new Random(7);
        int compared = 0;
        for (int k = 0; k < 200; k++) {
            double[] theta = random(masses, random);
            double doublet = theta[space.index("m_phi_eta")];
            double singlet = theta[space.index("m_phi_S")];
            double[] actual = evaluate(masses, theta);
            Map<String, Double> masses4 = Map.of(
                    "m_A",
                    theta[space.index("m_A")],
                    "m_etaP",
                    theta[space.index("m_etaP")],
                    "m_phi1",
                    Math.min(doublet, singlet),
                    "m_phi2",
                    Math.max(doublet, singlet));
            for (String name : masses4.keySet()) {
                double given = masses4.get(name);
                assertThat(observable(masses, actual, name)).as(name).isCloseTo(given, within(1e-10 * given));
            }
            // the Lagrangian of these masses, by the formulas of the spectrum, has the same observables
            double angle = theta[space.index("theta_phi")];
            double charged = theta[space.index("m_etaP")];
            double odd = theta[space.index("m_A")];
            double half = V * V / 2;
            double lEta = theta[space.index("lambda_eta")];
            double mEta = charged * charged - lEta * half;
            double s11 =
                    doublet * doublet * Math.pow(Math.sin(angle), 2) + singlet * singlet * Math.pow(Math.cos(angle), 2);
            double s22 =
                    doublet * doublet * Math.pow(Math.cos(angle), 2) + singlet * singlet * Math.pow(Math.sin(angle), 2);
            double sum = (s22 - mEta) / half - lEta;
            double difference = (odd * odd - mEta) / half - lEta;
            double[] other = translate(
                    masses,
                    theta,
                    lagrangian,
                    Map.of(
                            "lambda_eta1", (sum + difference) / 2,
                            "lambda_eta2", (sum - difference) / 2,
                            "alpha", (singlet * singlet - doublet * doublet) * Math.sin(2 * angle) / 2 / V,
                            "MS_sq", s11 - theta[space.index("lambda_S")] * half,
                            "Meta_sq", mEta));
            double[] back = evaluate(lagrangian, other);
            for (String name : List.of("m_A", "m_etaP", "m_phi1", "m_phi2", "R_gamgam", "m_sq_min")) {
                double value = observable(lagrangian, back, name);
                assertThat(observable(masses, actual, name)).as(name).isCloseTo(value, within(1e-7 * Math.abs(value)));
            }
            compared++;
        }
        assertThat(compared).isEqualTo(200);
    }

    @Test
    void massesThatCannotBeAreRefused() {
        Model masses = Models.named("scotogenic:masses");
        double[] theta = random(masses, new Random(2));
        theta[masses.parameters().index("split_RI")] = 1;
        assertThatThrownBy(() -> evaluate(masses, theta))
                .isInstanceOf(EvaluationException.class)
                .hasMessage("split_RI = 1.0: must lie between -1 and 1, or no positive mass is left for eta_I.");
        theta[masses.parameters().index("split_RI")] = 0.1;
        theta[masses.parameters().index("m_etaP")] = -1;
        assertThatThrownBy(() -> evaluate(masses, theta)).hasMessageContaining("m_etaP = -1.0: must be positive");
    }
}
