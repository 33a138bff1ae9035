/**
 * Programs of others, run as processes: a work folder of their own, no shell, a time limit, bounded output, and nothing
 * left running whatever happens to them or to us. Start at {@link thetascan.external.ProgramRunner}.
 */
@NullMarked
package thetascan.external;

import org.jspecify.annotations.NullMarked;
