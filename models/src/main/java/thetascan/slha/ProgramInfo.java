package thetascan.slha;

import java.util.List;

/**
 * What a program says of itself in {@code SPINFO}, {@code DCINFO} and their like (two letters and {@code INFO}).
 *
 * @param block    name of the block
 * @param program  entries 1, the names, joined by a blank; empty if it gives none
 * @param version  entries 2, likewise
 * @param warnings entries 3, in the order of the file
 * @param errors   entries 4; any of them means that the numbers of the file are not to be used. Where a program
 *                 writes the index alone, its comment stands here; where there is none either, an empty text
 */
public record ProgramInfo(String block, String program, String version, List<String> warnings, List<String> errors) {

    /**
     * Copies the lists.
     *
     * @param block name of the block
     * @param program entries 1, the names, joined by a blank; empty if it gives none
     * @param version entries 2, likewise
     * @param warnings entries 3, in the order of the file
     * @param errors entries 4; any of them means that the numbers of the file are not to be used. Where a program
     *     writes the index alone, its comment stands here; where there is none either, an empty text
     */
    public ProgramInfo {
        warnings = List.copyOf(warnings);
        errors = List.copyOf(errors);
    }
}
