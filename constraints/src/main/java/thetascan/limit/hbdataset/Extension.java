package thetascan.limit.hbdataset;

import thetascan.constraint.Fields;
import thetascan.limit.CascadeRate;
import thetascan.limit.SmLikeDecays;

/** What a limit file says beyond the HBDataset layout, in its key "extension" (see {@code docs/limits.md}). */
record Extension(
        Combine combine,
        double window,
        double massTolerance,
        double minimumMassGap,
        ClampWidth clampWidth,
        double smLikeDecays) {

    /** How particles are taken together. */
    enum Combine {
        /** As HiggsTools does: sets of particles within the mass resolution. */
        CLUSTERS,
        /** Each particle, and each daughter, by itself, within the grid. */
        SINGLE,
        /** Each particle with all others within the mass resolution of it. */
        NEIGHBOURS,
        /** Daughters within a window are added, the limit is the mother's alone. */
        WINDOW,
        /** The daughter is the scalar nearest to the one daughter mass, the limit is the mother's alone. */
        OBSERVED_HIGGS
    }

    /** At which ends of the width axis widths beyond it count as the end. */
    enum ClampWidth {
        NEITHER,
        UPPER,
        BOTH
    }

    private static final Extension NONE = new Extension(
            Combine.CLUSTERS, 0, 0, Double.NEGATIVE_INFINITY, ClampWidth.NEITHER, Double.POSITIVE_INFINITY);

    static Extension read(Fields file) {
        if (!file.has("extension")) {
            return NONE;
        }
        Fields f = file.object("extension");
        f.allow("combine", "window", "massTolerance", "minimumMassGap", "clampWidth", "smLikeDecays");
        Combine combine = combine(f);
        boolean needsWindow = combine == Combine.WINDOW || combine == Combine.OBSERVED_HIGGS;
        return new Extension(
                combine,
                needsWindow ? f.number("window") : 0,
                f.number("massTolerance", NONE.massTolerance),
                f.number("minimumMassGap", NONE.minimumMassGap),
                clampWidth(f),
                f.number("smLikeDecays", NONE.smLikeDecays));
    }

    private static Combine combine(Fields f) {
        String text = f.text("combine", "clusters");
        return switch (text) {
            case "clusters" -> Combine.CLUSTERS;
            case "single" -> Combine.SINGLE;
            case "neighbours" -> Combine.NEIGHBOURS;
            case "window" -> Combine.WINDOW;
            case "observedHiggs" -> Combine.OBSERVED_HIGGS;
            default ->
                throw f.error(
                        "combine", "'" + text + "' is none of clusters, single, neighbours, window, observedHiggs.");
        };
    }

    private static ClampWidth clampWidth(Fields f) {
        String text = f.text("clampWidth", "neither");
        return switch (text) {
            case "neither" -> ClampWidth.NEITHER;
            case "upper" -> ClampWidth.UPPER;
            case "both" -> ClampWidth.BOTH;
            default -> throw f.error("clampWidth", "'" + text + "' is none of neither, upper, both.");
        };
    }

    boolean isMothersAlone() {
        return combine == Combine.WINDOW || combine == Combine.OBSERVED_HIGGS;
    }

    boolean clampsNarrowWidths() {
        return clampWidth == ClampWidth.BOTH;
    }

    boolean clampsBroadWidths() {
        return clampWidth != ClampWidth.NEITHER;
    }

    CascadeRate.Daughters daughters(double mass) {
        return combine == Combine.WINDOW
                ? new CascadeRate.Daughters.Near(mass, window)
                : new CascadeRate.Daughters.ObservedHiggs(mass, window, new SmLikeDecays(smLikeDecays));
    }
}
