/**
 * Families: which valid points are connected through valid points. Start at {@link thetascan.family.FamilyFinder}.
 */
@NullMarked
package thetascan.family;

import org.jspecify.annotations.NullMarked;
