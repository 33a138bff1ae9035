package thetascan.island;

import thetascan.optimiser.Candidates;
import thetascan.optimiser.Needs;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/**
 * A generation that was asked and not told yet.
 *
 * @param number  from 0, of the island
 * @param start   which start of the optimiser proposed it
 * @param batch   the candidates as points to judge
 * @param tickets numbers by which invalid points are sampled; empty if none are
 */
record Generation(long number, int start, Candidates candidates, Batch batch, long[] tickets) {

    int count() {
        return candidates.count();
    }

    void save(StateOutput out) {
        out.put("number", number).put("start", start).put("firstId", candidates.firstId());
        out.put("u", candidates.u()).put("refused", bytes(candidates.refused()));
        out.put("thetas", batch.thetas()).put("evaluate", bytes(batch.evaluate()));
        out.put("rows", bytes(batch.rows())).put("tickets", tickets);
    }

    static Generation read(StateInput in, Needs needs) {
        long number = in.getLong("number");
        int start = in.getInt("start");
        Candidates candidates =
                new Candidates(in.getLong("firstId"), in.getDoubles("u"), flags(in.getBytes("refused")));
        Batch batch =
                new Batch(in.getDoubles("thetas"), flags(in.getBytes("evaluate")), flags(in.getBytes("rows")), needs);
        return new Generation(number, start, candidates, batch, in.getLongs("tickets"));
    }

    private static byte[] bytes(boolean[] flags) {
        byte[] bytes = new byte[flags.length];
        for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) (flags[i] ? 1 : 0);
        return bytes;
    }

    private static boolean[] flags(byte[] bytes) {
        boolean[] flags = new boolean[bytes.length];
        for (int i = 0; i < flags.length; i++) flags[i] = bytes[i] == 1;
        return flags;
    }
}
