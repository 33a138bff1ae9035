/**
 * Quality diversity: an archive that keeps the best point of each cell of a space of measures. Start at
 * {@link thetascan.optimiser.elites.EliteArchive}.
 */
@NullMarked
package thetascan.optimiser.elites;

import org.jspecify.annotations.NullMarked;
