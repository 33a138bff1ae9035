/**
 * Points of an earlier scan to start from. Start at {@link thetascan.search.SeedSettings}.
 */
@NullMarked
package thetascan.seeding;

import org.jspecify.annotations.NullMarked;
