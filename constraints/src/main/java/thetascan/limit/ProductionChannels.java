package thetascan.limit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Production channels of one particle at one collider: Σ acceptance × production rate × branching ratio. A channel may
 * add several elementary production modes ("H"); without production it is a branching ratio, without decay a rate.
 */
public final class ProductionChannels implements Rate {

    /**
     * One channel.
     *
     * @param productions elementary modes, added; empty for "none"
     * @param decay       null for "none"
     */
    public record Channel(
            List<Production> productions, @Nullable Decay decay) {
        /**
         * Copies the list.
         *
         * @param productions elementary modes, added; empty for "none"
         * @param decay null for "none"
         */
        public Channel {
            productions = List.copyOf(productions);
        }
    }

    /** ProductionChannels that share decay and acceptance, so that their production rates can be added first. */
    private static final class Term {

        private static final int NONE = -1;

        private final Collider collider;
        private final int decay;
        private final @Nullable Acceptance acceptance;
        private int[] modes = {};

        Term(Collider collider, int decay, @Nullable Acceptance acceptance) {
            this.collider = collider;
            this.decay = decay;
            this.acceptance = acceptance;
        }

        static Term of(Collider collider, Channel channel, @Nullable Acceptance acceptance) {
            Decay decay = channel.decay();
            Term term = new Term(place(collider, channel), decay == null ? NONE : decay.ordinal(), acceptance);
            term.modes = channel.productions().stream().mapToInt(Enum::ordinal).toArray();
            return term;
        }

        /** True if the other's modes could be added here. */
        boolean joins(Term other) {
            boolean same = acceptance == null ? other.acceptance == null : acceptance.equals(other.acceptance);
            return same
                    && collider == other.collider
                    && decay == other.decay
                    && modes.length > 0
                    && other.modes.length > 0;
        }

        void join(Term other) {
            int[] joined = new int[modes.length + other.modes.length];
            System.arraycopy(modes, 0, joined, 0, modes.length);
            System.arraycopy(other.modes, 0, joined, modes.length, other.modes.length);
            modes = joined;
        }

        double of(Predictions p, double[] rates, double[] branching, int particle) {
            double decays = decay == NONE ? 1 : branching[p.decay(particle) + decay];
            if (decays == 0) {
                return 0;
            }
            double sum = modes.length == 0 ? 1 : 0;
            int base = p.production(collider, particle);
            for (int mode : modes) {
                sum += rates[base + mode];
            }
            return sum == 0 || acceptance == null ? sum * decays : sum * decays * acceptance.of(p, particle);
        }
    }

    private final Collider collider;
    private final List<Channel> channels;
    private final double mostAcceptance;
    /** One for each channel, without acceptances. */
    private final Term[] bare;
    /** Their sum, with acceptances, in as few terms as possible. */
    private final Term[] terms;

    /**
     * Channels that are seen in full.
     *
     * @param collider where
     * @param channels what is added
     */
    public ProductionChannels(Collider collider, List<Channel> channels) {
        this(collider, channels, List.of());
    }

    /**
     * Channels of which a part is seen.
     *
     * @param collider    where
     * @param channels    what is added
     * @param acceptances one for each channel, or none at all
     */
    public ProductionChannels(Collider collider, List<Channel> channels, List<Acceptance> acceptances) {
        this.collider = collider;
        this.channels = List.copyOf(channels);
        mostAcceptance =
                acceptances.stream().mapToDouble(Acceptance::most).max().orElse(1);
        bare = channels.stream()
                .map(channel -> Term.of(collider, channel, null))
                .toArray(Term[]::new);
        List<Term> sum = new ArrayList<>();
        for (int c = 0; c < channels.size(); c++) {
            Term term = Term.of(collider, channels.get(c), acceptances.isEmpty() ? null : acceptances.get(c));
            sum.stream().filter(term::joins).findFirst().ifPresentOrElse(same -> same.join(term), () -> sum.add(term));
        }
        terms = sum.toArray(Term[]::new);
    }

    /** Top decays are kept with one collider for all. */
    private static Collider place(Collider collider, Channel channel) {
        return channel.productions().stream().anyMatch(Production::isTopDecay) ? Collider.LHC13 : collider;
    }

    /** {@return what is added} */
    public List<Channel> channels() {
        return channels;
    }

    /**
     * All channels of this and then those of the other, without acceptances.
     *
     * @param other further channels
     * @return the sum
     */
    public ProductionChannels and(ProductionChannels other) {
        List<Channel> all = new ArrayList<>(channels);
        all.addAll(other.channels);
        return new ProductionChannels(collider, all);
    }

    @Override
    public boolean needsInvisible() {
        return channels.stream().anyMatch(channel -> channel.decay() == Decay.inv);
    }

    @Override
    public double of(Predictions p, int particle) {
        return sum(p, p.production, p.branching, particle);
    }

    /** The rate of a Standard-Model-like Higgs boson of the same mass. */
    double ofReference(Predictions p, int particle) {
        return sum(p, p.smProduction, p.smBranching, particle);
    }

    private double sum(Predictions p, double[] rates, double[] branching, int particle) {
        double sum = 0;
        for (Term term : terms) {
            sum += term.of(p, rates, branching, particle);
        }
        return sum;
    }

    /** What the modulus of an acceptance is at most. */
    double mostAcceptance() {
        return mostAcceptance;
    }

    /** Where rates are added. */
    Collider collider(Channel channel) {
        return place(collider, channel);
    }

    /** One channel's rate, without acceptance. */
    double ofChannel(int channel, Predictions p, int particle) {
        return bare[channel].of(p, p.production, p.branching, particle);
    }

    /** One channel's rate of a Standard-Model-like Higgs boson of the same mass, without acceptance. */
    double referenceOfChannel(int channel, Predictions p, int particle) {
        return bare[channel].of(p, p.smProduction, p.smBranching, particle);
    }
}
