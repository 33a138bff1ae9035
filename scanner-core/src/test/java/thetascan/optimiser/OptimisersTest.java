package thetascan.optimiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Every registered optimiser keeps to the contract. */
class OptimisersTest {

    @Nested
    class CmaEsKind implements OptimiserContract {
        @Override
        public OptimiserKind kind() {
            return Optimisers.named("cma-es");
        }
    }

    @Nested
    class SepCmaEsKind implements OptimiserContract {
        @Override
        public OptimiserKind kind() {
            return Optimisers.named("sep-cma-es");
        }
    }

    @Nested
    class LmMaEsKind implements OptimiserContract {
        @Override
        public OptimiserKind kind() {
            return Optimisers.named("lm-ma-es");
        }
    }

    @Nested
    class RandomKind implements OptimiserContract {
        @Override
        public OptimiserKind kind() {
            return Optimisers.named("random");
        }
    }

    @Nested
    class LatinHypercubeKind implements OptimiserContract {
        @Override
        public OptimiserKind kind() {
            return Optimisers.named("latin-hypercube");
        }
    }

    @Nested
    class SobolKind implements OptimiserContract {
        @Override
        public OptimiserKind kind() {
            return Optimisers.named("sobol");
        }
    }

    @Nested
    class NsgaTwoKind implements OptimiserContract {
        @Override
        public OptimiserKind kind() {
            return Optimisers.named("nsga-ii");
        }
    }

    @Nested
    class NsgaThreeKind implements OptimiserContract {
        @Override
        public OptimiserKind kind() {
            return Optimisers.named("nsga-iii");
        }
    }

    @Nested
    class TpeKind implements OptimiserContract {
        @Override
        public OptimiserKind kind() {
            return Optimisers.named("tpe");
        }
    }

    @Nested
    class DifferentialEvolutionKind implements OptimiserContract {
        @Override
        public OptimiserKind kind() {
            return Optimisers.named("differential-evolution");
        }
    }

    @Nested
    class MapElitesKind implements OptimiserContract {
        @Override
        public OptimiserKind kind() {
            return Optimisers.named("map-elites");
        }
    }

    @Nested
    class CmaMaeKind implements OptimiserContract {
        @Override
        public OptimiserKind kind() {
            return Optimisers.named("cma-mae");
        }
    }

    @Nested
    class ContinuationKind implements OptimiserContract {
        @Override
        public OptimiserKind kind() {
            return Optimisers.named("continuation");
        }
    }

    @Nested
    class GridKind implements OptimiserContract {
        @Override
        public OptimiserKind kind() {
            return Optimisers.named("grid");
        }
    }

    @Test
    void everyRegisteredOptimiserIsTested() {
        List<String> tested = Arrays.stream(OptimisersTest.class.getDeclaredClasses())
                .map(this::kindOf)
                .toList();

        assertThat(tested)
                .containsExactlyInAnyOrderElementsOf(
                        Optimisers.all().stream().map(OptimiserKind::name).toList());
    }

    private String kindOf(Class<?> nested) {
        try {
            Object instance =
                    nested.getDeclaredConstructor(OptimisersTest.class).newInstance(this);
            return ((OptimiserContract) instance).kind().name();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void unknownNameGetsASuggestion() {
        assertThatThrownBy(() -> Optimisers.named("cmaes"))
                .hasMessage(
                        "unknown optimiser 'cmaes'. Did you mean 'cma-es'? Known: cma-es, sep-cma-es, lm-ma-es, nsga-ii, nsga-iii, tpe,"
                                + " differential-evolution, map-elites, cma-mae, continuation, random, latin-hypercube, sobol, grid");
    }
}
