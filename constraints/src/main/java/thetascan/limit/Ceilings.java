package thetascan.limit;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * What the limits on particles of one charge can give each of them at most: an upper bound of the expected ratio, cheap enough to be
 * computed for all limits, so that few of them have to be applied.
 */
final class Ceilings {

    private final Particle.Charge charge;
    private final int[] members;
    /** Codes of the limits, those without a reach first. */
    private final int[] limit;

    private final SharedRates shared;
    /** Which shared rate each limit has. */
    private final int[] column;
    /** Which reach each limit has; -1 for none. */
    private final int[] reach;

    private final MassResolution[] reaches;
    /** Limits with a reach begin here. */
    private final int grouped;
    /** Factors of each mass bin. */
    private final int width;
    /** Factors of rates and, for limits with a reach, factors of rates that are added, row-major [mass bin][limit or limit with reach]. */
    private final float[] perRate;
    /** One, zero for limits that a particle's parity excludes, row-major [particle][limit]. */
    private final float[] allowed;
    /** Places of limits that are given to others than those with a bound of their own. */
    private final int[] given;

    private final Ceiling.Gives[] gives;

    /** Shared rates, row-major [particle][rate]. */
    private final double[] rates;
    /** Bit sets of particles that can be added to one, row-major [particle][reach]. */
    private final int[] near;
    /** Bounds of the ratios, row-major [particle][limit]. */
    private final double[] most;
    /** Place of the limit that promises a particle most; -1 if there is none. */
    private final int[] best;

    private final int[] worthwhile;
    /** Bit sets of the particles that each limit has been applied to. */
    private final int[] applied;

    Ceilings(List<Limit> all, List<Particle> particles, Particle.Charge charge) {
        int n = particles.size();
        this.charge = charge;
        members = IntStream.range(0, n)
                .filter(i -> particles.get(i).charge() == charge)
                .toArray();
        int[] alone = select(all, false);
        limit = IntStream.concat(Arrays.stream(alone), Arrays.stream(select(all, true)))
                .toArray();
        grouped = alone.length;
        Ceiling[] ceilings = Arrays.stream(limit)
                .mapToObj(k -> Objects.requireNonNull(all.get(k).ceiling()))
                .toArray(Ceiling[]::new);
        shared = new SharedRates(List.of(ceilings), n);
        column = IntStream.range(0, limit.length).map(shared::column).toArray();
        List<MassResolution> different = Arrays.stream(ceilings)
                .map(Ceiling::reach)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        reaches = different.toArray(MassResolution[]::new);
        reach = Arrays.stream(ceilings)
                .mapToInt(each -> different.indexOf(each.reach()))
                .toArray();
        width = 2 * limit.length - grouped;
        perRate = new float[MassBin.COUNT * width];
        for (int at = 0; at < perRate.length; at++) {
            int k = at % width;
            perRate[at] = k < limit.length
                    ? ceilings[k].perRate()[at / width]
                    : ceilings[k - limit.length + grouped].together()[at / width];
        }
        allowed = new float[n * limit.length];
        for (int at = 0; at < allowed.length; at++) {
            allowed[at] = ceilings[at % limit.length].applies(particles.get(at / limit.length)) ? 1 : 0;
        }
        given = IntStream.range(0, limit.length)
                .filter(k -> ceilings[k].gives() != Ceiling.Gives.TO_NOBODY_ELSE)
                .toArray();
        gives = Arrays.stream(ceilings).map(Ceiling::gives).toArray(Ceiling.Gives[]::new);
        rates = new double[n * shared.count()];
        near = new int[n * reaches.length];
        most = new double[n * limit.length];
        best = new int[n];
        worthwhile = new int[limit.length];
        applied = new int[limit.length];
    }

    private int[] select(List<Limit> all, boolean together) {
        return IntStream.range(0, members.length == 0 ? 0 : all.size())
                .filter(k -> {
                    Ceiling ceiling = all.get(k).ceiling();
                    return ceiling != null && ceiling.applies(charge) && ceiling.reach() != null == together;
                })
                .toArray();
    }

    /** Indices of the particles. */
    int[] members() {
        return members;
    }

    /** Computes the bounds; masses are finite and not negative. */
    void evaluate(Predictions p) {
        Arrays.fill(applied, 0);
        shared.daughters(p);
        for (int i : members) {
            shared.evaluate(p, i, rates, i * shared.count());
            findNeighbours(p, i);
        }
        for (int i : members) {
            bound(i, MassBin.of(p.mass[i]) * width);
        }
    }

