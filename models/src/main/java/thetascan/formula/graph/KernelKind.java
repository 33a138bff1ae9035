package thetascan.formula.graph;

/** What makes a {@link Kernel}: an immutable value, equal to another if their kernels compute the same. */
public interface KernelKind {

    /** {@return how many numbers the kernel takes} */
    int inputs();

    /** {@return how many numbers the kernel gives} */
    int outputs();

    /** {@return a new kernel, for one thread} */
    Kernel make();

    /** {@return all that a result depends on besides the inputs, as text for the version of a model} */
    default String meaning() {
        return toString();
    }
}
