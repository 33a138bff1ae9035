package thetascan.scotogenic.t12a;

import static thetascan.scotogenic.Parameters.choice;
import static thetascan.scotogenic.Parameters.fixed;
import static thetascan.scotogenic.Parameters.linear;
import static thetascan.scotogenic.Parameters.log;
import static thetascan.scotogenic.Parameters.symlog;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import thetascan.model.Domain;
import thetascan.model.EvaluationException;
import thetascan.scotogenic.CasasIbarraInput;
import thetascan.scotogenic.InputBasis;
import thetascan.scotogenic.Parameters;
import thetascan.space.Parameter;
import thetascan.space.ParameterSpace;

/**
 * Parameters of T1-2-A: 25 common ones, then the neutrino sector by {@link CasasIbarraInput} (12) or by the couplings themselves
 * (18), then what is fixed unless a scan says otherwise.
 */
final class T12aParameters {

    /** Places of the common parameters in θ. */
    static final int LAMBDA_H = 0;

    static final int LAMBDA_4S = 1;
    static final int LAMBDA_4ETA = 2;
    static final int LAMBDA_S = 3;
    static final int LAMBDA_SETA = 4;
    static final int LAMBDA_ETA = 5;
    static final int LAMBDA_ETA1 = 6;
    static final int LAMBDA_ETA2 = 7;
    static final int ALPHA = 8;
    static final int MS_SQ = 9;
    static final int META_SQ = 10;
    static final int M_F1 = 11;
    static final int M_F2 = 12;
    static final int M_PSI = 13;
    /** Re, Im of y_11, y_12, y_21, y_22. */
    static final int Y = 14;
    /** Real parts of g_R for e, μ, τ. */
    static final int G_R = 22;
    /** Start of the neutrino sector. */
    static final int NEUTRINOS = 25;

    private static final List<String> LEPTONS = List.of("e", "mu", "tau");
    private static final List<String> LEPTON_LATEX = List.of("e", "\\mu", "\\tau");

    private final InputBasis basis;
    private final int imaginaryGR;
    private final int convention;

    T12aParameters(InputBasis basis) {
        this.basis = basis;
        int neutrinoSector = basis.fromNeutrinoData() ? CasasIbarraInput.COUNT : 18;
        imaginaryGR = NEUTRINOS + neutrinoSector;
        convention = imaginaryGR + 3 + (basis.fromNeutrinoData() ? CasasIbarraInput.EXTRA_COUNT : 1);
    }

    /** Place of m_ν1, α₂₁, α₃₁ in the Casas-Ibarra basis. */
    int neutrinoExtra() {
        return imaginaryGR + 3;
    }

    /** Place of the mass ordering in the basis of the couplings. */
    int ordering() {
        return imaginaryGR + 3;
    }

    /** Place of Im g_R. */
    int imaginaryGR() {
        return imaginaryGR;
    }

    /** Place of the flavour convention. */
    int convention() {
        return convention;
    }

    /** Where a point can be evaluated. */
    List<Domain> domains() {
        Stream<Domain> masses = Stream.concat(
                        Stream.of("M_F1", "M_F2", "M_Psi"),
                        basis == InputBasis.MASSES ? Stream.of("m_A", "m_etaP", "m_phi_eta", "m_phi_S") : Stream.of())
                .map(Domain::positive);
        return basis.fromNeutrinoData()
                ? Stream.concat(masses, CasasIbarraInput.domains().stream()).toList()
                : masses.toList();
    }

    ParameterSpace space() {
        List<Parameter> all = new ArrayList<>();
        scalars(all);
        fermions(all);
        if (basis.fromNeutrinoData()) {
            CasasIbarraInput.add(all);
        } else {
            couplings(all);
        }
        for (int k = 0; k < 3; k++) {
            all.add(fixed(
                    "im_gR_" + LEPTONS.get(k),
                    "1",
                    "\\mathrm{Im}\\,g_R^{" + LEPTON_LATEX.get(k) + "}",
                    "imaginary part of g_R",
                    0));
        }
        if (basis.fromNeutrinoData()) {
            CasasIbarraInput.addExtra(all, fixed("m_nu1", "eV", "m_0", "mass of the lightest neutrino", 1e-3));
        } else {
            all.add(choice(
                    "nu_ordering",
                    "\\mathrm{ordering}",
                    "ordering of the neutrino masses",
                    List.of("normal", "inverted")));
        }
        all.add(Parameters.flavourConvention());
        return new ParameterSpace(all);
    }

