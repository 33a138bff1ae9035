/**
 * What stands in the way of a search that finds little: vetoes, pairs of constraints that exclude each other, advice. Start at {@link thetascan.diagnosis.Diagnosis}.
 */
@NullMarked
package thetascan.diagnosis;

import org.jspecify.annotations.NullMarked;
