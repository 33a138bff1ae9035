package thetascan.relic;

import java.util.Arrays;
import java.util.List;

/**
 * Sum over spins of |M|² at tree level, in unitary gauge, by summing amplitudes of all spin states:
 *
 * <pre>
 * scalar exchange −V₁V₂ D   vector exchange V₁·(g − qq/m²)·V₂ D   fermion exchange −V₂ (q̸ + m) V₁ D   contact V,
 * D = 1/(q² − m² + i m Γ θ(q²))
 * </pre>
 *
 * One thread; {@link #of}, then {@link #energy}, then {@link #squared} for each angle.
 */
final class Amplitude {

    private static final int S = Legs.STATES;

    private final FeynmanRules rules;
    private final Particles particles;
    /** None to begin with. */
    private Process process = new Process(Process.Shape.BOSONS, new int[4], 0, List.of(), List.of());

    private final Legs legs = new Legs();
    private boolean forced;
    private double forcedValue;
    private final double[] invariants = new double[3];
    private double[] propagatorRe = new double[16];
    private double[] propagatorIm = new double[16];
    /** Coefficients A_k of the structures. */
    private final double[] re = new double[Process.Shape.FOUR_FERMIONS.structures];

    private final double[] im = new double[Process.Shape.FOUR_FERMIONS.structures];

    private final FermionPair first = new FermionPair();
    private final FermionPair second = new FermionPair();
    private final BosonPair bosons = new BosonPair();
    private final BosonPair otherBosons = new BosonPair();
    private final double[] q = new double[4];
    /** Amplitudes of all spin states, for shapes that add up diagram by diagram. */
    private final double[] sumRe = new double[16];

    private final double[] sumIm = new double[16];
    /** Scalar and vector current of two fermions with their coefficients, and chains of two with theirs. */
    private final double[] jRe = new double[4];

    private final double[] jIm = new double[4];
    private double scalarRe;
    private double scalarIm;
    private final Chain chain = new Chain();
    private final Chain otherChain = new Chain();

    Amplitude(FeynmanRules rules) {
        this.rules = rules;
        particles = rules.particles();
    }

    /** Takes a process, prepared for the present point. */
    void of(Process next) {
        process = next;
        forced = false;
        legs.particles(next, rules);
        if (propagatorRe.length < next.exchanges.length) {
            propagatorRe = new double[2 * next.exchanges.length];
            propagatorIm = new double[2 * next.exchanges.length];
        }
    }

    /** Gives the final particles other masses, and m² × the propagator of a scalar resonance in the s-channel a value; until the next process. */
    void virtual(double mass3, double mass4, double resonance) {
        legs.virtual(mass3, mass4);
        forced = true;
        forcedValue = resonance;
    }

    /** The scalar that may be resonant in the s-channel, −1 if there is none. */
    int resonance() {
        for (Process.Exchange exchange : process.exchanges) {
            if (isResonance(exchange)) {
                return exchange.label();
            }
        }
        return -1;
    }

    private boolean isResonance(Process.Exchange exchange) {
        return exchange.invariant() == Process.S
                && rules.width(exchange.label()) > 0
                && particles.spin(exchange.label()) == Spin.SCALAR;
    }

    /** Sets s, the square of the total energy, above both thresholds or at them. */
    void energy(double s) {
        legs.energy(s);
        invariants[Process.S] = s;
    }

    /** Momentum of particles 3 and 4 [GeV]. */
    double outgoingMomentum() {
        return legs.out;
    }

    /** Σ|M|² over all spins, at cos θ between particles 1 and 3. */
    double squared(double cos) {
        legs.angle(cos);
        double twice = 2 * legs.in * legs.out * cos;
        invariants[Process.T] = invariant(2) + twice;
        invariants[Process.U] = invariant(3) - twice;
        coefficients();
        return switch (process.shape) {
            case BOSONS -> bosons();
            case TWO_FERMIONS -> twoFermions();
            case FOUR_FERMIONS -> fourFermions();
        };
    }

    private double invariant(int leg) {
        double m0 = legs.mass(0);
        double m = legs.mass(leg);
        return m0 * m0 + m * m - 2 * legs.energy(0) * legs.energy(leg);
    }

    /**
     * How far from the physical region the nearest pole in cos θ is: the smallest |cos θ| of a pole of t or u; 1 if one lies within,
     * infinite if there is none.
     */
    double nearestPole() {
        double nearest = Double.POSITIVE_INFINITY;
        double twice = 2 * legs.in * legs.out;
        for (Process.Exchange exchange : process.exchanges) {
            if (exchange.invariant() != Process.S) {
                double m = rules.mass(exchange.label());
                double distance = (m * m - invariant(exchange.invariant() + 1)) / twice;
                nearest = Math.min(nearest, Math.max(1, distance));
            }
        }
        return nearest;
    }

