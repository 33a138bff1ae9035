package thetascan.z3hdm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import thetascan.constraint.BoundConstraints;
import thetascan.constraint.Constraint;
import thetascan.quantity.Quantity;

/** Scalars that an experiment cannot tell from h1 count as signal. */
class OverlappingSignalsTest {

    private final Z3Model model = new Z3Model();
    private final List<String> names =
            model.observables().stream().map(Quantity::name).toList();

    private double[] evaluate(double[] theta) throws Exception {
        double[] observables = new double[names.size()];
        model.newEvaluator().evaluate(theta, observables);
        return observables;
    }

    private double value(double[] observables, String name) {
        return observables[names.indexOf(name)];
    }

    /**
     * Aligned, tan β = 20: h3 at 125.35 GeV has 20 times the coupling to b and τ and a twentieth of that to t. bbH alone, 0.488 pb of
     * 49.07 pb, times 400, times nearly all of its decays, is 6 times the signal of h1; gluons through bottom loops come on top.
     */
    @Test
    void aSecondScalarWithTwentyTimesTheCouplingToBottomFalls() throws Exception {
        double[] theta = EmbeddedTwoDoublet.embed(125.35, 400, 400, 0, 800, 20);
        double[] observables = evaluate(theta);
        assertThat(value(observables, "kappa_D")).isCloseTo(1, within(1e-9));
        assertThat(value(observables, "mu_ggF_bb")).isCloseTo(1, within(0.05));
        double bottom = value(observables, "BR_h3_bb");
        assertThat(bottom).isBetween(0.85, 0.93);
        double fromBottoms = 0.488 * 400 / (48.58 + 0.488) * bottom / 0.582;
        double more = value(observables, "mu_all_ggF_bb") - value(observables, "mu_ggF_bb");
        assertThat(more).isBetween(fromBottoms * 0.97, fromBottoms * 2.6);
        assertThat(value(observables, "mu_all_VBF_gamgam"))
                .isCloseTo(value(observables, "mu_VBF_gamgam"), within(1e-6));
        for (String set : List.of("published", "default")) {
            BoundConstraints bound = model.constraintSet(set).bind(model.observables());
            double[] violations = new double[bound.size()];
            bound.evaluate(observables, violations, new byte[bound.size()]);
            List<String> constraints =
                    bound.constraints().stream().map(Constraint::name).toList();
            for (String name : List.of("mu_ggF_bb", "mu_ggF_tautau")) {
                assertThat(violations[constraints.indexOf(name)] > 0)
                        .as(set + " " + name)
                        .isEqualTo(set.equals("default"));
            }
            assertThat(bound.size()).isEqualTo(61);
        }
    }

    /** The share falls like a Gaussian of the mass resolution, and is nothing far away. */
    @Test
    void fadesWithTheDistanceInMass() throws Exception {
        double[] near = evaluate(EmbeddedTwoDoublet.embed(125, 400, 400, 0, 800, 5));
        double[] further = evaluate(EmbeddedTwoDoublet.embed(137, 400, 400, 0, 800, 5));
        double[] far = evaluate(EmbeddedTwoDoublet.embed(200, 400, 400, 0, 800, 5));
        double more = value(near, "mu_all_ggF_bb") - value(near, "mu_ggF_bb");
        double less = value(further, "mu_all_ggF_bb") - value(further, "mu_ggF_bb");
        // the cross-sections fall by a fifth to a quarter over 12 GeV
        assertThat(less / more).isBetween(0.7 * Math.exp(-0.5), 0.9 * Math.exp(-0.5));
        assertThat(value(far, "mu_all_ggF_bb")).isEqualTo(value(far, "mu_ggF_bb"));
    }
}
