package thetascan.higgs;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import thetascan.limit.LimitSet;
import thetascan.limit.hbdataset.HbDataset;

/** The search limits of a model: those that come with the program, or others. Immutable. */
public final class SearchLimits {

    private static final class Shipped {

        private static final LimitSet LIMITS = HbDataset.shipped();

        private static LimitSet limits() {
            return LIMITS;
        }
    }

    private final Supplier<LimitSet> limits;
    private final List<String> legend;

    private SearchLimits(Supplier<LimitSet> limits, List<String> labels) {
        this.limits = limits;
        List<String> codes = new ArrayList<>(labels);
        codes.add(0, "none");
        legend = List.copyOf(codes);
    }

    /** {@return those that come with the program, read when they are first asked for and not by those who only want names} */
    public static SearchLimits shipped() {
        return new SearchLimits(Shipped::limits, HbDataset.shippedLabels());
    }

    /**
     * Others.
     *
     * @param limits a collection in the HBDataset layout for instance
     * @return these
     */
    public static SearchLimits of(LimitSet limits) {
        List<String> labels =
                limits.limits().stream().map(limit -> limit.source().label()).toList();
        return new SearchLimits(() -> limits, labels);
    }

    /** {@return the limits themselves} */
    public LimitSet get() {
        return limits.get();
    }

    /** {@return what the codes of selected limits mean} */
    public List<String> legend() {
        return legend;
    }
}
