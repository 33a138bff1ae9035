package thetascan.optimiser;

import java.util.List;
import org.jspecify.annotations.Nullable;
import thetascan.option.Option;
import thetascan.option.Options;
import thetascan.random.RandomStream;

/** A kind of optimiser or sampler: what a scan file may name. */
public interface OptimiserKind {

    /**
     * Name in scan files.
     *
     * @return lower case with hyphens
     */
    String name();

    /**
     * One line for people.
     *
     * @return no full stop at its end
     */
    String description();

    /**
     * What tunes it.
     *
     * @return options with their defaults; empty if there are none
     */
    List<Option> options();

    /**
     * Whether it keeps all it was told and lives by it, so that a second one at work beside it, or it itself begun anew,
     * would have to learn again what is known.
     *
     * @return false for one that forgets, as most do
     */
    default boolean remembersAll() {
        return false;
    }

    /**
     * A new optimiser.
     *
     * @param options   values of {@link #options()}
     * @param dimension number of coordinates n
     * @param random    stream that becomes its own
     * @param start     where to begin; null = wherever it likes; samplers of the whole box do not heed it
     * @return one that was not asked yet
     * @throws IllegalArgumentException if the options do not fit each other or the dimension; the message begins with
     *                                  the option
     */
    Optimiser create(Options options, int dimension, RandomStream random, @Nullable Start start);
}
