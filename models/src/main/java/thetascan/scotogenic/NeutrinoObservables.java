package thetascan.scotogenic;

import java.util.List;
import thetascan.physics.ComplexMatrix;
import thetascan.physics.MassOrdering;
import thetascan.physics.NeutrinoMixing;
import thetascan.quantity.Missing;
import thetascan.quantity.Quantity;

/** Neutrino masses and mixing from the couplings, M_ν = Gᵀ M_L G. Reused. */
public final class NeutrinoObservables {

    /** Number of observables. */
    public static final int COUNT = 13;

    private static final double EV = 1e-9;

    private final NeutrinoMixing neutrinos = new NeutrinoMixing();
    private final ComplexMatrix product = new ComplexMatrix(3, 3);
    private final double[] modulus = new double[9];

    /** M_ν [GeV]. */
    final ComplexMatrix mass = new ComplexMatrix(3, 3);

    /**
     * Declares masses, splittings, mixing and their rounding error.
     *
     * @param all list they are added to
     */
    public static void add(List<Quantity> all) {
        for (int i = 1; i <= 3; i++) {
            all.add(Quantity.of("m_nu" + i, "eV", "m_{\\nu_" + i + "}", "mass of neutrino " + i));
        }
        all.add(Quantity.of("dm21_sq", "eV^2", "\\Delta m^2_{21}", "splitting of the first two neutrinos"));
        all.add(Quantity.of("dm31_sq", "eV^2", "\\Delta m^2_{31}", "splitting of the third and the first neutrino"));
        all.add(Quantity.of("s12_sq", "1", "\\sin^2\\theta_{12}", "solar mixing"));
        all.add(Quantity.of("s13_sq", "1", "\\sin^2\\theta_{13}", "reactor mixing"));
        all.add(Quantity.of("s23_sq", "1", "\\sin^2\\theta_{23}", "atmospheric mixing"));
        all.add(Quantity.of("delta", "rad", "\\delta", "Dirac phase, from 0 to 2 pi"));
        all.add(
                Quantity.of(
                        "m_nu_error",
                        "1",
                        "\\varepsilon(M_\\nu)",
                        "rounding error of the neutrino mass matrix over the smallest difference of masses, about that of the mixing"));
        all.add(Quantity.of("sum_m_nu", "eV", "\\sum m_\\nu", "sum of the neutrino masses"));
        all.add(Quantity.of(
                "m_ee",
                "eV",
                "|m_{ee}|",
                "effective mass of neutrinoless double beta decay: |sum of U_ei^2 m_i|, Majorana phases included"));
        all.add(Quantity.of(
                "m_beta", "eV", "m_\\beta", "effective mass of beta decay: root of the sum of |U_ei|^2 m_i^2"));
    }

    /**
     * Computes and writes the observables of {@link #add}.
     *
     * @param loop  M_L [GeV]
     * @param error rounding error of each element of M_L [GeV]
     * @param g     couplings
     * @param ordering which of the masses is the least
     * @param out receives {@link #COUNT} values
     * @param at place of the first
     */
    public void evaluate(
            ComplexMatrix loop, double[] error, ComplexMatrix g, MassOrdering ordering, double[] out, int at) {
        product.product(loop, g);
        mass.transposeProduct(g, product);
        neutrinos.extract(mass, ordering);
        for (int i = 0; i < 3; i++) {
            out[at + i] = neutrinos.mass[i] / EV;
        }
        double m1 = out[at];
        double m2 = out[at + 1];
        double m3 = out[at + 2];
        out[at + 3] = (m2 - m1) * (m2 + m1);
        out[at + 4] = (m3 - m1) * (m3 + m1);
        boolean massless = m1 == 0 && m2 == 0 && m3 == 0;
        out[at + 5] = massless ? Missing.UNDEFINED : neutrinos.s12Sq();
        out[at + 6] = massless ? Missing.UNDEFINED : neutrinos.s13Sq();
        out[at + 7] = massless ? Missing.UNDEFINED : neutrinos.s23Sq();
        out[at + 8] = massless ? Missing.UNDEFINED : neutrinos.delta();
        out[at + 9] = massless ? Missing.UNDEFINED : relativeError(error, g);
        out[at + 10] = m1 + m2 + m3;
        // M_ν = U* m U†: its first element is the sum of U*_ei² m_i, that of M_ν†M_ν the sum of |U_ei|² m_i²
        out[at + 11] = Math.sqrt(mass.squared(0, 0)) / EV;
        out[at + 12] = Math.sqrt(mass.squared(0, 0) + mass.squared(1, 0) + mass.squared(2, 0)) / EV;
    }

    private double relativeError(double[] error, ComplexMatrix g) {
        for (int k = 0; k < 9; k++) {
            modulus[k] = Math.sqrt(g.re[k] * g.re[k] + g.im[k] * g.im[k]);
        }
        double worst = 0;
        for (int a = 0; a < 3; a++) {
            for (int b = a; b < 3; b++) {
                double sum = 0;
                for (int r = 0; r < 3; r++) {
                    for (int c = 0; c < 3; c++) {
                        sum += modulus[3 * r + a] * error[3 * r + c] * modulus[3 * c + b];
                    }
                }
                worst = Math.max(worst, sum);
            }
        }
        double gap = Math.min(
                Math.abs(neutrinos.mass[1] - neutrinos.mass[0]),
                Math.min(
                        Math.abs(neutrinos.mass[2] - neutrinos.mass[1]),
                        Math.abs(neutrinos.mass[2] - neutrinos.mass[0])));
        return gap > 0 ? worst / gap : Missing.UNDEFINED;
    }
}
