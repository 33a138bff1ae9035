package thetascan.lepton;

import static thetascan.lepton.FourLepton.scalar;
import static thetascan.lepton.FourLepton.tensor;
import static thetascan.lepton.FourLepton.vector;
import static thetascan.physics.Pdg2024.MZ_SQ;
import static thetascan.physics.Pdg2024.SIN2_THETA_W;

import thetascan.physics.ComplexMatrix;
import thetascan.physics.DipoleFunctions;
import thetascan.physics.LogTrapezoid;
import thetascan.physics.Propagators;
import thetascan.physics.Propagators.Expansion;
import thetascan.physics.TriangleIntegrals;

/**
 * Loops of neutral Majorana fermions F_i with one charged scalar φ⁻ of weak isospin −½: L = F̄_i (L_{iα} P_L + R_{iα} P_R) l_α φ* +
 * h.c., and −½ g_Z Z_μ F̄_j γ^μ (C_ji P_L − C*_ji P_R) F_i with C Hermitian. Sums and integrals follow the effective vertices of
 * {@link LeptonAmplitudes}; boxes carry the crossed Majorana diagrams, Fierz-ordered. Caller-owned and reused.
 */
public final class ChargedScalarLoop {

    private static final double LOOP = 1 / (16 * Math.PI * Math.PI);
    /** Slots of the box integrals. */
    private static final int VECTOR = 0;

    private static final int SCALAR = 1;
    private static final double SCALAR_CHARGE = -0.5 + SIN2_THETA_W;
    /** Z couplings of the leptons, L and R. */
    private static final double[] LEPTON_CHARGE = {-0.5 + SIN2_THETA_W, SIN2_THETA_W};

    private final int n;
    private final int chiralities;
    private final boolean neutralCurrent;

    /** Couplings L, n × 3. */
    public final ComplexMatrix left;

    /** Couplings R, n × 3. */
    public final ComplexMatrix right;
    /** C, n × n. */
    public final ComplexMatrix z;

    private final CouplingProducts products;
    private final DipoleFunctions dipole = new DipoleFunctions();
    private final double[] chargeRadius;
    private final double[] conserving;
    private final double[] flipping;

    /** Box integrals over 16π²: ¼ Int k²/(...) and m_i m_j Int 1/(...), in rows of {@link CouplingProducts#ROW}. */
    private final double[] boxVector;

    private final double[] boxScalar;
    /** Int t²(r_i r_j r_φ − r_φ³) and Int t r_i r_j r_φ, n × n. */
    private final double[] logarithm;

    private final double[] triangle;
    /** The same lifted to q² = m_Z², minus its value at zero. */
    private final double[] logarithmZ;

    private final double[] triangleZ;
    /** Int x/D at q² = m_Z², index fermion at l_α, fermion at l_β. */
    private final double[] weightedZ;
    /** Integrals of the scalar line: Int −ln D at zero, its rise to m_Z², Int (1−x−y)/D at m_Z². */
    private final double[] scalarLog;

    private final double[] scalarLogZ;
    private final double[] scalarWeightedZ;

    private final double[] weightT = new double[LogTrapezoid.CAPACITY];
    private final double[] subtraction = new double[LogTrapezoid.CAPACITY];

    private final ComplexMatrix vertex;
    private final ComplexMatrix image;
    private final TriangleIntegrals exact = new TriangleIntegrals();

    private ChargedScalarLoop(int n, int chiralities, boolean neutralCurrent) {
        this.n = n;
        this.chiralities = chiralities;
        this.neutralCurrent = neutralCurrent;
        left = new ComplexMatrix(n, 3);
        right = new ComplexMatrix(n, 3);
        z = new ComplexMatrix(n, n);
        products = new CouplingProducts(n);
        chargeRadius = new double[n];
        conserving = new double[n];
        flipping = new double[n];
        boxVector = new double[CouplingProducts.ROW * CouplingProducts.ROW];
        boxScalar = new double[CouplingProducts.ROW * CouplingProducts.ROW];
        logarithm = new double[n * n];
        triangle = new double[n * n];
        logarithmZ = new double[n * n];
        triangleZ = new double[n * n];
        weightedZ = new double[n * n];
        scalarLog = new double[n];
        scalarLogZ = new double[n];
        scalarWeightedZ = new double[n];
        vertex = new ComplexMatrix(n, n);
        image = new ComplexMatrix(1, n);
    }

