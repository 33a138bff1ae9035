package thetascan.island;

import java.util.ArrayList;
import java.util.List;
import thetascan.archive.Harvest;
import thetascan.metrics.Coverage;
import thetascan.point.FoundPoint;
import thetascan.search.SearchSetup;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;
import thetascan.tally.Tally;

/**
 * What one island brings back from a round.
 *
 * @param island      its index
 * @param tally       counts of the round
 * @param evaluations points evaluated in each generation that was done
 * @param firstValid  {generation of the round, points evaluated in it up to and including the point} of the first
 *                    valid point; empty if there was none
 * @param points      points to keep, in the order they were asked
 * @param sample      invalid points that may enter the sample
 * @param distinct    box coordinates of every stride-th valid point
 * @param landings    box coordinates of the first valid points of starts from anywhere
 * @param harvest     what goes into the archive
 * @param coverage    cells of the round's valid points
 */
public record RoundResult(
        int island,
        Tally tally,
        long[] evaluations,
        long[] firstValid,
        List<FoundPoint> points,
        List<SampledPoint> sample,
        List<double[]> distinct,
        List<double[]> landings,
        Harvest harvest,
        Coverage coverage) {

    /**
     * Copies the lists.
     *
     * @param island its index
     * @param tally counts of the round
     * @param evaluations points evaluated in each generation that was done
     * @param firstValid {generation of the round, points evaluated in it up to and including the point} of the first
     *     valid point; empty if there was none
     * @param points points to keep, in the order they were asked
     * @param sample invalid points that may enter the sample
     * @param distinct box coordinates of every stride-th valid point
     * @param landings box coordinates of the first valid points of starts from anywhere
     * @param harvest what goes into the archive
     * @param coverage cells of the round's valid points
     */
    public RoundResult {
        points = List.copyOf(points);
        sample = List.copyOf(sample);
        distinct = List.copyOf(distinct);
        landings = List.copyOf(landings);
    }

    /**
     * The same with other points to keep.
     *
     * @param others points to keep
     * @return all else as it is
     */
    public RoundResult withPoints(List<FoundPoint> others) {
        return new RoundResult(
                island, tally, evaluations, firstValid, others, sample, distinct, landings, harvest, coverage);
    }

    /**
     * The result as bytes; {@link #of} is the inverse.
     *
     * @return the result in a form of our own, equal on every machine
     */
    public byte[] toByteArray() {
        StateOutput out = new StateOutput();
        out.put("island", island)
                .put("tally", tally)
                .put("evaluations", evaluations)
                .put("firstValid", firstValid);
        FoundPoint.saveAll(points, out);
        out.put("sample", sample.size());
        for (SampledPoint sampled : sample) {
            out.put("ticket", sampled.ticket());
            sampled.point().save(out);
        }
        out.put("distinct", distinct.size());
        distinct.forEach(box -> out.put("box", box));
        out.put("landings", landings.size());
        landings.forEach(box -> out.put("box", box));
        harvest.save(out);
        out.put("coverage", coverage);
        return out.toByteArray();
    }

    /**
     * Reads a result.
     *
     * @param bytes what {@link #toByteArray} wrote
     * @param setup of the scan the result belongs to
     * @return the result
     */
    public static RoundResult of(byte[] bytes, SearchSetup setup) {
        StateInput in = new StateInput(bytes);
        int island = in.getInt("island");
        Tally tally = new Tally(setup.constraints().size());
        in.get("tally", tally);
        long[] evaluations = in.getLongs("evaluations");
        long[] firstValid = in.getLongs("firstValid");
        List<FoundPoint> points = FoundPoint.readAll(in);
        List<SampledPoint> sample = new ArrayList<>();
        for (int i = in.getInt("sample"); i > 0; i--) {
            sample.add(new SampledPoint(in.getLong("ticket"), FoundPoint.read(in)));
        }
        List<double[]> distinct = new ArrayList<>();
        for (int i = in.getInt("distinct"); i > 0; i--) {
            distinct.add(in.getDoubles("box"));
        }
        List<double[]> landings = new ArrayList<>();
        for (int i = in.getInt("landings"); i > 0; i--) {
            landings.add(in.getDoubles("box"));
        }
        Harvest harvest = Harvest.read(in);
        Coverage coverage = new Coverage(setup.space().dimension());
        in.get("coverage", coverage);
        return new RoundResult(
                island, tally, evaluations, firstValid, points, sample, distinct, landings, harvest, coverage);
    }
}
