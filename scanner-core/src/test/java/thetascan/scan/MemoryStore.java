package thetascan.scan;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import thetascan.point.FoundPoint;
import thetascan.state.StateOutput;

/** A store in memory that can be killed: points appended since the last commit are then lost. */
public class MemoryStore implements ScanStore {

    public final List<FoundPoint> committed = new ArrayList<>();
    public final List<Commit> commits = new ArrayList<>();
    private final List<FoundPoint> pending = new ArrayList<>();
    private final int commitsUntilDeath;

    public MemoryStore() {
        this(Integer.MAX_VALUE);
    }

    /** Dies when it is given anything after so many commits. */
    public MemoryStore(int commitsUntilDeath) {
        this.commitsUntilDeath = commitsUntilDeath;
    }

    /** What is left for the next run. */
    public MemoryStore survivor(int commitsUntilItsDeath) {
        MemoryStore next = new MemoryStore(commitsUntilItsDeath);
        next.committed.addAll(committed);
        next.commits.addAll(commits);
        return next;
    }

    @Override
    public Optional<byte[]> load() {
        return commits.isEmpty() ? Optional.empty() : Optional.of(last().state());
    }

    @Override
    public void append(List<FoundPoint> points) {
        live();
        pending.addAll(points);
    }

    @Override
    public void commit(Commit commit) {
        live();
        if (commit.number() != commits.size()) {
            throw new IllegalStateException("commit " + commit.number() + " after " + commits.size());
        }
        committed.addAll(pending);
        pending.clear();
        commits.add(commit);
    }

    private void live() {
        if (commits.size() == commitsUntilDeath) {
            throw new IllegalStateException("killed");
        }
    }

    @Override
    public void close() {}

    public Commit last() {
        return commits.get(commits.size() - 1);
    }

    /** Every committed point, bit by bit. */
    public List<String> points() {
        return committed.stream()
                .map(point -> {
                    StateOutput out = new StateOutput();
                    point.save(out);
                    return HexFormat.of().formatHex(out.toByteArray());
                })
                .toList();
    }
}
