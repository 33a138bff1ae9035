/**
 * Scan files: reading, checking, resolving. Start at {@code ScanConfig}.
 */
@NullMarked
package thetascan.config;

import org.jspecify.annotations.NullMarked;
