package thetascan.limit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A likelihood of the rates of one or two processes at each mass, turned into a limit by CL_s. */
public final class LikelihoodLimit extends Limit {

    private final Particle.@Nullable Charge charge;
    private final ProductionChannels merged;
    private final List<ProductionChannels> processes;
    private final Grouping grouping;
    private final MassRange masses;
    private final Axis axis;
    /** -2 ln L over the rates, one table for each mass. */
    private final List<Table> slices;

    /**
     * A limit of its parts.
     *
     * @param source    where it comes from
     * @param charge    of the particle; null if either
     * @param processes one or two
     * @param grouping  how particles too close to be told apart are added
     * @param masses    where it applies
     * @param axis      masses [GeV]
     * @param slices    for each mass a table with an axis for each process' rate [pb], see {@link #slice}
     */
    public LikelihoodLimit(
            LimitSource source,
            Particle.@Nullable Charge charge,
            List<ProductionChannels> processes,
            Grouping grouping,
            MassRange masses,
            Axis axis,
            List<Table> slices) {
        super(source);
        this.charge = charge;
        this.processes = List.copyOf(processes);
        this.merged = processes.stream().reduce(ProductionChannels::and).orElseThrow();
        this.grouping = grouping;
        this.masses = masses;
        this.axis = axis;
        this.slices = List.copyOf(slices);
    }

    /**
     * The likelihood at one mass.
     *
     * @param axes     rates [pb] of one or two processes
     * @param expected q_exp on their grid, the last axis innermost
     * @param observed q_obs
     * @return a table for the constructor
     * @throws IllegalArgumentException if the numbers of values do not fit the axes, or vanishing rates are excluded
     */
    public static Table slice(List<Axis> axes, double[] expected, double[] observed) {
        Table table = new Table(axes, expected, observed);
        boolean two = axes.size() == 2;
        double e = two ? table.at(LimitKind.EXPECTED, 0, 0) : table.at(LimitKind.EXPECTED, 0);
        double o = two ? table.at(LimitKind.OBSERVED, 0, 0) : table.at(LimitKind.OBSERVED, 0);
        if (!(Likelihood.expectedCls(e) >= Likelihood.LEVEL) || !(Likelihood.observedCls(e, o) >= Likelihood.LEVEL)) {
            throw new IllegalArgumentException("the likelihood excludes vanishing rates.");
        }
        return table;
    }

    @Override
    boolean needsInvisible() {
        return merged.needsInvisible() || grouping.needsInvisible();
    }

    @Override
    void apply(Predictions p, Selection selection, int who, int with) {
        int candidates = 0;
        for (int i : selection.particles(charge)) {
            double r = merged.of(p, i);
            selection.rates[i] = r;
            if (!masses.excludes(p.mass[i]) && !(r <= grouping.smallestRate())) {
                candidates |= 1 << i;
            }
        }
        int count = grouping.groups(p, candidates, selection.firstGroups);
        for (int g = 0; g < count; g++) {
            compare(p, selection, selection.firstGroups[g]);
        }
    }

    private void compare(Predictions p, Selection selection, int group) {
        double some = p.mass[Integer.numberOfTrailingZeros(group)];
        double sum = 0;
        double heavier = 0;
        double first = 0;
        double second = 0;
        for (int rest = group; rest != 0; rest &= rest - 1) {
            int i = Integer.numberOfTrailingZeros(rest);
            sum += selection.rates[i];
            heavier += selection.rates[i] * (p.mass[i] - some);
            first += processes.get(0).of(p, i);
            second += processes.size() == 1 ? 0 : processes.get(1).of(p, i);
        }
        if (!(sum < Double.POSITIVE_INFINITY)) {
            selection.breaks(group);
            return;
        }
        double mass = some + heavier / sum;
        double x = first;
        double y = second;
        Likelihood.Profile profile = (kind, scale) -> q(kind, mass, scale * x, scale * y);
        double expected = Likelihood.ratio(profile, LimitKind.EXPECTED);
        if (selection.improves(group, expected)) {
            selection.take(group, expected, Likelihood.ratio(profile, LimitKind.OBSERVED));
        }
    }

    private double q(LimitKind kind, double mass, double first, double second) {
        int cell = axis.cell(mass);
        double fraction = axis.fraction(cell, mass);
        double below = slice(kind, cell, first, second);
        return fraction == 0 ? below : (1 - fraction) * below + fraction * slice(kind, cell + 1, first, second);
    }

    private double slice(LimitKind kind, int mass, double first, double second) {
        Table table = slices.get(mass);
        return processes.size() == 1 ? table.at(kind, first) : table.at(kind, first, second);
    }
}
