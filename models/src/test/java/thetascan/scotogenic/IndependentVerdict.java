package thetascan.scotogenic;

import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleValueChecker;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import thetascan.model.Model;
import thetascan.space.ParameterSpace;

/**
 * Whether LEP, the width of the Z, invisible decays of h or a deeper vacuum exclude a point, found out from the parameters alone: masses, widths and
 * the potential stand here a second time, and the deepest vacuum is looked for with simplices from many starts, or on many rays.
 */
final class IndependentVerdict {

    private static final double V = 246.21965;
    private static final double V_SQ = V * V;
    private static final double MH = 125.2;
    private static final double MZ = 91.188;
    /** Width of the Z into a pair of scalars of a doublet without mass [MeV]. */
    private static final double Z_SCALARS = 83;

    private IndependentVerdict() {}

    /**
     * {@return what excludes a point of the minimal model or of T1-2-A; empty if nothing does}
     *
     * @param vacuum whether a deeper vacuum of T1-2-A is looked for, which takes longer than all else
     */
    static String of(Model model, double[] theta, boolean vacuum) {
        ParameterSpace space = model.parameters();
        return model.name().startsWith("t12a") ? t12a(space, theta, vacuum) : minimal(space, theta);
    }

    private static String minimal(ParameterSpace space, double[] theta) {
        double l2 = theta[space.index("lambda_2")];
        double l3 = theta[space.index("lambda_3")];
        double l4 = theta[space.index("lambda_4")];
        double l5 = theta[space.index("lambda_5")];
        double m2 = theta[space.index("Meta_sq")];
        double even = Math.sqrt(m2 + (l3 + l4 + l5) * V_SQ / 2);
        double odd = Math.sqrt(m2 + (l3 + l4 - l5) * V_SQ / 2);
        double charged = Math.sqrt(m2 + l3 * V_SQ / 2);
        String why = colliders(new double[] {even}, new double[] {1}, odd, charged);
        double invisible = width((l3 + l4 + l5) * V, even, even) + width((l3 + l4 - l5) * V, odd, odd);
        why += invisible / (invisible + 4.07e-3) > 0.1071 ? "h decays invisibly; " : "";
        double l1 = MH * MH / V_SQ;
        double deepest = 0;
        for (double mixed : new double[] {l3, l3 + l4 + l5, l3 + l4 - l5}) {
            for (int k = 0; k <= 400; k++) {
                // x = h², y = η²: V = (−λ₁v²/4) x + m²/2 y + λ₁/8 x² + λ₂/8 y² + λ/4 xy, from 0 in each direction
                double x = Math.pow(Math.cos(k * Math.PI / 800), 2);
                double y = 1 - x;
                double slope = -l1 * V_SQ / 4 * x + m2 / 2 * y;
                double curvature = l1 / 8 * x * x + l2 / 8 * y * y + mixed / 4 * x * y;
                deepest = Math.min(deepest, slope < 0 ? -slope * slope / (4 * curvature) : 0);
            }
        }
        return why + (deepest < -1.00001 * l1 * V_SQ * V_SQ / 8 ? "a deeper vacuum; " : "");
    }

    private static String t12a(ParameterSpace space, double[] theta, boolean vacuum) {
        double lH = theta[space.index("lambda_H")];
        double lS = theta[space.index("lambda_S")];
        double lEta = theta[space.index("lambda_eta")];
        double l1 = theta[space.index("lambda_eta1")];
        double l2 = theta[space.index("lambda_eta2")];
        double alpha = theta[space.index("alpha")];
        double mS = theta[space.index("MS_sq")];
        double mEta = theta[space.index("Meta_sq")];
        double charged = Math.sqrt(mEta + lEta * V_SQ / 2);
        double odd = Math.sqrt(mEta + (lEta + l1 - l2) * V_SQ / 2);
        double a = mS + lS * V_SQ / 2;
        double b = mEta + (lEta + l1 + l2) * V_SQ / 2;
        double root = Math.sqrt((a - b) * (a - b) / 4 + alpha * alpha * V_SQ);
        double[] even = {Math.sqrt((a + b) / 2 - root), Math.sqrt((a + b) / 2 + root)};
        double heavyShare = root == 0 ? 0 : 0.5 + (b - a) / 4 / root;
        double[] share = {1 - heavyShare, heavyShare};
        String why = colliders(even, share, odd, charged);
        why += theta[space.index("M_Psi")] < 103.5 ? "a light charged fermion; " : "";
        double invisible = width((lEta + l1 - l2) * V, odd, odd);
        for (int i = 0; i < 2; i++) {
            // φ = c S + s η_R, c s of the sign that the mass matrix says
            double mixing = 2 * Math.sqrt(share[0] * share[1]) * Math.signum(alpha) * (i == 0 ? -1 : 1);
            double coupling = (1 - share[i]) * lS * V + share[i] * (lEta + l1 + l2) * V + mixing * alpha;
            invisible += width(coupling, even[i], even[i]);
        }
        why += invisible / (invisible + 4.07e-3) > 0.1071 ? "h decays invisibly; " : "";
        return why + (vacuum && deeperT12a(space, theta, lH) ? "a deeper vacuum; " : "");
    }

