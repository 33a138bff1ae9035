package thetascan.formula.bytecode;

import java.util.List;
import thetascan.formula.graph.Kernel;
import thetascan.formula.graph.KernelKind;

/**
 * Compiled formulas: parameters in, results out. Immutable and shared; each thread takes a {@link Worker}. Once nobody holds it any
 * more, its code is unloaded.
 */
public final class Program {

    /** The compiled code. Implemented by the classes {@link Compiler} makes. */
    interface Code {
        void evaluate(double[] inputs, double[] results, double[] slots, Kernel[] kernels);
    }

    private final Code code;
    private final int slots;
    private final List<KernelKind> kernels;
    private final int bytes;

    Program(Code code, int slots, List<KernelKind> kernels, int bytes) {
        this.code = code;
        this.slots = slots;
        this.kernels = List.copyOf(kernels);
        this.bytes = bytes;
    }

    /** {@return size of the compiled class in bytes} */
    public int bytes() {
        return bytes;
    }

    /** {@return a worker for one thread} */
    public Worker newWorker() {
        return new Worker(this);
    }

    /** Evaluates one point after another. One thread, no allocation. */
    public static final class Worker {

        private final Code code;
        private final double[] slots;
        private final Kernel[] kernels;

        private Worker(Program program) {
            code = program.code;
            slots = new double[program.slots];
            kernels = program.kernels.stream().map(KernelKind::make).toArray(Kernel[]::new);
        }

        /**
         * @param inputs  parameters
         * @param results receives the value of each root
         */
        public void evaluate(double[] inputs, double[] results) {
            code.evaluate(inputs, results, slots, kernels);
        }
    }
}
