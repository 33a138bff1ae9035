package thetascan.z3hdm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import thetascan.constraint.Constraint;
import thetascan.constraint.ConstraintSet;
import thetascan.higgs.HiggsObservables;
import thetascan.higgs.HiggsSlha;
import thetascan.higgs.SearchLimits;
import thetascan.higgs.WidthSource;
import thetascan.limit.LimitSet;
import thetascan.model.CostClass;
import thetascan.model.Domain;
import thetascan.model.Model;
import thetascan.model.Reference;
import thetascan.model.SlhaEntries;
import thetascan.physics.HiggsReference;
import thetascan.quantity.Quantity;
import thetascan.space.Chart;
import thetascan.space.ParameterSpace;

/**
 * The real three-Higgs-doublet model with softly broken Z3 symmetry and type-Z Yukawa couplings. Widths of heavy scalars are scaled from those of
 * a Standard Model Higgs boson, as in the scans of arXiv:2402.07661, or with {@link ComputedWidths} from amplitudes.
 */
public class Z3Model implements Model {

    private static final String VERSION = "1.0";
    private static final ParameterSpace PARAMETERS = Z3Parameters.space();

    private final String version;
    private final SearchLimits limits;
    private final WidthSource source;
    private final List<Quantity> observables;

    /** The model with the search limits that come with the program. */
    public Z3Model() {
        this(VERSION, SearchLimits.shipped(), WidthSource.SCALED_RATES);
    }

    private Z3Model(String version, SearchLimits limits, WidthSource source) {
        this.version = version;
        this.limits = limits;
        this.source = source;
        observables = Z3Observables.all(limits.legend());
    }

    /** The model with widths from amplitudes. */
    public static final class ComputedWidths extends Z3Model {
        /** As its service is made. */
        public ComputedWidths() {
            super(VERSION, SearchLimits.shipped(), WidthSource.AMPLITUDES);
        }
    }

    /** The model with other search limits, a collection in the HBDataset layout for instance. */
    @Override
    public Z3Model withLimits(LimitSet other) {
        return new Z3Model(VERSION + " with " + other.name(), SearchLimits.of(other), source);
    }

    @Override
    public String name() {
        return source == WidthSource.SCALED_RATES ? "z3-3hdm" : "z3-3hdm:computed-widths";
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public String description() {
        return "real Z3 three-Higgs-doublet model, type Z"
                + (source == WidthSource.SCALED_RATES ? "" : ", widths of heavy scalars from amplitudes")
                + ": 16 parameters, 61 constraints";
    }

    @Override
    public ParameterSpace parameters() {
        return PARAMETERS;
    }

    @Override
    public List<Domain> domains() {
        return Z3Parameters.DOMAINS;
    }

    @Override
    public Map<String, String> formerNames() {
        return Z3Parameters.FORMER_NAMES;
    }

    @Override
    public List<Quantity> observables() {
        return observables;
    }

    @Override
    public Map<String, String> limitRatios() {
        return HiggsObservables.limitRatios(Scalars.SECTOR);
    }

    /**
     * {@code published}: the 61 constraints of arXiv:2402.07661, signal strengths of h1 alone. {@code default}: the same on the signal
     * strengths of all scalars near h1. {@code 2026}: the theory and the search limits of both with the data known in November 2026.
     */
    @Override
    public Map<String, ConstraintSet> constraintSets() {
        ConstraintSet published = ConstraintSet.read(Z3Model.class, "constraints.json");
        ConstraintSet all = published;
        for (Constraint constraint : published.constraints()) {
            if (constraint.name().startsWith("mu_")) {
                all = all.with(constraint.withExpression(constraint.name().replace("mu_", "mu_all_")));
            }
        }
        Map<String, ConstraintSet> sets = new LinkedHashMap<>();
        sets.put("default", all);
        sets.put("published", published);
        sets.put("2026", newest(published));
        return sets;
    }

    private static ConstraintSet newest(ConstraintSet published) {
        ConstraintSet data = ConstraintSet.read(Z3Model.class, "constraints-2026.json");
        List<Constraint> all = new ArrayList<>();
        for (Constraint constraint : published.constraints()) {
            if (constraint.sector().equals("theory") || constraint.sector().equals("searches")) {
                all.add(constraint);
            }
        }
        all.addAll(data.constraints());
        return new ConstraintSet(all);
    }

    @Override
    public List<Reference> references() {
        return Z3References.ALL;
    }

    /**
     * h1, h2, A1 and C1 have the PDG numbers of a two-Higgs-doublet model, h3 and A2 those that SLHA2 gives to the third CP-even and second CP-odd
     * state; 47, which nobody has assigned, is C2.
     */
    @Override
    public SlhaEntries slha() {
        return new HiggsSlha(Scalars.SECTOR, Scalars.CHANNELS, List.of(25, 35, 45, 36, 46, 37, 47)).entries(Map.of());
    }

    @Override
    public Map<String, String> dataSets() {
        return Map.of(
                "search limits", limits.get().name(), "rates of a Standard Model Higgs boson", HiggsReference.SOURCE);
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
    public List<String> searchCharts(ParameterSpace space) {
        return List.of("symmetric-limit", "signed-square");
    }

    @Override
    public void canonicalise(double[] theta) {
        Relabelling.canonicalise(theta);
    }

    @Override
    public Z3Evaluator newEvaluator() {
        return new Z3Evaluator(limits.get(), source);
    }
}
