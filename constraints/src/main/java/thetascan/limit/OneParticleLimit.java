package thetascan.limit;

import org.jspecify.annotations.Nullable;

/** A limit on the rate of one particle, or of particles too close in mass to be told apart, over its mass (and width). */
public final class OneParticleLimit extends Limit {

    /**
     * The width as a second axis.
     *
     * @param lowest   narrowest width the limit applies to, in units of the axis; at the axis' end beyond it
     * @param highest  broadest width
     * @param scale    what the axis shows, Γ [GeV] or Γ/m
     */
    public record WidthAxis(double lowest, double highest, Scale scale) {

        /** What the axis shows. */
        public enum Scale {
            /** The width Γ [GeV]. */
            GEV,
            /** The width over the mass, Γ/m. */
            RELATIVE_TO_MASS
        }

        double of(double width, double mass) {
            return scale == Scale.RELATIVE_TO_MASS ? width / mass : width;
        }

        boolean excludes(double width) {
            return width < lowest || width > highest;
        }
    }

    private final Particle.@Nullable Charge charge;
    private final Rate rate;
    private final @Nullable ProductionChannels normalization;
    private final Grouping grouping;
    private final MassRange masses;
    private final @Nullable WidthAxis width;
    private final Table table;
    private final @Nullable Ceiling ceiling;

    /**
     * A limit of its parts.
     *
     * @param source        where it comes from
     * @param charge        of the particle; null if either
     * @param rate          what is compared
     * @param normalization whose reference the rate is divided by; null for none
     * @param grouping      how particles too close to be told apart are added
     * @param masses        where it applies
     * @param width         the second axis of the table; null for none
     * @param table         the limits over mass [GeV] and width
     */
    public OneParticleLimit(
            LimitSource source,
            Particle.@Nullable Charge charge,
            Rate rate,
            @Nullable ProductionChannels normalization,
            Grouping grouping,
            MassRange masses,
            @Nullable WidthAxis width,
            Table table) {
        super(source);
        this.charge = charge;
        this.rate = rate;
        this.normalization = normalization;
        this.grouping = grouping;
        this.masses = masses;
        this.width = width;
        this.table = table;
        ceiling = ceiling(charge, rate, normalization, grouping, masses, table);
    }

    private static @Nullable Ceiling ceiling(
            Particle.@Nullable Charge charge,
            Rate rate,
            @Nullable ProductionChannels normalization,
            Grouping grouping,
            MassRange masses,
            Table table) {
        Ceiling.Cascade cascade = null;
        Rate bare = rate;
        double seen = 1;
        if (rate instanceof CascadeRate of) {
            cascade = of.cascade();
            bare = of.production();
            if (cascade == null) {
                return null;
            }
        }
        if (bare instanceof ProductionChannels channels) {
            seen = channels.mostAcceptance();
        }
        Particle.CP parity = grouping.conditions().stream()
                .filter(Condition.Parity.class::isInstance)
                .map(each -> ((Condition.Parity) each).cp())
                .findFirst()
                .orElse(null);
        MassResolution reach = grouping instanceof Grouping.Clusters clusters ? clusters.resolution() : null;
        float[] perRate = MassBin.perRate(table, masses, MassResolution.EXACT, seen);
        float[] together = reach == null ? perRate : MassBin.perRate(table, masses, reach, seen);
        return new Ceiling(
                charge, parity, bare, cascade, normalization, reach, Ceiling.Gives.TO_NOBODY_ELSE, perRate, together);
    }

    @Override
    @Nullable
    Ceiling ceiling() {
        return ceiling;
    }

    @Override
    boolean needsInvisible() {
        return rate.needsInvisible()
                || normalization != null && normalization.needsInvisible()
                || grouping.needsInvisible();
    }

    @Override
    void apply(Predictions p, Selection selection, int who, int with) {
        if (grouping instanceof Grouping.Single single) {
            applyToEach(p, selection, who, single);
        } else {
            applyToGroups(p, selection, who, with);
        }
    }

    private void applyToEach(Predictions p, Selection selection, int who, Grouping.Single single) {
        for (int i : selection.particles(charge)) {
            if ((who >> i & 1) == 0 || masses.excludes(p.mass[i])) {
                continue;
            }
            double r = rate.of(p, i);
            if (!(r <= 0) && !unfit(p, i) && single.holds(p, 1 << i)) {
                compare(selection, 1 << i, normalized(p, i, r), p.mass[i], p.width[i]);
            }
        }
    }

    private void applyToGroups(Predictions p, Selection selection, int who, int with) {
        int candidates = 0;
        for (int i : selection.particles(charge)) {
            if ((with >> i & 1) == 0 || masses.excludes(p.mass[i])) {
                continue;
            }
            double r = rate.of(p, i);
            selection.rates[i] = r;
            if (!(r <= grouping.smallestRate()) && !unfit(p, i)) {
                candidates |= 1 << i;
            }
        }
        int count = candidates == 0 ? 0 : grouping.groups(p, candidates, selection.firstGroups);
        for (int g = 0; g < count; g++) {
            if ((selection.firstGroups[g] & who) != 0) {
                add(p, selection, selection.firstGroups[g]);
            }
        }
    }

    private boolean unfit(Predictions p, int i) {
        return width != null && width.excludes(width.of(p.width[i], p.mass[i]))
                || normalization != null && !(normalization.ofReference(p, i) > 0);
    }

    private double normalized(Predictions p, int i, double rate) {
        return normalization == null ? rate : rate / normalization.ofReference(p, i);
    }

    /** Rates add up; mass, width and reference are means weighted with them. */
    private void add(Predictions p, Selection selection, int group) {
        int some = Integer.numberOfTrailingZeros(group);
        double sum = 0;
        double heavier = 0;
        double broader = 0;
        double reference = 0;
        for (int rest = group; rest != 0; rest &= rest - 1) {
            int i = Integer.numberOfTrailingZeros(rest);
            double r = selection.rates[i];
            sum += r;
            heavier += r * (p.mass[i] - p.mass[some]);
            broader += r * (p.width[i] - p.width[some]);
            reference += normalization == null ? r : r * normalization.ofReference(p, i);
        }
        // As one member's value plus the mean distance from it: exact for a particle by itself.
        double mass = p.mass[some] + heavier / sum;
        double width = p.width[some] + broader / sum;
        compare(selection, group, normalization == null ? sum : sum * sum / reference, mass, width);
    }

    private void compare(Selection selection, int group, double rate, double mass, double gamma) {
        if (!(rate < Double.POSITIVE_INFINITY)) {
            selection.breaks(group);
            return;
        }
        double second = width == null ? 0 : width.of(gamma, mass);
        double expected = rate / limit(LimitKind.EXPECTED, mass, second);
        if (selection.improves(group, expected)) {
            selection.take(group, expected, rate / limit(LimitKind.OBSERVED, mass, second));
        }
    }

    private double limit(LimitKind kind, double mass, double second) {
        return width == null ? table.at(kind, mass) : table.at(kind, mass, second);
    }
}
