package thetascan.scotogenic.minimal;

import static thetascan.scotogenic.Parameters.choice;
import static thetascan.scotogenic.Parameters.log;
import static thetascan.scotogenic.Parameters.symlog;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import thetascan.model.Domain;
import thetascan.model.EvaluationException;
import thetascan.physics.ComplexMatrix;
import thetascan.physics.ComplexOrthogonal;
import thetascan.scotogenic.CasasIbarraInput;
import thetascan.scotogenic.InputBasis;
import thetascan.scotogenic.Parameters;
import thetascan.space.Parameter;
import thetascan.space.ParameterSpace;

/**
 * Parameters of the minimal scotogenic model: 8 common ones, of which four are masses, a splitting and a coupling in the basis of masses, then the neutrino sector by {@link CasasIbarraInput} or by the couplings
 * themselves, then what is fixed unless a scan says otherwise.
 */
final class ScotogenicParameters {

    private static final int LAMBDA_2 = 0;
    private static final int LAMBDA_3 = 1;
    private static final int LAMBDA_4 = 2;
    private static final int LAMBDA_5 = 3;
    private static final int META_SQ = 4;
    private static final int M_N = 5;

    /** Start of the neutrino sector. */
    static final int NEUTRINOS = 8;

    private final InputBasis basis;
    private final int rest;

    ScotogenicParameters(InputBasis basis) {
        this.basis = basis;
        rest = NEUTRINOS + (basis.fromNeutrinoData() ? CasasIbarraInput.COUNT : 18);
    }

    /** Place of m_ν1, α₂₁, α₃₁ in the Casas-Ibarra basis. */
    int neutrinoExtra() {
        return rest;
    }

    /** Place of the mass ordering in the basis of the couplings. */
    int ordering() {
        return rest;
    }

    /** Place of the flavour convention. */
    int convention() {
        return rest + (basis.fromNeutrinoData() ? CasasIbarraInput.EXTRA_COUNT : 1);
    }

    /** Where a point can be evaluated. */
    List<Domain> domains() {
        Stream<Domain> masses = Stream.concat(
                        Stream.of("M_N1", "M_N2", "M_N3"),
                        basis == InputBasis.MASSES ? Stream.of("m_etaP", "m_R") : Stream.of())
                .map(Domain::positive);
        return basis.fromNeutrinoData()
                ? Stream.concat(masses, CasasIbarraInput.domains().stream()).toList()
                : masses.toList();
    }

    ParameterSpace space() {
        List<Parameter> all = new ArrayList<>();
        all.add(log("lambda_2", "1", "\\lambda_2", "quartic coupling of eta", 1e-3, 1));
        if (basis == InputBasis.MASSES) {
            masses(all);
        } else {
            potential(all);
        }
        for (int k = 1; k <= 3; k++) {
            all.add(log("M_N" + k, "GeV", "M_" + k, "mass of N" + k, 10, 1e4));
        }
        if (basis.fromNeutrinoData()) {
            CasasIbarraInput.add(all);
            CasasIbarraInput.addExtra(all, log("m_nu1", "eV", "m_0", "mass of the lightest neutrino", 1e-5, 0.03));
        } else {
            couplings(all);
            all.add(choice(
                    "nu_ordering",
                    "\\mathrm{ordering}",
                    "ordering of the neutrino masses",
                    List.of("normal", "inverted")));
        }
        all.add(Parameters.flavourConvention());
        return new ParameterSpace(all);
    }

    private static void potential(List<Parameter> all) {
        all.add(symlog("lambda_3", "1", "\\lambda_3", "portal |H|^2 |eta|^2", 1e-3, 1));
        all.add(symlog("lambda_4", "1", "\\lambda_4", "coupling |H^dagger eta|^2", 1e-3, 1));
        all.add(symlog(
                "lambda_5", "1", "\\lambda_5", "coupling (H^dagger eta)^2: splits eta_R and eta_I", 1e-11, 1e-1));
        all.add(log("Meta_sq", "GeV^2", "m_\\eta^2", "squared mass parameter of eta", 1e4, 1e7));
    }

