package thetascan.formula.graph;

/**
 * A calculation that gives several numbers at once, such as an eigenvalue problem: takes {@link #in}, fills {@link #out}. One
 * thread, no allocation.
 */
public abstract class Kernel {

    public final double[] in;
    public final double[] out;

    protected Kernel(KernelKind kind) {
        in = new double[kind.inputs()];
        out = new double[kind.outputs()];
    }

    public abstract void run();
}
