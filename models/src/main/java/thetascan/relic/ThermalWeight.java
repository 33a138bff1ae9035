package thetascan.relic;

/** Weight of the momentum k of two particles in their rest frame in a thermal average: k² s/(4 E_i E_j) K₁(√s/T). */
final class ThermalWeight {

    private ThermalWeight() {}

    /** s [GeV²] of particles of masses mi and mj. */
    static double energySquared(double k, double mi, double mj) {
        double e = Math.sqrt(k * k + mi * mi) + Math.sqrt(k * k + mj * mj);
        return e * e;
    }

    /** The weight times e^2x at x = m/T, m the mass of the dark matter. */
    static double at(double k, double mi, double mj, double m, double x) {
        double ei = Math.sqrt(k * k + mi * mi);
        double ej = Math.sqrt(k * k + mj * mj);
        double root = ei + ej;
        double boltzmann = Bessel.scaledK1(root * x / m) * Math.exp(-(root / m - 2) * x);
        return k * k * root * root / (4 * ei * ej) * boltzmann;
    }
}
