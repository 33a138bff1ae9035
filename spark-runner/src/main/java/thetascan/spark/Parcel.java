package thetascan.spark;

import java.io.Serializable;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;

/**
 * What several tasks need. A small value goes along with each of them; a large one is shared, which costs the driver and every
 * executor some milliseconds, and then travels once to each executor.
 *
 * @param <T> type of the value
 */
final class Parcel<T extends Serializable> implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final long SMALL_BYTES = 64 << 10;

    private final @Nullable T own;
    private final @Nullable Broadcast<T> shared;

    private Parcel(@Nullable T own, @Nullable Broadcast<T> shared) {
        this.own = own;
        this.shared = shared;
    }

    /**
     * @param bytes how large the value is, about
     */
    static <T extends Serializable> Parcel<T> of(Cluster cluster, T value, long bytes) {
        return bytes <= SMALL_BYTES ? new Parcel<>(value, null) : new Parcel<>(null, cluster.share(value));
    }

    T value() {
        T value = own;
        if (value != null) return value;
        if (shared == null) throw new IllegalStateException("an empty parcel");
        return shared.value();
    }

    /** Nobody needs it any more. */
    void destroy() {
        if (shared != null) shared.destroy();
    }
}
