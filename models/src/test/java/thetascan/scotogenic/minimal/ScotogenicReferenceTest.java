package thetascan.scotogenic.minimal;

import static org.assertj.core.api.Assertions.assertThat;
import static thetascan.scotogenic.ReferencePoints.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import thetascan.model.Model;
import thetascan.model.PointEvaluator;
import thetascan.quantity.Missing;
import thetascan.scotogenic.Deviations;
import thetascan.scotogenic.PointTheta;
import thetascan.scotogenic.ReferencePoints;
import thetascan.scotogenic.ReferencePoints.Point;

/** Every observable of 75 points of the minimal scotogenic model against an independent evaluation at 50 digits. */
class ScotogenicReferenceTest {

    private static final double TOLERANCE = 1e-9;
    private static final double Z_TOLERANCE = 1e-8;
    private static final double OBLIQUE_TOLERANCE = 1e-10;

    /** N₁ and η_R have the same mass: which is the dark matter, rounding decides. */
    private static final int TIE = 101;

    private static final List<String> LFV = List.of(
            "BR_mu_e_gamma",
            "BR_tau_e_gamma",
            "BR_tau_mu_gamma",
            "BR_mu_3e",
            "BR_tau_3e",
            "BR_tau_3mu",
            "BR_tau_e_mumu",
            "BR_tau_mu_ee",
            "BR_tau_mumu_ebar",
            "BR_tau_ee_mubar",
            "CR_Al",
            "CR_Ti",
            "CR_Sr",
            "CR_Sb",
            "CR_Au",
            "CR_Pb");
    private static final List<String> ZERO = List.of(
            "BR_tau_e_pi",
            "BR_tau_e_eta",
            "BR_tau_e_etap",
            "BR_tau_mu_pi",
            "BR_tau_mu_eta",
            "BR_tau_mu_etap",
            "d_e",
            "d_mu",
            "d_tau");

    private final Deviations deviations = new Deviations(ScotogenicObservables.ALL);

    private double[] evaluate(Model model, Point point) throws Exception {
        double[] observables = new double[model.observables().size()];
        try (PointEvaluator evaluator = model.newEvaluator()) {
            evaluator.evaluate(PointTheta.minimal(model, point), observables);
        }
        return observables;
    }

    @Test
    void couplingsAsInput() throws Exception {
        Model model = new ScotogenicModel.YukawaBasis();
        for (Point point : ReferencePoints.minimal()) {
            if (point.has("y") || point.input().has("y")) {
                compare(point, evaluate(model, point));
            }
        }
        deviations.verify(70 * 44);
    }

    @Test
    void couplingsFromNeutrinoData() throws Exception {
        Model model = new ScotogenicModel.CasasIbarraBasis();
        int points = 0;
        for (Point point : ReferencePoints.minimal()) {
            if (point.isCasasIbarra()) {
                points++;
                compare(point, evaluate(model, point));
            }
        }
        assertThat(points).isEqualTo(24);
        deviations.verify(24 * 44);
    }

    private void compare(Point point, double[] o) {
        theory(point, o);
        if (!point.node("ok").booleanValue()) {
            assertThat(Missing.isUndefined(deviations.value("BR_mu_e_gamma", o)))
                    .isTrue();
            assertThat(deviations.value("m_sq_min", o)).isNegative();
            return;
        }
        compare(point, "m_etaP", o, point.number("m", "etaP"));
        compare(point, "m_R", o, point.number("m", "etaR"));
        compare(point, "m_I", o, point.number("m", "etaI"));
        neutrinos(point, o);
        for (String lepton : List.of("e", "mu", "tau")) {
            compare(point, "Delta_a_" + lepton, o, point.number("lfv", "Da_" + lepton));
        }
        for (String name : LFV) {
            compare(point, name, o, point.number("lfv", name));
        }
        for (String name : ZERO) {
            assertThat(deviations.value(name, o)).as(point + name).isZero();
        }
        for (String name : List.of("BR_Z_emu", "BR_Z_etau", "BR_Z_mutau")) {
            deviations.compare(point, name, o, point.number("lfv", name), Z_TOLERANCE, 0);
        }
        for (String name : List.of("S", "T", "U")) {
            deviations.compare(point, name, o, point.number("stu", name), 0, OBLIQUE_TOLERANCE);
        }
        compare(point, "R_gamgam", o, point.number("R_gamgam"));
        compare(point, "BR_h_inv", o, point.number("BR_h_inv"));
        if (point.id() != TIE) {
            scattering(point, o);
        }
    }

