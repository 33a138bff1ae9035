/**
 * Files that programs read and write: SLHA, tables, text. What goes into them is given by position, what comes out is a number or
 * a reason why there is none. Start at {@link thetascan.external.file.InputFile} and {@link thetascan.external.file.OutputFile}.
 */
@NullMarked
package thetascan.external.file;

import org.jspecify.annotations.NullMarked;