    private void coefficients() {
        Process.Exchange[] exchanges = process.exchanges;
        for (int x = 0; x < exchanges.length; x++) {
            double square = invariants[exchanges[x].invariant()];
            double m = rules.mass(exchanges[x].label());
            double off = square - m * m;
            double damping = square > 0 ? m * rules.width(exchanges[x].label()) : 0;
            double norm = 1 / (off * off + damping * damping);
            propagatorRe[x] = off * norm;
            propagatorIm[x] = -damping * norm;
            if (forced && isResonance(exchanges[x])) {
                propagatorRe[x] = forcedValue / (m * m);
                propagatorIm[x] = 0;
            }
        }
        int structures = process.shape.structures;
        Arrays.fill(re, 0, structures, 0);
        Arrays.fill(im, 0, structures, 0);
        for (int t = 0; t < process.live; t++) {
            int x = process.exchange[t];
            int k = process.structure[t];
            double dRe = x == Process.CONTACT ? 1 : propagatorRe[x];
            double dIm = x == Process.CONTACT ? 0 : propagatorIm[x];
            re[k] += process.re[t] * dRe - process.im[t] * dIm;
            im[k] += process.re[t] * dIm + process.im[t] * dRe;
        }
    }

    private boolean has(int structure, int count) {
        return (process.structures >>> structure & (1L << count) - 1) != 0;
    }

    private boolean isVector(int leg) {
        return particles.isVector(process.label[leg]);
    }

    // ---- four bosons; at most two of them vectors

    private double bosons() {
        Arrays.fill(sumRe, 0);
        Arrays.fill(sumIm, 0);
        boolean v2 = isVector(2);
        boolean v3 = isVector(3);
        for (int k = 0; k < 3; k++) {
            if (has(3 * k, 3)) {
                int a = 1 + k;
                int b = k == 0 ? 2 : 1;
                int c = k == 2 ? 2 : 3;
                bosons.evaluate(legs, 0, a, false, isVector(a));
                otherBosons.evaluate(legs, b, c, isVector(b), isVector(c));
                Legs.add(legs.p, 0, legs.p, 4 * a, q);
                exchange(3 * k, a, b, c);
            }
        }
        double sum = 0;
        for (int l2 = 0; l2 < legs.states[2]; l2++) {
            for (int l3 = 0; l3 < legs.states[3]; l3++) {
                int at = l2 * S + l3;
                double contact = v2 && v3
                        ? Legs.dot(legs.polarisation, (2 * S + l2) * 4, legs.polarisation, (3 * S + l3) * 4)
                        : v2 || v3 ? 0 : 1;
                double x = sumRe[at] + re[9] * contact;
                double y = sumIm[at] + im[9] * contact;
                sum += x * x + y * y;
            }
        }
        return sum;
    }

    /** Adds (0 a)(b c); only legs 2 and 3 have more than one state. */
    private void exchange(int k, int a, int b, int c) {
        for (int l2 = 0; l2 < legs.states[2]; l2++) {
            for (int l3 = 0; l3 < legs.states[3]; l3++) {
                int one = a == 1 ? 0 : a == 2 ? l2 : l3;
                int two = (b == 1 ? 0 : l2) * S + (c == 2 ? l2 : l3);
                double scalar = bosons.scalar[one] * otherBosons.scalar[two];
                double vector = Legs.dot(bosons.vector, 4 * one, otherBosons.vector, 4 * two);
                double along = Legs.dot(bosons.vector, 4 * one, q, 0) * Legs.dot(otherBosons.vector, 4 * two, q, 0);
                sumRe[l2 * S + l3] += re[k] * scalar + re[k + 1] * vector + re[k + 2] * along;
                sumIm[l2 * S + l3] += im[k] * scalar + im[k + 1] * vector + im[k + 2] * along;
            }
        }
    }

    // ---- two fermions, two bosons

