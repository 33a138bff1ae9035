package thetascan.spark;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * A search cannot be made in a JVM: a program of the model is missing there, say, or is another one. No point is to blame.
 * The message names the node and what is wrong.
 */
final class UnfitNode extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private UnfitNode(String message, RuntimeException cause) {
        super(message, cause);
    }

    /** What a source makes in this JVM. */
    static <T> T checked(Supplier<T> source) {
        try {
            return source.get();
        } catch (UnfitNode e) {
            throw e;
        } catch (RuntimeException e) {
            String reason = e.getMessage() == null ? e.toString() : e.getMessage();
            throw new UnfitNode(Place.name().map(name -> name + ": " + reason).orElse(reason), e);
        }
    }

    /** The one because of which Spark gave up a job; empty if something else is wrong. */
    static Optional<UnfitNode> behind(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnfitNode node) return Optional.of(node);
        }
        return Optional.empty();
    }
}
