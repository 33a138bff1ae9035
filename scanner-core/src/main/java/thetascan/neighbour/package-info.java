/**
 * Nearest neighbours among many points of few to dozens of dimensions, growing as points are found. Start at {@link thetascan.neighbour.NeighbourIndex}.
 */
@NullMarked
package thetascan.neighbour;

import org.jspecify.annotations.NullMarked;
