package thetascan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an author of a model, an optimiser, a detector or a rule calls says what it takes, gives and throws. */
@Tag("slow")
class DocumentationTest {

    private static final List<Path> SOURCES =
            List.of(Path.of("..", "constraints", "src", "main", "java"), Path.of("src", "main", "java"));

    /** The inside of a scan. */
    private static final List<String> INSIDE = List.of("family", "island", "metrics", "neighbour", "scan", "tally");

    @TempDir
    private Path classes;

    @Test
    void publicJavadocIsComplete() throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        List<String> options = new ArrayList<>(List.of("-proc:none", "-Xlint:none", "-Xdoclint:all/public"));
        options.add("-Xdoclint/package:"
                + String.join(
                        ",", INSIDE.stream().map(name -> "-thetascan." + name).toList()));
        options.addAll(List.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path")));
        try (StandardJavaFileManager files = javac.getStandardFileManager(said, null, null)) {
            javac.getTask(null, files, said, options, null, files.getJavaFileObjectsFromFiles(sources()))
                    .call();
        }
        assertThat(said.getDiagnostics())
                .filteredOn(
                        each -> each.getKind() == Diagnostic.Kind.WARNING || each.getKind() == Diagnostic.Kind.ERROR)
                .extracting(each ->
                        (each.getSource() == null ? "" : each.getSource().getName()) + ":" + each.getLineNumber() + " "
                                + each.getMessage(null))
                .isEmpty();
    }

    private static List<File> sources() throws IOException {
        List<File> all = new ArrayList<>();
        for (Path root : SOURCES) {
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .map(Path::toFile)
                        .forEach(all::add);
            }
        }
        assertThat(all).hasSizeGreaterThan(300);
        return all;
    }
}
