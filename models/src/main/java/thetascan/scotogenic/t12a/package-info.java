/**
 * The scotogenic model T1-2-A with two singlet fermions. Start at {@code T12aModel}.
 */
@NullMarked
package thetascan.scotogenic.t12a;

import org.jspecify.annotations.NullMarked;
