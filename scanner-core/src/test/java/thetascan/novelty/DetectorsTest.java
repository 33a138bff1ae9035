package thetascan.novelty;

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
import thetascan.contract.DetectorContract;
import thetascan.option.Options;

class DetectorsTest {

    /** A registered kind and what it is given besides its defaults. */
    record Case(DetectorKind kind, Map<String, Double> given) {

        /** All kinds, and some at work where their defaults seldom get to. */
        static Stream<Case> all() {
            Stream<Case> special = Stream.of(
                    // trees of part of a sample of part of the points
                    new Case(Detectors.named("isolation-forest"), Map.of("sample", 80.0, "subsample", 20.0)),
                    // exceeded in most tests
                    new Case(Detectors.named("knn"), Map.of("limit", 100.0, "thin", 0.0)),
                    new Case(Detectors.named("hbos"), Map.of("pairs", 5.0)));
            return Stream.concat(Detectors.all().stream().map(kind -> new Case(kind, Map.of())), special);
        }

        @Override
        public String toString() {
            return kind.name() + (given.isEmpty() ? "" : " " + given);
        }
    }

    /** Everything registered keeps to the contract. */
    @Nested
    @ParameterizedClass(name = "{0}")
    @MethodSource("thetascan.novelty.DetectorsTest$Case#all")
    class Contract implements DetectorContract {

        @Parameter
        private Case tested;

        @Override
        public DetectorKind kind() {
            return tested.kind();
        }

        @Override
        public Options options() {
            return Options.of(tested.kind().options(), tested.given());
        }
    }

    @Test
    void unknownNameGetsASuggestionAndTheList() {
        String known = Detectors.all().stream().map(DetectorKind::name).collect(Collectors.joining(", "));
        assertThatThrownBy(() -> Detectors.named("hbso"))
                .hasMessage("unknown detector 'hbso'. Did you mean 'hbos'? Known: " + known);
        assertThat(known).startsWith("knn, ");
    }
}
