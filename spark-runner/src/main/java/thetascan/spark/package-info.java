/**
 * Placements on Apache Spark; the only package that knows Spark.
 */
@NullMarked
package thetascan.spark;

import org.jspecify.annotations.NullMarked;
