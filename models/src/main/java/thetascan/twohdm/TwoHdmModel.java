package thetascan.twohdm;

import java.util.List;
import java.util.Map;
import thetascan.constraint.ConstraintSet;
import thetascan.higgs.HiggsObservables;
import thetascan.higgs.HiggsSlha;
import thetascan.higgs.SearchLimits;
import thetascan.limit.LimitSet;
import thetascan.model.CostClass;
import thetascan.model.Domain;
import thetascan.model.Model;
import thetascan.model.PointEvaluator;
import thetascan.model.Reference;
import thetascan.model.SlhaEntries;
import thetascan.physics.HiggsReference;
import thetascan.quantity.Quantity;
import thetascan.space.Chart;
import thetascan.space.ParameterSpace;

/** The real two-Higgs-doublet model of one type of Yukawa couplings, given by masses, tan β, cos(β−α) and m12². */
public class TwoHdmModel implements Model {

    private static final String VERSION = "1.0";
    private static final ParameterSpace PARAMETERS = TwoHdmParameters.space();

    private final YukawaType type;
    private final String version;
    private final SearchLimits limits;
    private final List<Quantity> observables;

    /**
     * The model with the search limits that come with the program.
     *
     * @param type of the Yukawa couplings
     */
    public TwoHdmModel(YukawaType type) {
        this(type, VERSION, SearchLimits.shipped());
    }

    private TwoHdmModel(YukawaType type, String version, SearchLimits limits) {
        this.type = type;
        this.version = version;
        this.limits = limits;
        observables = TwoHdmObservables.all(limits.legend());
    }

    /** Type I. */
    public static final class TypeI extends TwoHdmModel {
        /** As its service is made. */
        public TypeI() {
            super(YukawaType.I);
        }
    }

    /** Type II. */
    public static final class TypeII extends TwoHdmModel {
        /** As its service is made. */
        public TypeII() {
            super(YukawaType.II);
        }
    }

    /** Type X, lepton-specific. */
    public static final class TypeX extends TwoHdmModel {
        /** As its service is made. */
        public TypeX() {
            super(YukawaType.X);
        }
    }

    /** Type Y, flipped. */
    public static final class TypeY extends TwoHdmModel {
        /** As its service is made. */
        public TypeY() {
            super(YukawaType.Y);
        }
    }

    @Override
    public final TwoHdmModel withLimits(LimitSet other) {
        return new TwoHdmModel(type, VERSION + " with " + other.name(), SearchLimits.of(other));
    }

    /** Type II is the plain one. */
    @Override
    public final String name() {
        return type == YukawaType.II ? "2hdm" : type.modelName();
    }

    @Override
    public final List<String> otherNames() {
        return type == YukawaType.II ? List.of(type.modelName()) : List.of();
    }

    @Override
    public final String version() {
        return version;
    }

    @Override
    public final String description() {
        return "real two-Higgs-doublet model, type " + type + ", softly broken Z2: 6 parameters";
    }

    @Override
    public final ParameterSpace parameters() {
        return PARAMETERS;
    }

    @Override
    public final List<Domain> domains() {
        return TwoHdmParameters.DOMAINS;
    }

    @Override
    public final List<Quantity> observables() {
        return observables;
    }

    @Override
    public final Map<String, String> limitRatios() {
        return HiggsObservables.limitRatios(TwoHdmSpectrum.SECTOR);
    }

    @Override
    public final Map<String, ConstraintSet> constraintSets() {
        return Map.of("default", ConstraintSet.read(TwoHdmModel.class, "constraints.json"));
    }

