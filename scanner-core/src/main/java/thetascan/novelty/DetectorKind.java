package thetascan.novelty;

import java.util.List;
import thetascan.option.Option;
import thetascan.option.Options;

/** A kind of novelty detector: what a scan file may name. */
public interface DetectorKind {

    /** Name in scan files, lower case with hyphens. */
    String name();

    /** One line for people. */
    String description();

    /** What tunes it. */
    List<Option> options();

    /**
     * A detector that knows no point yet.
     *
     * @param seed all its randomness, if any, follows from it; those of one seed can be merged
     */
    NoveltyDetector create(Options options, int dimension, long seed);
}
