package thetascan.constraint;

import java.io.InputStream;

/** Data files on the class path. */
final class Resource {

    private Resource() {}

    /** @throws IllegalArgumentException if there is no such file */
    static InputStream open(Class<?> owner, String name) {
        InputStream in = owner.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalArgumentException("data file " + name + " is not on the class path.");
        }
        return in;
    }
}
