package thetascan.relic;

/**
 * Momenta and wave functions of the four particles of 1 2 → 3 4 in their rest frame, scattering in the x-z plane. Vectors are (E, x, y,
 * z) with the y component divided by i, spinors in the chiral representation: like this everything is real, and a·b = a₀b₀ − a_x b_x +
 * a_y b_y − a_z b_z. The polarisation along y is a phase times a real vector; phases of external states do not matter.
 *
 * <p>Below (m₁ − m₂)² the same is the decay 1 → 2̄ 3 4 in the rest frame of 3 and 4: particle 2 has a negative energy, its antiparticle goes out.
 */
final class Legs {

    static final int STATES = 3;

    /** Number of spin states of each leg. */
    final int[] states = new int[4];

    private final Spin[] spin = new Spin[4];
    private final double[] mass = new double[4];
    private final double[] energy = new double[4];

    /** Momentum of the initial and the final particles. */
    double in;

    double out;
    /** Four incoming momenta, 4 × 4: those of particles 3 and 4 negative. */
    final double[] p = new double[16];
    /** Polarisation vectors [leg][state][4]. */
    final double[] polarisation = new double[4 * STATES * 4];
    /** Spinors at the start (column) and at the end (row) of a fermion chain, [leg][state][4]: two left-handed components first. */
    final double[] column = new double[4 * STATES * 4];

    final double[] row = new double[4 * STATES * 4];

    void particles(Process process, FeynmanRules rules) {
        for (int leg = 0; leg < 4; leg++) {
            int label = process.label[leg];
            mass[leg] = rules.mass(label);
            spin[leg] = rules.particles().spin(label);
            states[leg] = spin[leg] == Spin.VECTOR && mass[leg] == 0 ? 2 : spin[leg].states;
        }
    }

    /** Gives the final particles other masses, until the next process. */
    void virtual(double mass3, double mass4) {
        mass[2] = mass3;
        mass[3] = mass4;
    }

    double mass(int leg) {
        return mass[leg];
    }

    double energy(int leg) {
        return energy[leg];
    }

    /** Sets the squared energy; the final particles can be made. */
    void energy(double s) {
        double root = Math.sqrt(s);
        energy[0] = (s + (mass[0] - mass[1]) * (mass[0] + mass[1])) / (2 * root);
        energy[1] = root - energy[0];
        energy[2] = (s + (mass[2] - mass[3]) * (mass[2] + mass[3])) / (2 * root);
        energy[3] = root - energy[2];
        in = momentum(s, mass[0], mass[1]);
        out = momentum(s, mass[2], mass[3]);
        leg(0, in, 0, 1);
        leg(1, in, 0, -1);
    }

    /** Momentum of two particles of given masses in their rest frame, 0 below threshold. */
    static double momentum(double s, double m1, double m2) {
        double sum = m1 + m2;
        double difference = m1 - m2;
        return Math.sqrt(Math.max(0, (s - sum * sum) * (s - difference * difference)) / (4 * s));
    }

    void angle(double cos) {
        double sin = Math.sqrt(1 - cos * cos);
        leg(2, out, sin, cos);
        leg(3, out, -sin, -cos);
    }

    private void leg(int leg, double k, double sin, double cos) {
        double sign = leg < 2 ? 1 : -1;
        p[4 * leg] = sign * energy[leg];
        p[4 * leg + 1] = sign * k * sin;
        p[4 * leg + 3] = sign * k * cos;
        if (spin[leg] == Spin.FERMION) {
            // a negative energy: the antiparticle goes out with the opposite momentum
            double side = energy[leg] < 0 ? -1 : 1;
            spinors(leg, leg < 2 && side > 0, side * energy[leg], k, side * sin, side * cos);
        } else if (spin[leg] == Spin.VECTOR) {
            polarisations(leg, k, sin, cos);
        }
    }

    private void polarisations(int leg, double k, double sin, double cos) {
        int at = leg * STATES * 4;
        polarisation[at + 1] = cos;
        polarisation[at + 3] = -sin;
        polarisation[at + 4 + 2] = 1;
        if (states[leg] == 3) {
            polarisation[at + 8] = k / mass[leg];
            polarisation[at + 9] = energy[leg] / mass[leg] * sin;
            polarisation[at + 11] = energy[leg] / mass[leg] * cos;
        }
    }

    /** Helicity spinors u = (√(p·σ) ξ, √(p·σ̄) ξ) and v = C ūᵀ. */
    private void spinors(int leg, boolean incoming, double energy, double k, double sin, double cos) {
        double half = Math.sqrt(Math.max(0, (1 + cos) / 2));
        double other = Math.copySign(Math.sqrt(Math.max(0, (1 - cos) / 2)), sin);
        double big = Math.sqrt(energy + k);
        double small = mass[leg] / big;
        int at = leg * STATES * 4;
        spinor(incoming, at, half, other, small, big);
        spinor(incoming, at + 4, -other, half, big, small);
    }

    private void spinor(boolean incoming, int at, double x1, double x2, double left, double right) {
        double[] particle = incoming ? column : row;
        double[] antiparticle = incoming ? row : column;
        double swap = incoming ? 1 : -1;
        // incoming: column u = (l ξ, r ξ), row v̄ = (−l εξ, r εξ); outgoing: row ū = (r ξ, l ξ), column v = (r εξ, −l
        // εξ)
        double first = incoming ? left : right;
        double second = incoming ? right : left;
        particle[at] = first * x1;
        particle[at + 1] = first * x2;
        particle[at + 2] = second * x1;
        particle[at + 3] = second * x2;
        antiparticle[at] = -swap * first * x2;
        antiparticle[at + 1] = swap * first * x1;
        antiparticle[at + 2] = swap * second * x2;
        antiparticle[at + 3] = -swap * second * x1;
    }

    /** a·b of four components at given places. */
    static double dot(double[] a, int i, double[] b, int j) {
        return a[i] * b[j] - a[i + 1] * b[j + 1] + a[i + 2] * b[j + 2] - a[i + 3] * b[j + 3];
    }

    static void add(double[] a, int i, double[] b, int j, double[] sum) {
        for (int k = 0; k < 4; k++) {
            sum[k] = a[i + k] + b[j + k];
        }
    }
}
