/** What optimisers compute with matrices. Start at {@link thetascan.optimiser.linear.Factor}. */
@NullMarked
package thetascan.optimiser.linear;

import org.jspecify.annotations.NullMarked;
