package thetascan.limit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Upper bounds of rates that several limits ask for, acceptances apart: each sum of production rates, each product and each cascade is
 * computed once a particle. NaN where one is negative.
 */
@SuppressWarnings("EnumOrdinal") // modes and decays are array indices
final class SharedRates {

    /** A sum of production rates. No modes stand for one. */
    private record Bundle(Collider collider, Set<Production> modes) {}

    /** A bundle times a branching ratio; no decay stands for one. */
    private record Signal(int bundle, @Nullable Decay decay) {}

    /** A rate in this place times a cascade, over a reference. */
    private record Product(
            int place,
            Ceiling.@Nullable Cascade cascade,
            @Nullable ProductionChannels reference) {}

    private static final int NONE = -1;

    private final List<Bundle> allBundles = new ArrayList<>();
    private final List<Signal> allSignals = new ArrayList<>();

    /** Modes of bundle b, from start b up to the next: where the rates of the first particle stand. */
    private final int[] modeStart;

    private final int[] modes;
    private final double[] bundles;
    /** Rates begin with the signals: which bundle and which decay. */
    private final int[] bundle;

    private final int[] decay;
    /** Then come sums of signals. */
    private final int[][] sums;
    /** Then other rates. */
    private final Rate[] others;
    /** Then rates times cascades and over references: which rate, cascade and reference. */
    private final int[] place;

    private final int[] cascade;
    private final @Nullable ProductionChannels[] reference;
    private final Ceiling.Cascade[] cascades;
    /** Daughters of each cascade at this point, how many there are and what becomes of them. */
    private final int[][] daughter;

    private final int[] daughters;
    private final double[][] branchings;
    private final double[][] ofDaughter;
    /** Of this particle. */
    private final double[] cascaded;

    private final int[] column;
    private final int count;

