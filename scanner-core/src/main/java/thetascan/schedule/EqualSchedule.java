package thetascan.schedule;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/** All islands work in every round, equally long. */
final class EqualSchedule implements Schedule {

    private final List<Turn> all;
    private final double[] shares;

    /**
     * @param team  numbers of the kinds that work; islands take them in turn
     * @param kinds number of all kinds
     */
    EqualSchedule(int islands, int generations, int[] team, int kinds) {
        shares = new double[kinds];
        IntStream.range(0, islands).forEach(i -> shares[team[i % team.length]] += 1.0 / islands);
        all = IntStream.range(0, islands)
                .mapToObj(i -> new Turn(team[i % team.length] + kinds * (i / team.length), generations))
                .sorted(Comparator.comparingInt(Turn::island))
                .toList();
    }

    @Override
    public List<Turn> next(long evaluations, boolean found) {
        return all;
    }

    @Override
    public List<Turn> everyone(long evaluations) {
        return all;
    }

    @Override
    public double[] shares() {
        return shares.clone();
    }

    @Override
    public void save(StateOutput out) {}

    @Override
    public void restore(StateInput in) {}
}
