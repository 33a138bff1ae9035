package thetascan.external.model;

import java.util.List;
import thetascan.external.Outcome;

/** A program that computes for one thread. */
interface ProgramAtWork extends AutoCloseable {

    /**
     * @param inputs one row a point
     * @return what became of each, in their order
     * @throws InterruptedException if the thread was interrupted; then the program was ended
     */
    Outcome[] compute(List<double[]> inputs) throws InterruptedException;

    /** True if many points at once take less time than one after another. */
    boolean takesMany();

    @Override
    void close();
}
