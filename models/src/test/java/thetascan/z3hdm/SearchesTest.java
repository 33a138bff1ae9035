package thetascan.z3hdm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import thetascan.higgs.Searches;
import thetascan.higgs.Worst;
import thetascan.limit.AppliedLimit;
import thetascan.limit.hbdataset.HbDataset;
import thetascan.z3hdm.ReferencePoints.Point;

/** Search limits of the model's predictions, against HiggsBounds-5.10.1 and an independent small version of it. */
class SearchesTest {

    private final Searches searches = new Searches(Scalars.SECTOR, Scalars.CHANNELS, HbDataset.shipped());
    private final Parts parts = new Parts();

    private void evaluate(Point point) {
        Parts p = parts.at(point);
        searches.evaluate(p.spectrum, p.couplings, p.loops, p.widths, p.top, p.production);
    }

    /** In the reference limits carry the number of HiggsBounds, with leading zeros and marks of its tables. */
    private static String label(String reference) {
        String[] words = reference.replace("2016_", "").replace("_llh", "").split("_");
        return words[0] + "_" + Long.parseLong(words[1]);
    }

    /** The most sensitive limit of each scalar by the independent program is applied here too, with the same ratios. */
    @Test
    void ratiosAreThoseOfTheIndependentProgram() {
        Worst expected = new Worst("expected ratios, relative");
        Worst observed = new Worst("observed ratios, relative");
        List<String> missing = new ArrayList<>();
        for (Point point : ReferencePoints.all()) {
            evaluate(point);
            List<AppliedLimit> applied = searches.engine().explain(searches.predictions());
            for (String state : Scalars.NAMES) {
                JsonNode selected = point.node("hblite", state);
                if (selected.isNull()) continue;
                String label = label(selected.get(2).textValue());
                double expectedRatio = selected.get(0).doubleValue();
                AppliedLimit match = applied.stream()
                        .filter(each -> each.limit().source().label().equals(label))
                        .filter(each -> each.particles().stream()
                                .anyMatch(particle -> particle.name().equals(state)))
                        .min(java.util.Comparator.comparingDouble(
                                each -> Math.abs(each.expectedRatio() - expectedRatio)))
                        .orElse(null);
                String place = point + " " + state + " " + label;
                if (match == null) {
                    missing.add(place);
                    continue;
                }
                expected.add(place, match.expectedRatio(), expectedRatio, expectedRatio);
                observed.add(
                        place,
                        match.observedRatio(),
                        selected.get(1).doubleValue(),
                        selected.get(1).doubleValue());
            }
        }
        assertThat(missing).isEmpty();
        // branching ratios into virtual particles are tabulated
        expected.isWithin(5e-4);
        observed.isWithin(5e-4);
    }

    @Test
    void decisionsAreThoseOfHiggsBounds() {
        List<String> different = new ArrayList<>();
        for (Point point : ReferencePoints.published()) {
            evaluate(point);
            boolean allowed = DoubleStream.of(searches.ratio).allMatch(ratio -> ratio <= 1);
            if (allowed != point.flag("higgsbounds5", "allowed")) {
                different.add(point + " " + java.util.Arrays.toString(searches.ratio));
            }
        }
        if (Boolean.getBoolean("thetascan.deviations")) different.forEach(System.out::println);
        assertThat(different).as("points decided differently").hasSizeLessThanOrEqualTo(4);
    }
}
