/**
 * The round loop: islands, archive, stop rules, commits. Start at {@link thetascan.scan.Scan}.
 */
@NullMarked
package thetascan.scan;

import org.jspecify.annotations.NullMarked;
