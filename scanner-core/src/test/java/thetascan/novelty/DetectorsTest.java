package thetascan.novelty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import thetascan.option.Options;

/** Every registered detector keeps to the contract. */
class DetectorsTest {

    @Nested
    class KnnKind implements DetectorContract {
        @Override
        public DetectorKind kind() {
            return Detectors.named("knn");
        }
    }

    @Nested
    class HbosKind implements DetectorContract {
        @Override
        public DetectorKind kind() {
            return Detectors.named("hbos");
        }
    }

    @Nested
    class HbosPyodKind implements DetectorContract {
        @Override
        public DetectorKind kind() {
            return Detectors.named("hbos-pyod");
        }
    }

    @Nested
    class IsolationForestKind implements DetectorContract {
        @Override
        public DetectorKind kind() {
            return Detectors.named("isolation-forest");
        }
    }

    /** Trees of part of a sample of part of the points. */
    @Nested
    class SmallIsolationForest implements DetectorContract {
        @Override
        public DetectorKind kind() {
            return Detectors.named("isolation-forest");
        }

        @Override
        public NoveltyDetector create() {
            return kind().create(Options.of(kind().options(), Map.of("sample", 80.0, "subsample", 20.0)), N, 1);
        }
    }

    /** A limit of 100 points is exceeded in most tests. */
    @Nested
    class KnnBeyondItsLimit implements DetectorContract {
        @Override
        public DetectorKind kind() {
            return Detectors.named("knn");
        }

        @Override
        public NoveltyDetector create() {
            return kind().create(Options.of(kind().options(), Map.of("limit", 100.0, "thin", 0.0)), N, 1);
        }
    }

    @Nested
    class HbosWithPairs implements DetectorContract {
        @Override
        public DetectorKind kind() {
            return Detectors.named("hbos");
        }

        @Override
        public NoveltyDetector create() {
            return kind().create(Options.of(kind().options(), Map.of("pairs", 5.0)), N, 1);
        }
    }

    @Test
    void everyRegisteredDetectorIsTested() {
        List<String> tested = Arrays.stream(DetectorsTest.class.getDeclaredClasses())
                .map(this::kindOf)
                .distinct()
                .toList();

        assertThat(tested)
                .containsExactlyInAnyOrderElementsOf(
                        Detectors.all().stream().map(DetectorKind::name).toList());
    }

    private String kindOf(Class<?> nested) {
        try {
            Object instance = nested.getDeclaredConstructor(DetectorsTest.class).newInstance(this);
            return ((DetectorContract) instance).kind().name();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void unknownNameGetsASuggestion() {
        assertThatThrownBy(() -> Detectors.named("hbso"))
                .hasMessage(
                        "unknown detector 'hbso'. Did you mean 'hbos'? Known: knn, hbos, hbos-pyod, isolation-forest");
    }
}
