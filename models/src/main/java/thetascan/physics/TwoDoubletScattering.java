package thetascan.physics;

/**
 * Eigenvalues of 2 → 2 scattering in the potential ½ λ₁ |H|⁴ + ½ λ₂ |η|⁴ + λ₃ |H|²|η|² + λ₄ |H†η|² + ½ λ₅ [(H†η)² + h.c.] of two
 * doublets with a Z2 symmetry, 16π a₀. S. Kanemura, T. Kubota, E. Takasugi, Phys. Lett. B 313 (1993)
 * 155, hep-ph/9303263; I. F. Ginzburg, I. P. Ivanov, Phys. Rev. D 72 (2005) 115010, hep-ph/0508020.
 */
public final class TwoDoubletScattering {

    private TwoDoubletScattering() {}

    /**
     * {@return largest modulus; unitarity asks for at most 8π}
     *
     * @param l1 λ₁
     * @param l2 λ₂
     * @param l3 λ₃
     * @param l4 λ₄
     * @param l5 λ₅
     */
    public static double largest(double l1, double l2, double l3, double l4, double l5) {
        double difference = 1.5 * (l1 - l2);
        double mixed = 2 * l3 + l4;
        double singlets = 1.5 * Math.abs(l1 + l2) + Math.sqrt(difference * difference + mixed * mixed);
        return Math.max(singlets, largestBesideSinglets(l1, l2, l3, l4, l5));
    }

    /**
     * {@return largest modulus without the states H†H and η†η, which may scatter into those of other fields}
     *
     * @param l1 λ₁
     * @param l2 λ₂
     * @param l3 λ₃
     * @param l4 λ₄
     * @param l5 λ₅
     */
    public static double largestBesideSinglets(double l1, double l2, double l3, double l4, double l5) {
        double sum = Math.abs(l1 + l2) / 2;
        double difference = (l1 - l2) / 2;
        double largest = sum + Math.sqrt(difference * difference + l4 * l4);
        largest = Math.max(largest, sum + Math.sqrt(difference * difference + l5 * l5));
        largest = Math.max(largest, Math.abs(l3 + 2 * l4) + 3 * Math.abs(l5));
        largest = Math.max(largest, Math.abs(l3) + Math.abs(l5));
        return Math.max(largest, Math.abs(l3) + Math.abs(l4));
    }
}