    /** |M_ν| of the electron and another flavour [GeV]. */
    private static double modulus(Point point, int flavour) {
        JsonNode element = point.node("Mnu_GeV").get(0).get(flavour);
        return Math.hypot(ReferencePoints.re(element), ReferencePoints.im(element));
    }

    private void theory(Point point, double[] o) {
        JsonNode bounds = point.node("bfb");
        for (int i = 0; i < 4; i++) {
            deviations.compare(point, "bfb_" + (i + 1), o, value(bounds.get(i)), TOLERANCE, 1e-15);
        }
        double largest = 0;
        for (JsonNode eigenvalue : point.node("unitarity")) {
            largest = Math.max(largest, Math.abs(value(eigenvalue)));
        }
        compare(point, "unitarity_max", o, largest);
    }

    private void neutrinos(Point point, double[] o) {
        if (!point.has("neutrino", "s12sq")) {
            return;
        }
        double heaviest = value(point.node("neutrino", "m_eV").get(2));
        for (int i = 0; i < 3; i++) {
            deviations.compare(
                    point,
                    "m_nu" + (i + 1),
                    o,
                    value(point.node("neutrino", "m_eV").get(i)),
                    TOLERANCE,
                    1e-14 * heaviest);
        }
        double sum = 0;
        for (JsonNode mass : point.node("neutrino", "m_eV")) {
            sum += value(mass);
        }
        compare(point, "sum_m_nu", o, sum);
        compare(point, "m_ee", o, 1e9 * modulus(point, 0));
        double squares =
                Math.pow(modulus(point, 0), 2) + Math.pow(modulus(point, 1), 2) + Math.pow(modulus(point, 2), 2);
        compare(point, "m_beta", o, 1e9 * Math.sqrt(squares));
        compare(point, "dm21_sq", o, point.number("neutrino", "dm21_eV2"));
        compare(point, "dm31_sq", o, point.number("neutrino", "dm31_eV2"));
        compare(point, "s12_sq", o, point.number("neutrino", "s12sq"));
        compare(point, "s13_sq", o, point.number("neutrino", "s13sq"));
        compare(point, "s23_sq", o, point.number("neutrino", "s23sq"));
        double delta = deviations.value("delta", o) - point.number("neutrino", "delta");
        deviations.compareValue(point, "delta", Math.IEEEremainder(delta, 2 * Math.PI), 0, 0, TOLERANCE);
    }

    private void scattering(Point point, double[] o) {
        String name = point.node("dm", "name").textValue();
        int type = name.startsWith("N") ? 1 : List.of("", "", "etaR", "etaI").indexOf(name);
        assertThat(deviations.value("dm_type", o)).as(point.toString()).isEqualTo(Math.max(0, type));
        compare(point, "m_dm", o, type > 0 ? point.number("dm", "mass") : Double.NaN);
        compare(point, "sigma_SI_p", o, point.number("dd", "SIp_cm2"));
        compare(point, "sigma_SI_n", o, point.number("dd", "SIn_cm2"));
        if (point.has("dd", "delta_keV")) {
            double splitting = Math.min(1e6, point.number("dd", "delta_keV"));
            deviations.compare(point, "inelastic_splitting", o, splitting, 1e-9, 0);
        }
    }

    private void compare(Point point, String name, double[] o, double expected) {
        deviations.compare(point, name, o, expected, TOLERANCE, 0);
    }
}
