package thetascan.scotogenic.t12a;

import static thetascan.physics.Pdg2024.MW_SQ;
import static thetascan.physics.Pdg2024.MZ_SQ;

import thetascan.physics.ComplexMatrix;
import thetascan.physics.DoubletOblique;
import thetascan.physics.Propagators;
import thetascan.physics.VacuumPolarisation;

/** S, T, U of T1-2-A: the scalar doublet mixed with the singlet, and the vector-like doublet mixed with two singlets. Reused. */
final class T12aOblique {

    private final DoubletOblique scalars = new DoubletOblique();
    private final VacuumPolarisation loop = new VacuumPolarisation();
    private final double[] weight = new double[2];
    private final ComplexMatrix c = new ComplexMatrix(4, 4);

    double s;
    double t;
    double u;

    void evaluate(T12aSpectrum spectrum, Propagators p) {
        weight[0] = spectrum.o[1] * spectrum.o[1];
        weight[1] = spectrum.o[3] * spectrum.o[3];
        scalars.evaluate(p, T12aSpectrum.ETA_PLUS, T12aSpectrum.PHI, weight, T12aSpectrum.A);
        s = scalars.s;
        t = scalars.t;
        u = scalars.u;
        fermions(spectrum, p);
    }

    private void fermions(T12aSpectrum spectrum, Propagators p) {
        spectrum.neutralCurrent(c);
        double neutralZ = 0;
        double neutral = 0;
        for (int n = 0; n < 4; n++) {
            for (int m = n; m < 4; m++) {
                double re = c.re(n, m);
                double im = c.im(n, m);
                double pairs = n == m ? 1 : 2;
                double same = pairs * (re * re + im * im);
                double opposite = pairs * (re * re - im * im);
                loop.rise(p, T12aSpectrum.CHI + n, T12aSpectrum.CHI + m, T12aSpectrum.PSI, MZ_SQ);
                loop.atRest(p, T12aSpectrum.CHI + n, T12aSpectrum.CHI + m, T12aSpectrum.PSI);
                neutralZ += same * loop.leftRise - opposite * loop.mixedRise;
                neutral += same * loop.left - opposite * loop.mixed;
            }
        }
        double chargedW = 0;
        double charged = 0;
        for (int n = 0; n < 4; n++) {
            double same = 0.5 * (spectrum.u.squared(n, 2) + spectrum.u.squared(n, 3));
            double opposite = spectrum.u.re(n, 2) * spectrum.u.re(n, 3) - spectrum.u.im(n, 2) * spectrum.u.im(n, 3);
            loop.rise(p, T12aSpectrum.CHI + n, T12aSpectrum.PSI, T12aSpectrum.PSI, MW_SQ);
            loop.atRest(p, T12aSpectrum.CHI + n, T12aSpectrum.PSI, T12aSpectrum.PSI);
            chargedW += same * loop.leftRise + opposite * loop.mixedRise;
            charged += same * loop.left + opposite * loop.mixed;
        }
        loop.rise(p, T12aSpectrum.PSI, T12aSpectrum.PSI, T12aSpectrum.PSI, MZ_SQ);
        double psiZ = loop.leftRise + loop.mixedRise;
        // Π₃₃ holds half of Ψ⁻, Π₃Q all of it; at rest Ψ⁻ gives nothing
        s += (neutralZ - psiZ / 2) / (Math.PI * MZ_SQ);
        t += (charged - neutral) * DoubletOblique.T_FACTOR;
        u += (chargedW / MW_SQ - (neutralZ + psiZ / 2) / MZ_SQ) / Math.PI;
    }
}
