package thetascan.slha;

import java.util.List;

/**
 * One line of a decay table.
 *
 * @param branchingRatio fraction of the total width
 * @param daughters      PDG numbers, in the order of the file
 * @param comment        what follows the {@code #}
 * @param place          where the line begins
 */
public record Channel(Field branchingRatio, List<Integer> daughters, String comment, Place place) {

    /**
     * Copies the list of daughters.
     *
     * @param branchingRatio fraction of the total width
     * @param daughters PDG numbers, in the order of the file
     * @param comment what follows the {@code #}
     * @param place where the line begins
     */
    public Channel {
        daughters = List.copyOf(daughters);
    }

    /**
     * {@return true for the same particles, in whatever order}
     *
     * @param particles PDG numbers
     */
    public boolean isTo(List<Integer> particles) {
        return Particles.sorted(daughters).equals(Particles.sorted(particles));
    }
}
