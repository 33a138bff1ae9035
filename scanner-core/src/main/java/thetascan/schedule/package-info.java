/**
 * Which islands work in the next round: equal shares, or a bandit over what each kind gained, in the phases of the scan. Start at {@link thetascan.schedule.Schedule}.
 */
@NullMarked
package thetascan.schedule;

import org.jspecify.annotations.NullMarked;
