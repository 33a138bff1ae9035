package thetascan.extension;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import thetascan.model.Model;
import thetascan.model.Models;
import thetascan.novelty.DetectorKind;
import thetascan.novelty.Detectors;
import thetascan.optimiser.OptimiserKind;
import thetascan.optimiser.Optimisers;
import thetascan.registry.Registry;

/**
 * A user's jars: while they are open, this thread and those it starts find the models, detectors and optimisers in them
 * by name, beside the program's own.
 */
public final class Extensions implements AutoCloseable {

    private static final List<Class<?>> SERVICES = List.of(Model.class, DetectorKind.class, OptimiserKind.class);
    private static final String SERVICE_FOLDER = "META-INF/services/";

    private final List<Jar> jars;
    private final ClassLoader before = Thread.currentThread().getContextClassLoader();
    private final URLClassLoader loader;

    private Extensions(List<Jar> jars) {
        this.jars = List.copyOf(jars);
        loader = new URLClassLoader(jars.stream().map(Extensions::url).toArray(URL[]::new), Registry.loader());
        Thread.currentThread().setContextClassLoader(loader);
    }

    /**
     * Opens jars: one or more with services, others with what those need.
     *
     * @param files the jars; none opens nothing
     * @return the jars, found by name until closed
     * @throws IllegalArgumentException if one cannot be read, none has a service, or a name exists twice
     */
    public static Extensions open(List<Path> files) {
        List<Jar> jars = new ArrayList<>();
        boolean provides = files.isEmpty();
        for (Path file : files) {
            provides |= provides(file);
            jars.add(read(file));
        }
        if (!provides) {
            throw new IllegalArgumentException(files.get(0) + ": offers no model, detector or optimiser. Name its class"
                    + " in the jar's " + SERVICE_FOLDER + Model.class.getName());
        }
        Extensions extensions = new Extensions(jars);
        try {
            Models.all();
            Detectors.all();
            Optimisers.all();
            return extensions;
        } catch (IllegalArgumentException e) {
            extensions.close();
            throw e;
        }
    }

    private static boolean provides(Path file) {
        if (!Files.exists(file)) throw new IllegalArgumentException(file + ": no such file");
        if (Files.isDirectory(file)) throw new IllegalArgumentException(file + ": is a folder, not a jar");
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return SERVICES.stream().anyMatch(service -> zip.getEntry(SERVICE_FOLDER + service.getName()) != null);
        } catch (ZipException e) {
            throw new IllegalArgumentException(file + ": is no jar: " + e.getMessage(), e);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static Jar read(Path file) {
        try {
            return Jar.of(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static IllegalArgumentException unreadable(Path file, IOException e) {
        return new IllegalArgumentException(file + ": cannot be read: " + e.getMessage(), e);
    }

    private static URL url(Jar jar) {
        try {
            return jar.path().toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * What was opened.
     *
     * @return in the order given
     */
    public List<Jar> jars() {
        return jars;
    }

    /** Forgets them again; what was made of their classes must not be used any more. */
    @Override
    public void close() {
        Thread.currentThread().setContextClassLoader(before);
        try {
            loader.close();
        } catch (IOException e) {
            // nothing was written: nothing is lost
        }
    }
}
