package thetascan.physics;

import static thetascan.physics.Pdg2024.FERMI_CONSTANT;
import static thetascan.physics.Pdg2024.HBAR_C_SQ;
import static thetascan.physics.Pdg2024.MH_SQ;
import static thetascan.physics.Pdg2024.VEV;

/**
 * Elastic scattering of dark matter on a nucleon at tree level. Quark contents of the nucleons as in micrOMEGAs 6.0 (G. Alguero et
 * al., Comput. Phys. Commun. 299 (2024) 109133, arXiv:2312.14894), heavy quarks through the gluons with the one-loop QCD
 * correction (A. Djouadi, M. Drees, Phys. Lett. B 484 (2000) 183, hep-ph/0004205).
 */
public enum NucleonScattering {
    /** The proton. */
    PROTON(Pdg2024.M_PROTON, 0.0153, 0.0191, 0.0447, 0.842, -0.427, -0.085),
    /** The neutron. */
    NEUTRON(Pdg2024.M_NEUTRON, 0.0110, 0.0273, 0.0447, -0.427, 0.842, -0.085);

    private final double mass;
    private final double scalarContent;
    private final double spinContent;

    NucleonScattering(double mass, double u, double d, double s, double deltaU, double deltaD, double deltaS) {
        this.mass = mass;
        scalarContent = contentOfHiggs(u + d + s);
        spinContent = deltaU - deltaD - deltaS;
    }

    /** Light quarks, and c, b, t with α_s at their masses. */
    private static double contentOfHiggs(double light) {
        double heavy = 0;
        for (double alphaS : new double[] {0.380, 0.2268, 0.1078}) {
            heavy += 1 + (11.0 / 4 - 16.0 / 9) * alphaS / Math.PI;
        }
        return light + 2.0 / 27 * (1 - light) * heavy;
    }

    private double reducedMass(double darkMass) {
        return darkMass * mass / (darkMass + mass);
    }

    /**
     * {@return spin-independent cross-section [cm²] of a real scalar φ}
     *
     * @param coupling C of L = −½ C h φ² [GeV]
     * @param darkMass mass of φ [GeV]
     */
    public double scalar(double coupling, double darkMass) {
        double amplitude = coupling * scalarContent * mass * mass / (VEV * MH_SQ * (darkMass + mass));
        return amplitude * amplitude / (4 * Math.PI) * HBAR_C_SQ;
    }

    /**
     * {@return spin-independent cross-section [cm²] of a Majorana fermion χ through the Higgs boson}
     *
     * @param coupling Re g of L = −½ h χ̄ (g P_L + g* P_R) χ
     * @param darkMass mass of χ [GeV]
     */
    public double majorana(double coupling, double darkMass) {
        double amplitude = reducedMass(darkMass) * coupling * scalarContent * mass / (VEV * MH_SQ);
        return amplitude * amplitude / Math.PI * HBAR_C_SQ;
    }

    /**
     * {@return spin-dependent cross-section [cm²] of a Majorana fermion χ through the Z boson}
     *
     * @param axial C of −½ g_Z Z_μ χ̄ γ^μ (C P_L − C P_R) χ
     * @param darkMass mass of χ [GeV]
     */
    public double spinDependent(double axial, double darkMass) {
        double amplitude = reducedMass(darkMass) * Math.sqrt(2) * FERMI_CONSTANT * axial * spinContent / 2;
        return 12 / Math.PI * amplitude * amplitude * HBAR_C_SQ;
    }
}
