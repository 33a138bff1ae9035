/**
 * A small model for tests, with everything a model may do.
 */
@NullMarked
package thetascan.toy;

import org.jspecify.annotations.NullMarked;
