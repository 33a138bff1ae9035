package thetascan.objective;

import java.lang.reflect.Array;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import thetascan.optimiser.Needs;
import thetascan.point.PointRow;
import thetascan.point.PointStatus;
import thetascan.state.Persistent;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/**
 * What became of the candidates of one batch: slim flat columns for all of them, whole rows only for points that are
 * wanted. Candidate i belongs to whoever judges it, so several threads may fill one batch.
 */
public final class Judgements implements Persistent {

    private static final byte NOT_EVALUATED = -1;
    private static final PointStatus[] STATUSES = PointStatus.values();

    private final int count;
    private final int words;
    private final Needs needs;
    private final int vectorLength;
    private final int logCount;
    private final byte[] status;
    private final double[] ranks;
    private final double[] costs;
    private final long[] unsatisfied;
    private final long[] open;
    private final double[] vectors;
    private final double[] logs;
    private final @Nullable PointRow[] rows;

    Judgements(int count, int constraints, Needs needs, int vectorLength, int logCount) {
        this.count = count;
        this.needs = needs;
        this.vectorLength = vectorLength;
        this.logCount = logCount;
        words = (constraints + Long.SIZE - 1) / Long.SIZE;
        status = new byte[count];
        Arrays.fill(status, NOT_EVALUATED);
        ranks = new double[count];
        costs = new double[count];
        unsatisfied = new long[count * words];
        open = new long[count * words];
        vectors = new double[count * vectorLength];
        logs = new double[count * logCount];
        rows = new PointRow[count];
    }

    /**
     * Number of candidates.
     *
     * @return 0 or more
     */
    public int count() {
        return count;
    }

    /**
     * Null if the candidate was not evaluated.
     *
     * @param i candidate
     * @return null if it was not judged
     */
    public @Nullable PointStatus status(int i) {
        return status[i] == NOT_EVALUATED ? null : STATUSES[status[i]];
    }

    /**
     * True if the candidate was evaluated and the calculation did not break.
     *
     * @param i candidate
     * @return false if it was not judged or failed
     */
    public boolean isRanked(int i) {
        return status[i] == PointStatus.VALID.ordinal() || status[i] == PointStatus.INVALID.ordinal();
    }

    /**
     * What an invalid candidate's fitness exceeds 1 by, whatever its generation: Σ C/(C+s), or Σ ln(1+C).
     *
     * @param i candidate
     * @return 0 or more
     */
    public double rank(int i) {
        return ranks[i];
    }

    /**
     * Sum of the raw violations of the applied constraints.
     *
     * @param i candidate
     * @return 0 or more
     */
    public double cost(int i) {
        return costs[i];
    }

    /**
     * True if constraint k applies and is not satisfied by candidate i.
     *
     * @param i candidate
     * @param k constraint
     * @return true if it is one reason why the candidate is not valid
     */
    public boolean vetoes(int i, int k) {
        return (unsatisfied[i * words + k / Long.SIZE] >>> k & 1) != 0;
    }

    /**
     * Adds to each constraint's count the number of candidates it vetoes.
     *
     * @param counts one number a constraint, added to
     */
    public void countVetoes(long[] counts) {
        for (int i = 0; i < count; i++) {
            for (int w = 0; w < words; w++) {
                for (long bits = unsatisfied[i * words + w]; bits != 0; bits &= bits - 1) {
                    counts[w * Long.SIZE + Long.numberOfTrailingZeros(bits)]++;
                }
            }
        }
    }

    /**
     * Number of constraints that veto candidate i.
     *
     * @param i candidate
     * @return number of constraints
     */
    public int vetoes(int i) {
        int vetoes = 0;
        for (int w = i * words; w < (i + 1) * words; w++) {
            vetoes += Long.bitCount(unsatisfied[w]);
        }
        return vetoes;
    }

    /**
     * The constraints that candidate i, an invalid one, is not known to meet: those that veto it and those it was not
     * tested on.
     *
     * @param constraints receives them in rising order
     * @param i candidate
     * @return how many
     */
    public int unmet(int i, int[] constraints) {
        int found = 0;
        for (int w = 0; w < words; w++) {
            for (long bits = unsatisfied[i * words + w] | open[i * words + w]; bits != 0; bits &= bits - 1) {
                constraints[found++] = w * Long.SIZE + Long.numberOfTrailingZeros(bits);
            }
        }
        return found;
    }

    /**
     * The whole row of a valid or failed candidate, or of an invalid one that was asked for; otherwise null.
     *
     * @param i candidate
     * @return null if it was not asked for
     */
    public @Nullable PointRow row(int i) {
        return rows[i];
    }

    /**
     * Row-major values for the optimiser, see {@link Objective#vectorLength}.
     *
     * @return row-major, a row for each candidate
     */
    public double[] vectors() {
        return vectors;
    }

