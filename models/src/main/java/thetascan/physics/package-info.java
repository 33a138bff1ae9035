/**
 * Standard Model inputs, running, loop functions, diagonalisation: what several models share.
 */
@NullMarked
package thetascan.physics;

import org.jspecify.annotations.NullMarked;
