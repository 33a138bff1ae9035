package thetascan.checkpoint;

/** Whether a scan may go on under another Java vendor line or processor architecture than it began with. */
public enum PlatformCheck {
    /** Only under the same. */
    SAME,
    /** Under any; the last digits of results may differ from there on. */
    ANY
}
