package thetascan.limit;

import org.jspecify.annotations.Nullable;

/**
 * A limit over the masses of two particles that both take part: a mother and its daughter (or its two equal daughters),
 * or two particles produced together.
 */
public final class TwoParticleLimit extends Limit {

    /**
     * One of the two.
     *
     * @param charge   null if either
     * @param grouping how those too close to be told apart are added
     * @param masses   where the limit applies
     */
    public record Role(Particle.@Nullable Charge charge, Grouping grouping, MassRange masses) {}

    /** How the two masses are to relate. */
    public sealed interface Relation {

        /**
         * Whether two masses relate so.
         *
         * @param first  mass of the first [GeV]
         * @param second mass of the second [GeV]
         * @return true if the limit applies
         */
        boolean holds(double first, double second);

        /** Any two masses. */
        record Free() implements Relation {
            @Override
            public boolean holds(double first, double second) {
                return true;
            }
        }

        /**
         * The first is heavier.
         *
         * @param gap by at least this [GeV]
         */
        record Heavier(double gap) implements Relation {
            @Override
            public boolean holds(double first, double second) {
                return first >= second + gap;
            }
        }

        /**
         * The two are equal within their resolutions.
         *
         * @param resolution of the first
         * @param other      of the second
         */
        record Equal(MassResolution resolution, MassResolution other) implements Relation {
            @Override
            public boolean holds(double first, double second) {
                return Math.abs(first - second) <= resolution.at(first) + other.at(second);
            }
        }
    }

    private final PairRate rate;
    private final Role first;
    private final Role second;
    private final Relation relation;
    private final Table table;
    private final @Nullable Ceiling ceiling;

    /**
     * A limit of its parts.
     *
     * @param source   where it comes from
     * @param rate     what is compared
     * @param first    the mother, or one of the two
     * @param second   the daughter, or the other one
     * @param relation how their masses are to relate
     * @param table    the limits over the two masses [GeV]
     */
    public TwoParticleLimit(
            LimitSource source, PairRate rate, Role first, Role second, Relation relation, Table table) {
        super(source);
        this.rate = rate;
        this.first = first;
        this.second = second;
        this.relation = relation;
        this.table = table;
        ceiling = ceiling(rate, first, second, table);
    }

    private static @Nullable Ceiling ceiling(PairRate rate, Role first, Role second, Table table) {
        boolean alone = first.grouping() instanceof Grouping.Single && second.grouping() instanceof Grouping.Single;
        if (!alone || !(rate instanceof ProducedRate produced) || !(produced.branching() instanceof DecayChain chain)) {
            return null;
        }
        ProductionChannels production = produced.production();
        float[] perRate = MassBin.perRate(table, first.masses(), MassResolution.EXACT, production.mostAcceptance());
        return new Ceiling(
                first.charge(),
                null,
                production,
                new Ceiling.Cascade(chain, second.charge(), 0, Double.POSITIVE_INFINITY),
                null,
                null,
                Ceiling.Gives.TO_DAUGHTERS,
                perRate,
                perRate);
    }

    @Override
    @Nullable
    Ceiling ceiling() {
        return ceiling;
    }

    @Override
    boolean needsInvisible() {
        return rate.needsInvisible()
                || first.grouping().needsInvisible()
                || second.grouping().needsInvisible();
    }

    @Override
    void apply(Predictions p, Selection selection, int who, int with) {
        if (first.grouping() instanceof Grouping.Single one && second.grouping() instanceof Grouping.Single other) {
            applyToEach(p, selection, who, one, other);
        } else {
            applyToGroups(p, selection);
        }
    }

    private void applyToEach(Predictions p, Selection selection, int who, Grouping.Single one, Grouping.Single other) {
        for (int a : selection.particles(first.charge())) {
            if ((who >> a & 1) == 0 || first.masses().excludes(p.mass[a])) {
                continue;
            }
            for (int b : selection.particles(second.charge())) {
                if (second.masses().excludes(p.mass[b])) {
                    continue;
                }
                double r = rate.of(p, a, b);
                if (!(r <= 0) && one.holds(p, 1 << a) && other.holds(p, 1 << b)) {
                    compare(selection, 1 << a | 1 << b, r, p.mass[a], p.mass[b]);
                }
            }
        }
    }

    private void applyToGroups(Predictions p, Selection selection) {
        int n = p.mass.length;
        int firsts = 0;
        int seconds = 0;
        for (int a : selection.particles(first.charge())) {
            if (first.masses().excludes(p.mass[a])) {
                continue;
            }
            for (int b : selection.particles(second.charge())) {
                if (second.masses().excludes(p.mass[b])) {
                    continue;
                }
                double r = rate.of(p, a, b);
                selection.rates[a * n + b] = r;
                if (!(r <= first.grouping().smallestRate())) {
                    firsts |= 1 << a;
                    seconds |= 1 << b;
                }
            }
        }
        if (firsts == 0) {
            return;
        }
        int m = first.grouping().groups(p, firsts, selection.firstGroups);
        int k = second.grouping().groups(p, seconds, selection.secondGroups);
        for (int g = 0; g < m; g++) {
            for (int h = 0; h < k; h++) {
                add(p, selection, selection.firstGroups[g], selection.secondGroups[h]);
            }
        }
    }

    private void add(Predictions p, Selection selection, int firsts, int seconds) {
        int n = p.mass.length;
        double someFirst = p.mass[Integer.numberOfTrailingZeros(firsts)];
        double someSecond = p.mass[Integer.numberOfTrailingZeros(seconds)];
        double sum = 0;
        double firstMass = 0;
        double secondMass = 0;
        for (int rest = firsts; rest != 0; rest &= rest - 1) {
            int a = Integer.numberOfTrailingZeros(rest);
            for (int other = seconds; other != 0; other &= other - 1) {
                int b = Integer.numberOfTrailingZeros(other);
                double r = selection.rates[a * n + b];
                sum += r;
                firstMass += r * (p.mass[a] - someFirst);
                secondMass += r * (p.mass[b] - someSecond);
            }
        }
        if (!(sum <= 0)) {
            compare(selection, firsts | seconds, sum, someFirst + firstMass / sum, someSecond + secondMass / sum);
        }
    }

    private void compare(Selection selection, int group, double rate, double firstMass, double secondMass) {
        if (!(rate < Double.POSITIVE_INFINITY)) {
            selection.breaks(group);
            return;
        }
        if (!relation.holds(firstMass, secondMass)) {
            return;
        }
        double expected = rate / table.at(LimitKind.EXPECTED, firstMass, secondMass);
        if (selection.improves(group, expected)) {
            selection.take(group, expected, rate / table.at(LimitKind.OBSERVED, firstMass, secondMass));
        }
    }
}
