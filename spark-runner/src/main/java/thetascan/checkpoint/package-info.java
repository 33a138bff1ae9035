/**
 * Checkpoint files: write, rename, resume.
 */
@NullMarked
package thetascan.checkpoint;

import org.jspecify.annotations.NullMarked;
