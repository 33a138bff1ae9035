package thetascan.spark;

import java.io.Serializable;

/**
 * A piece of work done by one Spark task, in whichever JVM: a function of its fields alone, so that doing it again
 * after a lost executor gives the same bytes.
 */
interface Work extends Serializable {

    /** Does the work; what a calculation throws is part of the result, never an exception. */
    byte[] run();

    /** The executor that had better do it, as {@link Place} names it; empty = any. */
    default String place() {
        return "";
    }
}
