package thetascan.island;

/** What an island takes into account of the territory all islands know. */
public enum Heed {
    /** Valid points are ranked by how new they are. */
    NOVELTY,
    /** Candidates in known territory are refused. */
    EXCLUSION
}
