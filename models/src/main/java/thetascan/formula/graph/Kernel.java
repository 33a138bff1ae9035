package thetascan.formula.graph;

/**
 * A calculation that gives several numbers at once, such as an eigenvalue problem: takes {@link #in}, fills {@link #out}. One
 * thread, no allocation.
 */
public abstract class Kernel {

    /** What it takes; written before {@link #run}. */
    public final double[] in;
    /** What it gives. */
    public final double[] out;

    /**
     * Room for the numbers.
     *
     * @param kind says how many there are
     */
    protected Kernel(KernelKind kind) {
        in = new double[kind.inputs()];
        out = new double[kind.outputs()];
    }

    /** Computes {@link #out} from {@link #in}. */
    public abstract void run();
}
