package thetascan.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thetascan.model.Models;
import thetascan.novelty.Detectors;
import thetascan.optimiser.Optimisers;

class ExtensionsTest {

    private static final String MODEL_SERVICE = "META-INF/services/thetascan.model.Model";

    private static final String OPTIMISER = """
            package own;

            import java.util.List;
            import thetascan.optimiser.*;
            import thetascan.option.*;
            import thetascan.random.RandomStream;

            public final class Renamed implements OptimiserKind {

                private static OptimiserKind random() { return Optimisers.named("random"); }

                @Override public String name() { return "NAME"; }
                @Override public String description() { return random().description(); }
                @Override public List<Option> options() { return random().options(); }

                @Override
                public Optimiser create(Options options, int dimension, RandomStream stream, Start start) {
                    return random().create(options, dimension, stream, start);
                }
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void findsWhatAJarBringsWhileItIsOpen() {
        Path jar = OwnModelsPage.jar(folder);
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (Extensions extensions = Extensions.open(List.of(jar))) {
            assertThat(extensions.jars()).extracting(Jar::name).containsExactly("portal.jar");
            assertThat(Models.named("higgs-portal").parameters().dimension()).isEqualTo(2);
            assertThat(Detectors.named("nearest").options()).hasSize(1);
            assertThat(Models.named("toy")).isNotNull();
            assertThat(Detectors.all().get(0).name()).isEqualTo("knn");
        }
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
        assertThatThrownBy(() -> Models.named("higgs-portal")).hasMessageStartingWith("unknown model 'higgs-portal'.");
    }

    @Test
    void knowsAJarByItsContent() throws IOException {
        Path jar = folder.resolve("abc.jar");
        Files.writeString(jar, "abc");
        // FIPS 180-2, appendix B.1
        assertThat(Jar.of(jar).sha256()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void anOptimiserIsFoundToo() {
        Path jar = optimiser("mine");
        try (Extensions ignored = Extensions.open(List.of(jar))) {
            assertThat(Optimisers.named("mine").description())
                    .isEqualTo(Optimisers.named("random").description());
        }
    }

    private Path optimiser(String name) {
        return JarBuilder.build(
                folder.resolve(name + ".jar"),
                Map.of(
                        "own/Renamed.java",
                        OPTIMISER.replace("NAME", name),
                        "META-INF/services/thetascan.optimiser.OptimiserKind",
                        "own.Renamed\n"));
    }

    @Test
    void whatAModelNeedsMayBeInAJarOfItsOwn() {
        Map<String, String> files = new HashMap<>(OwnModelsPage.files());
        String service = files.remove(MODEL_SERVICE);
        Path library = JarBuilder.build(folder.resolve("library.jar"), files);
        Path jar = JarBuilder.build(folder.resolve("service.jar"), Map.of(MODEL_SERVICE, service));
        try (Extensions ignored = Extensions.open(List.of(jar, library))) {
            assertThat(Models.named("higgs-portal")).isNotNull();
        }
    }

    @Test
    void aNameThatExistsTwiceIsRefused() {
        assertThatThrownBy(() -> Extensions.open(List.of(optimiser("sobol"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "two optimisers are named 'sobol': thetascan.optimiser.sampler.SobolSampler$Kind of")
                .hasMessageContaining("own.Renamed of")
                .hasMessageEndingWith("sobol.jar. Rename one.");
        assertThat(Optimisers.named("sobol")).isNotNull(); // nothing of it stays behind
    }

    @Test
    void whatIsNoExtensionIsRefused() throws IOException {
        Path missing = folder.resolve("missing.jar");
        assertRefused(missing, "missing.jar: no such file");
        assertRefused(folder, ": is a folder, not a jar");
        Path text = folder.resolve("text.jar");
        Files.writeString(text, "no zip");
        assertRefused(text, "text.jar: is no jar: ");
        Path empty = JarBuilder.build(folder.resolve("empty.jar"), Map.of("readme.txt", "hello"));
        assertRefused(
                empty,
                "empty.jar: offers no model, detector or optimiser. Name its class in the jar's " + MODEL_SERVICE);
        Path wrong = JarBuilder.build(folder.resolve("wrong.jar"), Map.of(MODEL_SERVICE, "own.Nowhere\n"));
        assertRefused(wrong, "model that cannot be loaded: thetascan.model.Model: Provider own.Nowhere not found");
    }

    private static void assertRefused(Path jar, String message) {
        assertThatThrownBy(() -> Extensions.open(List.of(jar)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
