/**
 * What islands count: evaluations, violations, restarts, the points that nearly hold. Start at {@link thetascan.tally.Tally}.
 */
@NullMarked
package thetascan.tally;

import org.jspecify.annotations.NullMarked;
