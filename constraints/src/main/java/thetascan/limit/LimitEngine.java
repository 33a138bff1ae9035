package thetascan.limit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Tests predictions against search limits in the manner of HiggsBounds and HiggsTools: every limit whose process, masses
 * and conditions apply gives an expected ratio (predicted rate over expected limit) and an observed one. For each
 * particle the limit with the largest expected ratio in which it takes part is selected; its observed ratio decides:
 * above 1 the point is excluded at (about) 95 % CL. Choosing by the expected ratio keeps that level in spite of the many
 * limits (arXiv:0811.4169). Limits that cannot be the most sensitive one for any particle, by an upper bound of their ratios, are not
 * applied, which changes no result.
 *
 * <p>An engine belongs to one thread and is light: the limits, which hold the tables, are immutable and shared. An
 * evaluation allocates nothing, likelihoods apart.
 */
public final class LimitEngine {

    private static final int ALL = -1;

    private final List<Limit> limits;
    private final Limit[] applied;
    private final List<Particle> particles;
    private final Selection selection;
    private final Ceilings[] ceilings;
    /** Limits of which no bound is known. */
    private final int[] always;

    private final boolean needsInvisible;

    /**
     * An engine for one thread.
     *
     * @param limits    what to test against, in the order of their codes
     * @param particles those of the predictions, at most 16
     * @throws IllegalArgumentException for more than 16 particles
     */
    public LimitEngine(List<Limit> limits, List<Particle> particles) {
        this.limits = List.copyOf(limits);
        this.applied = limits.toArray(Limit[]::new);
        this.particles = List.copyOf(particles);
        selection = new Selection(particles);
        ceilings = Arrays.stream(Particle.Charge.values())
                .map(charge -> new Ceilings(this.limits, this.particles, charge))
                .toArray(Ceilings[]::new);
        always = IntStream.range(0, applied.length)
                .filter(k -> applied[k].ceiling() == null)
                .toArray();
        needsInvisible = limits.stream().anyMatch(Limit::needsInvisible);
    }

    /** {@return the limits, in the order of their codes} */
    public List<Limit> limits() {
        return limits;
    }

    /** {@return meaning of the codes of selected limits: 0 is "none", k the k-th limit} */
    public List<String> legend() {
        List<String> legend = new ArrayList<>();
        legend.add("none");
        limits.forEach(limit -> legend.add(limit.source().label()));
        return legend;
    }

    /**
     * Selects the most sensitive limit of each particle.
     *
     * @param p              predictions for the particles of this engine
     * @param observedRatios filled: observed ratio of each particle's selected limit; 0 if none applies, NaN if a mass, a
     *                       width or a rate is not finite
     * @param selected       filled: code of each particle's selected limit, see {@link #legend()}
     */
    public void evaluate(Predictions p, double[] observedRatios, int[] selected) {
        selection.clear();
        apply(p);
        for (int i = 0; i < particles.size(); i++) {
            observedRatios[i] = selection.observed(i);
            selected[i] = selection.selected(i);
        }
    }

    private void apply(Predictions p) {
        if (needsInvisible) {
            p.deriveInvisible();
        }
        if (selection.records() || !isFinite(p)) {
            for (int k = 0; k < applied.length; k++) {
                apply(p, k, ALL, ALL);
            }
        } else {
            applyWhatCanMatter(p);
        }
        selection.current(0);
        for (int i = 0; i < particles.size(); i++) {
            if (!Double.isFinite(p.mass[i]) || !Double.isFinite(p.width[i])) {
                selection.breaks(1 << i);
            }
        }
    }

    private void apply(Predictions p, Ceilings from, int place, int who) {
        if (who != 0) {
            apply(p, from.limit(place), who, from.withNeighbours(who, place));
        }
    }

    private void apply(Predictions p, int limit, int who, int with) {
        selection.current(limit + 1);
        applied[limit].apply(p, selection, who, with);
    }

    private boolean isFinite(Predictions p) {
        for (int i = 0; i < p.mass.length; i++) {
            if (!(p.mass[i] >= 0 && p.mass[i] < Double.POSITIVE_INFINITY && p.width[i] < Double.POSITIVE_INFINITY)) {
                return false;
            }
        }
        return true;
    }

    /** First for each particle the limit that promises it most, then what could still be more sensitive than all it has. */
    private void applyWhatCanMatter(Predictions p) {
        for (int limit : always) {
            apply(p, limit, ALL, ALL);
        }
        for (Ceilings each : ceilings) {
            each.evaluate(p);
            for (int i : each.members()) {
                int best = each.best(i);
                if (best >= 0) {
                    apply(p, each, best, each.whoLikesBest(best));
                }
            }
        }
        for (Ceilings each : ceilings) {
            int count = each.findWorthwhile(selection);
            for (int k = 0; k < count; k++) {
                int place = each.worthwhile(k);
                apply(p, each, place, each.who(p, place, selection));
            }
        }
    }

    /**
     * Every limit that applies to a point.
     *
     * @param p predictions for the particles of this engine
     * @return limits, largest expected ratio first
     */
    public List<AppliedLimit> explain(Predictions p) {
        selection.clear();
        selection.record();
        apply(p);
        List<Selection.Application> applications = new ArrayList<>(selection.recorded());
        applications.sort(
                Comparator.comparingDouble(Selection.Application::expectedRatio).reversed());
        List<AppliedLimit> explained = new ArrayList<>();
        Set<Particle> served = new HashSet<>();
        for (Selection.Application application : applications) {
            List<Particle> group = members(application.group());
            List<Particle> selectedFor = group.stream().filter(served::add).toList();
            if (application.limit() > 0) {
                explained.add(new AppliedLimit(
                        limits.get(application.limit() - 1),
                        group,
                        application.expectedRatio(),
                        application.observedRatio(),
                        selectedFor));
            }
        }
        return explained;
    }

    private List<Particle> members(int group) {
        List<Particle> members = new ArrayList<>();
        for (int i = 0; i < particles.size(); i++) {
            if ((group >> i & 1) == 1) {
                members.add(particles.get(i));
            }
        }
        return members;
    }
}
