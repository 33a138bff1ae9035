package thetascan.island;

import java.io.Serializable;

/**
 * What an island is to do in one round.
 *
 * @param generations  at most so many
 * @param evaluations  at most so many, met exactly if generations and refusals allow
 * @param rows         which rows to bring back besides those of valid points
 * @param sampleBelow  bring back invalid points whose random number, unsigned, lies below this; 0 = none
 * @param failures     at most so many failed points
 * @param stride       every so many valid points one goes into the sample of distinct points
 */
public record RoundOrder(int generations, long evaluations, Rows rows, long sampleBelow, int failures, int stride)
        implements Serializable {

    /** Which rows to bring back. */
    public enum Rows {
        /** Of valid points only. */
        VALID,
        /** Of every evaluated point. */
        ALL
    }
}
