package thetascan.z3hdm;

import java.util.List;
import java.util.Map;
import thetascan.higgs.TabulatedMasses;
import thetascan.model.Domain;
import thetascan.physics.StandardModel;
import thetascan.quantity.Quantity;
import thetascan.space.Parameter;
import thetascan.space.ParameterSpace;
import thetascan.space.Scale;

/** The parameters, their published ranges and scales (arXiv:2402.07661), and their places in θ. */
final class Z3Parameters {

    static final int ALPHA1 = 0;
    static final int ALPHA2 = 1;
    static final int ALPHA3 = 2;
    static final int GAMMA1 = 3;
    static final int GAMMA2 = 4;
    static final int TAN_BETA1 = 5;
    static final int TAN_BETA2 = 6;
    static final int M_EVEN2 = 7;
    static final int M_EVEN3 = 8;
    static final int M_A1 = 9;
    static final int M_A2 = 10;
    static final int M_C1 = 11;
    static final int M_C2 = 12;
    static final int M12_SQ = 13;
    static final int M13_SQ = 14;
    static final int M23_SQ = 15;
    static final int V = 16;
    static final int M_EVEN1 = 17;
    static final int COUNT = 18;

    /** Mass of h1 [GeV]; the reference rates of h1 are those of this mass. */
    static final double H1_MASS = TabulatedMasses.OBSERVED;

    /** Where the reference rates are tabulated. */
    static final List<Domain> DOMAINS = List.of(
            domain("m_h2", TabulatedMasses.HIGH_EVEN),
            domain("m_h3", TabulatedMasses.HIGH_EVEN),
            domain("m_A1", TabulatedMasses.HIGH),
            domain("m_A2", TabulatedMasses.HIGH),
            domain("m_C1", TabulatedMasses.HIGH),
            domain("m_C2", TabulatedMasses.HIGH),
            new Domain("m_h1", H1_MASS, H1_MASS, "the reference rates of h1"));

    /** What the masses of h2 and h3 were called up to catalogue format 1, in which m_H1 and m_h1 differed only in case. */
    static final Map<String, String> FORMER_NAMES = Map.of("m_H1", "m_h2", "m_H2", "m_h3");

    private static final double RIGHT_ANGLE = Math.PI / 2;

    private Z3Parameters() {}

    static ParameterSpace space() {
        Scale mixing = new Scale.Linear(-RIGHT_ANGLE, RIGHT_ANGLE);
        Scale periodic = new Scale.Angle(-RIGHT_ANGLE, RIGHT_ANGLE);
        // tan β = 0 itself makes a vacuum expectation value vanish and the inversion singular
        Scale tanBeta = new Scale.TanBeta(0.01, 10);
        Scale evenMass = new Scale.Linear(125, 1000);
        Scale mass = new Scale.Linear(100, 1000);
        Scale soft = new Scale.SymmetricLog(1e-1, 1e7);
        return new ParameterSpace(List.of(
                of("alpha1", "rad", "\\alpha_1", "CP-even mixing angle", mixing),
                of("alpha2", "rad", "\\alpha_2", "CP-even mixing angle", mixing),
                of("alpha3", "rad", "\\alpha_3", "CP-even mixing angle of h2 and h3, period pi", periodic),
                of("gamma1", "rad", "\\gamma_1", "CP-odd mixing angle of A1 and A2, period pi", periodic),
                of("gamma2", "rad", "\\gamma_2", "charged mixing angle of C1 and C2, period pi", periodic),
                of("tan_beta1", "1", "\\tan\\beta_1", "v2/v1", tanBeta),
                of("tan_beta2", "1", "\\tan\\beta_2", "v3/sqrt(v1^2+v2^2)", tanBeta),
                of("m_h2", "GeV", "m_{h_2}", "mass of the CP-even scalar h2", evenMass),
                of("m_h3", "GeV", "m_{h_3}", "mass of the CP-even scalar h3", evenMass),
                of("m_A1", "GeV", "m_{A_1}", "mass of the CP-odd scalar A1", mass),
                of("m_A2", "GeV", "m_{A_2}", "mass of the CP-odd scalar A2", mass),
                of("m_C1", "GeV", "m_{H_1^\\pm}", "mass of the charged scalar C1", mass),
                of("m_C2", "GeV", "m_{H_2^\\pm}", "mass of the charged scalar C2", mass),
                of("m12_sq", "GeV^2", "m_{12}^2", "soft breaking term of doublets 1 and 2", soft),
                of("m13_sq", "GeV^2", "m_{13}^2", "soft breaking term of doublets 1 and 3", soft),
                of("m23_sq", "GeV^2", "m_{23}^2", "soft breaking term of doublets 2 and 3", soft),
                of("v", "GeV", "v", "vacuum expectation value", new Scale.Fixed(StandardModel.VEV)),
                of("m_h1", "GeV", "m_{h_1}", "mass of the observed Higgs boson h1", new Scale.Fixed(H1_MASS))));
    }

    private static Domain domain(String mass, double high) {
        return new Domain(mass, TabulatedMasses.LOW, high, "the tables of reference rates");
    }

    private static Parameter of(String name, String unit, String latex, String description, Scale scale) {
        return new Parameter(Quantity.of(name, unit, latex, description), scale);
    }
}
