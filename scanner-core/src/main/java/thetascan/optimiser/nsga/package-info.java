/**
 * Multi-objective evolution on the types of Jenetics: operators that vary genotypes ({@code Alterer}) and rules that
 * choose who mates and who survives ({@code Selector}). They work inside a Jenetics {@code Engine} as well; random
 * numbers come from {@code RandomRegistry}. Start at {@link thetascan.optimiser.nsga.CrowdingSelector} (NSGA-II) and
 * {@link thetascan.optimiser.nsga.ReferencePointSelector} (NSGA-III).
 */
@NullMarked
package thetascan.optimiser.nsga;

import org.jspecify.annotations.NullMarked;
