package thetascan.optimiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import thetascan.contract.OptimiserContract;
import thetascan.option.Option;
import thetascan.option.Options;
import thetascan.random.RandomStream;

class OptimisersTest {

    /** Of what makes a generation dear, less: of so few points known a part is forgotten, too. */
    private static final Map<String, Double> LESS = Map.of("draws", 60.0, "remembered", 80.0);

    /** One registered kind, told what it needs or nothing but a fitness. */
    record Case(OptimiserKind kind, boolean tellsVectors) {

        static Stream<Case> all() {
            return Optimisers.all().stream()
                    .flatMap(kind -> needs(kind) == Needs.FITNESS
                            ? Stream.of(new Case(kind, true))
                            : Stream.of(new Case(kind, true), new Case(kind, false)));
        }

        private static Needs needs(OptimiserKind kind) {
            return kind.create(Options.defaults(kind.options()), 2, RandomStream.of(1), null)
                    .needs();
        }

        @Override
        public String toString() {
            return kind.name() + (tellsVectors ? "" : ", told its fitness alone");
        }
    }

    /** Everything registered keeps to the contract. */
    @Nested
    @ParameterizedClass(name = "{0}")
    @MethodSource("thetascan.optimiser.OptimisersTest$Case#all")
    class Contract implements OptimiserContract {

        @Parameter
        private Case tested;

        @Override
        public OptimiserKind kind() {
            return tested.kind();
        }

        @Override
        public Options options() {
            Options options = Options.defaults(kind().options());
            for (Option option : kind().options()) {
                Double less = LESS.get(option.name());
                if (less != null) options = options.with(option.name(), less);
            }
            return options;
        }

        @Override
        public boolean tellsVectors() {
            return tested.tellsVectors();
        }
    }

    @Test
    void namesAreUniqueLowerCaseWithHyphens() {
        assertThat(Optimisers.all().stream().map(OptimiserKind::name))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z0-9]+(-[a-z0-9]+)*"));
    }

    @Test
    void unknownNameGetsASuggestionAndTheList() {
        String known = Optimisers.all().stream().map(OptimiserKind::name).collect(Collectors.joining(", "));
        assertThatThrownBy(() -> Optimisers.named("cmaes"))
                .hasMessage("unknown optimiser 'cmaes'. Did you mean 'cma-es'? Known: " + known);
        assertThat(known).startsWith("cma-es, ");
    }
}
