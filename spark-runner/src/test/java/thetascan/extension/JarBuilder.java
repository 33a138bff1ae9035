package thetascan.extension;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Makes jars as users do. */
public final class JarBuilder {

    private JarBuilder() {}

    /**
     * @param jar   to write
     * @param files text of each file by its name; Java sources are compiled, the rest goes in as it is
     */
    public static Path build(Path jar, Map<String, String> files) {
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            Path sources = Files.createTempDirectory(jar.toAbsolutePath().getParent(), "sources");
            Path classes = Files.createTempDirectory(jar.toAbsolutePath().getParent(), "classes");
            List<String> arguments = new ArrayList<>(
                    List.of("-proc:none", "-cp", System.getProperty("java.class.path"), "-d", classes.toString()));
            for (Map.Entry<String, String> file : files.entrySet()) {
                boolean source = file.getKey().endsWith(".java");
                Path target = (source ? sources : classes).resolve(file.getKey());
                Files.createDirectories(target.getParent());
                Files.writeString(target, file.getValue());
                if (source) arguments.add(target.toString());
            }
            if (arguments.size() > 5) compile(arguments);
            for (Path file : contents(classes)) {
                zip.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
                Files.copy(file, zip);
                zip.closeEntry();
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void compile(List<String> arguments) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        int code = compiler.run(null, messages, messages, arguments.toArray(String[]::new));
        if (code != 0) throw new IllegalArgumentException(messages.toString(StandardCharsets.UTF_8));
    }

    private static List<Path> contents(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
