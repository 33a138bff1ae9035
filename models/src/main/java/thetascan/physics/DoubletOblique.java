package thetascan.physics;

import static thetascan.physics.Pdg2024.COS2_THETA_W;
import static thetascan.physics.Pdg2024.MW_SQ;
import static thetascan.physics.Pdg2024.MZ_SQ;
import static thetascan.physics.Pdg2024.SIN2_THETA_W;

/**
 * Oblique parameters of an extra scalar doublet whose CP-even neutral component may mix with singlets. Definitions with finite
 * differences (M. E. Peskin, T. Takeuchi, Phys. Rev. D 46 (1992) 381; Particle Data Group):
 *
 * <pre>
 * S = (16π/m_Z²) [Π₃₃(m_Z²) − Π₃₃(0) − Π₃Q(m_Z²)],   T = 4π [Π₁₁(0) − Π₃₃(0)]/(s_W² c_W² m_Z²)
 * U = 16π {[Π₁₁(m_W²) − Π₁₁(0)]/m_W² − [Π₃₃(m_Z²) − Π₃₃(0)]/m_Z²}
 * </pre>
 */
public final class DoubletOblique {

    /** What turns 16π² (Π₁₁(0) − Π₃₃(0)) into T. */
    public static final double T_FACTOR = 1 / (4 * Math.PI * SIN2_THETA_W * COS2_THETA_W * MZ_SQ);

    private final VacuumPolarisation loop = new VacuumPolarisation();

    /** S, the part of new physics. */
    public double s;
    /** T, the part of new physics. */
    public double t;
    /** U, the part of new physics. */
    public double u;

    /**
     * Fills the fields.
     *
     * @param p masses of all states; the indices below are theirs
     * @param plus   the charged state
     * @param even   first of the CP-even states
     * @param weight squared doublet component of each CP-even state; the sum is 1
     * @param odd    the CP-odd state
     */
    public void evaluate(Propagators p, int plus, int even, double[] weight, int odd) {
        double neutralZ = 0;
        double charged = rise(p, plus, odd, plus, MW_SQ);
        double custodial = f(p, plus, odd);
        for (int a = 0; a < weight.length; a++) {
            neutralZ += weight[a] * rise(p, even + a, odd, plus, MZ_SQ);
            charged += weight[a] * rise(p, plus, even + a, plus, MW_SQ);
            custodial += weight[a] * (f(p, plus, even + a) - f(p, even + a, odd));
        }
        double chargedZ = rise(p, plus, plus, plus, MZ_SQ);
        s = (neutralZ - chargedZ) / (4 * Math.PI * MZ_SQ);
        t = custodial / (16 * Math.PI * SIN2_THETA_W * MW_SQ);
        u = (charged / MW_SQ - (chargedZ + neutralZ) / MZ_SQ) / (4 * Math.PI);
    }

    private double rise(Propagators p, int i, int j, int reference, double qSq) {
        loop.rise(p, i, j, reference, qSq);
        return loop.scalarRise;
    }

    private static double f(Propagators p, int i, int j) {
        return ObliqueFunctions.f(p.massSq(i), p.massSq(j));
    }
}
