package thetascan.z3hdm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import thetascan.constraint.ConstraintSet;
import thetascan.constraint.Mode;
import thetascan.family.Families;
import thetascan.family.FamilyFinder;
import thetascan.family.FamilyLocator;
import thetascan.model.CostClass;
import thetascan.objective.Judge;
import thetascan.objective.Judgements;
import thetascan.optimiser.Needs;
import thetascan.point.PointStatus;
import thetascan.search.SearchSettings;
import thetascan.search.SearchSetup;
import thetascan.space.ParameterSpace;
import thetascan.z3hdm.ReferencePoints.Point;

/** Families of the reference points that hold constraints 1 to 60: two of them have a bottom coupling of the wrong sign. */
@Tag("slow")
class Z3FamiliesTest {

    private static SearchSetup setup() {
        Z3Model model = new Z3Model();
        ConstraintSet all = model.constraintSet("published");
        ConstraintSet without = all.with(all.constraint("higgsbounds").withMode(Mode.SKIP));
        return new SearchSetup(
                1, model, model.parameters(), without, SearchSettings.defaults(CostClass.CHEAP, List.of("box")));
    }

    @Test
    void theWrongSignIsAFamilyOfItsOwn() {
        SearchSetup setup = setup();
        ParameterSpace space = setup.space();
        int kappa = setup.model().observables().stream()
                .map(quantity -> quantity.name())
                .toList()
                .indexOf("kappa_D");
        List<double[]> right = new ArrayList<>();
        List<double[]> wrong = new ArrayList<>();
        Judgements verdict = setup.objective().judgements(1, Needs.FITNESS);
        try (Judge judge = setup.newJudge()) {
            for (Point point : ReferencePoints.all()) {
                double[] box = new double[space.dimension()];
                judge.judge(point.theta(), Judge.Detail.ROW, verdict, 0);
                if (verdict.status(0) == PointStatus.VALID && space.toUnit(point.theta(), box)) {
                    (verdict.row(0).observables()[kappa] < 0 ? wrong : right).add(box);
                }
            }
        }
        assertThat(right).hasSizeGreaterThan(30);
        assertThat(wrong).hasSize(2);

        List<double[]> points = new ArrayList<>(right);
        points.addAll(wrong);
        Families families = FamilyFinder.find(setup, points, 20_000);
        FamilyLocator locator = new FamilyLocator(families, space);
        TreeSet<Integer> ofRight = new TreeSet<>();
        TreeSet<Integer> ofWrong = new TreeSet<>();
        right.forEach(box -> ofRight.add(locator.family(box)));
        wrong.forEach(box -> ofWrong.add(locator.family(box)));
        assertThat(ofRight).doesNotContainAnyElementsOf(ofWrong);
        // Sparse as they are, ways of short steps leave all others in three families.
        assertThat(families.size(1) + families.size(2) + families.size(3)).isEqualTo(families.nodes() - 2);
        assertThat(families.complete()).isTrue();
    }
}
