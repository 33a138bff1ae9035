package thetascan.relic;

import java.util.Arrays;

/**
 * Masses, widths and vertices of a model at one point. All fields are incoming; a vertex is V in the Feynman rule iV, that is the term
 * of the Lagrangian times its symmetry factor; the covariant derivative is ∂ − i g Tᵃ Wᵃ − i g' Y B:
 *
 * <pre>
 * sss, ssss   V = −∂ⁿV/∂φ...             ssv(1,2,v)   V^μ = g (p₁ − p₂)^μ
 * svv, ssvv   V^μν = g g^μν               vvv(1,2,3)   V = g [(p₁−p₂)^ρ g^μν + (p₂−p₃)^μ g^νρ + (p₃−p₁)^ν g^ρμ]
 * ffs(1,2,s)  ψ̄₁ᶜ (c_L P_L + c_R P_R) ψ₂  ffv(1,2,v)   ψ̄₁ᶜ γ^μ (g_L P_L + g_R P_R) ψ₂
 * </pre>
 *
 * Complex couplings are given by real and imaginary parts; the conjugate vertex is a vertex of its own. Bosons of one kind may come in
 * any order; ssv and vvv change sign with the exchange of two, ffv with that of the fermions also exchanges g_L and g_R.
 *
 * <p>Every point writes the same vertices in the same order, zeros included: {@link #begin}, then all masses and vertices. The first
 * time tells what there is, later times only replace the numbers.
 */
public final class FeynmanRules {

    enum Kind {
        SSS,
        SSSS,
        SSV,
        SVV,
        SSVV,
        VVV,
        FFS,
        FFV
    }

    private static final int LEGS = 4;
    private static final int PARTS = 4;
    private static final Kind[] KINDS = Kind.values();

    private final Particles particles;
    private final double[] mass;
    private final double[] width;
    private byte[] kinds = new byte[64];
    private int[] legs = new int[64 * LEGS];
    /** Real and imaginary part of the coupling or of its left- and right-handed parts. */
    private double[] values = new double[64 * PARTS];

    private int count;
    private int next;

    /**
     * No vertex yet.
     *
     * @param particles of the model, all of them
     */
    public FeynmanRules(Particles particles) {
        this.particles = particles;
        mass = new double[particles.count()];
        width = new double[particles.count()];
    }

    /** {@return the particles of the model} */
    public Particles particles() {
        return particles;
    }

    /** A new point. */
    public void begin() {
        next = 0;
    }

    /**
     * Mass and width [GeV] of a particle and its antiparticle. The width matters for time-like momenta only.
     *
     * @param label of the particle or its antiparticle
     * @param mass [GeV]
     * @param width [GeV]
     */
    public void mass(int label, double mass, double width) {
        this.mass[label] = mass;
        this.width[label] = width;
        this.mass[particles.anti(label)] = mass;
        this.width[particles.anti(label)] = width;
    }

    /**
     * Three scalars.
     *
     * @param a label of a scalar
     * @param b label of the second
     * @param c label of the third
     * @param v V [GeV]
     */
    public void sss(int a, int b, int c, double v) {
        put(Kind.SSS, a, b, c, -1, v, 0, 0, 0);
    }

    /**
     * Four scalars.
     *
     * @param a label of a scalar
     * @param b label of the second
     * @param c label of the third
     * @param d label of the fourth
     * @param v V, a number
     */
    public void ssss(int a, int b, int c, int d, double v) {
        put(Kind.SSSS, a, b, c, d, v, 0, 0, 0);
    }

    /**
     * Two scalars and a vector.
     *
     * @param a label of scalar 1
     * @param b label of scalar 2
     * @param v label of the vector
     * @param re Re g
     * @param im Im g
     */
    public void ssv(int a, int b, int v, double re, double im) {
        put(Kind.SSV, a, b, v, -1, re, im, 0, 0);
    }

    /**
     * A scalar and two vectors.
     *
     * @param s label of the scalar
     * @param v label of a vector
     * @param w label of the other
     * @param g [GeV]
     */
    public void svv(int s, int v, int w, double g) {
        put(Kind.SVV, s, v, w, -1, g, 0, 0, 0);
    }

    /**
     * Two scalars and two vectors.
     *
     * @param a label of a scalar
     * @param b label of the other
     * @param v label of a vector
     * @param w label of the other
     * @param re Re g
     * @param im Im g
     */
    public void ssvv(int a, int b, int v, int w, double re, double im) {
        put(Kind.SSVV, a, b, v, w, re, im, 0, 0);
    }

    /**
     * Three vectors.
     *
     * @param a label of vector 1
     * @param b label of vector 2
     * @param c label of vector 3
     * @param g a number
     */
    public void vvv(int a, int b, int c, double g) {
        put(Kind.VVV, a, b, c, -1, g, 0, 0, 0);
    }

    /**
     * Two fermions and a scalar.
     *
     * @param a label of fermion 1
     * @param b label of fermion 2
     * @param s label of the scalar
     * @param leftRe Re c_L
     * @param leftIm Im c_L
     * @param rightRe Re c_R
     * @param rightIm Im c_R
     */
    public void ffs(int a, int b, int s, double leftRe, double leftIm, double rightRe, double rightIm) {
        put(Kind.FFS, a, b, s, -1, leftRe, leftIm, rightRe, rightIm);
    }

    /**
     * Two fermions and a vector.
     *
     * @param a label of fermion 1
     * @param b label of fermion 2
     * @param v label of the vector
     * @param leftRe Re g_L
     * @param leftIm Im g_L
     * @param rightRe Re g_R
     * @param rightIm Im g_R
     */
    public void ffv(int a, int b, int v, double leftRe, double leftIm, double rightRe, double rightIm) {
        put(Kind.FFV, a, b, v, -1, leftRe, leftIm, rightRe, rightIm);
    }

    private void put(Kind kind, int a, int b, int c, int d, double x0, double x1, double x2, double x3) {
        int slot = next++;
        if (slot == kinds.length) {
            kinds = Arrays.copyOf(kinds, 2 * slot);
            legs = Arrays.copyOf(legs, 2 * slot * LEGS);
            values = Arrays.copyOf(values, 2 * slot * PARTS);
        }
        int leg = slot * LEGS;
        if (slot == count) {
            count++;
            kinds[slot] = (byte) kind.ordinal();
            legs[leg] = a;
            legs[leg + 1] = b;
            legs[leg + 2] = c;
            legs[leg + 3] = d;
        } else if (kinds[slot] != kind.ordinal() || legs[leg] != a || legs[leg + 1] != b || legs[leg + 2] != c) {
            throw new IllegalStateException(
                    "vertex " + slot + ": every point must write the same vertices in one order");
        }
        values[slot * PARTS] = x0;
        values[slot * PARTS + 1] = x1;
        values[slot * PARTS + 2] = x2;
        values[slot * PARTS + 3] = x3;
    }

    /**
     * {@return the mass of a particle [GeV]}
     *
     * @param label of the particle or its antiparticle
     */
    public double mass(int label) {
        return mass[label];
    }

    double width(int label) {
        return width[label];
    }

    int count() {
        return count;
    }

    Kind kind(int slot) {
        return KINDS[kinds[slot]];
    }

    int leg(int slot, int leg) {
        return legs[slot * LEGS + leg];
    }

    /** @param part 0, or 0 = left and 1 = right of two fermions */
    double re(int slot, int part) {
        return values[slot * PARTS + 2 * part];
    }

    double im(int slot, int part) {
        return values[slot * PARTS + 2 * part + 1];
    }
}
