/**
 * Standard Model inputs, running, loop functions, diagonalisation, tables: what several models share. Start at
 * {@link thetascan.physics.StandardModel} for the numbers and {@link thetascan.physics.MassTable} for how functions
 * of a mass are made cheap.
 */
@NullMarked
package thetascan.physics;

import org.jspecify.annotations.NullMarked;
