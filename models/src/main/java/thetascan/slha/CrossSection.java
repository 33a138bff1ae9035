package thetascan.slha;

/**
 * One line of a cross-section table.
 *
 * @param scaleScheme 0: average mass of the final state, 1: fixed, 2: partonic energy, 3: transverse mass
 * @param qcdOrder    0: Born, 1: next-to-leading, 2: with leading logarithms resummed, ...
 * @param ewOrder     likewise
 * @param kappaF      factorisation scale over the scheme's
 * @param kappaR      renormalisation scale over the scheme's
 * @param pdf         LHAPDF number of the parton densities
 * @param value       cross-section in pb
 * @param program     name and version of the program, or empty
 * @param place       where the line begins
 */
public record CrossSection(
        int scaleScheme,
        int qcdOrder,
        int ewOrder,
        Field kappaF,
        Field kappaR,
        int pdf,
        Field value,
        String program,
        Place place) {}
