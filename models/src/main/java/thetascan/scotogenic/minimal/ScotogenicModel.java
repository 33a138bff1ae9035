package thetascan.scotogenic.minimal;

import java.util.List;
import java.util.Map;
import thetascan.constraint.ConstraintSet;
import thetascan.dark.DarkSlha;
import thetascan.model.CostClass;
import thetascan.model.Domain;
import thetascan.model.Model;
import thetascan.model.PointEvaluator;
import thetascan.model.Reference;
import thetascan.model.SlhaEntries;
import thetascan.quantity.Quantity;
import thetascan.scotogenic.InputBasis;
import thetascan.scotogenic.ScotogenicConstraints;
import thetascan.scotogenic.ScotogenicReferences;
import thetascan.space.ParameterSpace;

/** The minimal scotogenic model in one of its input bases. */
public class ScotogenicModel implements Model {

    private final InputBasis basis;
    private final ParameterSpace parameters;

    /**
     * The model in a basis.
     *
     * @param basis what a point is given by
     */
    public ScotogenicModel(InputBasis basis) {
        this.basis = basis;
        parameters = new ScotogenicParameters(basis).space();
    }

    /** Given by neutrino data and a complex orthogonal matrix. */
    public static final class CasasIbarraBasis extends ScotogenicModel {
        /** The model in this basis. */
        public CasasIbarraBasis() {
            super(InputBasis.CASAS_IBARRA);
        }
    }

    /** Given by the masses of the dark scalars, neutrino data and a complex orthogonal matrix. */
    public static final class MassBasis extends ScotogenicModel {
        /** The model in this basis. */
        public MassBasis() {
            super(InputBasis.MASSES);
        }
    }

    /** Given by all Yukawa couplings. */
    public static final class YukawaBasis extends ScotogenicModel {
        /** The model in this basis. */
        public YukawaBasis() {
            super(InputBasis.YUKAWAS);
        }
    }

    @Override
    public final String name() {
        return basis.modelName("scotogenic");
    }

    @Override
    public final List<String> otherNames() {
        return basis.otherNames("scotogenic");
    }

    @Override
    public final String version() {
        return "1.0";
    }

    @Override
    public final String description() {
        return "minimal scotogenic model: " + parameters.dimension() + " parameters, " + basis.description();
    }

    @Override
    public final ParameterSpace parameters() {
        return parameters;
    }

    @Override
    public final List<Domain> domains() {
        return new ScotogenicParameters(basis).domains();
    }

    @Override
    public final List<Quantity> observables() {
        return ScotogenicObservables.ALL;
    }

    @Override
    public final Map<String, ConstraintSet> constraintSets() {
        return ScotogenicConstraints.named("scotogenic-constraints.json", "scotogenic-exclusions.json");
    }

    @Override
    public final List<Reference> references() {
        return ScotogenicReferences.MINIMAL;
    }

    @Override
    public final Map<String, String> dataSets() {
        return ScotogenicReferences.DATA_SETS;
    }

    @Override
    public final SlhaEntries slha() {
        return DarkSlha.entries(
                Map.of("m_R", 1001, "m_I", 1002, "m_etaP", 1003, "M_N1", 3001, "M_N2", 3002, "M_N3", 3003));
    }

    @Override
    public final CostClass costClass() {
        return CostClass.CHEAP;
    }

    /** The fermions N_k by mass. */
    @Override
    public final void canonicalise(double[] theta) {
        ScotogenicParameters.sortFermions(theta, basis);
    }

    @Override
    public final PointEvaluator newEvaluator() {
        return new ScotogenicEvaluator(basis);
    }
}
