package thetascan.limit.hbdataset;

import java.util.Arrays;
import java.util.List;
import thetascan.constraint.Fields;
import thetascan.limit.Axis;
import thetascan.limit.Condition;
import thetascan.limit.Grouping;
import thetascan.limit.LikelihoodLimit;
import thetascan.limit.MassRange;
import thetascan.limit.MassResolution;
import thetascan.limit.OneParticleLimit;
import thetascan.limit.Table;

/** Reads the key "analysis" of a limit file: grids, tables, mass resolutions. */
final class AnalysisReader {

    /** HiggsTools applies a limit to widths this part beyond the axis. */
    private static final double WIDTH_REACH = 0.1;
    /** Marks a grid point that is not covered by a search, besides null. */
    private static final double NOT_COVERED = 1e6;

    private final Fields analysis;
    private final Extension extension;

    AnalysisReader(Fields analysis, Extension extension) {
        this.analysis = analysis;
        this.extension = extension;
    }

    Fields fields() {
        return analysis;
    }

    /** The axes of the grid; refuses any other axis. */
    Axis[] grid(String... axes) {
        Fields grid = analysis.object("grid");
        grid.allow(axes);
        return Arrays.stream(axes).map(key -> axis(grid.table(key), grid, key)).toArray(Axis[]::new);
    }

    static Axis axis(double[] values, Fields where, String key) {
        try {
            return new Axis(values);
        } catch (IllegalArgumentException e) {
            throw where.error(key, String.valueOf(e.getMessage()));
        }
    }

    /** The limits over these axes. */
    Table table(Axis... axes) {
        Fields limit = analysis.object("limit");
        limit.allow("observed", "expected");
        try {
            return new Table(Arrays.asList(axes), values(limit, "expected"), values(limit, "observed"));
        } catch (IllegalArgumentException e) {
            throw limit.error(e);
        }
    }

    private static double[] values(Fields limit, String key) {
        double[] values = limit.table(key);
        for (int i = 0; i < values.length; i++) {
            if (values[i] == NOT_COVERED) {
                values[i] = Double.NaN;
            }
            if (values[i] <= 0) {
                throw limit.error(
                        key, "value " + i + " is " + values[i] + ", a limit is positive (null: not covered).");
            }
        }
        return values;
    }

    OneParticleLimit.WidthAxis widthAxis(Axis axis) {
        if (!analysis.has("relativeWidth")) {
            throw analysis.error("key 'relativeWidth' is missing.");
        }
        return new OneParticleLimit.WidthAxis(
                extension.clampsNarrowWidths() ? Double.NEGATIVE_INFINITY : (1 - WIDTH_REACH) * axis.first(),
                extension.clampsBroadWidths() ? Double.POSITIVE_INFINITY : (1 + WIDTH_REACH) * axis.last(),
                analysis.flag("relativeWidth", false)
                        ? OneParticleLimit.WidthAxis.Scale.RELATIVE_TO_MASS
                        : OneParticleLimit.WidthAxis.Scale.GEV);
    }

    /** The resolution of the one particle. */
    MassResolution resolution() {
        return analysis.has("massResolution") ? resolution(analysis.object("massResolution")) : MassResolution.EXACT;
    }

    /** The resolution of one of several particles. */
    MassResolution resolution(String role) {
        if (!analysis.has("massResolution")) {
            return MassResolution.EXACT;
        }
        Fields all = analysis.object("massResolution");
        all.allow("mother", "daughter", "firstDaughter", "secondDaughter", "firstParticle", "secondParticle");
        return all.has(role) ? resolution(all.object(role)) : MassResolution.EXACT;
    }

    private static MassResolution resolution(Fields f) {
        f.allow("absolute", "relative");
        return new MassResolution(f.number("absolute"), f.number("relative"));
    }

    Grouping grouping(MassResolution resolution, List<Condition> conditions) {
        return extension.combine() == Extension.Combine.CLUSTERS
                ? new Grouping.Clusters(resolution, conditions)
                : new Grouping.Single(conditions);
    }

    MassRange masses(Axis axis, MassResolution resolution) {
        return extension.combine() == Extension.Combine.CLUSTERS
                ? MassRange.of(axis, resolution)
                : MassRange.of(axis, extension.massTolerance());
    }

    /** One mass of a likelihood. */
    static Table likelihood(Fields where, List<Axis> axes, double[] expected, double[] observed) {
        try {
            return LikelihoodLimit.slice(axes, expected, observed);
        } catch (IllegalArgumentException e) {
            throw where.error(String.valueOf(e.getMessage()));
        }
    }
}
