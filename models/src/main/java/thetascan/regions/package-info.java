/**
 * Test regions made from a seed, whose pieces and volumes are known, to compare searches on. Start at
 * {@link thetascan.regions.RegionsModel}.
 */
@NullMarked
package thetascan.regions;

import org.jspecify.annotations.NullMarked;