    /** What LEP and the width of the Z leave no room for; a scalar counts by its share of the doublet. */
    private static String colliders(double[] even, double[] share, double odd, double charged) {
        String why = charged < 70 || 2 * charged < MZ ? "a light charged scalar; " : "";
        double zWidth = 0;
        for (int i = 0; i < even.length; i++) {
            double both = even[i] + odd;
            if (both < MZ) {
                double heavy = Math.max(even[i], odd);
                double light = Math.min(even[i], odd);
                double beta = Math.sqrt((1 - Math.pow(both / MZ, 2)) * (1 - Math.pow((heavy - light) / MZ, 2)));
                zWidth += Z_SCALARS * share[i] * beta * beta * beta;
            }
            if (share[i] > 0.011) {
                why += both < 91.18 ? "Z into scalars; " : "";
                why += charged + Math.min(even[i], odd) < 80.3 ? "W into scalars; " : "";
            }
            boolean hole =
                    Math.min(even[i], odd) < 79.9 && Math.max(even[i], odd) < 99.9 && Math.abs(even[i] - odd) > 8.1;
            why += share[i] > 0.51 && hole ? "LEP II; " : "";
        }
        return why + (zWidth > 3.05 ? "the width of the Z; " : "");
    }

    /** λ²β/(32π m_h) of two identical scalars with coupling λ [GeV]. */
    private static double width(double coupling, double m1, double m2) {
        return m1 + m2 < MH
                ? coupling * coupling / (32 * Math.PI * MH) * Math.sqrt(1 - Math.pow((m1 + m2) / MH, 2))
                : 0;
    }

    private static boolean deeperT12a(ParameterSpace space, double[] theta, double lH) {
        double unit = lH * V_SQ * V_SQ / 4;
        double alpha = theta[space.index("alpha")];
        double mEta = theta[space.index("Meta_sq")];
        double mS = theta[space.index("MS_sq")];
        double l4Eta = theta[space.index("lambda_4eta")];
        double l4S = theta[space.index("lambda_4S")];
        double lS = theta[space.index("lambda_S")];
        double lSEta = theta[space.index("lambda_Seta")];
        double lEta = theta[space.index("lambda_eta")];
        double l12 = theta[space.index("lambda_eta1")] + theta[space.index("lambda_eta2")];
        // V(h, η_R, S), fields in TeV
        ObjectiveFunction potential = new ObjectiveFunction(fields -> {
            double s = 1e3 * fields[2];
            double hh = 5e5 * fields[0] * fields[0];
            double rr = 5e5 * fields[1] * fields[1];
            double hr = 5e5 * fields[0] * fields[1];
            double v = -lH * V_SQ * hh
                    + lH * hh * hh
                    + mEta * rr
                    + l4Eta * rr * rr
                    + mS * s * s / 2
                    + l4S * s * s * s * s / 2
                    + lS * s * s * hh / 2
                    + lSEta * s * s * rr / 2
                    + lEta * hh * rr
                    + l12 * hr * hr
                    + alpha * s * 2 * hr;
            return v / unit;
        });
        SimplexOptimizer optimizer = new SimplexOptimizer(new SimpleValueChecker(1e-8, 1e-8));
        for (double scale : new double[] {0.3, 1, 3, 10}) {
            double deepest = optimizer
                    .optimize(
                            new MaxEval(4000),
                            potential,
                            GoalType.MINIMIZE,
                            new InitialGuess(new double[] {scale, 0.7 * scale, -Math.signum(alpha) * scale}),
                            new NelderMeadSimplex(3, 0.5 * scale))
                    .getValue();
            if (deepest < -1.001) {
                return true;
            }
        }
        return false;
    }
}
