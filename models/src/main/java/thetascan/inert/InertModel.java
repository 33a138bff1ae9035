package thetascan.inert;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import thetascan.constraint.Constraint;
import thetascan.constraint.ConstraintSet;
import thetascan.dark.DarkSlha;
import thetascan.model.CostClass;
import thetascan.model.Domain;
import thetascan.model.Model;
import thetascan.model.PointEvaluator;
import thetascan.model.Reference;
import thetascan.model.SlhaEntries;
import thetascan.quantity.Quantity;
import thetascan.space.Bound;
import thetascan.space.Parameter;
import thetascan.space.ParameterSpace;
import thetascan.space.Scale;

/** The inert doublet model, given by the masses of its scalars. */
public final class InertModel implements Model {

    private static final ParameterSpace PARAMETERS = new ParameterSpace(List.of(
            mass("m_H", "m_H", "CP-even dark scalar", new Scale.Log(10, 1000)),
            mass("m_A", "m_A", "CP-odd dark scalar", above()),
            mass("m_Hpm", "m_{H^\\pm}", "charged dark scalar", above()),
            new Parameter(
                    Quantity.of(
                            "lambda_L",
                            "1",
                            "\\lambda_L",
                            "half of lambda3 + lambda4 + lambda5: h couples to two H with 2 lambda_L v"),
                    new Scale.SymmetricLog(1e-4, 1)),
            new Parameter(
                    Quantity.of("lambda_2", "1", "\\lambda_2", "quartic coupling of the inert doublet"),
                    new Scale.Log(1e-3, 4))));

    /** As its service is made. */
    public InertModel() {}

    private static Parameter mass(String name, String latex, String what, Scale scale) {
        return new Parameter(Quantity.of(name, "GeV", latex, "mass of the " + what), scale);
    }

    /** From the mass of H on; by the exchange of H and A that is general. */
    private static Scale above() {
        return new Scale.Dependent(Bound.of("m_H", 1, 0), Bound.of("m_H", 1, 500));
    }

    @Override
    public String name() {
        return "idm";
    }

    @Override
    public String version() {
        return "1.0";
    }

    @Override
    public String description() {
        return "inert doublet model: 5 parameters, relic density and direct detection included";
    }

    @Override
    public ParameterSpace parameters() {
        return PARAMETERS;
    }

    @Override
    public List<Domain> domains() {
        return Stream.of("m_H", "m_A", "m_Hpm").map(Domain::positive).toList();
    }

    @Override
    public List<Quantity> observables() {
        return InertObservables.ALL;
    }

    /** {@code underabundant}: the relic density is an upper limit, direct detection counts by the share of dark matter and annihilation by its square. */
    @Override
    public Map<String, ConstraintSet> constraintSets() {
        ConstraintSet all = ConstraintSet.read(InertModel.class, "constraints.json");
        ConstraintSet less = all;
        for (Constraint constraint :
                ConstraintSet.read(InertModel.class, "underabundant.json").constraints()) {
            less = less.with(constraint);
        }
        Map<String, ConstraintSet> sets = new LinkedHashMap<>();
        sets.put("default", all);
        sets.put("underabundant", less);
        return sets;
    }

    @Override
    public List<Reference> references() {
        return REFERENCES;
    }

    @Override
    public Map<String, String> dataSets() {
        return Map.of("Standard Model inputs", "PDG 2024, CODATA 2022");
    }

    @Override
    public SlhaEntries slha() {
        return DarkSlha.entries(Map.of("m_H", 35, "m_A", 36, "m_Hpm", 37));
    }

    @Override
    public CostClass costClass() {
        return CostClass.CHEAP;
    }

    @Override
    public PointEvaluator newEvaluator() {
        return new InertEvaluator();
    }

    private static final List<Reference> REFERENCES = List.of(
            new Reference(
                    "DeshpandeMa:1978",
                    "N. G. Deshpande, E. Ma, Pattern of symmetry breaking with two Higgs doublets, Phys. Rev. D 18 (1978) 2574",
                    "10.1103/PhysRevD.18.2574"),
            new Reference(
                    "Barbieri:2006",
                    "R. Barbieri, L. J. Hall, V. S. Rychkov, Improved naturalness with a heavy Higgs: an alternative road to LHC physics, Phys. Rev. D 74 (2006) 015007",
                    "hep-ph/0603188"),
            new Reference(
                    "LopezHonorez:2007",
                    "L. Lopez Honorez, E. Nezri, J. F. Oliver, M. H. G. Tytgat, The inert doublet model: an archetype for dark matter, JCAP 02 (2007) 028",
                    "hep-ph/0612275"),
            new Reference(
                    "Ginzburg:2010",
                    "I. F. Ginzburg, K. A. Kanishev, M. Krawczyk, D. Sokolowska, Evolution of Universe to the present inert phase, Phys. Rev. D 82 (2010) 123533",
                    "1009.4593"),
            new Reference(
                    "Belyaev:2018",
                    "A. Belyaev et al., Anatomy of the inert two-Higgs-doublet model in the light of the LHC and non-LHC dark matter searches, Phys. Rev. D 97 (2018) 035011",
                    "1612.00511"),
            new Reference(
                    "PDG:2024",
                    "S. Navas et al. (Particle Data Group), Review of Particle Physics, Phys. Rev. D 110 (2024) 030001",
                    "10.1103/PhysRevD.110.030001"));
}
