/**
 * A region of six dimensions whose volume, reach and parts are known, to compare searches on. Start at
 * {@link thetascan.region6.Region6Model}.
 */
@NullMarked
package thetascan.region6;

import org.jspecify.annotations.NullMarked;
