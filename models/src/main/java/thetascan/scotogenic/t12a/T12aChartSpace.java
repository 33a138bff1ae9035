package thetascan.scotogenic.t12a;

import thetascan.model.EvaluationException;
import thetascan.physics.CasasIbarra;
import thetascan.physics.ComplexMatrix;
import thetascan.physics.ComplexOrthogonal;
import thetascan.physics.MassOrdering;
import thetascan.physics.NeutrinoMixing;
import thetascan.physics.Propagators;
import thetascan.scotogenic.CasasIbarraInput;
import thetascan.scotogenic.InputBasis;

/** Working space of a {@link T12aChart}: what coordinates need to know of the spectrum. One thread, reused. */
final class T12aChartSpace {

    private static final double EV = 1e-9;

    final T12aParameters parameters;
    final T12aLagrangian lagrangian = new T12aLagrangian();
    final FlipAngles flipAngles = new FlipAngles();
    final ChiralityFlip flip = new ChiralityFlip();
    /** Neutrino data in the order of {@link CasasIbarraInput}: 12, then m_ν1, α₂₁, α₃₁, then three lepton phases. */
    final double[] neutrino = new double[18];

    final CasasIbarraInput input = new CasasIbarraInput(0, CasasIbarraInput.COUNT);

    private final T12aSpectrum spectrum = new T12aSpectrum();
    private final Propagators propagators = new Propagators(T12aSpectrum.PARTICLES);
    private final T12aNeutrinos loops = new T12aNeutrinos();
    private final CasasIbarra casasIbarra = new CasasIbarra();
    private final NeutrinoMixing extracted = new NeutrinoMixing();
    private final ComplexMatrix product = new ComplexMatrix(3, 3);
    private final ComplexMatrix mass = new ComplexMatrix(3, 3);
    private final ComplexMatrix a = new ComplexMatrix(1, 3);
    private final ComplexMatrix b = new ComplexMatrix(1, 3);
    private final double[] flipped = new double[6];

    T12aChartSpace(InputBasis basis) {
        parameters = new T12aParameters(basis);
    }

    /** Spectrum, loop matrix and dipole integrals of a point; false if a squared mass is not positive. */
    boolean spectrum(double[] theta) {
        try {
            parameters.read(theta, lagrangian);
        } catch (EvaluationException e) {
            return false;
        }
        if (!spectrum.evaluate(lagrangian)) {
            return false;
        }
        propagators.masses(spectrum.squares());
        loops.evaluate(lagrangian, spectrum, propagators);
        casasIbarra.loop(loops.loop);
        flip.spectrum(spectrum);
        return true;
    }

    /** Takes over {@link #neutrino} but the angles of R, and the vectors of the chirality flip; false if those have no direction. */
    boolean neutrinos() {
        if (!read()) {
            return false;
        }
        for (int i = 0; i < 3; i++) {
            double re = 0;
            double im = 0;
            for (int row = 0; row < 3; row++) {
                re += flip.c.re[row] * casasIbarra.factor.re(row, i) + flip.c.im[row] * casasIbarra.factor.im(row, i);
                im += flip.c.re[row] * casasIbarra.factor.im(row, i) - flip.c.im[row] * casasIbarra.factor.re(row, i);
            }
            a.set(0, i, re, im);
            double root = Math.sqrt(input.neutrinos.mass[i]);
            b.set(0, i, root * input.neutrinos.u.re(0, i), -root * input.neutrinos.u.im(0, i));
        }
        return flipAngles.vectors(a, b);
    }

    private boolean read() {
        try {
            input.read(neutrino);
            return true;
        } catch (EvaluationException e) {
            return false;
        }
    }

    /** Writes the angles of R into {@link #neutrino}. */
    void angles() {
        ComplexOrthogonal.angles(input.r, neutrino, CasasIbarraInput.ANGLES);
    }

    /** Couplings from {@link #neutrino}; false if the loop matrix allows none. */
    boolean couplings() {
        return read() && casasIbarra.couplings(input.r, input.neutrinos, lagrangian.g);
    }

    /** Multiplies the couplings of each lepton by its phase e^{−iφ}. */
    void rephase() {
        for (int k = 0; k < 3; k++) {
            double c = Math.cos(neutrino[15 + k]);
            double s = Math.sin(neutrino[15 + k]);
            for (int row = 0; row < 3; row++) {
                double x = lagrangian.g.re(row, k);
                double y = lagrangian.g.im(row, k);
                lagrangian.g.set(row, k, x * c + y * s, y * c - x * s);
            }
        }
    }

