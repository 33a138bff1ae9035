package thetascan.external.model;

import java.util.List;
import thetascan.external.file.InputFile;
import thetascan.external.file.OutputFile;
import thetascan.external.file.TextPattern;

/**
 * What goes in and out of a program that runs once for each point, or batch of points.
 *
 * @param command the words of its command line; their formulas are its first inputs
 * @param inputs  files it reads
 * @param output  what it writes
 * @param batch   points it takes at once, at most
 */
record FileSpec(List<TextPattern> command, List<InputFile> inputs, OutputFile output, int batch) {

    FileSpec {
        command = List.copyOf(command);
        inputs = List.copyOf(inputs);
    }
}
