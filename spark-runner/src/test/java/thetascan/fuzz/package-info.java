/** Random scan files, and unusual surroundings: what no one would think of writing a test for. */
@NullMarked
package thetascan.fuzz;

import org.jspecify.annotations.NullMarked;
