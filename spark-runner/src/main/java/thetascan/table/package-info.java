/**
 * Tables of points: columns, Parquet, CSV. Start at {@code PointTable}.
 */
@NullMarked
package thetascan.table;

import org.jspecify.annotations.NullMarked;
