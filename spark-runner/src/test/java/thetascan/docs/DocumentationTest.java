package thetascan.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever calls a public or protected member of any module is told what it takes, gives and throws. */
@Tag("slow")
class DocumentationTest {

    private static final List<String> MODULES = List.of("constraints", "scanner-core", "models", "spark-runner");

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
        String source = """
                /** A mass gap. */
                public class Gap {
                    /** In GeV. */
                    public double of(double m) { return m; }
                    /** A pole. */
                    public record Pole(double mass) {}
                }
                """;
        JavaFileObject undocumented =
                new SimpleJavaFileObject(URI.create("string:///Gap.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        assertThat(missing(List.of(undocumented)))
                .containsExactlyInAnyOrder(
                        "/Gap.java:4 no @param for m", "/Gap.java:4 no @return", "Gap.Pole no @param for mass");
    }

    /** What doclint misses, and components of records; nothing is compiled. */
    private static List<String> missing(Iterable<? extends JavaFileObject> sources) throws IOException {
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        // with -Xlint:none javac would keep to itself what doclint says
        List<String> options = List.of(
                "-proc:none",
                "-Xmaxwarns",
                "10000",
                "-Xdoclint:all/protected",
                "-cp",
                System.getProperty("java.class.path"));
        JavacTask javac =
                (JavacTask) ToolProvider.getSystemJavaCompiler().getTask(null, null, said, options, null, sources);
        Components components = new Components(DocTrees.instance(javac));
        Iterable<? extends CompilationUnitTree> units = javac.parse();
        javac.analyze();
        components.scan(units, null);
        said.getDiagnostics().stream()
                .filter(each -> each.getCode().equals(DOCLINT))
                .map(each -> each.getSource().getName() + ":" + each.getLineNumber() + " " + each.getMessage(null))
                .forEach(components.missing::add);
        return components.missing;
    }

    /** Components of public records that their comment does not describe: doclint does not ask for them. */
    private static final class Components extends TreePathScanner<@Nullable Void, @Nullable Void> {

        private final DocTrees trees;
        private final List<String> missing = new ArrayList<>();

        Components(DocTrees trees) {
            this.trees = trees;
        }

        @Override
        public @Nullable Void visitClass(ClassTree tree, @Nullable Void none) {
            TypeElement type = (TypeElement) trees.getElement(getCurrentPath());
            if (!isPublic(type)) return null;
            DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
            Set<String> described = new HashSet<>();
            for (DocTree tag : comment == null ? List.<DocTree>of() : comment.getBlockTags()) {
                if (tag instanceof ParamTree param)
                    described.add(param.getName().toString());
            }
            for (RecordComponentElement component : type.getRecordComponents()) {
                String name = component.getSimpleName().toString();
                if (!described.contains(name)) missing.add(type + " no @param for " + name);
            }
            return super.visitClass(tree, none);
        }

        private static boolean isPublic(Element type) {
            return type.getModifiers().contains(Modifier.PUBLIC)
                    || type.getModifiers().contains(Modifier.PROTECTED);
        }
    }
}
