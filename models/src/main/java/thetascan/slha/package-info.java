/**
 * Files of the SUSY Les Houches Accord (SLHA1 hep-ph/0311123, SLHA2 arXiv:0801.0045, flavour arXiv:1008.0762) and of
 * the programs that write what looks like it: reading, looking things up, editing, filling in templates. A library of
 * its own, which knows nothing but Java. Start at {@link thetascan.slha.SlhaDocument}.
 *
 * <p>Two promises: what was not changed is written back byte for byte; and a number that cannot be read for certain
 * is refused with file and line when somebody asks for it, never guessed.
 */
@NullMarked
package thetascan.slha;

import org.jspecify.annotations.NullMarked;
