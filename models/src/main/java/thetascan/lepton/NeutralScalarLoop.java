package thetascan.lepton;

import static thetascan.lepton.FourLepton.scalar;
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
 * Loops of one vector-like charged Dirac fermion F⁻ of weak isospin −½ with neutral real scalars φ_a: L = F̄ (L_{aα} P_L + R_{aα} P_R)
 * l_α φ_a + h.c., and −½ g_Z Z_μ H_ba φ_b i∂↔^μ φ_a. Sums and integrals follow the effective vertices of
 * {@link LeptonAmplitudes}; boxes carry the crossed diagrams of real scalars. Caller-owned and reused.
 */
public final class NeutralScalarLoop {

    private static final double LOOP = 1 / (16 * Math.PI * Math.PI);
    /** Slots of the box integrals. */
    private static final int VECTOR = 0;

    private static final int SCALAR = 1;
    private static final double FERMION_CHARGE = -0.5 + SIN2_THETA_W;
    /** Z couplings of the leptons, L and R. */
    private static final double[] LEPTON_CHARGE = {-0.5 + SIN2_THETA_W, SIN2_THETA_W};

    private final int n;

    /** Couplings L, n × 3. */
    public final ComplexMatrix left;

    /** Couplings R, n × 3. */
    public final ComplexMatrix right;
    /** H, n × n: first index the outgoing scalar. */
    public final ComplexMatrix z;

    private final CouplingProducts products;
    private final DipoleFunctions dipole = new DipoleFunctions();
    private final double[] chargeRadius;
    private final double[] conserving;
    private final double[] flipping;

    /** Box integrals over 16π²: ¼ Int k²/(...) and m_F² Int 1/(...), in rows of {@link CouplingProducts#ROW}. */
    private final double[] boxVector;

    private final double[] boxScalar;
    /** The diagrams with the Z on the fermion line and the leg corrections at zero momentum, without couplings, per scalar. */
    private final double[] fermionLine;

    private final double[] legs;
    /** Rise of the fermion line to q² = m_Z², and Int x/D there. */
    private final double[] fermionLineZ;

    private final double[] weightedZ;
    /** Integrals of the scalar line: Int −ln D at zero, its rise to m_Z², Int (1−x−y)/D at m_Z², n × n. */
    private final double[] scalarLine;

    private final double[] scalarLineZ;
    private final double[] scalarWeightedZ;

    private final double[] weightT = new double[LogTrapezoid.CAPACITY];
    private final double[] subtraction = new double[LogTrapezoid.CAPACITY];

    private final ComplexMatrix vertex;
    private final ComplexMatrix image;
    private final TriangleIntegrals exact = new TriangleIntegrals();

    /**
     * A loop without couplings.
     *
     * @param scalars n
     */
    public NeutralScalarLoop(int scalars) {
        n = scalars;
        left = new ComplexMatrix(n, 3);
        right = new ComplexMatrix(n, 3);
        z = new ComplexMatrix(n, n);
        products = new CouplingProducts(n);
        chargeRadius = new double[n];
        conserving = new double[n];
        flipping = new double[n];
        boxVector = new double[CouplingProducts.ROW * CouplingProducts.ROW];
        boxScalar = new double[CouplingProducts.ROW * CouplingProducts.ROW];
        fermionLine = new double[n];
        legs = new double[n];
        fermionLineZ = new double[n];
        weightedZ = new double[n];
        scalarLine = new double[n * n];
        scalarLineZ = new double[n * n];
        scalarWeightedZ = new double[n * n];
        vertex = new ComplexMatrix(n, n);
        image = new ComplexMatrix(1, n);
    }

    /** −m_F e_F(x_a)/(16π² m_a²) [GeV⁻¹], the chirality-flipping dipole integral of the last point. */
    double flipping(int a) {
        return flipping[a];
    }

    /**
     * Adds this sector. The scalars are particles first .. first+n−1 of {@code p}.
     *
     * @param p masses of all particles of the point
     * @param first index of the first scalar
     * @param fermion index of F
     * @param out receives the amplitudes besides those of other sectors
     */
    public void add(Propagators p, int first, int fermion, LeptonAmplitudes out) {
        products.multiply(left, right, 2);
        dipoles(p, first, fermion, out);
        integrate(p, first, fermion);
        zVertex(p.mass(fermion), out);
        for (int box = 0; box < LeptonAmplitudes.BOXES.length; box++) {
            for (int x = 0; x < 2; x++) {
                for (int y = 0; y < 2; y++) {
                    box(box, x, y, out.boxes);
                }
            }
        }
    }

