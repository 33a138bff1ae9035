package thetascan.constraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static thetascan.contract.ConstraintAssertion.verify;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConstraintTest {

    private static final double INFINITY = Double.POSITIVE_INFINITY;

    private final Constraint kappaW =
            new Constraint("kappa_W", new Interval("kappa_V", 0.74, 1.34), Mode.APPLY, "higgs", "paper", List.of());

    @Test
    void takesOtherBounds() {
        Constraint wider = kappaW.withBounds(0.6, 1.5);
        verify(wider).given("kappa_V", 1.4).holds();
        assertThat(wider.rule()).isEqualTo(new Interval("kappa_V", 0.6, 1.5));
        assertThat(wider.name()).isEqualTo("kappa_W");
        assertThat(wider.source()).isEqualTo("paper");
        assertThatThrownBy(() -> kappaW.withBounds(2, 1)).hasMessageContaining("Maybe they are swapped.");
    }

    @Test
    void keepsAScaleThatWasGiven() {
        Constraint scaled = new Constraint(
                "ST", new Interval("ST_ellipse", 0, INFINITY, 0.005), Mode.APPLY, "oblique", "paper", List.of());
        assertThat(scaled.withBounds(-0.1, INFINITY).rule())
                .isEqualTo(new Interval("ST_ellipse", -0.1, INFINITY, 0.005));
    }

    @Test
    void rankingFollowsTheBoundsItShares() {
        Constraint searches = new Constraint(
                "higgsbounds",
                new Interval("hb_ratio_max", -INFINITY, 1),
                Mode.APPLY,
                "searches",
                "paper",
                List.of(new RankingTerm("hb_ratio_h2", -INFINITY, 1), new RankingTerm("other", 0, 7)));
        assertThat(searches.withBounds(-INFINITY, 0.8).ranking())
                .containsExactly(
                        new RankingTerm("hb_ratio_h2", -INFINITY, 0.8, 1), new RankingTerm("other", 0, 7, 3.5));
    }

    @Test
    void takesAnotherExpressionAndRanksByIt() {
        Constraint anchored = new Constraint(
                        "c",
                        new Interval("a", 0, 1),
                        Mode.RECORD,
                        "flavour",
                        "paper",
                        List.of(new RankingTerm("rank_a", 0, 1)))
                .withExpression("2 * b");
        verify(anchored.withMode(Mode.APPLY)).given("b", 1).violates(1);
        assertThat(anchored.ranking()).isEmpty();
        assertThat(anchored.mode()).isEqualTo(Mode.RECORD);
    }

    @Test
    void alternativesBecomeOneIntervalByNewBounds() {
        Constraint either = kappaW.withRule(
                new Alternatives(List.of(new Interval("kappa_D", 0.34, 1.72), new Interval("kappa_D", -1.66, -0.28))));
        verify(either.withBounds(0.5, 1.5)).given("kappa_D", -1).violates(1.5);
        verify(either.withExpression("kappa_U")).given("kappa_U", -1).holds();
    }

    @Test
    void aRuleWithoutAnIntervalHasNoBoundsToChange() {
        Constraint ellipse = kappaW.withRule(QuadraticForm.of(List.of("S"), List.of(-1.0), List.of(0.0), 1, 1));
        assertThatThrownBy(() -> ellipse.withBounds(0, 1))
                .hasMessage("constraint kappa_W: a QuadraticForm has no single bounds to change.");
    }

    @Test
    void refusesBadNamesAndExpressions() {
        assertThatThrownBy(() -> new Constraint("mu(1,1)", kappaW.rule(), Mode.APPLY, "higgs", "s", List.of()))
                .hasMessageContaining("constraint name 'mu(1,1)': must match");
        assertThatThrownBy(() -> new Constraint("c", kappaW.rule(), Mode.APPLY, "", "s", List.of()))
                .hasMessageContaining("sector ''");
        assertThatThrownBy(() -> kappaW.withExpression("abs(kappa_V"))
                .hasMessageContaining("position 12: expected ')'");
    }

    @Test
    void aSetKeepsOrderAndNames() {
        Constraint other = new Constraint("other", new Interval("x", 0, 1), Mode.APPLY, "theory", "s", List.of());
        ConstraintSet set = new ConstraintSet(List.of(kappaW, other));
        ConstraintSet changed = set.with(kappaW.withMode(Mode.SKIP))
                .with(new Constraint("added", new Interval("y", 0, 1), Mode.APPLY, "theory", "s", List.of()));
        assertThat(changed.names()).containsExactly("kappa_W", "other", "added");
        assertThat(changed.constraint("kappa_W").mode()).isEqualTo(Mode.SKIP);
        assertThat(set.constraint("kappa_W").mode()).isEqualTo(Mode.APPLY);
        assertThatThrownBy(() -> set.constraint("kapa_W"))
                .hasMessage("unknown constraint 'kapa_W'. Did you mean 'kappa_W'?");
        assertThatThrownBy(() -> new ConstraintSet(List.of(kappaW, kappaW)))
                .hasMessage("constraint 'kappa_W' is given twice.");
    }

    @Test
    void aSetShowsItsNames() {
        assertThat(new ConstraintSet(List.of(kappaW))).hasToString("[kappa_W]");
    }
}
