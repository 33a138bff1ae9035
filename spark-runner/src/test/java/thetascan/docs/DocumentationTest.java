package thetascan.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever calls a public or protected member of any module is told what it takes, gives and throws. */
@Tag("slow")
class DocumentationTest {

    private static final List<String> MODULES = List.of("constraints", "scanner-core", "models", "spark-runner");

    /** Packages whose documentation still has gaps. */
    private static final List<String> INCOMPLETE = List.of(
            "catalogue",
            "checkpoint",
            "config",
            "curation",
            "evaluation",
            "external",
            "external.file",
            "external.model",
            "formula",
            "formula.bytecode",
            "formula.graph",
            "formula.meaning",
            "formula.syntax",
            "lepton",
            "physics",
            "region6",
            "relic",
            "report",
            "scotogenic",
            "scotogenic.minimal",
            "scotogenic.t12a",
            "spark",
            "storage",
            "table",
            "z3hdm");

    /** The code under which javac hands on what doclint says. */
    private static final String DOCLINT = "compiler.warn.proc.messager";

    @Test
    void javadocIsComplete() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String module : MODULES) {
            try (Stream<Path> files = Files.walk(Pages.ROOT.resolve(Path.of(module, "src", "main", "java")))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
            }
        }
        assertThat(sources).hasSizeGreaterThan(700);
        try (StandardJavaFileManager files =
                ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null)) {
            assertThat(missing(files.getJavaFileObjectsFromPaths(sources))).isEmpty();
        }
    }

    @Test
    void whatIsMissingIsSeen() throws IOException {
        String source =
                "/** A mass gap. */ public class Gap { /** In GeV. */ public double of(double m) { return m; } }";
        JavaFileObject undocumented =
                new SimpleJavaFileObject(URI.create("string:///Gap.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        assertThat(missing(List.of(undocumented)))
                .containsExactlyInAnyOrder("/Gap.java:1 no @param for m", "/Gap.java:1 no @return");
    }

    /** What doclint misses; nothing is compiled. (With {@code -Xlint:none} it would say nothing at all.) */
    private static List<String> missing(Iterable<? extends JavaFileObject> sources) throws IOException {
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        List<String> options = new ArrayList<>(List.of("-proc:none", "-Xmaxwarns", "10000"));
        options.addAll(List.of(
                "-Xdoclint:all/protected", "-Xdoclint/package:-thetascan." + String.join(",-thetascan.", INCOMPLETE)));
        options.addAll(List.of("-cp", System.getProperty("java.class.path")));
        JavacTask javac =
                (JavacTask) ToolProvider.getSystemJavaCompiler().getTask(null, null, said, options, null, sources);
        javac.analyze();
        return said.getDiagnostics().stream()
                .filter(each -> each.getCode().equals(DOCLINT))
                .map(each -> each.getSource().getName() + ":" + each.getLineNumber() + " " + each.getMessage(null))
                .toList();
    }
}
