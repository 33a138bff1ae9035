package thetascan.limit;

/** A limit on a mother that decays into two daughters, over their masses. All three take part. */
public final class ThreeParticleLimit extends Limit {

    private final ProductionChannels production;
    private final DecayPair decays;
    private final TwoParticleLimit.Role mother;
    private final TwoParticleLimit.Role first;
    private final TwoParticleLimit.Role second;
    private final TwoParticleLimit.Relation daughters;
    private final Table table;

    /**
     * A limit of its parts.
     *
     * @param source     where it comes from
     * @param production of the mother
     * @param decays     of the two daughters
     * @param mother     the mother
     * @param first      one daughter
     * @param second     the other
     * @param daughters  how their masses are to relate
     * @param table      the limits over the three masses [GeV]
     */
    public ThreeParticleLimit(
            LimitSource source,
            ProductionChannels production,
            DecayPair decays,
            TwoParticleLimit.Role mother,
            TwoParticleLimit.Role first,
            TwoParticleLimit.Role second,
            TwoParticleLimit.Relation daughters,
            Table table) {
        super(source);
        this.production = production;
        this.decays = decays;
        this.mother = mother;
        this.first = first;
        this.second = second;
        this.daughters = daughters;
        this.table = table;
    }

    @Override
    boolean needsInvisible() {
        return production.needsInvisible()
                || decays.needsInvisible()
                || mother.grouping().needsInvisible()
                || first.grouping().needsInvisible()
                || second.grouping().needsInvisible();
    }

    @Override
    void apply(Predictions p, Selection selection, int who, int with) {
        int mothers = 0;
        int firsts = 0;
        int seconds = 0;
        for (int m : selection.particles(mother.charge())) {
            if (mother.masses().excludes(p.mass[m])) {
                continue;
            }
            double produced = production.of(p, m);
            for (int a : selection.particles(first.charge())) {
                for (int b : selection.particles(second.charge())) {
                    if (first.masses().excludes(p.mass[a]) || second.masses().excludes(p.mass[b])) {
                        continue;
                    }
                    double r = produced * decay(p, m, a, b);
                    selection.rates[index(p, m, a, b)] = r;
                    if (!(r <= mother.grouping().smallestRate())) {
                        mothers |= 1 << m;
                        firsts |= 1 << a;
                        seconds |= 1 << b;
                    }
                }
            }
        }
        if (mothers != 0) {
            group(p, selection, mothers, firsts, seconds);
        }
    }

    private double decay(Predictions p, int m, int a, int b) {
        double branching = p.branchingInto(m, a, b);
        if (branching == 0) {
            return 0;
        }
        boolean neutralPair = p.particles().get(a).charge() == Particle.Charge.NEUTRAL
                || p.particles().get(m).charge() != Particle.Charge.NEUTRAL;
        return branching * (a == b && neutralPair ? decays.ofEqual(p, a) : decays.ofDifferent(p, a, b));
    }

    private void group(Predictions p, Selection selection, int mothers, int firsts, int seconds) {
        int i = mother.grouping().groups(p, mothers, selection.firstGroups);
        int j = first.grouping().groups(p, firsts, selection.secondGroups);
        int k = second.grouping().groups(p, seconds, selection.thirdGroups);
        for (int m = 0; m < i; m++) {
            for (int a = 0; a < j; a++) {
                for (int b = 0; b < k; b++) {
                    compare(
                            p,
                            selection,
                            selection.firstGroups[m],
                            selection.secondGroups[a],
                            selection.thirdGroups[b]);
                }
            }
        }
    }

    private void compare(Predictions p, Selection selection, int mothers, int firsts, int seconds) {
        double someMother = p.mass[Integer.numberOfTrailingZeros(mothers)];
        double someFirst = p.mass[Integer.numberOfTrailingZeros(firsts)];
        double someSecond = p.mass[Integer.numberOfTrailingZeros(seconds)];
        double sum = 0;
        double motherMass = 0;
        double firstMass = 0;
        double secondMass = 0;
        for (int ms = mothers; ms != 0; ms &= ms - 1) {
            int m = Integer.numberOfTrailingZeros(ms);
            for (int as = firsts; as != 0; as &= as - 1) {
                int a = Integer.numberOfTrailingZeros(as);
                for (int bs = seconds; bs != 0; bs &= bs - 1) {
                    int b = Integer.numberOfTrailingZeros(bs);
                    double r = selection.rates[index(p, m, a, b)];
                    sum += r;
                    motherMass += r * (p.mass[m] - someMother);
                    firstMass += r * (p.mass[a] - someFirst);
                    secondMass += r * (p.mass[b] - someSecond);
                }
            }
        }
        if (sum <= 0) {
            return;
        }
        int group = mothers | firsts | seconds;
        if (!(sum < Double.POSITIVE_INFINITY)) {
            selection.breaks(group);
            return;
        }
        motherMass = someMother + motherMass / sum;
        firstMass = someFirst + firstMass / sum;
        secondMass = someSecond + secondMass / sum;
        if (!daughters.holds(firstMass, secondMass)) {
            return;
        }
        double expected = sum / table.at(LimitKind.EXPECTED, motherMass, firstMass, secondMass);
        if (selection.improves(group, expected)) {
            selection.take(group, expected, sum / table.at(LimitKind.OBSERVED, motherMass, firstMass, secondMass));
        }
    }

    private static int index(Predictions p, int m, int a, int b) {
        int n = p.mass.length;
        return (m * n + a) * n + b;
    }
}
