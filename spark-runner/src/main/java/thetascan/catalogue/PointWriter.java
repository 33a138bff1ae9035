package thetascan.catalogue;

import java.io.Closeable;
import java.io.IOException;
import thetascan.point.FoundPoint;

/** Writes points to a file, which is there only after {@link #close}. */
public interface PointWriter extends Closeable {

    void write(FoundPoint point) throws IOException;

    /** Finishes the file and gives it its name. */
    @Override
    void close() throws IOException;

    /** Drops what was written. */
    void abandon() throws IOException;
}
