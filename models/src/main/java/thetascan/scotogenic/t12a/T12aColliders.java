package thetascan.scotogenic.t12a;

import thetascan.physics.ComplexMatrix;
import thetascan.physics.DarkZWidths;
import thetascan.physics.Pdg2024;

/**
 * What the Z, the W and LEP II would have seen of T1-2-A. A CP-even scalar counts for a threshold if at least 1 % of it is η_R (below, the Z
 * width changes by less than 0.8 MeV), and for the search at LEP II if at least half of it is. Reused.
 */
final class T12aColliders {

    private static final double SHARE = 0.01;

    private final ComplexMatrix c = new ComplexMatrix(4, 4);

    /** Width of the Z into dark particles [MeV]. */
    double zWidth;
    /** Smallest m_φ + m_A and m_η⁺ + m_φ or m_A [GeV]. */
    double zPair;

    double wPair;
    /** Distance [GeV] from what LEP II excludes; negative: excluded. */
    double margin;

    void evaluate(T12aSpectrum s) {
        double odd = Math.sqrt(s.aSq);
        double charged = Math.sqrt(s.etaPlusSq);
        zPair = Double.MAX_VALUE;
        wPair = charged + odd;
        margin = Double.MAX_VALUE;
        double width = DarkZWidths.chargedScalars(charged) + fermions(s);
        for (int a = 0; a < 2; a++) {
            double even = Math.sqrt(s.phiSq[a]);
            double share = s.o[2 * a + 1] * s.o[2 * a + 1];
            width += DarkZWidths.scalars(share, even, odd);
            if (share >= SHARE) {
                zPair = Math.min(zPair, even + odd);
                wPair = Math.min(wPair, charged + even);
            }
            if (share >= 0.5) {
                margin = Math.min(margin, margin(even, odd));
            }
        }
        zWidth = 1e3 * width;
    }

    /** E. Lundström, M. Gustafsson, J. Edsjö, Phys. Rev. D 79 (2009) 035013, arXiv:0810.3924. */
    private static double margin(double m1, double m2) {
        return Math.max(Math.max(Math.min(m1, m2) - 80, Math.max(m1, m2) - 100), 8 - Math.abs(m1 - m2));
    }

    private double fermions(T12aSpectrum s) {
        s.neutralCurrent(c);
        double vector = -0.5 + Pdg2024.SIN2_THETA_W;
        double width = DarkZWidths.fermions(vector, 0, vector, 0, s.psi, s.psi);
        for (int n = 0; n < 4; n++) {
            for (int m = 0; m <= n; m++) {
                double pair = DarkZWidths.majorana(c.re(n, m), c.im(n, m), s.chi[n], s.chi[m]);
                width += n == m ? pair / 2 : pair;
            }
        }
        return width;
    }
}
