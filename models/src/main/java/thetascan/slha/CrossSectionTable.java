package thetascan.slha;

import java.util.List;

/**
 * One {@code XSECTION}: the cross-sections of a process at one energy.
 *
 * @param energy   centre-of-mass energy in GeV
 * @param beams    PDG numbers of the two that collide
 * @param products PDG numbers of what they make, in the order of the file
 * @param entries  the lines, in the order of the file
 * @param unread   lines that are no cross-section
 * @param comment  what follows the {@code #} of the header
 * @param place    where the header stands
 */
public record CrossSectionTable(
        Field energy,
        List<Integer> beams,
        List<Integer> products,
        List<CrossSection> entries,
        List<Field> unread,
        String comment,
        Place place) {

    /**
     * Copies the lists.
     *
     * @param energy centre-of-mass energy in GeV
     * @param beams PDG numbers of the two that collide
     * @param products PDG numbers of what they make, in the order of the file
     * @param entries the lines, in the order of the file
     * @param unread lines that are no cross-section
     * @param comment what follows the {@code #} of the header
     * @param place where the header stands
     */
    public CrossSectionTable {
        beams = List.copyOf(beams);
        products = List.copyOf(products);
        entries = List.copyOf(entries);
        unread = List.copyOf(unread);
    }

    /**
     * {@return true for the same beams and products, each in whatever order}
     *
     * @param otherBeams PDG numbers
     * @param otherProducts PDG numbers
     */
    public boolean isOf(List<Integer> otherBeams, List<Integer> otherProducts) {
        return Particles.sorted(beams).equals(Particles.sorted(otherBeams))
                && Particles.sorted(products).equals(Particles.sorted(otherProducts));
    }
}