    private void findNeighbours(Predictions p, int i) {
        double mass = p.mass[i];
        double nearest = Double.POSITIVE_INFINITY;
        for (int j : members) {
            nearest = j == i ? nearest : Math.min(nearest, Math.abs(p.mass[j] - mass));
        }
        for (int r = 0; r < reaches.length; r++) {
            double distance = reaches[r].reach(mass);
            int found = 0;
            if (nearest <= distance) {
                for (int j : members) {
                    found |= Math.abs(p.mass[j] - mass) <= distance ? 1 << j : 0;
                }
                found &= ~(1 << i);
            }
            near[i * reaches.length + r] = found;
        }
    }

    private void bound(int i, int factors) {
        int out = i * limit.length;
        int in = i * shared.count();
        int foremost = -1;
        double ratio = 0;
        for (int k = 0; k < limit.length; k++) {
            double sum = rates[in + column[k]];
            int factor = factors + k;
            if (k >= grouped) {
                int rest = near[i * reaches.length + reach[k]];
                factor += rest == 0 ? 0 : limit.length - grouped;
                for (; rest != 0; rest &= rest - 1) {
                    sum += rates[Integer.numberOfTrailingZeros(rest) * shared.count() + column[k]];
                }
            }
            double bound = perRate[factor] * allowed[out + k] * sum;
            most[out + k] = bound;
            if (bound > ratio) {
                ratio = bound;
                foremost = k;
            }
        }
        best[i] = foremost;
    }

    /** Place of the limit that promises a particle most; -1 if none promises anything. */
    int best(int i) {
        return best[i];
    }

    /** Bit set of the particles to which the limit in this place promises most and has not been applied yet. */
    int whoLikesBest(int place) {
        int who = 0;
        for (int i : members) {
            who |= best[i] == place ? 1 << i : 0;
        }
        return fresh(who, place);
    }

    private int fresh(int who, int place) {
        int fresh = who & ~applied[place];
        applied[place] |= fresh;
        return fresh;
    }

    /** These particles and those that can be added to them. */
    int withNeighbours(int who, int place) {
        int all = who;
        if (place >= grouped) {
            for (int rest = who; rest != 0; rest &= rest - 1) {
                all |= near[Integer.numberOfTrailingZeros(rest) * reaches.length + reach[place]];
            }
        }
        return all;
    }

    /** Code of the limit in this place. */
    int limit(int place) {
        return limit[place];
    }

    /** Finds the places of limits that could be more sensitive for somebody than all there is, and some that could not. */
    int findWorthwhile(Selection selection) {
        Arrays.fill(worthwhile, 0);
        for (int i : members) {
            double least = Math.max(selection.expected(i), Double.MIN_VALUE);
            int row = i * limit.length;
            for (int k = 0; k < limit.length; k++) {
                worthwhile[k] |= most[row + k] < least ? 0 : 1;
            }
        }
        double least = Math.max(selection.leastExpected(), Double.MIN_VALUE);
        for (int k : given) {
            for (int i : members) {
                worthwhile[k] |= most[i * limit.length + k] < least ? 0 : 1;
            }
        }
        int count = 0;
        for (int k = 0; k < limit.length; k++) {
            if (worthwhile[k] != 0) {
                worthwhile[count++] = k;
            }
        }
        return count;
    }

    /** One of the places found. */
    int worthwhile(int at) {
        return worthwhile[at];
    }

    /** Bit set of the particles for which the limit in this place could still be the most sensitive one. */
    int who(Predictions p, int place, Selection selection) {
        int who = 0;
        for (int i : members) {
            double bound = most[i * limit.length + place];
            if (bound != 0 && !(bound < least(p, place, i, selection))) {
                who |= 1 << i;
            }
        }
        return fresh(who, place);
    }

    /** The least expected ratio among those to whom a limit on one particle is given. */
    private double least(Predictions p, int place, int i, Selection selection) {
        double least = selection.expected(i);
        if (gives[place] == Ceiling.Gives.TO_NEIGHBOURS) {
            for (int rest = near[i * reaches.length + reach[place]]; rest != 0; rest &= rest - 1) {
                least = Math.min(least, selection.expected(Integer.numberOfTrailingZeros(rest)));
            }
        } else if (gives[place] == Ceiling.Gives.TO_DAUGHTERS) {
            for (int rest = shared.daughters(p, place, i); rest != 0; rest &= rest - 1) {
                least = Math.min(least, selection.expected(Integer.numberOfTrailingZeros(rest)));
            }
        }
        return least;
    }
}
