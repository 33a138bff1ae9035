package thetascan.scotogenic.minimal;

import static thetascan.physics.NucleonScattering.NEUTRON;
import static thetascan.physics.NucleonScattering.PROTON;

import thetascan.dark.ScatteringObservables;
import thetascan.physics.Pdg2024;

/**
 * Scattering of the dark matter of the minimal scotogenic model on nuclei: scalars at tree level; a fermion N through its one-loop
 * coupling to the Higgs boson (A. Ibarra, C. E. Yaguna, O. Zapata, Phys. Rev. D 93 (2016) 035012, arXiv:1601.01163), with the weights of
 * the charged and the neutral loops that SU(2) asks for. One-loop couplings of N to the Z and the photon are left out.
 */
final class ScotogenicScattering {

    private static final double KEV = 1e-6;
    private static final double LOOP = 1 / (16 * Math.PI * Math.PI);

    private ScotogenicScattering() {}

    static void evaluate(ScotogenicLagrangian l, ScotogenicSpectrum s, double[] out, int at) {
        double splitting = s.splitting(l) / KEV;
        switch (s.darkMatter) {
            case NONE -> ScatteringObservables.undefined(out, at);
            case FERMION -> fermion(l, s, out, at);
            case CP_EVEN -> scalar(s.cR, s.lightestNeutral, -splitting, out, at);
            case CP_ODD -> scalar(s.cI, s.lightestNeutral, splitting, out, at);
        }
    }

    private static void scalar(double coupling, double m, double splitting, double[] out, int at) {
        ScatteringObservables.write(
                PROTON.scalar(coupling, m), NEUTRON.scalar(coupling, m), 0, 0, m, splitting, out, at);
    }

    private static void fermion(ScotogenicLagrangian l, ScotogenicSpectrum s, double[] out, int at) {
        double m = s.lightestNeutral;
        double g = higgsCoupling(l, s);
        ScatteringObservables.write(
                PROTON.majorana(g, m), NEUTRON.majorana(g, m), 0, 0, m, Double.POSITIVE_INFINITY, out, at);
    }

    /** g of L = −½ g h N̄N, proportional to Σ_a |y_ka|². */
    static double higgsCoupling(ScotogenicLagrangian l, ScotogenicSpectrum s) {
        int k = s.lightestFermion;
        double squares = l.y.squared(k, 0) + l.y.squared(k, 1) + l.y.squared(k, 2);
        double mSq = s.squares[k];
        double loops = l.lambda3 * loop(mSq / s.squares[ScotogenicSpectrum.ETA_PLUS])
                + (l.lambda3 + l.lambda4 + l.lambda5) / 2 * loop(mSq / s.squares[ScotogenicSpectrum.ETA_R])
                + (l.lambda3 + l.lambda4 - l.lambda5) / 2 * loop(mSq / s.squares[ScotogenicSpectrum.ETA_I]);
        return Pdg2024.VEV * LOOP * squares / l.mN[k] * loops;
    }

    /** [r + (1−r) ln|1−r|]/r = Σ_{n≥1} rⁿ/(n(n+1)). */
    private static double loop(double r) {
        if (r > 0.05) {
            return r == 1 ? 1 : (r + (1 - r) * Math.log(Math.abs(1 - r))) / r;
        }
        double sum = 0;
        for (int n = 14; n >= 1; n--) {
            sum = (sum + 1.0 / (n * (n + 1))) * r;
        }
        return sum;
    }
}
