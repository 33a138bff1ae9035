package thetascan.external;

/**
 * What a program that ended with exit code 0 has written.
 *
 * @param standardOutput its beginning, up to the limit
 * @param standardError  likewise
 * @param truncated      true if either was longer
 */
public record ProgramOutput(String standardOutput, String standardError, boolean truncated) {}
