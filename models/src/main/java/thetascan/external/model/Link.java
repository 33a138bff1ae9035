package thetascan.external.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A program of a chain.
 *
 * @param spec       the program
 * @param files      what it reads and writes; null if it stays and answers in lines
 * @param stage      1 for those that run at every point, a later one only where the constraints on all before hold
 * @param inputNames what its inputs are called, in their order
 * @param inputs     their formulas
 * @param first      position of its first value among all that is known of a point
 * @param values     names of its values, in their order
 */
record Link(
        ProgramSpec spec,
        @Nullable FileSpec files,
        int stage,
        List<String> inputNames,
        Formulas inputs,
        int first,
        List<String> values) {

    Link {
        inputNames = List.copyOf(inputNames);
        values = List.copyOf(values);
    }
}
