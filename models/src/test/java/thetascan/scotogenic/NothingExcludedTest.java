package thetascan.scotogenic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleValueChecker;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thetascan.constraint.BoundConstraints;
import thetascan.constraint.Constraint;
import thetascan.constraint.ConstraintSet;
import thetascan.constraint.Mode;
import thetascan.model.Model;
import thetascan.model.Models;
import thetascan.model.PointEvaluator;
import thetascan.space.Chart;
import thetascan.space.ParameterSpace;

/**
 * No valid point that a search meets is excluded by LEP, the width of the Z, invisible decays of h or a deeper vacuum. The verdict is made
 * anew from the parameters alone: masses, widths and the potential stand here a second time, and the deepest vacuum is looked for with
 * simplices from many starts, or on many rays. Half of the points are random ones of a chart, the others lie around valid ones, as those of a search do.
 */
class NothingExcludedTest {

    private static final double V = 246.21965;
    private static final double V_SQ = V * V;
    private static final double MH = 125.2;
    private static final double MZ = 91.188;
    /** Width of the Z into a pair of scalars of a doublet without mass [MeV]. */
    private static final double Z_SCALARS = 83;

    private final Random random = new Random(2026);

    @ParameterizedTest
    @CsvSource({
        "scotogenic, box, 8000",
        "scotogenic:yukawas, box, 8000",
        "t12a, recommended-2025, 4000",
        "t12a, lightest-eta-2025, 4000"
    })
    void inAShortSearch(String name, String chart, int evaluations) throws Exception {
        Found found = search(name, chart, "2026", evaluations);
        assertThat(found.excluded).isEmpty();
        assertThat(found.valid).isGreaterThan(100);
    }

    /** The verdict of this test finds what constraints that do not ask let pass. */
    @ParameterizedTest
    @CsvSource({
        "scotogenic:yukawas, box, 8000, h decays invisibly/the width of the Z/LEP II/a light charged scalar",
        "t12a, recommended-2025, 4000, a deeper vacuum/a light charged fermion"
    })
    void otherConstraintsLetExcludedPointsPass(String name, String chart, int evaluations, String reasons)
            throws Exception {
        Found found = search(name, chart, "latest", evaluations);
        assertThat(String.join(" ", found.excluded)).contains(reasons.split("/"));
    }

    @Tag("statistical")
    @ParameterizedTest
    @CsvSource({
        "scotogenic, box, 1000000",
        "scotogenic:yukawas, box, 1000000",
        "t12a, recommended-2025, 1000000",
        "t12a, lightest-eta-2025, 1000000",
        "t12a, lightest-s-2025, 1000000"
    })
    void inAMillionEvaluations(String name, String chart, int evaluations) throws Exception {
        Found found = search(name, chart, "2026", evaluations);
        System.out.printf(
                Locale.ROOT, "%s %s: %d valid, %d excluded%n", name, chart, found.valid, found.excluded.size());
        assertThat(found.excluded).isEmpty();
    }

    /**
     * @param valid    number of valid points
     * @param excluded what excludes some of them
     */
    private record Found(int valid, List<String> excluded) {}

    private Found search(String name, String chartName, String set, int evaluations) throws Exception {
        Model model = Models.named(name);
        Chart chart = SearchEffort.chart(model, chartName);
        BoundConstraints bound = constraints(model, set).bind(model.observables());
        ParameterSpace space = model.parameters();
        double[] theta = new double[space.size()];
        double[] values = new double[model.observables().size()];
        List<double[]> found = new ArrayList<>();
        List<String> excluded = new ArrayList<>();
        int valid = 0;
        try (PointEvaluator evaluator = model.newEvaluator()) {
            for (int k = 0; k < evaluations; k++) {
                double[] u = next(chart.dimension(), found);
                chart.toTheta(u, theta);
                if (name.startsWith("scotogenic") && k % 4 == 0) {
                    // where LEP looked
                    theta[space.index("Meta_sq")] = 2e4 * random.nextDouble();
                }
                evaluator.evaluate(theta, values);
                if (bound.evaluate(values, new double[bound.size()], new byte[bound.size()]) >= 0) {
                    continue;
                }
                valid++;
                if (found.size() < 1000) {
                    found.add(u);
                } else {
                    found.set(random.nextInt(1000), u);
                }
                String why = name.startsWith("t12a")
                        ? excludedT12a(space, theta, valid <= 3000)
                        : excludedMinimal(space, theta);
                if (!why.isEmpty()) {
                    excluded.add(name + ", point " + k + ": " + why);
                }
            }
        }
        return new Found(valid, excluded);
    }

    private double[] next(int dimension, List<double[]> found) {
        double[] u = new double[dimension];
        boolean near = !found.isEmpty() && random.nextBoolean();
        double[] from = near ? found.get(random.nextInt(found.size())) : u;
        for (int i = 0; i < dimension; i++) {
            u[i] = near ? Math.min(1, Math.max(0, from[i] + 0.05 * random.nextGaussian())) : random.nextDouble();
        }
        return u;
    }

    /** All but the relic density, which takes a thousand times as long and excludes nothing of what is looked at here; couplings at random hardly ever give the neutrinos. */
    private static ConstraintSet constraints(Model model, String name) {
        ConstraintSet set = model.constraintSet(name);
        set = set.with(set.constraint("Omega_h2").withMode(Mode.SKIP));
        for (Constraint constraint : set.constraints()) {
            if (model.name().endsWith("yukawas") && constraint.sector().equals("neutrinos")) {
                set = set.with(constraint.withMode(Mode.SKIP));
            }
        }
        return set;
    }

    private static String excludedMinimal(ParameterSpace space, double[] theta) {
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

    private static String excludedT12a(ParameterSpace space, double[] theta, boolean vacuum) {
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
        ObjectiveFunction potential = new ObjectiveFunction(f -> potential(space, theta, f) / unit);
        SimplexOptimizer optimizer = new SimplexOptimizer(new SimpleValueChecker(1e-8, 1e-8));
        for (double scale : new double[] {0.3, 1, 3, 10}) {
            double deepest = optimizer
                    .optimize(
                            new MaxEval(4000),
                            potential,
                            GoalType.MINIMIZE,
                            new InitialGuess(
                                    new double[] {scale, 0.7 * scale, -Math.signum(theta[space.index("alpha")]) * scale
                                    }),
                            new NelderMeadSimplex(3, 0.5 * scale))
                    .getValue();
            if (deepest < -1.001) {
                return true;
            }
        }
        return false;
    }

    /** V(h, η_R, S), fields in TeV. */
    private static double potential(ParameterSpace space, double[] theta, double[] fields) {
        double h = 1e3 * fields[0];
        double r = 1e3 * fields[1];
        double s = 1e3 * fields[2];
        double hh = h * h / 2;
        double rr = r * r / 2;
        double hr = h * r / 2;
        double lH = theta[space.index("lambda_H")];
        return -lH * V_SQ * hh
                + lH * hh * hh
                + theta[space.index("Meta_sq")] * rr
                + theta[space.index("lambda_4eta")] * rr * rr
                + theta[space.index("MS_sq")] * s * s / 2
                + theta[space.index("lambda_4S")] * s * s * s * s / 2
                + theta[space.index("lambda_S")] * s * s * hh / 2
                + theta[space.index("lambda_Seta")] * s * s * rr / 2
                + theta[space.index("lambda_eta")] * hh * rr
                + (theta[space.index("lambda_eta1")] + theta[space.index("lambda_eta2")]) * hr * hr
                + theta[space.index("alpha")] * s * 2 * hr;
    }
}