    void readCouplings(double[] theta) {
        for (int k = 0; k < 9; k++) {
            lagrangian.g.re[k] = theta[T12aParameters.NEUTRINOS + 2 * k];
            lagrangian.g.im[k] = theta[T12aParameters.NEUTRINOS + 2 * k + 1];
        }
    }

    /** The inverse of the Casas-Ibarra map with its phases, normal ordering; false if a neutrino is massless. */
    boolean neutrinosFromCouplings() {
        product.product(loops.loop, lagrangian.g);
        mass.transposeProduct(lagrangian.g, product);
        extracted.extract(mass, MassOrdering.NORMAL);
        double m1 = extracted.mass[0] / EV;
        double m2 = extracted.mass[1] / EV;
        double m3 = extracted.mass[2] / EV;
        neutrino[0] = (m2 - m1) * (m2 + m1);
        neutrino[1] = (m3 - m1) * (m3 + m1);
        neutrino[2] = extracted.s12Sq();
        neutrino[3] = extracted.s13Sq();
        neutrino[4] = extracted.s23Sq();
        neutrino[5] = extracted.delta();
        neutrino[12] = m1;
        ComplexMatrix u = extracted.u;
        double electron = phase(u, 0, 0);
        neutrino[13] = 2 * halfPhase(u, 1, phase(u, 0, 1) - electron);
        neutrino[14] = 2 * halfPhase(u, 2, phase(u, 0, 2) - electron + neutrino[5]);
        if (!casasIbarra.rotation(lagrangian.g, extracted, input.r)) {
            return false;
        }
        if (determinant(input.r) < 0) {
            for (int k = 0; k < 9; k++) {
                input.r.re[k] = -input.r.re[k];
                input.r.im[k] = -input.r.im[k];
            }
            electron += Math.PI;
            flipColumn(u, 0);
            flipColumn(u, 1);
            flipColumn(u, 2);
        }
        neutrino[15] = Math.IEEEremainder(electron, 2 * Math.PI);
        neutrino[16] = Math.IEEEremainder(phase(u, 1, 2) - neutrino[14] / 2, 2 * Math.PI);
        neutrino[17] = Math.IEEEremainder(phase(u, 2, 2) - neutrino[14] / 2, 2 * Math.PI);
        angles();
        return true;
    }

    /** The phase modulo 2π, brought to [0, π) by the sign of its column, which is free. */
    private static double halfPhase(ComplexMatrix u, int column, double phase) {
        double positive = phase - 2 * Math.PI * Math.floor(phase / (2 * Math.PI));
        if (positive < Math.PI) {
            return positive;
        }
        flipColumn(u, column);
        return positive - Math.PI;
    }

    private static void flipColumn(ComplexMatrix u, int column) {
        for (int row = 0; row < 3; row++) {
            u.set(row, column, -u.re(row, column), -u.im(row, column));
        }
    }

    private static double phase(ComplexMatrix u, int row, int column) {
        return Math.atan2(u.im(row, column), u.re(row, column));
    }

    /** Real part of the determinant, which is ±1. */
    private static double determinant(ComplexMatrix r) {
        double sum = 0;
        for (int k = 0; k < 3; k++) {
            int i = (k + 1) % 3;
            int j = (k + 2) % 3;
            double minorRe = r.re(1, i) * r.re(2, j)
                    - r.im(1, i) * r.im(2, j)
                    - r.re(1, j) * r.re(2, i)
                    + r.im(1, j) * r.im(2, i);
            double minorIm = r.re(1, i) * r.im(2, j)
                    + r.im(1, i) * r.re(2, j)
                    - r.re(1, j) * r.im(2, i)
                    - r.im(1, j) * r.re(2, i);
            sum += r.re(0, k) * minorRe - r.im(0, k) * minorIm;
        }
        return sum;
    }

    /** Re and Im of q, φ, ψ of the present R; after {@link #neutrinos}. */
    double[] flipped() {
        flipAngles.coordinates(input.r, flipped);
        return flipped;
    }

    /** The quadratic form of Δa_μ of the present couplings. */
    void moment() {
        flip.couplings(lagrangian, spectrum);
    }
}
