package thetascan.slha;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The decays of one particle.
 *
 * @param order      which calculation
 * @param parent     PDG number of what decays
 * @param totalWidth its width in GeV; null if the header gives none
 * @param channels   the lines, in the order of the file
 * @param unread     lines of the table that are no channel: a number of daughters that is not what follows, or a PDG
 *                   number that cannot be read
 * @param comment    what follows the {@code #} of the header
 * @param place      where the header stands
 */
public record DecayTable(
        DecayOrder order,
        int parent,
        @Nullable Field totalWidth,
        List<Channel> channels,
        List<Field> unread,
        String comment,
        Place place) {

    /**
     * Copies the lists.
     *
     * @param order which calculation
     * @param parent PDG number of what decays
     * @param totalWidth its width in GeV; null if the header gives none
     * @param channels the lines, in the order of the file
     * @param unread lines of the table that are no channel: a number of daughters that is not what follows, or a PDG
     *     number that cannot be read
     * @param comment what follows the {@code #} of the header
     * @param place where the header stands
     */
    public DecayTable {
        channels = List.copyOf(channels);
        unread = List.copyOf(unread);
    }

    /**
     * {@return the total width, in GeV}
     *
     * @throws SlhaException if the header gives none, or it is not a number
     */
    public double width() {
        return Optional.ofNullable(totalWidth)
                .orElseThrow(() -> new SlhaException(place + " " + name() + ": the header gives no width"))
                .number();
    }

    /**
     * {@return the branching ratio into these particles, in whatever order; empty if the table does not list them,
     * which programs do where the ratio is below their cut}
     *
     * @param daughters PDG numbers
     * @throws SlhaException if the ratio is not a number, if the channel is listed twice, if a line of the table that
     *                       cannot be read could be it, or if the table lists the same particles with other signs
     */
    public OptionalDouble branchingRatio(int... daughters) {
        return branchingRatio(SlhaDocument.listOf(daughters));
    }

    /**
     * {@return the branching ratio as {@link #branchingRatio(int...)}}
     *
     * @param daughters PDG numbers
     * @throws SlhaException under the same conditions
     */
    public OptionalDouble branchingRatio(List<Integer> daughters) {
        List<Channel> found = new ArrayList<>(1);
        for (Channel channel : channels) {
            if (channel.isTo(daughters)) found.add(channel);
        }
        if (found.size() > 1) {
            throw new SlhaException(found.get(1).place() + " " + name() + ": the channel to " + daughters
                    + " stands already in line " + found.get(0).place().line());
        }
        if (found.size() == 1) {
            return OptionalDouble.of(found.get(0).branchingRatio().number());
        }
        if (!unread.isEmpty()) {
            throw new SlhaException(unread.get(0).place() + " " + name() + ": '"
                    + unread.get(0).text() + "' is no decay channel, so it is not known whether one to " + daughters
                    + " is missing");
        }
        refuseOtherSigns(daughters);
        return OptionalDouble.empty();
    }

    /**
     * {@return the table of the antiparticle: the same width and ratios into the antiparticles of the daughters}
     *
     * @param particles which particles are their own antiparticles
     * @throws SlhaException if the parent is its own antiparticle
     */
    public DecayTable conjugate(Particles particles) {
        if (particles.isSelfConjugate(parent)) {
            throw new SlhaException(place + " " + name() + ": " + parent + " is its own antiparticle");
        }
        List<Channel> conjugates = new ArrayList<>(channels.size());
        for (Channel channel : channels) {
            conjugates.add(new Channel(
                    channel.branchingRatio(),
                    particles.conjugate(channel.daughters()),
                    channel.comment(),
                    channel.place()));
        }
        return new DecayTable(order, -parent, totalWidth, conjugates, unread, comment, place);
    }

    /** A sign forgotten must not look like a branching ratio of nothing; the conjugate of a channel is another one. */
    private void refuseOtherSigns(List<Integer> daughters) {
        List<Integer> conjugate = Particles.sorted(Particles.pdg().conjugate(daughters));
        List<Integer> moduli = Particles.moduli(daughters);
        for (Channel channel : channels) {
            boolean sameButSigns = channel.daughters().size() == moduli.size()
                    && Particles.moduli(channel.daughters()).equals(moduli);
            if (sameButSigns && !channel.isTo(conjugate)) {
                throw new SlhaException(channel.place() + " " + name() + ": lists " + channel.daughters() + ", not "
                        + daughters + ". Maybe a sign is wrong.");
            }
        }
    }

    /** True if both say the same of the same particle. */
    boolean agrees(DecayTable other) {
        boolean sameWidth = totalWidth == null || other.totalWidth == null
                ? totalWidth == other.totalWidth
                : totalWidth.agrees(other.totalWidth);
        if (!sameWidth || channels.size() != other.channels.size() || unread.size() != other.unread.size())
            return false;
        for (int i = 0; i < channels.size(); i++) {
            Channel a = channels.get(i);
            Channel b = other.channels.get(i);
            if (!a.isTo(b.daughters()) || !a.branchingRatio().agrees(b.branchingRatio())) return false;
        }
        return true;
    }

    private String name() {
        return order.keyword() + " " + parent;
    }
}
