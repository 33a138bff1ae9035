package thetascan.scotogenic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import thetascan.model.Reference;

/** Publications behind the models. */
public final class ScotogenicReferences {

    /** What observables and default ranges rest on; constraints say themselves where their bounds are from. */
    public static final Map<String, String> DATA_SETS = Map.of(
            "Standard Model inputs", "PDG 2024, CODATA 2022",
            "limit in sigma_SI_over_limit", "LZ 2024 (HEPData record 155182 v2)",
            "ranges of neutrino parameters", "NuFIT 5.2, normal ordering");

    private static final List<Reference> COMMON = List.of(
            new Reference(
                    "CasasIbarra:2001",
                    "J. A. Casas, A. Ibarra, Oscillating neutrinos and mu -> e, gamma, Nucl. Phys. B 618 (2001) 171",
                    "hep-ph/0103065"),
            new Reference(
                    "TomaVicente:2014",
                    "T. Toma, A. Vicente, Lepton flavor violation in the scotogenic model, JHEP 01 (2014) 160",
                    "1312.2840"),
            new Reference(
                    "Hisano:1996",
                    "J. Hisano, T. Moroi, K. Tobe, M. Yamaguchi, Lepton flavor violation via right-handed neutrino Yukawa couplings in supersymmetric standard model, Phys. Rev. D 53 (1996) 2442",
                    "hep-ph/9510309"),
            new Reference(
                    "ArgandaHerreroTeixeira:2007",
                    "E. Arganda, M. J. Herrero, A. M. Teixeira, mu-e conversion in nuclei within the CMSSM seesaw, JHEP 10 (2007) 104",
                    "0707.2955"),
            new Reference(
                    "FlavorKit:2014",
                    "W. Porod, F. Staub, A. Vicente, A flavor kit for BSM models, Eur. Phys. J. C 74 (2014) 2992",
                    "1405.1434"),
            new Reference(
                    "Kannike:2012",
                    "K. Kannike, Vacuum stability conditions from copositivity criteria, Eur. Phys. J. C 72 (2012) 2093",
                    "1205.3781"),
            new Reference(
                    "micrOMEGAs:2024",
                    "G. Alguero et al., micrOMEGAs 6.0: N-component dark matter, Comput. Phys. Commun. 299 (2024) 109133",
                    "2312.14894"),
            new Reference(
                    "PDG:2024",
                    "S. Navas et al. (Particle Data Group), Review of Particle Physics, Phys. Rev. D 110 (2024) 030001",
                    "10.1103/PhysRevD.110.030001"));

    /** Of the minimal scotogenic model. */
    public static final List<Reference> MINIMAL = with(
            new Reference(
                    "Ma:2006",
                    "E. Ma, Verifiable radiative seesaw mechanism of neutrino mass and dark matter, Phys. Rev. D 73 (2006) 077301",
                    "hep-ph/0601225"),
            new Reference(
                    "Ibarra:2016",
                    "A. Ibarra, C. E. Yaguna, O. Zapata, Direct detection of fermion dark matter in the radiative seesaw model, Phys. Rev. D 93 (2016) 035012",
                    "1601.01163"));

    /** Of T1-2-A. */
    public static final List<Reference> T12A = with(
            new Reference(
                    "Alvarez:2023",
                    "A. Alvarez et al., Accommodating muon (g-2) and leptogenesis in a scotogenic model, JHEP 06 (2023) 163",
                    "2301.08485"),
            new Reference(
                    "Sarazin:2021",
                    "M. Sarazin, J. Bernigaud, B. Herrmann, Dark matter and lepton flavour phenomenology in a singlet-doublet scotogenic model, JHEP 12 (2021) 116",
                    "2107.04613"),
            new Reference(
                    "deSouza:2025",
                    "F. A. de Souza et al., Exploring scotogenic parameter spaces and mapping uncharted dark matter phenomenology with multi-objective search algorithms, JHEP 10 (2025) 116",
                    "2505.08862"));

    private ScotogenicReferences() {}

    private static List<Reference> with(Reference... own) {
        List<Reference> all = new ArrayList<>(List.of(own));
        all.addAll(COMMON);
        return List.copyOf(all);
    }
}
