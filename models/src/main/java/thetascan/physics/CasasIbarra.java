package thetascan.physics;

/**
 * Casas-Ibarra parametrisation: the couplings G that give the neutrino mass matrix Gᵀ M_L G = U* D_ν U† for a loop matrix
 * M_L = V D_L Vᵀ are G = V* D_L^-1/2 R D_ν^1/2 U† with any complex orthogonal R. J. A. Casas, A. Ibarra, Nucl. Phys. B 618
 * (2001) 171, hep-ph/0103065. Rows of G are loop states, columns flavours. Caller-owned and reused.
 */
public final class CasasIbarra {

    private final Takagi takagi = new Takagi(3);
    private final ComplexMatrix root = new ComplexMatrix(3, 3);
    private final ComplexMatrix work = new ComplexMatrix(3, 3);

    /** X = R D_ν^1/2 U† [GeV^1/2]. */
    private final ComplexMatrix x = new ComplexMatrix(3, 3);
    /** V* D_L^-1/2 [GeV^-1/2] of the loop matrix set last, and its inverse D_L^1/2 Vᵀ. */
    public final ComplexMatrix factor = new ComplexMatrix(3, 3);

    final ComplexMatrix inverse = new ComplexMatrix(3, 3);

    private boolean regular;

    /**
     * Takes a complex symmetric M_L [GeV]. The largest entry of each column of V is given a positive real part.
     *
     * @param loop M_L, 3×3
     */
    public void loop(ComplexMatrix loop) {
        takagi.factorise(loop.re, loop.im);
        regular = true;
        for (int i = 0; i < 3; i++) {
            double size = Math.sqrt(takagi.values[i]);
            regular &= size > 0 && 1 / size < Double.POSITIVE_INFINITY;
            double sign = sign(i);
            for (int state = 0; state < 3; state++) {
                double re = sign * takagi.uRe[3 * i + state];
                double im = sign * takagi.uIm[3 * i + state];
                factor.set(state, i, re / size, -im / size);
                inverse.set(i, state, re * size, im * size);
            }
        }
    }

    private double sign(int i) {
        int largest = 3 * i;
        for (int k = 3 * i + 1; k < 3 * i + 3; k++) {
            if (modulus(k) > modulus(largest)) {
                largest = k;
            }
        }
        double re = takagi.uRe[largest];
        return re < 0 || (re == 0 && takagi.uIm[largest] < 0) ? -1 : 1;
    }

    private double modulus(int k) {
        return takagi.uRe[k] * takagi.uRe[k] + takagi.uIm[k] * takagi.uIm[k];
    }

    /**
     * Takes M_L = diag(Λ₁, Λ₂, Λ₃) [GeV] with real Λ of either sign; roots on the principal branch.
     *
     * @param lambda the three Λ [GeV]
     */
    public void loop(double[] lambda) {
        factor.fill(0);
        inverse.fill(0);
        regular = true;
        for (int i = 0; i < 3; i++) {
            double size = Math.sqrt(Math.abs(lambda[i]));
            regular &= size > 0 && 1 / size < Double.POSITIVE_INFINITY;
            if (lambda[i] < 0) {
                factor.set(i, i, 0, -1 / size);
                inverse.set(i, i, 0, size);
            } else {
                factor.set(i, i, 1 / size, 0);
                inverse.set(i, i, size, 0);
            }
        }
    }

    /**
     * Couplings that give these neutrinos.
     *
     * @param r complex orthogonal R, 3×3
     * @param neutrinos D_ν and U
     * @param g receives G, 3×3
     * @return false if the loop matrix is singular or not finite: then there are none and {@code g} is not finite
     */
    public boolean couplings(ComplexMatrix r, NeutrinoMixing neutrinos, ComplexMatrix g) {
        for (int i = 0; i < 3; i++) {
            double size = Math.sqrt(neutrinos.mass[i]);
            for (int flavour = 0; flavour < 3; flavour++) {
                root.set(i, flavour, size * neutrinos.u.re(flavour, i), -size * neutrinos.u.im(flavour, i));
            }
        }
        x.product(r, root);
        g.product(factor, x);
        return regular && g.isFinite();
    }

    /**
     * The inverse: R of given couplings, R = D_L^1/2 Vᵀ G U D_ν^-1/2.
     *
     * @param g couplings G, 3×3
     * @param neutrinos D_ν and U
     * @param r receives R, 3×3
     * @return false if R is not finite because a neutrino or the loop is massless
     */
    public boolean rotation(ComplexMatrix g, NeutrinoMixing neutrinos, ComplexMatrix r) {
        work.product(g, neutrinos.u);
        for (int i = 0; i < 3; i++) {
            double size = 1 / Math.sqrt(neutrinos.mass[i]);
            for (int state = 0; state < 3; state++) {
                work.set(state, i, size * work.re(state, i), size * work.im(state, i));
            }
        }
        r.product(inverse, work);
        return regular && r.isFinite();
    }
}
