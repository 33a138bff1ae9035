/**
 * What is done with catalogues after a scan: merged, filtered, thinned, sampled, verified, checked. Inputs never change. Start at
 * {@code Curation}.
 */
@NullMarked
package thetascan.curation;

import org.jspecify.annotations.NullMarked;
