package thetascan.storage;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/**
 * What the user says of file systems beside a scan file: settings as Spark has them, {@code -Dspark.hadoop.fs.s3a.endpoint=...},
 * and jars in the environment variable {@code THETASCAN_CLASSPATH}, which the driver needs for object stores.
 */
final class Settings {

    private static final String PREFIX = "spark.hadoop.";

    private static final ClassLoader JARS =
            loader(Optional.ofNullable(System.getenv("THETASCAN_CLASSPATH")).orElse(""));

    /** Read once: files of settings are parsed for milliseconds. */
    private static final Configuration FILES = read();

    private Settings() {}

    private static Configuration read() {
        Configuration configuration = new Configuration();
        configuration.setClassLoader(JARS);
        configuration.size(); // reads them
        return configuration;
    }

    /** A new configuration, of which nobody else knows. */
    static Configuration configuration() {
        Configuration configuration = new Configuration(FILES);
        for (String name : System.getProperties().stringPropertyNames()) {
            if (name.startsWith(PREFIX)) {
                configuration.set(name.substring(PREFIX.length()), System.getProperty(name));
            }
        }
        return configuration;
    }

    /** @param path files and folders as in a class path of Java: {@code DIR/*} stands for every jar in it */
    private static ClassLoader loader(String path) {
        ClassLoader own = Settings.class.getClassLoader();
        List<URL> urls = new ArrayList<>();
        for (String entry : path.split(File.pathSeparator)) {
            if (entry.isEmpty()) continue;
            if (!entry.endsWith("*")) {
                urls.add(url(new File(entry)));
                continue;
            }
            File[] files = new File(entry.substring(0, entry.length() - 1)).listFiles();
            if (files == null) continue;
            for (File file : files) if (file.getName().endsWith(".jar")) urls.add(url(file));
        }
        return urls.isEmpty() ? own : new URLClassLoader(urls.toArray(URL[]::new), own);
    }

    private static URL url(File file) {
        try {
            return file.toURI().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(file + ": cannot be a path of a class", e);
        }
    }
}
