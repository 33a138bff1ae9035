/**
 * What a formula means: names, shapes, complex numbers and units, worked out once into a graph of operations. Knows nothing of
 * models. Start at {@link thetascan.formula.meaning.Meaning}.
 */
@NullMarked
package thetascan.formula.meaning;

import org.jspecify.annotations.NullMarked;
