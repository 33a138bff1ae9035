/**
 * The round loop: islands, archive, stop rules, commits. Start at {@code Scan}.
 */
@NullMarked
package thetascan.scan;

import org.jspecify.annotations.NullMarked;
