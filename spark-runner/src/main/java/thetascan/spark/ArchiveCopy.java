package thetascan.spark;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import thetascan.archive.Archive;
import thetascan.island.Island;
import thetascan.island.RoundOrder;
import thetascan.search.SearchSetup;
import thetascan.state.StateInput;

/** The archive at the start of a round, read once in every JVM it is sent to. */
final class ArchiveCopy implements Serializable {

    private static final long serialVersionUID = 1L;

    private final byte[] state;
    private transient @Nullable Archive archive;

    ArchiveCopy(byte[] state) {
        this.state = state;
    }

    /** Opens a round of an island; one at a time, since archives are not made for several threads. */
    synchronized void begin(Island island, RoundOrder order, SearchSetup setup) {
        Archive read = archive;
        if (read == null) {
            read = setup.newArchive();
            read.restore(new StateInput(state));
            archive = read;
        }
        island.begin(read, order);
    }
}
