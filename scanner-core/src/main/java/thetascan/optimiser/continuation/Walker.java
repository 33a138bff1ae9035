package thetascan.optimiser.continuation;

import thetascan.optimiser.CandidateFilter;
import thetascan.random.RandomStream;
import thetascan.state.Persistent;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/** One of the walkers of a {@link Continuation}: sets out from a remembered point, and corrects until it is valid. */
final class Walker implements Persistent {

    /**
     * How they walk.
     *
     * @param leastStep    shortest step in the unit box
     * @param greatestStep longest step
     * @param corrections  corrections before a step is given up
     * @param draws        draws of a step before it counts as refused
     */
    record Gait(double leastStep, double greatestStep, int corrections, int draws) {}

    private static final int IDLE = -1;

    /** Corrections of a candidate before it is evaluated. */
    private static final int REFINEMENTS = 2;

    /** Draws of a step at least, however many came to nothing. */
    private static final int LEAST_DRAWS = 3;

    private final Gait gait;
    private final LocalModel here;
    /** What is predicted where it goes. */
    private final LocalModel there;
    /** Draws that a step is worth: half as many after one that came to nothing, twice as many after one that did not. */
    private int patience;
    /** Corrections made since it set out, or IDLE. */
    private int corrections = IDLE;

    Walker(int n, Gait gait) {
        this.gait = gait;
        patience = gait.draws;
        here = new LocalModel(new double[n]);
        there = new LocalModel(new double[n]);
    }

    /** Writes the next candidate to point; false if the filter refuses it to the last. */
    boolean ask(
            Memory memory,
            Interpolation known,
            Corrector corrector,
            RandomStream random,
            CandidateFilter filter,
            double[] point) {
        if (corrections != IDLE) {
            System.arraycopy(here.u(), 0, point, 0, point.length);
            if (corrector.correct(here, point) && refine(here, known, corrector, filter, point)) return true;
            corrections = IDLE;
        }
        for (int draw = 0; draw < patience; draw++) {
            int origin = memory.pick(random);
            memory.tried(origin);
            double length = gait.leastStep + (gait.greatestStep - gait.leastStep) * random.nextDouble();
            if (corrector.step(memory.point(origin), length, random, point)
                    && refine(memory.point(origin), known, corrector, filter, point)) {
                here.take(memory.point(origin));
                corrections = 0;
                patience = Math.min(2 * patience, gait.draws);
                return true;
            }
        }
        patience = Math.min(Math.max(LEAST_DRAWS, patience / 2), gait.draws);
        LocalModel origin = memory.point(memory.pick(random)); // a step that nothing is predicted of: still a new point
        for (int i = 0; i < point.length; i++) {
            double step = gait.leastStep * (2 * random.nextDouble() - 1);
            point[i] = Math.max(0, Math.min(1, origin.u()[i] + step));
        }
        here.take(origin);
        corrections = 0;
        return filter.accepts(point, 0);
    }

    /** Corrects a candidate by what is known near it; false if that leads too far, or into what the filter refuses. */
    private boolean refine(
            LocalModel base, Interpolation known, Corrector corrector, CandidateFilter filter, double[] point) {
        if (!filter.accepts(point, 0)) return false;
        known.around(point);
        for (int i = 0; i < REFINEMENTS; i++) {
            known.values(base, point, there);
            if (there.excess() == 0) break;
            known.slopes(base, there);
            if (!corrector.correct(there, point)) return false;
        }
        return filter.accepts(point, 0);
    }

    /**
     * What became of the candidate.
     *
     * @param asked  all candidates; its own from {@code offset} on
     * @param cost   its fitness, infinite if it failed
     * @param commonness how common it is by what it is and by where it lies
     * @param slacks of all candidates; its own from {@code at} on
     */
    void tell(
            Memory memory,
            Interpolation known,
            double[] asked,
            int offset,
            double cost,
            double commonness,
            double[] slacks,
            int at) {
        if (corrections == IDLE) return;
        double before = corrections == 0 ? Double.POSITIVE_INFINITY : here.excess();
        if (cost == Double.POSITIVE_INFINITY) {
            corrections = IDLE;
            return;
        }
        here.move(asked, offset, slacks, at);
        known.add(here);
        if (cost < 1) {
            memory.add(here, commonness);
            corrections = IDLE;
        } else {
            double excess = here.excess();
            corrections = excess > 0 && excess < before && corrections < gait.corrections ? corrections + 1 : IDLE;
        }
    }

    @Override
    public void save(StateOutput out) {
        out.put("corrections", corrections);
        if (patience != gait.draws) out.put("patience", patience); // states of before it was lost have none
        if (corrections != IDLE) out.put("here", here);
    }

    @Override
    public void restore(StateInput in) {
        corrections = in.getInt("corrections");
        patience = in.isNext("patience") ? in.getInt("patience") : gait.draws;
        if (corrections != IDLE) in.get("here", here);
    }
}
