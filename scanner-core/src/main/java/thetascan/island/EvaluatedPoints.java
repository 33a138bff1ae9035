package thetascan.island;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import thetascan.objective.Judgements;
import thetascan.objective.Objective;
import thetascan.optimiser.Needs;
import thetascan.point.PointStatus;
import thetascan.state.Persistent;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/**
 * The points an island evaluated, the latest {@value #MEMORY}: by a hash of their inputs, bit for bit. Where points are dear it
 * holds the verdicts too, so that none is evaluated twice; where they are cheap it knows the valid ones alone, which are
 * counted and kept once. Islands share no points but by chance: each draws from a stream of its own.
 */
final class EvaluatedPoints implements Persistent {

    /** So many of the latest points are remembered. */
    static final int MEMORY = 2000;

    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private final Objective objective;
    private final Needs needs;
    private final boolean dear;
    /** By hash, the one asked for last behind all others; null where no verdict is known. */
    private final Map<Long, @Nullable Judgements> verdicts = new LinkedHashMap<>(16, 0.75f, true);

    /** @param dear true if points are not to be evaluated again */
    EvaluatedPoints(Objective objective, Needs needs, boolean dear) {
        this.objective = objective;
        this.needs = needs;
        this.dear = dear;
    }

    /** Names the point thetas[from .. from+size), −0 as 0. */
    static long hash(double[] thetas, int from, int size) {
        long hash = size;
        for (int i = from; i < from + size; i++) {
            hash = (hash ^ Double.doubleToLongBits(thetas[i] + 0.0)) * FACTOR;
            hash ^= hash >>> 32;
        }
        return hash * FACTOR;
    }

    /**
     * Whether a candidate is to be evaluated: not if it was before, or is about to be.
     *
     * @param hash of a candidate; it is expected to be judged if the answer is yes
     */
    boolean wants(long hash) {
        if (!dear) return true;
        if (verdicts.containsKey(hash)) return false;
        put(hash, null);
        return true;
    }

    /** The verdict on a point; null if there is none. */
    @Nullable
    Judgements verdict(long hash) {
        return verdicts.get(hash);
    }

    /**
     * Remembers a point that was judged.
     *
     * @param i candidate there
     * @return false if it was judged before
     */
    boolean add(long hash, Judgements judgements, int i) {
        if (dear) {
            boolean isNew = verdicts.get(hash) == null;
            put(hash, judgements.part(i));
            return isNew;
        }
        if (judgements.status(i) != PointStatus.VALID) return true;
        boolean isNew = !verdicts.containsKey(hash);
        put(hash, null);
        return isNew;
    }

    private void put(long hash, @Nullable Judgements verdict) {
        verdicts.put(hash, verdict);
        if (verdicts.size() > MEMORY)
            verdicts.remove(verdicts.keySet().iterator().next());
    }

    @Override
    public void save(StateOutput out) {
        long[] hashes = new long[verdicts.size()];
        byte[] judged = new byte[hashes.length];
        int count = 0;
        for (Map.Entry<Long, @Nullable Judgements> each : verdicts.entrySet()) {
            judged[count] = (byte) (each.getValue() == null ? 0 : 1);
            hashes[count++] = each.getKey();
        }
        out.put("hashes", hashes).put("judged", judged);
        for (Judgements verdict : verdicts.values()) {
            if (verdict != null) out.put("verdict", verdict);
        }
    }

    @Override
    public void restore(StateInput in) {
        verdicts.clear();
        long[] hashes = in.getLongs("hashes");
        byte[] judged = in.getBytes("judged");
        for (int i = 0; i < hashes.length; i++) {
            Judgements verdict = judged[i] == 0 ? null : objective.judgements(1, needs);
            if (verdict != null) in.get("verdict", verdict);
            verdicts.put(hashes[i], verdict);
        }
    }
}
