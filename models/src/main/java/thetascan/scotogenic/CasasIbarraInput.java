package thetascan.scotogenic;

import static thetascan.scotogenic.Parameters.fixed;
import static thetascan.scotogenic.Parameters.linear;

import java.util.List;
import thetascan.model.Domain;
import thetascan.model.EvaluationException;
import thetascan.physics.ComplexMatrix;
import thetascan.physics.ComplexOrthogonal;
import thetascan.physics.MassOrdering;
import thetascan.physics.NeutrinoMixing;
import thetascan.space.Parameter;

/**
 * Neutrino masses, mixing and the complex orthogonal matrix as parameters. Ranges of the neutrino data: three standard deviations of
 * NuFIT 5.2, normal ordering (I. Esteban et al., JHEP 09 (2020) 178, arXiv:2007.14792; nu-fit.org, 2022). A negative Δm²₃₁ means
 * inverted ordering. Reused.
 */
public final class CasasIbarraInput {

    /** Δm²₂₁, Δm²₃₁, sin²θ₁₂, sin²θ₁₃, sin²θ₂₃, δ, Re t₁, Im t₁, ..., Im t₃. */
    public static final int COUNT = 12;

    /** The angles within those. */
    public static final int ANGLES = 6;

    /** m_ν1, α₂₁, α₃₁. */
    public static final int EXTRA_COUNT = 3;

    private static final double EV_SQ = 1e-18;
    private static final double EV = 1e-9;

    private final int at;
    private final int extra;
    private final ComplexOrthogonal orthogonal = new ComplexOrthogonal();

    /** Masses and mixing of the point read last. */
    public final NeutrinoMixing neutrinos = new NeutrinoMixing();
    /** Complex orthogonal R of the point read last, 3×3. */
    public final ComplexMatrix r = new ComplexMatrix(3, 3);

    /**
     * Reads from these places.
     *
     * @param at    place of the first parameter in θ
     * @param extra place of m_ν1 in θ
     */
    public CasasIbarraInput(int at, int extra) {
        this.at = at;
        this.extra = extra;
    }

    /**
     * Declares splittings, mixing, the Dirac phase and the angles of R.
     *
     * @param all list they are added to
     */
    public static void add(List<Parameter> all) {
        all.add(linear(
                "dm21_sq", "eV^2", "\\Delta m^2_{21}", "splitting of the first two neutrinos", 6.82e-5, 8.03e-5));
        all.add(linear(
                "dm31_sq",
                "eV^2",
                "\\Delta m^2_{31}",
                "splitting of the third and the first neutrino",
                2.427e-3,
                2.590e-3));
        all.add(linear("s12_sq", "1", "\\sin^2\\theta_{12}", "solar mixing", 0.270, 0.341));
        all.add(linear("s13_sq", "1", "\\sin^2\\theta_{13}", "reactor mixing", 0.02052, 0.02398));
        all.add(linear("s23_sq", "1", "\\sin^2\\theta_{23}", "atmospheric mixing", 0.408, 0.603));
        all.add(linear("delta", "rad", "\\delta", "Dirac phase", Math.toRadians(144), Math.toRadians(350)));
        for (int i = 1; i <= 3; i++) {
            all.add(linear(
                    "re_t" + i, "rad", "\\mathrm{Re}\\,t_" + i, "angle of the Casas-Ibarra matrix", -Math.PI, Math.PI));
            all.add(linear("im_t" + i, "rad", "\\mathrm{Im}\\,t_" + i, "angle of the Casas-Ibarra matrix", -1.5, 1.5));
        }
    }

    /** {@return where neutrino data have a meaning} */
    public static List<Domain> domains() {
        return List.of(
                Domain.positive("dm21_sq"),
                fraction("s12_sq"),
                fraction("s13_sq"),
                fraction("s23_sq"),
                new Domain("m_nu1", 0, Double.POSITIVE_INFINITY, "the masses that there can be"));
    }

    private static Domain fraction(String name) {
        return new Domain(name, 0, 1, "the range of a squared sine");
    }

    /**
     * Declares what is fixed unless the scan file says otherwise.
     *
     * @param all list they are added to
     * @param lightest m_ν1 [eV]
     */
    public static void addExtra(List<Parameter> all, Parameter lightest) {
        all.add(lightest);
        all.add(fixed("a21", "rad", "\\alpha_{21}", "Majorana phase", 0));
        all.add(fixed("a31", "rad", "\\alpha_{31}", "Majorana phase", 0));
    }

    /**
     * Reads a point.
     *
     * @param theta parameters of the model
     * @throws EvaluationException if a value has no meaning, a negative mass for instance
     */
    public void read(double[] theta) throws EvaluationException {
        double lightest = theta[extra];
        double dm21 = Parameters.positive("dm21_sq", theta[at]);
        double dm31 = theta[at + 1];
        if (!(lightest >= 0 && lightest < Double.POSITIVE_INFINITY)) {
            throw new EvaluationException("m_nu1 = " + lightest + ": must not be negative.");
        }
        if (!(Math.abs(dm31) < Double.POSITIVE_INFINITY)) {
            throw new EvaluationException("dm31_sq = " + dm31 + ": must be finite.");
        }
        neutrinos.masses(EV * lightest, EV_SQ * dm21, EV_SQ * dm31);
        neutrinos.set(
                Parameters.fraction("s12_sq", theta[at + 2]),
                Parameters.fraction("s13_sq", theta[at + 3]),
                Parameters.fraction("s23_sq", theta[at + 4]),
                theta[at + 5],
                theta[extra + 1],
                theta[extra + 2]);
        orthogonal.matrix(theta, at + ANGLES, r);
    }

    /**
     * {@return ordering that the sign of Δm²₃₁ says}
     *
     * @param theta parameters of the model
     */
    public MassOrdering ordering(double[] theta) {
        return theta[at + 1] < 0 ? MassOrdering.INVERTED : MassOrdering.NORMAL;
    }
}
