package thetascan.external.file;

import java.util.OptionalDouble;
import thetascan.slha.FortranNumber;

/**
 * A number that is wanted of a file.
 *
 * @param name      of the value
 * @param factor    what it is multiplied by
 * @param otherwise the value where the file does not have it; empty if that is a failure
 */
public record Wanted(String name, double factor, OptionalDouble otherwise) {

    /** The value of a number as it is written, NaN and infinities included. */
    double of(String text) {
        return factor * FortranNumber.parse(text);
    }

    /** The value where there is none. */
    double absent(String why) {
        return otherwise.orElseThrow(() -> new IllegalArgumentException(why));
    }
}
