package thetascan.checkpoint;

/** Whether a scan may go on under another Java vendor line or processor architecture than it began with. */
public enum PlatformCheck {
    SAME,
    ANY
}