    /**
     * {@return fermions with both chiral couplings that mix with doublets}
     *
     * @param fermions n
     */
    public static ChargedScalarLoop mixed(int fermions) {
        return new ChargedScalarLoop(fermions, 2, true);
    }

    /**
     * {@return singlet fermions: no Z coupling, no coupling to right-handed leptons}
     *
     * @param fermions n
     */
    public static ChargedScalarLoop singlets(int fermions) {
        return new ChargedScalarLoop(fermions, 1, false);
    }

    /**
     * {@return Int t²(r_i r_j r_φ − r_φ³) of the last point: the logarithmically divergent triangle without its
     * divergence}
     *
     * @param i index of a fermion, from 0
     * @param j index of the other
     */
    public double logarithm(int i, int j) {
        return logarithm[i * n + j];
    }

    /**
     * {@return Int t r_i r_j r_φ [GeV⁻²] of the last point}
     *
     * @param i index of a fermion, from 0
     * @param j index of the other
     */
    public double triangle(int i, int j) {
        return triangle[i * n + j];
    }

    /** m_i e_S(x_i)/(16π² m_φ²) [GeV⁻¹], the chirality-flipping dipole integral of the last point. */
    double flipping(int i) {
        return flipping[i];
    }

    /**
     * Adds this sector. The fermions are particles first .. first+n−1 of {@code p}.
     *
     * @param p masses of all particles of the point
     * @param first index of the first fermion
     * @param scalar index of φ
     * @param out receives the amplitudes besides those of other sectors
     */
    public void add(Propagators p, int first, int scalar, LeptonAmplitudes out) {
        products.multiply(left, right, chiralities);
        dipoles(p, first, scalar, out);
        integrate(p, first, scalar);
        zVertex(p, first, out);
        for (int box = 0; box < LeptonAmplitudes.BOXES.length; box++) {
            int[] flavours = LeptonAmplitudes.BOXES[box];
            for (int x = 0; x < chiralities; x++) {
                for (int y = 0; y < chiralities; y++) {
                    direct(box, x, y, flavours, out.boxes);
                    crossed(box, x, y, flavours, out.boxes);
                }
            }
        }
    }

    private void dipoles(Propagators p, int first, int scalar, LeptonAmplitudes out) {
        double factor = LOOP / p.massSq(scalar);
        for (int i = 0; i < n; i++) {
            dipole.evaluate(p.massSq(first + i) / p.massSq(scalar));
            chargeRadius[i] = factor * dipole.mS;
            conserving[i] = factor * dipole.dS;
            flipping[i] = factor * dipole.eS * p.mass(first + i);
        }
        PhotonVertex.add(products, chiralities, chargeRadius, conserving, flipping, out.k1Scalar, out);
    }