    /** The potential in HMIX with the numbers of SARAH's two-Higgs-doublet models. */
    @Override
    public final SlhaEntries slha() {
        return new HiggsSlha(TwoHdmSpectrum.SECTOR, TwoHdmSpectrum.CHANNELS, List.of(25, 35, 36, 37))
                .entries(Map.of(
                        "tan_beta",
                        "HMIX 2",
                        "m11_sq",
                        "HMIX 20",
                        "m22_sq",
                        "HMIX 21",
                        "m12_sq",
                        "HMIX 22",
                        "lambda_1",
                        "HMIX 31",
                        "lambda_2",
                        "HMIX 32",
                        "lambda_3",
                        "HMIX 33",
                        "lambda_4",
                        "HMIX 34",
                        "lambda_5",
                        "HMIX 35"));
    }

    @Override
    public final Map<String, String> dataSets() {
        return Map.of(
                "search limits", limits.get().name(), "rates of a Standard Model Higgs boson", HiggsReference.SOURCE);
    }

    @Override
    public final CostClass costClass() {
        return CostClass.CHEAP;
    }

    @Override
    public final List<Chart> charts(ParameterSpace space) {
        return List.of(new AlignmentLimitChart(space));
    }

    @Override
    public final List<String> searchCharts(ParameterSpace space) {
        return List.of("alignment-limit", space.name());
    }

    @Override
    public final PointEvaluator newEvaluator() {
        return new TwoHdmEvaluator(type, limits.get());
    }

    @Override
    public final List<Reference> references() {
        return REFERENCES;
    }

    private static final List<Reference> REFERENCES = List.of(
            new Reference(
                    "Branco:2011iw",
                    "G. C. Branco et al., Theory and phenomenology of two-Higgs-doublet models, Phys. Rept. 516 (2012) 1",
                    "arXiv:1106.0034"),
            new Reference(
                    "Gunion:2002zf",
                    "J. F. Gunion, H. E. Haber, The CP-conserving two-Higgs-doublet model: the approach to the decoupling limit, Phys. Rev. D 67 (2003) 075019",
                    "arXiv:hep-ph/0207010"),
            new Reference(
                    "Barroso:2013awa",
                    "A. Barroso, P. M. Ferreira, I. P. Ivanov, R. Santos, Metastability bounds on the two Higgs doublet model, JHEP 06 (2013) 045",
                    "arXiv:1303.5098"),
            new Reference(
                    "Grimus:2008nb",
                    "W. Grimus, L. Lavoura, O. M. Ogreid, P. Osland, The oblique parameters in multi-Higgs-doublet models, Nucl. Phys. B 801 (2008) 81",
                    "arXiv:0802.4353"),
            new Reference(
                    "Djouadi:2005gj",
                    "A. Djouadi, The anatomy of electro-weak symmetry breaking II, Phys. Rept. 459 (2008) 1",
                    "arXiv:hep-ph/0503173"),
            new Reference(
                    "Borzumati:1998tg",
                    "F. Borzumati, C. Greub, Two Higgs doublet model predictions for B -> X_s gamma in NLO QCD, Phys. Rev. D 58 (1998) 074004",
                    "arXiv:hep-ph/9802391"),
            new Reference(
                    "Li:2014fea",
                    "X.-Q. Li, J. Lu, A. Pich, B_{s,d} -> l+ l- decays in the aligned two-Higgs-doublet model, JHEP 06 (2014) 022",
                    "arXiv:1404.5865"),
            new Reference(
                    "Kanemura:2004mg",
                    "S. Kanemura, Y. Okada, E. Senaha, C.-P. Yuan, Higgs coupling constants as a probe of new physics, Phys. Rev. D 70 (2004) 115002",
                    "arXiv:hep-ph/0408364"),
            new Reference(
                    "ATLAS:2022vkf",
                    "ATLAS Collaboration, A detailed map of Higgs boson interactions by the ATLAS experiment ten years after the discovery, Nature 607 (2022) 52",
                    "arXiv:2207.00092"),
            new Reference(
                    "Bechtle:2020pkv",
                    "P. Bechtle et al., HiggsBounds-5: testing Higgs sectors in the LHC 13 TeV era, Eur. Phys. J. C 80 (2020) 1211",
                    "arXiv:2006.06007"));
}
