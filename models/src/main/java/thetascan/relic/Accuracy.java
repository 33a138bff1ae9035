package thetascan.relic;

/**
 * What may be left out of an effective cross-section. Each number is about the relative error that it brings, at worst.
 *
 * @param partners pairs of dark particles are left out if exp(−(m_i + m_j − 2m)/T) is below this at m/T = 25
 * @param channels channels are left out as long as they sum to less than this share
 * @param momenta  of the interpolation of rates between momenta
 * @param angles   of the quadrature over angles
 * @param virtual  W and Z below their thresholds too; to be set as in {@link StandardModelInputs}
 */
public record Accuracy(double partners, double channels, double momenta, double angles, boolean virtual) {

    /** Together well below one per cent. */
    public static final Accuracy STANDARD = new Accuracy(1e-5, 3e-3, 5e-4, 5e-2, true);

    /** {@return the same with two final particles on their mass shells only} */
    public Accuracy twoBody() {
        return new Accuracy(partners, channels, momenta, angles, false);
    }

    /** To see what STANDARD costs. */
    public static final Accuracy FINE = new Accuracy(1e-30, 1e-7, 1e-6, 1e-7, true);
}