    private void scalars(List<Parameter> all) {
        all.add(linear("lambda_H", "1", "\\lambda_H", "quartic coupling of H", 0.12, 0.14));
        all.add(log("lambda_4S", "1", "\\lambda_{4S}", "quartic coupling of S", 1e-4, 1));
        all.add(log("lambda_4eta", "1", "\\lambda_{4\\eta}", "quartic coupling of eta", 1e-4, 1));
        all.add(symlog("lambda_S", "1", "\\lambda_S", "portal of S to H", 1e-6, 1));
        all.add(symlog("lambda_Seta", "1", "\\lambda_{S\\eta}", "portal of S to eta", 1e-6, 1));
        all.add(symlog("lambda_eta", "1", "\\lambda_\\eta", "portal of eta to H", 1e-6, 1));
        if (basis == InputBasis.MASSES) {
            masses(all);
        } else {
            potential(all);
        }
    }

    private static void potential(List<Parameter> all) {
        all.add(symlog("lambda_eta1", "1", "\\lambda'_\\eta", "coupling |H^dagger eta|^2", 1e-6, 1));
        all.add(symlog(
                "lambda_eta2", "1", "\\lambda''_\\eta", "coupling (H^dagger eta)^2: splits eta_R and eta_I", 1e-6, 1));
        all.add(symlog("alpha", "GeV", "\\alpha", "trilinear coupling S H^dagger eta", 1e-2, 1e3));
        all.add(log("MS_sq", "GeV^2", "M_S^2", "squared mass parameter of S", 1e4, 4e6));
        all.add(log("Meta_sq", "GeV^2", "M_\\eta^2", "squared mass parameter of eta", 1e4, 4e6));
    }

    /** In the places of λ'_η, λ''_η, α, M_S² and M_η². */
    private static void masses(List<Parameter> all) {
        all.add(log("m_A", "GeV", "m_A", "mass of the CP-odd scalar", 100, 2000));
        all.add(log("m_etaP", "GeV", "m_{\\eta^\\pm}", "mass of the charged scalar", 100, 2000));
        all.add(linear(
                "theta_phi",
                "rad",
                "\\theta_\\phi",
                "mixing: phi_eta = cos eta_R - sin S, phi_S = sin eta_R + cos S",
                -Math.PI / 4,
                Math.PI / 4));
        all.add(log("m_phi_eta", "GeV", "m_{\\phi_\\eta}", "mass of the CP-even scalar phi_eta", 100, 2000));
        all.add(log("m_phi_S", "GeV", "m_{\\phi_S}", "mass of the CP-even scalar phi_S", 100, 2000));
    }

    private static void fermions(List<Parameter> all) {
        all.add(log("M_F1", "GeV", "M_{F_1}", "mass parameter of F1", 100, 2000));
        all.add(log("M_F2", "GeV", "M_{F_2}", "mass parameter of F2", 100, 2000));
        all.add(log("M_Psi", "GeV", "M_\\Psi", "mass of the vector-like doublet", 100, 2000));
        for (int i = 1; i <= 2; i++) {
            for (int j = 1; j <= 2; j++) {
                complex(
                        all,
                        "y" + i + j,
                        "y_{" + i + j + "}",
                        "coupling of F" + j + " and Psi" + i + " to H",
                        1e-4,
                        1.2);
            }
        }
        for (int k = 0; k < 3; k++) {
            all.add(symlog(
                    "gR_" + LEPTONS.get(k),
                    "1",
                    "\\mathrm{Re}\\,g_R^{" + LEPTON_LATEX.get(k) + "}",
                    "real part of the coupling of Psi1 and eta to the right-handed lepton",
                    1e-6,
                    1.2));
        }
    }

