package thetascan.novelty;

import java.util.List;
import thetascan.option.Option;
import thetascan.option.Options;

/** A kind of novelty detector: what a scan file may name. */
public interface DetectorKind {

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
     * A detector that knows no point yet.
     *
     * @param options   values of {@link #options()}
     * @param dimension length of a feature vector
     * @param seed      all its randomness, if any, follows from it; those of one seed can be merged
     * @return one of size 0
     * @throws IllegalArgumentException if the options do not fit each other or the dimension; the message begins with
     *                                  the option
     */
    NoveltyDetector create(Options options, int dimension, long seed);
}