    /** In the places of λ₃, λ₄, λ₅ and m_η². */
    private static void masses(List<Parameter> all) {
        all.add(symlog("lambda_345", "1", "\\lambda_{345}", "coupling of h to two eta_R over v", 1e-4, 1));
        all.add(log("m_etaP", "GeV", "m_{\\eta^\\pm}", "mass of the charged scalar", 70, 3000));
        all.add(symlog(
                "split_RI",
                "1",
                "(m_R-m_I)/(m_R+m_I)",
                "difference of the masses of eta_R and eta_I over their sum",
                1e-10,
                0.5));
        all.add(log("m_R", "GeV", "m_R", "mass of the CP-even neutral scalar", 30, 3000));
    }

    private static void couplings(List<Parameter> all) {
        for (int k = 1; k <= 3; k++) {
            for (int a = 1; a <= 3; a++) {
                String latex = "y_{" + k + a + "}";
                String what = "part of the coupling of N" + k + " and eta to lepton doublet " + a;
                all.add(symlog("re_y" + k + a, "1", "\\mathrm{Re}\\," + latex, "real " + what, 1e-8, 3.5));
                all.add(symlog("im_y" + k + a, "1", "\\mathrm{Im}\\," + latex, "imaginary " + what, 1e-8, 3.5));
            }
        }
    }

    /** Reads everything but the neutrino sector; in the basis of the couplings that too. */
    void read(double[] theta, ScotogenicLagrangian l) throws EvaluationException {
        l.lambda2 = theta[LAMBDA_2];
        if (basis == InputBasis.MASSES) {
            ScalarMasses.invert(theta[LAMBDA_3], theta[LAMBDA_4], theta[LAMBDA_5], theta[META_SQ], l);
        } else {
            l.lambda3 = theta[LAMBDA_3];
            l.lambda4 = theta[LAMBDA_4];
            l.lambda5 = theta[LAMBDA_5];
            l.mEtaSq = theta[META_SQ];
        }
        l.mN[0] = Parameters.positive("M_N1", theta[M_N]);
        l.mN[1] = Parameters.positive("M_N2", theta[M_N + 1]);
        l.mN[2] = Parameters.positive("M_N3", theta[M_N + 2]);
        if (basis == InputBasis.YUKAWAS) {
            for (int k = 0; k < 9; k++) {
                l.y.re[k] = theta[NEUTRINOS + 2 * k];
                l.y.im[k] = theta[NEUTRINOS + 2 * k + 1];
            }
        }
    }

    /**
     * Orders N_1, N_2, N_3 by mass, with their couplings or with the rows of the orthogonal matrix, one of which changes sign (as N_k
     * may) to keep the determinant; the physics stays the same.
     */
    static void sortFermions(double[] theta, InputBasis basis) {
        if (theta[M_N] <= theta[M_N + 1] && theta[M_N + 1] <= theta[M_N + 2]) {
            return;
        }
        ComplexMatrix r = new ComplexMatrix(3, 3);
        if (basis.fromNeutrinoData()) {
            new ComplexOrthogonal().matrix(theta, NEUTRINOS + CasasIbarraInput.ANGLES, r);
        } else {
            for (int k = 0; k < 9; k++) {
                r.set(k / 3, k % 3, theta[NEUTRINOS + 2 * k], theta[NEUTRINOS + 2 * k + 1]);
            }
        }
        exchange(theta, r, 0, 1);
        exchange(theta, r, 1, 2);
        exchange(theta, r, 0, 1);
        if (basis.fromNeutrinoData()) {
            ComplexOrthogonal.angles(r, theta, NEUTRINOS + CasasIbarraInput.ANGLES);
        } else {
            for (int k = 0; k < 9; k++) {
                theta[NEUTRINOS + 2 * k] = r.re(k / 3, k % 3);
                theta[NEUTRINOS + 2 * k + 1] = r.im(k / 3, k % 3);
            }
        }
    }

    /** Exchanges two fermions if they are in the wrong order, the second row with the opposite sign. */
    private static void exchange(double[] theta, ComplexMatrix rows, int i, int j) {
        if (theta[M_N + i] <= theta[M_N + j]) {
            return;
        }
        double mass = theta[M_N + i];
        theta[M_N + i] = theta[M_N + j];
        theta[M_N + j] = mass;
        for (int k = 0; k < 3; k++) {
            double re = rows.re(i, k);
            double im = rows.im(i, k);
            rows.set(i, k, rows.re(j, k), rows.im(j, k));
            rows.set(j, k, -re, -im);
        }
    }
}
