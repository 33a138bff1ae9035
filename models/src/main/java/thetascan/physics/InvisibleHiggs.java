package thetascan.physics;

import static thetascan.physics.Pdg2024.MH;
import static thetascan.physics.Pdg2024.MH_SQ;

/** Widths [GeV] of h(125) into pairs of dark particles; zero below threshold. Masses and couplings in GeV. */
public final class InvisibleHiggs {

    private InvisibleHiggs() {}

    /** λ^½/m_h² of two particles, zero below threshold. */
    private static double phaseSpace(double m1, double m2) {
        double sum = m1 + m2;
        double difference = m1 - m2;
        return sum >= MH ? 0 : Math.sqrt((MH_SQ - sum * sum) * (MH_SQ - difference * difference)) / MH_SQ;
    }

    /**
     * {@return two different real scalars, L = −C h φ₁ φ₂}
     *
     * @param coupling C [GeV]
     * @param m1 mass of φ₁ [GeV]
     * @param m2 mass of φ₂ [GeV]
     */
    public static double scalars(double coupling, double m1, double m2) {
        return coupling * coupling * phaseSpace(m1, m2) / (16 * Math.PI * MH);
    }

    /**
     * {@return two of one real scalar, L = −½ C h φ²}
     *
     * @param coupling C [GeV]
     * @param m mass of φ [GeV]
     */
    public static double identicalScalars(double coupling, double m) {
        return 0.5 * scalars(coupling, m, m);
    }

    /**
     * {@return two of one Majorana fermion, L = −½ h χ̄ (g P_L + g* P_R) χ}
     *
     * @param gRe Re g
     * @param gIm Im g
     * @param m mass of χ [GeV]
     */
    public static double identicalFermions(double gRe, double gIm, double m) {
        double beta = phaseSpace(m, m);
        return MH / (16 * Math.PI) * beta * (gRe * gRe * beta * beta + gIm * gIm);
    }

    /**
     * {@return two different Majorana fermions, L = −h χ̄₁ (g P_L + g* P_R) χ₂}
     *
     * @param gRe Re g
     * @param gIm Im g
     * @param m1 mass of χ₁ [GeV]
     * @param m2 mass of χ₂ [GeV]
     */
    public static double fermions(double gRe, double gIm, double m1, double m2) {
        double square = gRe * gRe + gIm * gIm;
        double real = gRe * gRe - gIm * gIm;
        return phaseSpace(m1, m2) / (8 * Math.PI * MH) * (square * (MH_SQ - m1 * m1 - m2 * m2) - 2 * m1 * m2 * real);
    }

    /**
     * {@return branching ratio of a width beside that of the Standard Model}
     *
     * @param width [GeV]
     */
    public static double branching(double width) {
        return width / (width + Pdg2024.GAMMA_H);
    }
}
