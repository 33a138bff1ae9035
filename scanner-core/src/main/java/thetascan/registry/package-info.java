/**
 * Things a scan file names, a user's own among them. Start at {@link thetascan.registry.Registry}.
 */
@NullMarked
package thetascan.registry;

import org.jspecify.annotations.NullMarked;
