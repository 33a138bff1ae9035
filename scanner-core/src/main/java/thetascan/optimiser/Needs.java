package thetascan.optimiser;

/** What an optimiser wants to be told of each candidate besides its fitness. */
public enum Needs {
    /** Nothing more. */
    FITNESS,
    /** The cost of each sector of constraints. */
    SECTORS,
    /** The signed scaled slack of each constraint: negative inside, positive outside. */
    SLACKS,
    /** The chosen measures in [0, 1], NaN where one is missing; nothing if none was chosen. */
    MEASURES
}
