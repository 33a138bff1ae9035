/**
 * The catalogue folder: Parquet points, manifest. Start at {@code Catalogue}.
 */
@NullMarked
package thetascan.catalogue;

import org.jspecify.annotations.NullMarked;
