/**
 * A graph of operations as bytecode of the Java virtual machine. Start at {@link thetascan.formula.bytecode.Compiler}.
 */
@NullMarked
package thetascan.formula.bytecode;

import org.jspecify.annotations.NullMarked;
