package thetascan.scotogenic.t12a;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
import thetascan.space.Chart;
import thetascan.space.ParameterSpace;

/** The T1-2-A scotogenic model with two singlet fermions, in one of its input bases. */
public class T12aModel implements Model {

    private final InputBasis basis;
    private final ParameterSpace parameters;

    /**
     * The model in a basis.
     *
     * @param basis what a point is given by
     */
    public T12aModel(InputBasis basis) {
        this.basis = basis;
        parameters = new T12aParameters(basis).space();
    }

    /** Given by neutrino data and a complex orthogonal matrix: 37 parameters. */
    public static final class CasasIbarraBasis extends T12aModel {
        /** The model in this basis. */
        public CasasIbarraBasis() {
            super(InputBasis.CASAS_IBARRA);
        }
    }

    /** Given by the masses and the mixing of the dark scalars, neutrino data and a complex orthogonal matrix: 37 parameters. */
    public static final class MassBasis extends T12aModel {
        /** The model in this basis. */
        public MassBasis() {
            super(InputBasis.MASSES);
        }
    }

    /** Given by all couplings: 43 parameters. */
    public static final class YukawaBasis extends T12aModel {
        /** The model in this basis. */
        public YukawaBasis() {
            super(InputBasis.YUKAWAS);
        }
    }

    @Override
    public final String name() {
        return basis.modelName("t12a");
    }

    @Override
    public final List<String> otherNames() {
        return basis.otherNames("t12a");
    }

    @Override
    public final String version() {
        return "1.0";
    }

    @Override
    public final String description() {
        return "scotogenic model T1-2-A with two singlet fermions: " + parameters.dimension() + " parameters, "
                + basis.description();
    }

    @Override
    public final ParameterSpace parameters() {
        return parameters;
    }

    @Override
    public final List<Domain> domains() {
        return new T12aParameters(basis).domains();
    }

    @Override
    public final List<Quantity> observables() {
        return T12aObservables.ALL;
    }

    @Override
    public final Map<String, ConstraintSet> constraintSets() {
        return ScotogenicConstraints.named("t12a-constraints.json", "t12a-exclusions.json");
    }

    @Override
    public final List<Reference> references() {
        return ScotogenicReferences.T12A;
    }

    @Override
    public final Map<String, String> dataSets() {
        return ScotogenicReferences.DATA_SETS;
    }

    @Override
    public final SlhaEntries slha() {
        return DarkSlha.entries(Map.of(
                "m_h_tree",
                25,
                "m_phi1",
                1001,
                "m_A",
                1002,
                "m_etaP",
                1003,
                "m_phi2",
                1004,
                "m_chi1",
                3001,
                "m_chi2",
                3002,
                "m_chi3",
                3003,
                "m_chi4",
                3004,
                "m_Psi",
                3005));
    }

    @Override
    public final CostClass costClass() {
        return CostClass.CHEAP;
    }

    @Override
    public final List<Chart> charts(ParameterSpace space) {
        // charts are made of Lagrangian parameters
        return basis == InputBasis.MASSES ? List.of() : T12aCharts.all(basis, space);
    }

    /** Those of the default constraints. */
    @Override
    public final List<String> searchCharts(ParameterSpace space) {
        return searchCharts(space, constraintSet("default"));
    }

    /** That of the window of Δa_μ most like the one asked for, and one for any window. */
    @Override
    public final List<String> searchCharts(ParameterSpace space, ConstraintSet constraints) {
        List<String> offered = charts(space).stream().map(Chart::name).toList();
        List<String> wanted = Stream.of("recommended-" + T12aCharts.year(constraints), "chirality-flip")
                .filter(offered::contains)
                .toList();
        return wanted.isEmpty() ? Model.super.searchCharts(space) : wanted;
    }

    /** The singlets F₁ and F₂ by mass. */
    @Override
    public final void canonicalise(double[] theta) {
        if (theta[T12aParameters.M_F1] > theta[T12aParameters.M_F2]) {
            T12aParameters.exchangeSinglets(theta, basis);
        }
    }

    @Override
    public final PointEvaluator newEvaluator() {
        return new T12aEvaluator(basis);
    }
}
