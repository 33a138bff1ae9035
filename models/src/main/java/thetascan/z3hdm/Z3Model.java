package thetascan.z3hdm;

import java.util.List;
import java.util.Map;
import thetascan.constraint.ConstraintSet;
import thetascan.model.CostClass;
import thetascan.model.Model;
import thetascan.model.Reference;
import thetascan.quantity.Quantity;
import thetascan.space.Chart;
import thetascan.space.ParameterSpace;

/** The real three-Higgs-doublet model with softly broken Z3 symmetry and type-Z Yukawa couplings. */
public final class Z3Model implements Model {

    private static final ParameterSpace PARAMETERS = Z3Parameters.space();

    private final List<Quantity> observables = Z3Observables.all(List.of("none"));

    @Override
    public String name() {
        return "z3-3hdm";
    }

    @Override
    public String version() {
        return "1.0";
    }

    @Override
    public String description() {
        return "real Z3 three-Higgs-doublet model, type Z: 16 parameters, 61 constraints";
    }

    @Override
    public ParameterSpace parameters() {
        return PARAMETERS;
    }

    @Override
    public List<Quantity> observables() {
        return observables;
    }

    @Override
    public Map<String, ConstraintSet> constraintSets() {
        return Map.of("default", ConstraintSet.read(Z3Model.class, "constraints.json"));
    }

    @Override
    public List<Reference> references() {
        return Z3References.ALL;
    }

    @Override
    public CostClass costClass() {
        return CostClass.CHEAP;
    }

    @Override
    public List<Chart> charts(ParameterSpace space) {
        return List.of(new SignedSquareChart(space), new SymmetricLimitChart(space), new AlignmentChart(space));
    }

    @Override
    public void canonicalise(double[] theta) {
        Relabelling.canonicalise(theta);
    }

    @Override
    public Z3Evaluator newEvaluator() {
        return new Z3Evaluator();
    }
}
