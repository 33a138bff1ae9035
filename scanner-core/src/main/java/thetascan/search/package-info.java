/**
 * The description of a search: settings, strategies, phases, and all names resolved. Start at {@link thetascan.search.SearchSetup}.
 */
@NullMarked
package thetascan.search;

import org.jspecify.annotations.NullMarked;
