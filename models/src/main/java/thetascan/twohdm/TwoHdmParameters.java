package thetascan.twohdm;

import java.util.List;
import java.util.stream.Stream;
import thetascan.higgs.TabulatedMasses;
import thetascan.model.Domain;
import thetascan.physics.StandardModel;
import thetascan.quantity.Quantity;
import thetascan.space.Parameter;
import thetascan.space.ParameterSpace;
import thetascan.space.Scale;

/** The parameters and their places in θ. */
final class TwoHdmParameters {

    static final int M_H0 = 0;
    static final int M_A = 1;
    static final int M_HPM = 2;
    static final int TAN_BETA = 3;
    static final int COS_BA = 4;
    static final int M12_SQ = 5;
    static final int V = 6;
    static final int M_H = 7;

    static final List<Domain> DOMAINS = Stream.concat(
                    Stream.of(new Domain(
                            "m_H0", TabulatedMasses.LOW, TabulatedMasses.HIGH_EVEN, "the tables of reference rates")),
                    Stream.of("m_A", "m_Hpm")
                            .map(mass -> new Domain(
                                    mass, TabulatedMasses.LOW, TabulatedMasses.HIGH, "the tables of reference rates")))
            .toList();

    private TwoHdmParameters() {}

    static ParameterSpace space() {
        return new ParameterSpace(List.of(
                of("m_H0", "GeV", "m_H", "mass of the other CP-even scalar", new Scale.Linear(130, 1000)),
                of("m_A", "GeV", "m_A", "mass of the CP-odd scalar", new Scale.Linear(100, 1000)),
                of("m_Hpm", "GeV", "m_{H^\\pm}", "mass of the charged scalar", new Scale.Linear(100, 1000)),
                of("tan_beta", "1", "\\tan\\beta", "v2/v1", new Scale.TanBeta(0.5, 50)),
                of(
                        "cos_ba",
                        "1",
                        "\\cos(\\beta-\\alpha)",
                        "coupling of H to W and Z; 0 is the alignment limit",
                        new Scale.Linear(-0.5, 0.5)),
                of("m12_sq", "GeV^2", "m_{12}^2", "soft breaking of the Z2 symmetry", new Scale.SymmetricLog(1, 1e6)),
                of("v", "GeV", "v", "vacuum expectation value", new Scale.Fixed(StandardModel.VEV)),
                of(
                        "m_h",
                        "GeV",
                        "m_h",
                        "mass of the observed Higgs boson",
                        new Scale.Fixed(TabulatedMasses.OBSERVED))));
    }

    private static Parameter of(String name, String unit, String latex, String description, Scale scale) {
        return new Parameter(Quantity.of(name, unit, latex, description), scale);
    }
}
