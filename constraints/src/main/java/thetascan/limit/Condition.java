package thetascan.limit;

import java.util.List;

/** What a group of particles must fulfil for a limit to apply to it. Groups are bit sets of particle indices. */
public sealed interface Condition {

    /**
     * Whether a group fulfils it.
     *
     * @param p     predictions
     * @param group bit set of particle indices
     * @return true if the limit may be applied
     */
    boolean holds(Predictions p, int group);

    /** {@return true if it reads {@link Decay#inv}, which is derived only where a limit needs it} */
    boolean needsInvisible();

    /**
     * All are of this CP parity.
     *
     * @param cp the parity
     */
    record Parity(Particle.CP cp) implements Condition {
        @Override
        public boolean needsInvisible() {
            return false;
        }

        @Override
        public boolean holds(Predictions p, int group) {
            for (int rest = group; rest != 0; rest &= rest - 1) {
                if (p.particles().get(Integer.numberOfTrailingZeros(rest)).cp() != cp) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * The channels contribute in the proportions of a Standard-Model-like Higgs boson: |c_i - μ| w_i &lt; 2 % of μ for each
     * channel i, with its signal strength c_i, its share w_i in the Standard Model and the total strength μ. The
     * reference of a group is the mean of its members' references.
     *
     * @param channels what must be in proportion
     */
    record ModelLike(ProductionChannels channels) implements Condition {

        private static final double CUT = 2e-2;

        @Override
        public boolean needsInvisible() {
            return channels.needsInvisible();
        }

        @Override
        public boolean holds(Predictions p, int group) {
            int count = channels.channels().size();
            double rate = 0;
            double reference = 0;
            for (int c = 0; c < count; c++) {
                rate += rate(p, group, c);
                reference += reference(p, group, c);
            }
            if (!(reference > 0)) {
                return false;
            }
            double strength = rate / reference;
            for (int c = 0; c < count; c++) {
                double share = reference(p, group, c);
                if (share > 0 && !(Math.abs(rate(p, group, c) - strength * share) / reference < CUT * strength)) {
                    return false;
                }
            }
            return true;
        }

        private double rate(Predictions p, int group, int channel) {
            double sum = 0;
            for (int rest = group; rest != 0; rest &= rest - 1) {
                sum += channels.ofChannel(channel, p, Integer.numberOfTrailingZeros(rest));
            }
            return sum;
        }

        private double reference(Predictions p, int group, int channel) {
            double sum = 0;
            for (int rest = group; rest != 0; rest &= rest - 1) {
                sum += channels.referenceOfChannel(channel, p, Integer.numberOfTrailingZeros(rest));
            }
            return sum / Integer.bitCount(group);
        }
    }

    /**
     * BR(t → Wb) and the top decays into the group add up to one within 2 %.
     *
     * @param modes the top decays
     */
    record TopDecays(List<Production> modes) implements Condition {

        private static final double CUT = 2e-2;

        /**
         * Copies the list.
         *
         * @param modes the top decays
         */
        public TopDecays {
            modes = List.copyOf(modes);
        }

        @Override
        public boolean needsInvisible() {
            return false;
        }

        @Override
        public boolean holds(Predictions p, int group) {
            double sum = p.topToWb;
            for (int rest = group; rest != 0; rest &= rest - 1) {
                int particle = Integer.numberOfTrailingZeros(rest);
                for (int k = 0; k < modes.size(); k++) {
                    sum += p.production[p.production(Collider.LHC13, particle, modes.get(k))];
                }
            }
            return Math.abs(sum - 1) < CUT;
        }
    }

    /**
     * BR(μμ)/BR(ττ) of each is that of a scalar of this parity at tree level, within 5.5 %.
     *
     * @param cp the parity
     */
    record MuTauRatio(Particle.CP cp) implements Condition {

        private static final double CUT = 5.5e-2;
        private static final double MUON = 0.1056583715;
        private static final double TAU = 1.77682;

        @Override
        public boolean needsInvisible() {
            return false;
        }

        @Override
        public boolean holds(Predictions p, int group) {
            for (int rest = group; rest != 0; rest &= rest - 1) {
                int i = Integer.numberOfTrailingZeros(rest);
                double velocity = StrictMath.sqrt(1 - 4 * TAU * TAU / (p.mass[i] * p.mass[i]));
                double power = cp == Particle.CP.EVEN ? velocity * velocity * velocity : velocity;
                double predicted = MUON * MUON / (TAU * TAU) / power;
                double ratio = p.branching[p.decay(i, Decay.mumu)] / p.branching[p.decay(i, Decay.tautau)];
                if (!(Math.abs(ratio / predicted - 1) < CUT)) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * Gluon fusion goes through the top quark: ||κ_t| - √(σ(gg)/σ_SM(gg))| &lt; 5 %. For CP-odd particles this would need
     * the cross-section of a pseudoscalar as reference, which predictions do not hold: it does not hold for them.
     */
    record TopDominated() implements Condition {

        private static final double CUT = 5e-2;

        @Override
        public boolean needsInvisible() {
            return false;
        }

        @Override
        public boolean holds(Predictions p, int group) {
            for (int rest = group; rest != 0; rest &= rest - 1) {
                int i = Integer.numberOfTrailingZeros(rest);
                if (p.particles().get(i).cp() == Particle.CP.ODD
                        || !(Math.abs(p.topCoupling[i] - StrictMath.sqrt(p.gluonRatio[i])) < CUT)) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * The decays together stay below a branching ratio.
     *
     * @param decays what is forbidden
     * @param below  the branching ratio
     */
    record Forbidden(Decays decays, double below) implements Condition {
        @Override
        public boolean needsInvisible() {
            return decays.needsInvisible();
        }

        @Override
        public boolean holds(Predictions p, int group) {
            for (int rest = group; rest != 0; rest &= rest - 1) {
                if (!(decays.of(p, Integer.numberOfTrailingZeros(rest)) < below)) {
                    return false;
                }
            }
            return true;
        }
    }
}