    private void dipoles(Propagators p, int first, int fermion, LeptonAmplitudes out) {
        for (int a = 0; a < n; a++) {
            double factor = LOOP / p.massSq(first + a);
            dipole.evaluate(p.massSq(fermion) / p.massSq(first + a));
            chargeRadius[a] = factor * dipole.mF;
            conserving[a] = -factor * dipole.dF;
            flipping[a] = -factor * dipole.eF * p.mass(fermion);
        }
        PhotonVertex.add(products, 2, chargeRadius, conserving, flipping, out.k1Fermion, out);
    }

    private void integrate(Propagators p, int first, int fermion) {
        double[] t = p.nodes();
        double[] r = p.of(fermion);
        for (int k = 0; k < p.count(); k++) {
            weightT[k] = p.weights()[k] * t[k] * r[k];
            subtraction[k] = weightT[k] * t[k] * r[k] * r[k];
        }
        for (int a = 0; a < n; a++) {
            fermionAtRest(p, first, a, fermion, r);
            for (int b = a; b < n; b++) {
                int ab = a * CouplingProducts.ROW + b;
                boxes(p, first + a, first + b, fermion, r, ab, b * CouplingProducts.ROW + a);
            }
        }
        fermionAtZ(p, first, fermion, r);
        for (int a = 0; a < n; a++) {
            for (int b = a; b < n; b++) {
                if (z.squared(a, b) > 0) {
                    scalars(p, first + a, first + b, fermion, r, a * n + b, b * n + a);
                }
            }
        }
    }

    private void boxes(Propagators p, int a, int b, int fermion, double[] r, int ab, int ba) {
        double[] t = p.nodes();
        double[] ra = p.of(a);
        double[] rb = p.of(b);
        double one = 0;
        double square = 0;
        for (int k = 0; k < p.count(); k++) {
            double x = weightT[k] * r[k] * ra[k] * rb[k];
            one += x;
            square += x * t[k];
        }
        boxScalar[ab] = LOOP * p.massSq(fermion) * one;
        boxScalar[ba] = boxScalar[ab];
        boxVector[ab] = -0.25 * LOOP * square;
        boxVector[ba] = boxVector[ab];
    }

    private void fermionAtRest(Propagators p, int first, int a, int fermion, double[] r) {
        double[] t = p.nodes();
        double[] ra = p.of(first + a);
        double log = 0;
        double one = 0;
        double leg = 0;
        for (int k = 0; k < p.count(); k++) {
            double x = weightT[k] * ra[k];
            one += x * r[k];
            log += x * t[k] * r[k] - subtraction[k];
            leg += x * t[k] * ra[k] - subtraction[k];
        }
        fermionLine[a] = 0.5 * log - 0.5 + p.massSq(fermion) * one;
        legs[a] = 0.5 * leg;
    }

    private void fermionAtZ(Propagators p, int first, int fermion, double[] r) {
        double massSq = p.massSq(fermion);
        if (!p.expandable(fermion, fermion, MZ_SQ)) {
            for (int a = 0; a < n; a++) {
                double scalarSq = p.massSq(first + a);
                exact.evaluate(massSq, massSq, scalarSq, MZ_SQ);
                double log = exact.logarithm - 0.5 * Math.log(scalarSq / massSq);
                fermionLineZ[a] = log + exact.product - 0.5 + massSq * exact.unit - fermionLine[a];
                weightedZ[a] = exact.weightedX;
            }
            return;
        }
        Expansion expansion = p.expansion(fermion, fermion, MZ_SQ);
        double[] variable = expansion.variable();
        double[] series = expansion.values();
        double[] t = p.nodes();
        for (int a = 0; a < n; a++) {
            double[] ra = p.of(first + a);
            double log = 0;
            double one = 0;
            double weighted = 0;
            for (int k = 0; k < p.count(); k++) {
                double x = weightT[k] * r[k] * ra[k];
                double f2 = 0.5 + series[k];
                log += x * t[k] * series[k];
                one += x * variable[k] * f2;
                weighted += x * t[k] * r[k] * f2;
            }
            fermionLineZ[a] = log + massSq * one;
            weightedZ[a] = weighted;
        }
    }

