/** Hashes by which data, jars and points are known again: {@link thetascan.fingerprint.Sha256}. Knows nothing but Java. */
@NullMarked
package thetascan.fingerprint;

import org.jspecify.annotations.NullMarked;
