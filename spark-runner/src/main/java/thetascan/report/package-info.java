/**
 * What a running scan shows on the terminal.
 */
@NullMarked
package thetascan.report;

import org.jspecify.annotations.NullMarked;
