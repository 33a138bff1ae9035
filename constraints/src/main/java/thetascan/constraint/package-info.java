/**
 * What makes a point valid: rules on observables, raw violations, statuses, ranking terms. Start at {@code ConstraintSet}.
 */
@NullMarked
package thetascan.constraint;

import org.jspecify.annotations.NullMarked;