    /** Rates that these limits need of particles of one charge, so many in all. */
    SharedRates(List<Ceiling> ceilings, int particles) {
        List<List<Integer>> signals = new ArrayList<>();
        for (Ceiling ceiling : ceilings) {
            signals.add(ceiling.rate() instanceof ProductionChannels channels ? signals(channels) : List.of());
        }
        List<List<Integer>> allSums = new ArrayList<>();
        List<Rate> allOthers = new ArrayList<>();
        for (int k = 0; k < ceilings.size(); k++) {
            if (!(ceilings.get(k).rate() instanceof ProductionChannels)) {
                indexOf(allOthers, ceilings.get(k).rate());
            } else if (signals.get(k).size() != 1) {
                indexOf(allSums, signals.get(k));
            }
        }
        List<Product> allProducts = new ArrayList<>();
        column = new int[ceilings.size()];
        for (int k = 0; k < column.length; k++) {
            Ceiling ceiling = ceilings.get(k);
            int at;
            if (!(ceiling.rate() instanceof ProductionChannels)) {
                at = allSignals.size() + allSums.size() + allOthers.indexOf(ceiling.rate());
            } else if (signals.get(k).size() == 1) {
                at = signals.get(k).get(0);
            } else {
                at = allSignals.size() + allSums.indexOf(signals.get(k));
            }
            if (ceiling.cascade() != null || ceiling.normalization() != null) {
                Product product = new Product(at, ceiling.cascade(), ceiling.normalization());
                at = allSignals.size() + allSums.size() + allOthers.size() + indexOf(allProducts, product);
            }
            column[k] = at;
        }
        modes = allBundles.stream()
                .flatMapToInt(each -> each.modes().stream()
                        .mapToInt(mode -> Predictions.production(each.collider(), 0, mode, particles)))
                .toArray();
        modeStart = new int[allBundles.size() + 1];
        for (int b = 0; b < allBundles.size(); b++) {
            modeStart[b + 1] = modeStart[b] + allBundles.get(b).modes().size();
        }
        bundles = new double[allBundles.size()];
        bundle = allSignals.stream().mapToInt(Signal::bundle).toArray();
        decay = allSignals.stream().mapToInt(SharedRates::decayOf).toArray();
        sums = allSums.stream()
                .map(each -> each.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        others = allOthers.toArray(Rate[]::new);
        place = allProducts.stream().mapToInt(Product::place).toArray();
        reference = allProducts.stream().map(Product::reference).toArray(ProductionChannels[]::new);
        List<Ceiling.Cascade> different = allProducts.stream()
                .map(Product::cascade)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        cascades = different.toArray(Ceiling.Cascade[]::new);
        cascade = allProducts.stream()
                .mapToInt(each -> different.indexOf(each.cascade()))
                .toArray();
        daughter = new int[cascades.length][particles];
        daughters = new int[cascades.length];
        branchings = new double[cascades.length][];
        ofDaughter = new double[cascades.length][particles];
        cascaded = new double[cascades.length];
        count = allSignals.size() + sums.length + others.length + place.length;
    }

    private static int decayOf(Signal signal) {
        Decay decay = signal.decay();
        return decay == null ? NONE : decay.ordinal();
    }

    private static <T> int indexOf(List<T> all, T one) {
        if (!all.contains(one)) {
            all.add(one);
        }
        return all.indexOf(one);
    }

    /** Channels with the same decay share a bundle, unless one names a mode again, which counts twice. */
    private List<Integer> signals(ProductionChannels channels) {
        List<ProductionChannels.Channel> rest = new ArrayList<>(channels.channels());
        List<Integer> found = new ArrayList<>();
        while (!rest.isEmpty()) {
            ProductionChannels.Channel first = rest.remove(0);
            Collider where = channels.collider(first);
            Set<Production> together = new TreeSet<>(first.productions());
            if (together.size() < first.productions().size()) {
                first.productions().forEach(mode -> found.add(signal(where, Set.of(mode), first.decay())));
                continue;
            }
            rest.removeIf(other -> !together.isEmpty()
                    && !other.productions().isEmpty()
                    && other.decay() == first.decay()
                    && channels.collider(other) == where
                    && Set.copyOf(other.productions()).size()
                            == other.productions().size()
                    && other.productions().stream().noneMatch(together::contains)
                    && together.addAll(other.productions()));
            found.add(signal(where, together, first.decay()));
        }
        return found;
    }

    private int signal(Collider where, Set<Production> modes, @Nullable Decay decay) {
        return indexOf(allSignals, new Signal(indexOf(allBundles, new Bundle(where, modes)), decay));
    }

    /** Number of different rates. */
    int count() {
        return count;
    }

    /** Which of them a limit has. */
    int column(int limit) {
        return column[limit];
    }

    /** What becomes of daughters at this point; before {@link #evaluate}. */
    void daughters(Predictions p) {
        for (int c = 0; c < cascades.length; c++) {
            Ceiling.Cascade each = cascades[c];
            branchings[c] = each.chain().branching(p);
            int found = 0;
            for (int i = 0; i < p.mass.length; i++) {
                double decays = each.into(p, i) ? bound(each.chain().ofDaughter(p, i)) : 0;
                if (decays != 0) {
                    daughter[c][found] = i;
                    ofDaughter[c][found++] = decays;
                }
            }
            daughters[c] = found;
        }
    }

    /** Fills in all rates of a particle, from a place on. */
    void evaluate(Predictions p, int particle, double[] rates, int at) {
        double[] production = p.production;
        int offset = p.production(Collider.LEP, particle) - p.production(Collider.LEP, 0);
        int m = 0;
        for (int b = 0; b < bundles.length; b++) {
            int end = modeStart[b + 1];
            double total = m == end ? 1 : 0;
            for (; m < end; m++) {
                total += bound(production[modes[m] + offset]);
            }
            bundles[b] = total;
        }
        int base = p.decay(particle);
        int to = at;
        for (int s = 0; s < bundle.length; s++) {
            double produced = bundles[bundle[s]];
            rates[to++] = decay[s] == NONE ? produced : produced * bound(p.branching[base + decay[s]]);
        }
        for (int[] sum : sums) {
            double total = 0;
            for (int s : sum) {
                total += rates[at + s];
            }
            rates[to++] = total;
        }
        for (Rate other : others) {
            rates[to++] = other.of(p, particle);
        }
        for (int c = 0; c < cascades.length; c++) {
            cascaded[c] = cascade(p, particle, c);
        }
        for (int k = 0; k < place.length; k++) {
            double rate = rates[at + place[k]];
            double result = cascade[k] == NONE ? rate : rate * cascaded[cascade[k]];
            ProductionChannels over = reference[k];
            rates[to++] = over == null || result == 0 ? result : over(over.ofReference(p, particle), result);
        }
    }

    private double cascade(Predictions p, int mother, int c) {
        double[] branching = branchings[c];
        int first = p.pair(mother, 0);
        double sum = 0;
        for (int k = 0; k < daughters[c]; k++) {
            sum += bound(branching[first + daughter[c][k]]) * ofDaughter[c][k];
        }
        return sum;
    }

    /** Bit set of the particles that a mother decays into for a limit. */
    int daughters(Predictions p, int limit, int mother) {
        int c = cascade[column[limit] - count + cascade.length];
        int first = p.pair(mother, 0);
        int found = 0;
        for (int k = 0; k < daughters[c]; k++) {
            found |= branchings[c][first + daughter[c][k]] != 0 ? 1 << daughter[c][k] : 0;
        }
        return found;
    }

    /** Weighted with negative rates, a mean mass can lie anywhere: of them there is no bound. */
    private static double bound(double rate) {
        return rate < 0 ? Double.NaN : rate;
    }

    /** Without a reference a limit does not apply. */
    private static double over(double reference, double rate) {
        return reference > 0 ? rate / reference : 0;
    }
}
