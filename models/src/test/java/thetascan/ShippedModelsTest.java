package thetascan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import thetascan.contract.ModelContract;
import thetascan.formula.FormulaModel;
import thetascan.formula.Yaml;
import thetascan.model.Model;
import thetascan.model.Models;
import thetascan.model.PointEvaluator;

/** Every model that is shipped keeps to the contract: those registered, and those of formula files. */
@Tag("slow")
class ShippedModelsTest {

    private record Case(Model model) {

        static Stream<Case> all() {
            List<Model> formulas =
                    List.of(Yaml.shipped("two-higgs-doublet-model.yaml"), Yaml.shipped("scotogenic-model.yaml"));
            return Stream.concat(Models.all().stream().filter(Case::isShipped), formulas.stream())
                    .map(Case::new);
        }

        /** Not one of the tests of another module, where they share a class path. */
        private static boolean isShipped(Model model) {
            return model.getClass()
                    .getProtectionDomain()
                    .getCodeSource()
                    .equals(FormulaModel.class.getProtectionDomain().getCodeSource());
        }

        /** Fewer where each takes milliseconds. */
        int points() {
            try (PointEvaluator evaluator = model.newEvaluator()) {
                return evaluator.stages() > 1 ? 16 : 60;
            }
        }

        @Override
        public String toString() {
            return model.name();
        }
    }

    /** So that a catalogue says which version of what it rests on; constraints name their own. */
    @ParameterizedTest
    @ValueSource(strings = {"2hdm", "idm", "scotogenic", "t12a", "z3-3hdm"})
    void physicsNamesItsData(String name) {
        Model model = Models.named(name);
        assertThat(model.dataSets()).isNotEmpty().doesNotContainValue("");
        assertThat(model.constraintSets().get("default").constraints().stream()
                        .flatMap(constraint -> constraint.measurements().stream()))
                .isNotEmpty();
    }

    @Nested
    @ParameterizedClass(name = "{0}")
    @MethodSource("thetascan.ShippedModelsTest$Case#all")
    class Contract implements ModelContract {

        @Parameter
        private Case tested;

        @Override
        public Model model() {
            return tested.model();
        }

        /** The test regions have a ball in which nothing can be computed. */
        @Override
        public boolean mayFail() {
            return tested.model().name().equals("regions");
        }

        @Override
        public int points() {
            return tested.points();
        }
    }
}