    Needs needs() {
        return needs;
    }

    /** Where the values of candidate i begin among {@link #vectors}. */
    int vectorStart(int i) {
        return i * vectorLength;
    }

    double[] ranks() {
        return ranks;
    }

    int logCount() {
        return logCount;
    }

    double log(int i, int k) {
        return logs[i * logCount + k];
    }

    /**
     * Declares an evaluated candidate broken after all, for a reason found outside the calculation.
     *
     * @param i candidate
     * @param reason what broke, for people
     */
    public void fail(int i, String reason) {
        PointRow row = rows[i];
        status[i] = (byte) PointStatus.FAILED.ordinal();
        if (row != null) {
            rows[i] =
                    new PointRow(row.theta(), row.observables(), row.violations(), row.statuses(), row.cost(), reason);
        }
    }

    void set(int i, PointStatus verdict, double rank, double cost, @Nullable PointRow row) {
        status[i] = (byte) verdict.ordinal();
        ranks[i] = rank;
        costs[i] = cost;
        rows[i] = row;
    }

    void veto(int i, int k) {
        unsatisfied[i * words + k / Long.SIZE] |= 1L << k;
    }

    /** Constraint k applies, but what it needs was not computed for candidate i. */
    void leaveOpen(int i, int k) {
        open[i * words + k / Long.SIZE] |= 1L << k;
    }

    void setLog(int i, int k, double value) {
        logs[i * logCount + k] = value;
    }

    /**
     * Takes over the verdicts on a part of this batch, as judged elsewhere: candidate j there is {@code first + j} here.
     *
     * @param part verdicts on some of the candidates
     * @param first place of the first of them here
     */
    public void insert(Judgements part, int first) {
        System.arraycopy(part.status, 0, status, first, part.count);
        System.arraycopy(part.ranks, 0, ranks, first, part.count);
        System.arraycopy(part.costs, 0, costs, first, part.count);
        System.arraycopy(part.unsatisfied, 0, unsatisfied, first * words, part.count * words);
        System.arraycopy(part.open, 0, open, first * words, part.count * words);
        System.arraycopy(part.vectors, 0, vectors, first * vectorLength, part.count * vectorLength);
        System.arraycopy(part.logs, 0, logs, first * logCount, part.count * logCount);
        System.arraycopy(part.rows, 0, rows, first, part.count);
    }

    /**
     * The verdict on one candidate.
     *
     * @param i candidate
     * @return a batch of this one alone, to be {@linkplain #insert inserted} elsewhere
     */
    public Judgements part(int i) {
        Judgements part = new Judgements(1, words * Long.SIZE, needs, vectorLength, logCount);
        part.status[0] = status[i];
        part.ranks[0] = ranks[i];
        part.costs[0] = costs[i];
        System.arraycopy(unsatisfied, i * words, part.unsatisfied, 0, words);
        System.arraycopy(open, i * words, part.open, 0, words);
        System.arraycopy(vectors, i * vectorLength, part.vectors, 0, vectorLength);
        System.arraycopy(logs, i * logCount, part.logs, 0, logCount);
        part.rows[0] = rows[i];
        return part;
    }

    /** Writes the verdicts; {@link #restore} reads them into a batch of the same shape. */
    @Override
    public void save(StateOutput out) {
        out.put("status", status).put("ranks", ranks).put("costs", costs).put("unsatisfied", unsatisfied);
        out.put("open", open);
        out.put("vectors", vectors).put("logs", logs);
        for (int i = 0; i < count; i++) {
            PointRow row = rows[i];
            if (row != null) {
                out.put("row", i);
                row.save(out);
            }
        }
        out.put("row", -1);
    }

    @Override
    public void restore(StateInput in) {
        copy(in.getBytes("status"), status);
        copy(in.getDoubles("ranks"), ranks);
        copy(in.getDoubles("costs"), costs);
        copy(in.getLongs("unsatisfied"), unsatisfied);
        copy(in.getLongs("open"), open);
        copy(in.getDoubles("vectors"), vectors);
        copy(in.getDoubles("logs"), logs);
        Arrays.fill(rows, null);
        for (int i = in.getInt("row"); i >= 0; i = in.getInt("row")) {
            rows[i] = PointRow.read(in);
        }
    }

    @SuppressWarnings("SuspiciousSystemArraycopy") // arrays of one type, the callers' business
    private static void copy(Object from, Object to) {
        int length = Array.getLength(from);
        if (length != Array.getLength(to)) {
            throw new IllegalArgumentException(
                    "judgements: " + length + " values for a batch of " + Array.getLength(to));
        }
        System.arraycopy(from, 0, to, 0, length);
    }
}
