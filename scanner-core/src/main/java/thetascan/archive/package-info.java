/**
 * The valid points found so far, thinned, with what restarts, novelty and exclusion need of them. Start at {@link thetascan.archive.Archive}.
 */
@NullMarked
package thetascan.archive;

import org.jspecify.annotations.NullMarked;
