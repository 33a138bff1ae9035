package thetascan.external.model;

import java.util.List;
import java.util.Map;

/**
 * What one program did with one point.
 *
 * @param program     its name
 * @param stage       1 or more
 * @param command     program and arguments as the model file has them, files of its folder by their whole path
 * @param seconds     it took, 0 if it did not run
 * @param exitCode    of a program that ends; −1 of one that stays, that could not be started, or did not run
 * @param failure     why it failed or did not run; empty if it computed the point
 * @param inputs      what went in, by name
 * @param files       what lies in its work folder afterwards, with sizes
 * @param values      what came out, by name
 * @param observables those that need a value of it
 */
public record ProgramReport(
        String program,
        int stage,
        List<String> command,
        double seconds,
        int exitCode,
        String failure,
        Map<String, Double> inputs,
        List<String> files,
        Map<String, Double> values,
        List<String> observables) {}