    private static void couplings(List<Parameter> all) {
        List<String> rows = List.of("gPsi", "gF1", "gF2");
        List<String> latex = List.of("g_\\Psi", "g_{F_1}", "g_{F_2}");
        List<String> fields = List.of("S and Psi2", "F1 and eta", "F2 and eta");
        for (int row = 0; row < 3; row++) {
            for (int k = 0; k < 3; k++) {
                complex(
                        all,
                        rows.get(row) + "_" + LEPTONS.get(k),
                        latex.get(row) + "^{" + LEPTON_LATEX.get(k) + "}",
                        "coupling of " + fields.get(row) + " to the lepton doublet",
                        1e-8,
                        1.2);
            }
        }
    }

    private static void complex(
            List<Parameter> all, String name, String latex, String description, double least, double greatest) {
        all.add(symlog(
                "re_" + name, "1", "\\mathrm{Re}\\," + latex, "real part of the " + description, least, greatest));
        all.add(symlog(
                "im_" + name, "1", "\\mathrm{Im}\\," + latex, "imaginary part of the " + description, least, greatest));
    }

    /** Reads everything but the neutrino sector; in the basis of the couplings that too. */
    void read(double[] theta, T12aLagrangian l) throws EvaluationException {
        l.lambdaH = theta[LAMBDA_H];
        l.lambda4S = theta[LAMBDA_4S];
        l.lambda4Eta = theta[LAMBDA_4ETA];
        l.lambdaS = theta[LAMBDA_S];
        l.lambdaSEta = theta[LAMBDA_SETA];
        l.lambdaEta = theta[LAMBDA_ETA];
        if (basis == InputBasis.MASSES) {
            ScalarMasses.invert(theta[LAMBDA_ETA1], theta[LAMBDA_ETA2], theta[ALPHA], theta[MS_SQ], theta[META_SQ], l);
        } else {
            l.lambdaEta1 = theta[LAMBDA_ETA1];
            l.lambdaEta2 = theta[LAMBDA_ETA2];
            l.alpha = theta[ALPHA];
            l.mSSq = theta[MS_SQ];
            l.mEtaSq = theta[META_SQ];
        }
        l.mF[0] = Parameters.positive("M_F1", theta[M_F1]);
        l.mF[1] = Parameters.positive("M_F2", theta[M_F2]);
        l.mPsi = Parameters.positive("M_Psi", theta[M_PSI]);
        for (int k = 0; k < 4; k++) {
            l.y.re[k] = theta[Y + 2 * k];
            l.y.im[k] = theta[Y + 2 * k + 1];
        }
        for (int k = 0; k < 3; k++) {
            l.gR.set(0, k, theta[G_R + k], theta[imaginaryGR + k]);
        }
        if (basis == InputBasis.YUKAWAS) {
            for (int k = 0; k < 9; k++) {
                l.g.re[k] = theta[NEUTRINOS + 2 * k];
                l.g.im[k] = theta[NEUTRINOS + 2 * k + 1];
            }
        }
    }

    /** Exchanges F₁ and F₂ with their couplings; the physics stays the same. */
    static void exchangeSinglets(double[] theta, InputBasis basis) {
        exchange(theta, M_F1, M_F2);
        for (int k = 0; k < 2; k++) {
            exchange(theta, Y + k, Y + 2 + k);
            exchange(theta, Y + 4 + k, Y + 6 + k);
        }
        if (basis == InputBasis.YUKAWAS) {
            for (int k = 0; k < 6; k++) {
                exchange(theta, NEUTRINOS + 6 + k, NEUTRINOS + 12 + k);
            }
        }
    }

    private static void exchange(double[] theta, int i, int j) {
        double x = theta[i];
        theta[i] = theta[j];
        theta[j] = x;
    }
}
