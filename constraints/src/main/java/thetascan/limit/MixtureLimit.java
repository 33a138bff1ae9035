package thetascan.limit;

/**
 * A limit on the summed rate of two processes over the mass and the share of the second process, for every particle
 * together with its neighbours in mass. HiggsBounds-5 applies its ττ likelihoods in this way.
 */
public final class MixtureLimit extends Limit {

    private final ProductionChannels first;
    private final ProductionChannels second;
    private final MassResolution resolution;
    private final MassRange masses;
    private final Table table;
    private final Ceiling ceiling;

    /**
     * A limit of its parts.
     *
     * @param source     where it comes from
     * @param first      one process
     * @param second     the other, whose share is the second axis
     * @param resolution how near in mass neighbours are
     * @param masses     where it applies
     * @param table      limits [pb] over mass [GeV] and share
     */
    public MixtureLimit(
            LimitSource source,
            ProductionChannels first,
            ProductionChannels second,
            MassResolution resolution,
            MassRange masses,
            Table table) {
        super(source);
        this.first = first;
        this.second = second;
        this.resolution = resolution;
        this.masses = masses;
        this.table = table;
        double seen = Math.max(first.mostAcceptance(), second.mostAcceptance());
        ceiling = new Ceiling(
                Particle.Charge.NEUTRAL,
                null,
                first.and(second),
                null,
                null,
                resolution,
                Ceiling.Gives.TO_NEIGHBOURS,
                MassBin.perRate(table, masses, MassResolution.EXACT, seen),
                MassBin.perRate(table, masses, resolution, seen));
    }

    @Override
    Ceiling ceiling() {
        return ceiling;
    }

    @Override
    boolean needsInvisible() {
        return first.needsInvisible() || second.needsInvisible();
    }

    @Override
    void apply(Predictions p, Selection selection, int who, int with) {
        int n = p.mass.length;
        int[] particles = selection.particles(Particle.Charge.NEUTRAL);
        double[] rates = selection.rates;
        for (int i : particles) {
            if ((with >> i & 1) != 0) {
                rates[i] = first.of(p, i);
                rates[n + i] = second.of(p, i);
            }
        }
        int count = 0;
        for (int i : particles) {
            int group = (who >> i & 1) == 0 ? 0 : neighbours(p, particles, i);
            if (group != 0 && isNew(selection.firstGroups, count, group)) {
                selection.firstGroups[count++] = group;
                compare(p, selection, group);
            }
        }
    }

    private int neighbours(Predictions p, int[] particles, int i) {
        int group = 0;
        for (int j : particles) {
            double distance = resolution.at(Math.max(p.mass[i], p.mass[j]));
            if (Math.abs(p.mass[i] - p.mass[j]) <= distance) {
                group |= 1 << j;
            }
        }
        return group;
    }

    private static boolean isNew(int[] groups, int count, int group) {
        for (int g = 0; g < count; g++) {
            if (groups[g] == group) {
                return false;
            }
        }
        return true;
    }

    private void compare(Predictions p, Selection selection, int group) {
        int n = p.mass.length;
        double firstRate = 0;
        double secondRate = 0;
        double mass = 0;
        for (int rest = group; rest != 0; rest &= rest - 1) {
            int j = Integer.numberOfTrailingZeros(rest);
            double f = selection.rates[j];
            double s = selection.rates[n + j];
            firstRate += f;
            secondRate += s;
            mass += (f + s) * p.mass[j];
        }
        double sum = firstRate + secondRate;
        if (sum <= 0) {
            return;
        }
        if (!(sum < Double.POSITIVE_INFINITY)) {
            selection.breaks(group);
            return;
        }
        mass /= sum;
        if (masses.excludes(mass)) {
            return;
        }
        double share = secondRate / sum;
        double expected = sum / table.at(LimitKind.EXPECTED, mass, share);
        if (selection.improves(group, expected)) {
            selection.take(group, expected, sum / table.at(LimitKind.OBSERVED, mass, share));
        }
    }
}
