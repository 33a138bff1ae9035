/**
 * The command line. Start at {@code Main}.
 */
@NullMarked
package thetascan.cli;

import org.jspecify.annotations.NullMarked;