    private void scalars(Propagators p, int a, int b, int fermion, double[] r, int ab, int ba) {
        double[] t = p.nodes();
        double[] ra = p.of(a);
        double[] rb = p.of(b);
        boolean expandable = p.expandable(a, b, MZ_SQ);
        Expansion expansion = expandable ? p.expansion(a, b, MZ_SQ) : Expansion.NONE;
        double[] variable = expansion.variable();
        double[] series = expansion.values();
        double log = 0;
        double logZ = 0;
        double weighted = 0;
        for (int k = 0; k < p.count(); k++) {
            double x = weightT[k] * t[k] * ra[k] * rb[k];
            double rise = variable[k] * (0.5 + series[k]) - series[k];
            log += x - subtraction[k];
            logZ += x * rise;
            weighted += x * r[k] * (0.5 + rise);
        }
        scalarLine[ab] = 0.5 * log;
        scalarLineZ[ab] = logZ;
        scalarWeightedZ[ab] = weighted;
        if (!expandable) {
            exact.evaluate(p.massSq(a), p.massSq(b), p.massSq(fermion), MZ_SQ);
            scalarLineZ[ab] = exact.logarithm - 0.5 * log;
            scalarWeightedZ[ab] = exact.weightedZ;
        }
        scalarLine[ba] = scalarLine[ab];
        scalarLineZ[ba] = scalarLineZ[ab];
        scalarWeightedZ[ba] = scalarWeightedZ[ab];
    }

    private void zVertex(double fermionMass, LeptonAmplitudes out) {
        for (int x = 0; x < 2; x++) {
            ComplexMatrix couplings = x == 0 ? left : right;
            scalarVertex(scalarLine, 1);
            for (int a = 0; a < n; a++) {
                vertex.add(a, a, FERMION_CHARGE * fermionLine[a] - LEPTON_CHARGE[x] * legs[a], 0);
            }
            ZVertex.add(vertex, couplings, couplings, image, x, out.v0, out.vZ);
            scalarVertex(scalarLineZ, 1);
            for (int a = 0; a < n; a++) {
                vertex.add(a, a, FERMION_CHARGE * fermionLineZ[a], 0);
            }
            ZVertex.add(vertex, couplings, couplings, image, x, out.vZ, null);
            scalarVertex(scalarWeightedZ, fermionMass);
            for (int a = 0; a < n; a++) {
                vertex.add(a, a, -2 * fermionMass * FERMION_CHARGE * weightedZ[a], 0);
            }
            ZVertex.add(vertex, x == 0 ? right : left, couplings, image, x, out.sZ, null);
        }
    }

    /** H_ba times an integral, a at l_α and b at l_β. */
    private void scalarVertex(double[] integral, double factor) {
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                double w = z.squared(b, a) > 0 ? factor * integral[a * n + b] : 0;
                vertex.set(a, b, w * z.re(b, a), w * z.im(b, a));
            }
        }
    }

    private void box(int box, int x, int y, ComplexMatrix out) {
        int al = LeptonAmplitudes.BOXES[box][0];
        int be = LeptonAmplitudes.BOXES[box][1];
        int ga = LeptonAmplitudes.BOXES[box][2];
        int de = LeptonAmplitudes.BOXES[box][3];
        products.conjugateConjugate(VECTOR, boxVector, y, x, ga, al, x, y, be, de);
        out.add(box, vector(x, y), products.re, products.im);
        products.plainPlain(VECTOR, boxVector, x, y, al, de, x, y, be, ga);
        out.add(box, vector(x, y), -products.re, -products.im);
        products.conjugateConjugate(SCALAR, boxScalar, 1 - y, x, ga, al, 1 - x, y, be, de);
        out.add(box, scalar(x, y), products.re, products.im);
        products.plainPlain(SCALAR, boxScalar, x, y, al, de, 1 - x, 1 - y, be, ga);
        out.add(box, scalar(x, y), products.re, products.im);
    }
}
