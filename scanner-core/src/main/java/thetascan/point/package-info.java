/**
 * What is known of one evaluated point: its status and the schema of its row. Start at {@link thetascan.point.PointStatus}.
 */
@NullMarked
package thetascan.point;

import org.jspecify.annotations.NullMarked;
