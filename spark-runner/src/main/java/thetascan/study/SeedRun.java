package thetascan.study;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import thetascan.metrics.RegionMap;
import thetascan.scan.Progress;
import thetascan.scan.Stop;

/**
 * Where the scan with one seed ended.
 *
 * @param seed      of the scan
 * @param stop      why it ended
 * @param progress  what it reached
 * @param gridCells cells reached of a grid with four intervals per axis; 0 without a sample of the valid region
 * @param pieces    pieces of the valid region found, of those that the sample has; 0 if they are not known
 * @param categories valid points of each meaning of each observable that is a choice, by "observable: meaning"; only
 *                  choices of few meanings
 * @param reach     how near it came to a uniform sample of the valid region; empty if the model has none
 */
public record SeedRun(
        long seed,
        Stop stop,
        Progress progress,
        int gridCells,
        int pieces,
        Map<String, Long> categories,
        Optional<RegionMap.Reach> reach) {

    /**
     * Copies the counts.
     *
     * @param seed      of the scan
     * @param stop      why it ended
     * @param progress  what it reached
     * @param gridCells cells reached of a grid with four intervals per axis; 0 without a sample of the valid region
     * @param pieces    pieces of the valid region found, of those that the sample has; 0 if they are not known
     * @param categories valid points of each meaning of each observable that is a choice, by "observable: meaning"
     * @param reach     how near it came to a uniform sample of the valid region; empty if the model has none
     */
    public SeedRun {
        categories = Collections.unmodifiableMap(new LinkedHashMap<>(categories));
    }

    /**
     * Evaluations up to the first valid point.
     *
     * @return their number; infinite if there is none
     */
    public double firstValid() {
        return progress.firstValid() < 0 ? Double.POSITIVE_INFINITY : progress.firstValid();
    }

    /**
     * Share of the evaluated points that were valid.
     *
     * @return in [0, 1]; NaN if none was evaluated
     */
    public double validFraction() {
        return (double) progress.valid() / progress.evaluations();
    }
}
