package thetascan.external.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import thetascan.formula.Tree;

/**
 * A program as a model file describes it.
 *
 * @param entry      what stands there, in full and with the hash
 * @param files      what it reads and writes; null if it stays and answers in lines
 * @param inputs     what goes into it; null for all parameters
 * @param values     what it gives; null for all observables without a formula
 * @param isExtended true if it says more than a program that stays needs
 */
record DescribedProgram(
        Tree.Fields entry,
        ProgramSpec spec,
        @Nullable FileSpec files,
        int stage,
        @Nullable Inputs inputs,
        @Nullable List<Given> values,
        boolean isExtended) {

    /** A value, its unit (empty if none is told), and where that stands. */
    record Given(String name, String unit, String where) {}
}
