/**
 * Quality diversity: an archive that keeps the best point of each cell of a space of measures. Start at
 * {@link thetascan.elites.EliteArchive}.
 */
@NullMarked
package thetascan.elites;

import org.jspecify.annotations.NullMarked;