    private void integrate(Propagators p, int first, int scalar) {
        double[] t = p.nodes();
        double[] r = p.of(scalar);
        for (int k = 0; k < p.count(); k++) {
            weightT[k] = p.weights()[k] * t[k] * r[k];
            subtraction[k] = weightT[k] * t[k] * r[k] * r[k];
        }
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                atRest(p, first, i, j, r);
                if (neutralCurrent) {
                    fermionsAtZ(p, first + i, first + j, scalar, i * n + j, j * n + i);
                }
            }
        }
        scalarsAtZ(p, first, scalar, r);
    }

    /** Integrals at zero momentum. */
    private void atRest(Propagators p, int first, int i, int j, double[] r) {
        double[] t = p.nodes();
        double[] ri = p.of(first + i);
        double[] rj = p.of(first + j);
        double boxS = 0;
        double boxV = 0;
        double one = 0;
        double log = 0;
        for (int k = 0; k < p.count(); k++) {
            double x = weightT[k] * ri[k] * rj[k];
            double y = x * t[k];
            one += x;
            log += y - subtraction[k];
            boxS += x * r[k];
            boxV += y * r[k];
        }
        symmetric(triangle, n, i, j, one);
        symmetric(logarithm, n, i, j, log);
        symmetric(boxScalar, CouplingProducts.ROW, i, j, LOOP * p.mass(first + i) * p.mass(first + j) * boxS);
        symmetric(boxVector, CouplingProducts.ROW, i, j, -0.25 * LOOP * boxV);
    }

    private static void symmetric(double[] matrix, int row, int i, int j, double value) {
        matrix[i * row + j] = value;
        matrix[j * row + i] = value;
    }

    /** Integrals of the diagrams with the Z on the fermion line at q² = m_Z². */
    private void fermionsAtZ(Propagators p, int i, int j, int scalar, int ij, int ji) {
        if (!p.expandable(i, j, MZ_SQ)) {
            exact.evaluate(p.massSq(i), p.massSq(j), p.massSq(scalar), MZ_SQ);
            logarithmZ[ij] = exact.logarithm + exact.product - 0.5 * logarithm[ij];
            triangleZ[ij] = exact.unit - triangle[ij];
            weightedZ[ij] = exact.weightedX;
            weightedZ[ji] = exact.weightedY;
        } else {
            Expansion expansion = p.expansion(i, j, MZ_SQ);
            double[] variable = expansion.variable();
            double[] series = expansion.values();
            double[] t = p.nodes();
            double[] ri = p.of(i);
            double[] rj = p.of(j);
            double log = 0;
            double one = 0;
            double atI = 0;
            double atJ = 0;
            for (int k = 0; k < p.count(); k++) {
                double x = weightT[k] * ri[k] * rj[k];
                double y = x * t[k];
                double f2 = 0.5 + series[k];
                log += y * series[k];
                one += x * variable[k] * f2;
                atI += y * ri[k] * f2;
                atJ += y * rj[k] * f2;
            }
            logarithmZ[ij] = log;
            triangleZ[ij] = one;
            weightedZ[ij] = atI;
            weightedZ[ji] = atJ;
        }
        logarithmZ[ji] = logarithmZ[ij];
        triangleZ[ji] = triangleZ[ij];
    }

    /** Integrals of the diagrams with the Z on the scalar line; at zero momentum the same as the leg corrections. */
    private void scalarsAtZ(Propagators p, int first, int scalar, double[] r) {
        boolean expandable = p.expandable(scalar, scalar, MZ_SQ);
        Expansion expansion = expandable ? p.expansion(scalar, scalar, MZ_SQ) : Expansion.NONE;
        double[] variable = expansion.variable();
        double[] series = expansion.values();
        double[] t = p.nodes();
        for (int i = 0; i < n; i++) {
            double[] ri = p.of(first + i);
            double log = 0;
            double logZ = 0;
            double weighted = 0;
            for (int k = 0; k < p.count(); k++) {
                double x = weightT[k] * t[k] * r[k] * ri[k];
                double rise = variable[k] * (0.5 + series[k]) - series[k];
                log += x - subtraction[k];
                logZ += x * rise;
                weighted += x * ri[k] * (0.5 + rise);
            }
            scalarLog[i] = 0.5 * log;
            scalarLogZ[i] = logZ;
            scalarWeightedZ[i] = weighted;
            if (!expandable) {
                double massSq = p.massSq(first + i);
                exact.evaluate(p.massSq(scalar), p.massSq(scalar), massSq, MZ_SQ);
                scalarLogZ[i] = exact.logarithm - 0.5 * Math.log(massSq / p.massSq(scalar)) - scalarLog[i];
                scalarWeightedZ[i] = exact.weightedZ;
            }
        }
    }

    private void zVertex(Propagators p, int first, LeptonAmplitudes out) {
        for (int x = 0; x < chiralities; x++) {
            ComplexMatrix couplings = x == 0 ? left : right;
            conservingVertex(p, first, x, 0.5, -0.5, logarithm, triangle);
            for (int i = 0; i < n; i++) {
                vertex.add(i, i, (SCALAR_CHARGE - LEPTON_CHARGE[x]) * scalarLog[i], 0);
            }
            ZVertex.add(vertex, couplings, couplings, image, x, out.v0, out.vZ);
            conservingVertex(p, first, x, 1, 0, logarithmZ, triangleZ);
            for (int i = 0; i < n; i++) {
                vertex.add(i, i, SCALAR_CHARGE * scalarLogZ[i], 0);
            }
            ZVertex.add(vertex, couplings, couplings, image, x, out.vZ, null);
            if (chiralities == 2) {
                flippingVertex(p, first, x);
                ZVertex.add(vertex, x == 0 ? right : left, couplings, image, x, out.sZ, null);
            }
        }
    }

    /** Fermion line, G^{o(X)}_ji IF0 + m_i m_j G^X_ji IF1 with IF0 = factor·log + constant, G^L_ji = C*_ij, G^R_ji = −C_ij. */
    private void conservingVertex(
            Propagators p, int first, int x, double factor, double constant, double[] log, double[] one) {
        vertex.fill(0);
        if (!neutralCurrent) {
            return;
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                int ij = i * n + j;
                double f0 = factor * log[ij] + constant;
                double f1 = p.mass(first + i) * p.mass(first + j) * one[ij];
                double re = z.re[ij] * (f1 - f0);
                double im = z.im[ij] * (f1 + f0);
                if (x == 0) {
                    vertex.set(i, j, re, -im);
                } else {
                    vertex.set(i, j, -re, -im);
                }
            }
        }
    }

    /** −(m_i G^{o}_ji IFx + m_j G_ji IFy) and the scalar line, for P_X on l_α: G = G^{o(X)}. */
    private void flippingVertex(Propagators p, int first, int x) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                int ij = i * n + j;
                double a = p.mass(first + i) * weightedZ[ij];
                double b = p.mass(first + j) * weightedZ[j * n + i];
                double re = z.re[ij] * (a - b);
                double im = z.im[ij] * (a + b);
                if (x == 1) {
                    vertex.set(i, j, re, im);
                } else {
                    vertex.set(i, j, -re, im);
                }
            }
            vertex.add(i, i, SCALAR_CHARGE * p.mass(first + i) * scalarWeightedZ[i], 0);
        }
    }

    private void direct(int box, int x, int y, int[] f, ComplexMatrix out) {
        int al = f[0];
        int be = f[1];
        int ga = f[2];
        int de = f[3];
        products.conjugateConjugate(VECTOR, boxVector, x, x, be, al, y, y, ga, de);
        out.add(box, vector(x, y), products.re, products.im);
        if (chiralities == 2) {
            products.conjugateConjugate(SCALAR, boxScalar, 1 - x, x, be, al, 1 - y, y, ga, de);
            out.add(box, scalar(x, y), products.re, products.im);
        }
    }

    /** Majorana crossing: l_α and l_δ on one fermion line, l_β and l_γ on the other. */
    private void crossed(int box, int x, int y, int[] f, ComplexMatrix out) {
        int al = f[0];
        int be = f[1];
        int ga = f[2];
        int de = f[3];
        products.plainPlain(SCALAR, boxScalar, x, x, de, al, y, y, be, ga);
        if (x == y) {
            out.add(box, vector(x, x), 0.5 * products.re, 0.5 * products.im);
        } else {
            out.add(box, scalar(x, x), -0.5 * products.re, -0.5 * products.im);
            out.add(box, tensor(x), 0.125 * products.re, 0.125 * products.im);
            products.plainPlain(VECTOR, boxVector, y, x, de, al, x, y, be, ga);
            out.add(box, vector(x, y), -products.re, -products.im);
            products.plainPlain(VECTOR, boxVector, y, x, de, al, y, x, be, ga);
            out.add(box, scalar(x, y), -2 * products.re, -2 * products.im);
        }
    }
}
