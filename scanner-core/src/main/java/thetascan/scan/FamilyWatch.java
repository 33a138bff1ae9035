package thetascan.scan;

import java.util.Arrays;
import thetascan.archive.Archive;
import thetascan.archive.ArchivePoint;
import thetascan.family.Families;
import thetascan.family.FamilyFinder;
import thetascan.family.FamilyLocator;
import thetascan.search.SearchSetup;
import thetascan.state.Persistent;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/**
 * Looks which archived points are connected whenever the evaluations of a long scan have doubled, so that a rare family
 * gets starts of its own and a new one counts as new territory. What a look costs is a small share of the scan.
 */
final class FamilyWatch implements Persistent {

    /** Evaluations before the first look. */
    static final long FIRST = 100_000;

    /** Most evaluations of a look, and as a share of those of the scan. */
    private static final int MOST = 20_000;

    private static final double SHARE = 0.01;

    private final SearchSetup setup;
    private long next = FIRST;
    private int families;
    /** Families of the look that saw most. */
    private int most;

    FamilyWatch(SearchSetup setup) {
        this.setup = setup;
    }

    /** Families at the last look that was complete, 0 before the first: as many as a scan that ended there would find in its archive. */
    int families() {
        return families;
    }

    /**
     * Looks if it is time.
     *
     * @param evaluations of the scan
     * @return true if there are more families than ever
     */
    boolean look(Archive archive, long evaluations) {
        if (evaluations < next || archive.size() < 2) {
            return false;
        }
        next = 2 * evaluations;
        Families found = FamilyFinder.find(
                setup, archive.points().stream().map(ArchivePoint::box).toList(), (int)
                        Math.min(MOST, SHARE * evaluations));
        if (!found.complete()) {
            return false;
        }
        FamilyLocator locator = new FamilyLocator(found, setup.space());
        int[] labels = new int[archive.size()];
        Arrays.setAll(labels, i -> locator.family(archive.points().get(i).box()));
        archive.divide(labels);
        families = found.count();
        boolean more = families > most;
        most = Math.max(most, families);
        return more;
    }

    @Override
    public void save(StateOutput out) {
        out.put("next", next).put("families", families).put("most", most);
    }

    @Override
    public void restore(StateInput in) {
        next = in.getLong("next");
        families = in.getInt("families");
        most = in.isNext("most") ? in.getInt("most") : families; // earlier versions had but the most
    }
}
