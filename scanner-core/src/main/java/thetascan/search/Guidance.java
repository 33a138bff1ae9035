package thetascan.search;

/** What an island takes into account of the territory all islands know. */
public enum Guidance {
    /** Valid points are ranked by how new they are. */
    NOVELTY,
    /** Candidates in known territory are refused. */
    EXCLUSION,
    /** Half of the starts from anywhere keep to a gap: an interval of a parameter in which no valid point is known. */
    GAPS
}
