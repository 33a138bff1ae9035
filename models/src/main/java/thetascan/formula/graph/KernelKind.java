package thetascan.formula.graph;

/** What makes a {@link Kernel}: an immutable value, equal to another if their kernels compute the same. */
public interface KernelKind {

    int inputs();

    int outputs();

    Kernel make();

    /** {@return all that a result depends on besides the inputs, as text for the version of a model} */
    default String meaning() {
        return toString();
    }
}