    private double twoFermions() {
        int column = particles.isFermion(process.label[0]) ? 0 : particles.isFermion(process.label[1]) ? 1 : 2;
        int row = particles.isFermion(process.label[3]) ? 3 : particles.isFermion(process.label[2]) ? 2 : 1;
        int a = column == 0 ? (row == 1 ? 2 : 1) : 0;
        int b = 6 - column - row - a;
        boolean current = has(0, 6);
        if (current) {
            first.evaluate(legs, column, row);
            bosons.evaluate(legs, a, b, isVector(a), isVector(b));
            Legs.add(legs.p, 4 * a, legs.p, 4 * b, q);
        }
        boolean one = has(6, 4);
        boolean two = has(10, 4);
        if (one) {
            chain.evaluate(legs, column, a, isVector(a), row, b, isVector(b), re, im, 6);
        }
        if (two) {
            otherChain.evaluate(legs, column, b, isVector(b), row, a, isVector(a), re, im, 10);
        }
        double sum = 0;
        for (int hc = 0; hc < 2; hc++) {
            for (int hr = 0; hr < 2; hr++) {
                int pair = 2 * (2 * hc + hr);
                if (current) {
                    current(pair);
                }
                for (int la = 0; la < legs.states[a]; la++) {
                    for (int lb = 0; lb < legs.states[b]; lb++) {
                        double x = 0;
                        double y = 0;
                        if (current) {
                            int at = la * S + lb;
                            x = scalarRe * bosons.scalar[at] + Legs.dot(jRe, 0, bosons.vector, 4 * at);
                            y = scalarIm * bosons.scalar[at] + Legs.dot(jIm, 0, bosons.vector, 4 * at);
                        }
                        if (one) {
                            x += chain.re(hc, la, hr, lb);
                            y += chain.im(hc, la, hr, lb);
                        }
                        if (two) {
                            x += otherChain.re(hc, lb, hr, la);
                            y += otherChain.im(hc, lb, hr, la);
                        }
                        sum += x * x + y * y;
                    }
                }
            }
        }
        return sum;
    }

    /** The scalar and the vector current of the fermions with their coefficients; the longitudinal part is along q. */
    private void current(int pair) {
        double[] s = first.scalar;
        double[] v = first.vector;
        scalarRe = re[0] * s[pair] + re[1] * s[pair + 1];
        scalarIm = im[0] * s[pair] + im[1] * s[pair + 1];
        vector(v, 4 * pair, 4 * pair + 4, 2, 3, 4, 5);
    }

    /** j = A_v0 v₀ + A_v1 v₁ + q (A_q0 v₀·q + A_q1 v₁·q). */
    private void vector(double[] v, int v0, int v1, int c0, int c1, int q0, int q1) {
        double dot0 = Legs.dot(v, v0, q, 0);
        double dot1 = Legs.dot(v, v1, q, 0);
        double alongRe = re[q0] * dot0 + re[q1] * dot1;
        double alongIm = im[q0] * dot0 + im[q1] * dot1;
        for (int k = 0; k < 4; k++) {
            jRe[k] = re[c0] * v[v0 + k] + re[c1] * v[v1 + k] + alongRe * q[k];
            jIm[k] = im[c0] * v[v0 + k] + im[c1] * v[v1 + k] + alongIm * q[k];
        }
    }

    // ---- four fermions

    private double fourFermions() {
        Arrays.fill(sumRe, 0);
        Arrays.fill(sumIm, 0);
        for (int k = 0; k < 3; k++) {
            if (has(12 * k, 12)) {
                int a = 1 + k;
                int b = k == 0 ? 2 : 1;
                int c = k == 2 ? 2 : 3;
                first.evaluate(legs, 0, a);
                second.evaluate(legs, b, c);
                Legs.add(legs.p, 0, legs.p, 4 * a, q);
                fourFermions(12 * k, 8, 8 >> a, 8 >> b, 8 >> c);
            }
        }
        double sum = 0;
        for (int h = 0; h < 16; h++) {
            sum += sumRe[h] * sumRe[h] + sumIm[h] * sumIm[h];
        }
        return sum;
    }

    /** Adds a pairing; the bits say where the helicity of each leg stands in the index of an amplitude. */
    private void fourFermions(int base, int bit0, int bitA, int bitB, int bitC) {
        for (int one = 0; one < 4; one++) {
            int outer = (one >> 1) * bit0 + (one & 1) * bitA;
            for (int chirality = 0; chirality < 2; chirality++) {
                int k = base + chirality;
                double sRe = re[k] * first.scalar[2 * one] + re[k + 2] * first.scalar[2 * one + 1];
                double sIm = im[k] * first.scalar[2 * one] + im[k + 2] * first.scalar[2 * one + 1];
                vector(first.vector, 8 * one, 8 * one + 4, k + 4, k + 6, k + 8, k + 10);
                for (int two = 0; two < 4; two++) {
                    int at = outer + (two >> 1) * bitB + (two & 1) * bitC;
                    int other = 2 * two + chirality;
                    sumRe[at] += sRe * second.scalar[other] + Legs.dot(jRe, 0, second.vector, 4 * other);
                    sumIm[at] += sIm * second.scalar[other] + Legs.dot(jIm, 0, second.vector, 4 * other);
                }
            }
        }
    }
}
