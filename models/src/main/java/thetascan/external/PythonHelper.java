package thetascan.external;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The Python module {@code thetascan}, put where the programs that we start find it. */
public final class PythonHelper {

    private static final String PATH = "PYTHONPATH";
    private static final String MODULE = "thetascan/__init__.py";

    private PythonHelper() {}

    /**
     * Writes the module below a folder.
     *
     * @param folder exists
     * @param environment of a program
     * @return the same with the folder first on Python's path
     * @throws IOException if it cannot be written
     */
    public static Map<String, String> install(Path folder, Map<String, String> environment) throws IOException {
        Path target = folder.resolve(MODULE);
        Files.createDirectories(target.resolveSibling("."));
        try (InputStream in = PythonHelper.class.getResourceAsStream("python/" + MODULE)) {
            if (in == null) throw new IOException(MODULE + " is missing beside " + PythonHelper.class.getName());
            Files.copy(in, target);
        }
        return onPath(folder, environment);
    }

    /**
     * {@return the environment of a program with a folder, where the module was installed, first on Python's path}
     *
     * @param folder where the module was installed
     * @param environment of the program
     */
    public static Map<String, String> onPath(Path folder, Map<String, String> environment) {
        Map<String, String> all = new LinkedHashMap<>(environment);
        String path = environment.getOrDefault(PATH, System.getenv().getOrDefault(PATH, ""));
        all.put(PATH, folder.toAbsolutePath() + (path.isEmpty() ? "" : File.pathSeparator + path));
        return all;
    }
}
