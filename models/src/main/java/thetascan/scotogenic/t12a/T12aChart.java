package thetascan.scotogenic.t12a;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thetascan.constraint.Interval;
import thetascan.scotogenic.CasasIbarraInput;
import thetascan.scotogenic.InputBasis;
import thetascan.space.Chart;
import thetascan.space.Parameter;
import thetascan.space.ParameterSpace;
import thetascan.space.Scale;

/**
 * Coordinates of T1-2-A in which the constraints that shut almost the whole box out become ranges of single coordinates. A chart
 * keeps the scales of the box except for the blocks its {@link Layout} names, which take over the coordinates of the parameters they
 * determine:
 *
 * <ul>
 *   <li>y as modulus and phase;
 *   <li>the neutrino sector: the angles of the Casas-Ibarra matrix (for the basis of couplings, through the Casas-Ibarra map), or
 *       the chirality-flip angles of {@link FlipAngles}, of which q is proportional to the amplitude of μ → eγ;
 *   <li>the dark masses as splittings from the lightest one, see {@link DarkMasses};
 *   <li>g_R: the first coordinate is Δa_μ within its window, solved for g_Rμ; g_Re and g_Rτ are signed ratios to g_Rμ.
 * </ul>
 *
 * Values are clipped to their ranges. Where a squared mass is negative or the loop matrix is singular nothing can be solved, and the
 * coordinates mean what they mean in the box. What the spectrum determines is computed in working space of the thread; the chart itself is immutable.
 */
final class T12aChart implements Chart {

    /** What the coordinates of the neutrino sector are. */
    enum Neutrinos {
        /** Those of the box. */
        BOX,
        /** Angles of the Casas-Ibarra matrix; differs from the box in the basis of couplings only. */
        ANGLES,
        /** Chirality-flip angles. */
        FLIP
    }

    /**
     * Which blocks a chart has.
     *
     * @param name   of the chart
     * @param polar  y as modulus and phase
     * @param moment window of Δa_μ that g_Rμ is solved for, null to keep the box
     * @param lightest field whose mass is a coordinate and the others' splittings from it, null to keep the box
     */
    record Layout(
            String name,
            boolean polar,
            Neutrinos neutrinos,
            @Nullable Interval moment,
            DarkMasses.@Nullable Lightest lightest) {

        String description() {
            List<String> parts = new ArrayList<>();
            if (polar) parts.add("y as modulus and phase");
            if (neutrinos == Neutrinos.ANGLES) parts.add("couplings through the Casas-Ibarra map");
            if (neutrinos == Neutrinos.FLIP)
                parts.add("chirality-flip angles, which make mu -> e gamma one coordinate");
            if (moment != null) parts.add("gR_mu solved from Delta a_mu, gR_e and gR_tau as ratios to it");
            if (lightest != null) parts.add("masses as splittings from the lightest, " + lightest);
            return String.join("; ", parts);
        }
    }

    private static final double ROUNDING = 1e-9;
    private static final Scale PHASE = new Scale.Angle(-Math.PI, Math.PI);
    private static final Scale RATIO = new Scale.SymmetricLog(1e-6, 1);
    private static final Scale MODULUS_OF_FLIP = new Scale.Log(1e-8, 1);
    private static final Scale IMAGINARY = new Scale.Linear(-0.7, 0.7);
    /** Coordinates of the neutrino sector in the basis of couplings: those of Casas-Ibarra, m_ν1, α₂₁, α₃₁, three lepton phases. */
    private static final List<Scale> NEUTRINO_SCALES = neutrinoScales();

    private static final int EXTRA = CasasIbarraInput.COUNT;
    private static final int LEPTON_PHASES = EXTRA + CasasIbarraInput.EXTRA_COUNT;

    private final Layout layout;
    private final InputBasis basis;
    private final ParameterSpace space;
    /** The space with scales that cost nothing for what is overwritten. */
    private final ParameterSpace rest;
    /** Place of each parameter's coordinate in u; −1 if it is fixed. */
    private final int[] coordinate;

    private final Scale[] moduli = new Scale[4];
    private final @Nullable DarkMasses masses;
    private final ThreadLocal<T12aChartSpace> work;

    T12aChart(Layout layout, InputBasis basis, ParameterSpace space) {
        this.layout = layout;
        this.basis = basis;
        this.space = space;
        coordinate = coordinates(space);
        rest = cheap(space);
        for (int k = 0; k < 4; k++) {
            Scale scale = scale(T12aParameters.Y + 2 * k);
            double least = scale instanceof Scale.SymmetricLog ? scale.first() : 1e-4 * scale.upper();
            moduli[k] = layout.polar() ? new Scale.Log(least, scale.upper()) : scale;
        }
        masses = layout.lightest() == null ? null : new DarkMasses(layout.lightest(), space, coordinate);
        work = ThreadLocal.withInitial(() -> new T12aChartSpace(basis));
    }

    private static List<Scale> neutrinoScales() {
        List<Parameter> parameters = new ArrayList<>();
        CasasIbarraInput.add(parameters);
        List<Scale> scales = new ArrayList<>();
        parameters.forEach(parameter -> scales.add(parameter.scale()));
        scales.add(new Scale.Log(1e-5, 0.03));
        scales.add(new Scale.Linear(0, 2 * Math.PI));
        scales.add(new Scale.Linear(0, 2 * Math.PI));
        for (int k = 0; k < 3; k++) scales.add(PHASE);
        return List.copyOf(scales);
    }

    private static int[] coordinates(ParameterSpace space) {
        int[] coordinate = new int[space.size()];
        int free = 0;
        for (int i = 0; i < coordinate.length; i++) {
            coordinate[i] = space.parameters().get(i).isFixed() ? -1 : free++;
        }
        return coordinate;
    }

    private ParameterSpace cheap(ParameterSpace space) {
        ParameterSpace cheap = space;
        int from = layout.polar() ? T12aParameters.Y : T12aParameters.NEUTRINOS;
        int to = layout.neutrinos() != Neutrinos.BOX && basis == InputBasis.YUKAWAS
                ? T12aParameters.NEUTRINOS + 18
                : layout.polar() ? T12aParameters.Y + 8 : from;
        for (int i = from; i < to; i++) {
            Scale scale = scale(i);
            if (scale instanceof Scale.SymmetricLog && (i < T12aParameters.G_R || i >= T12aParameters.NEUTRINOS)) {
                cheap = cheap.with(space.parameters().get(i).name(), new Scale.Linear(scale.lower(), scale.upper()));
            }
        }
        return cheap;
    }

    private Scale scale(int parameter) {
        return space.parameters().get(parameter).scale();
    }

    @Override
    public String name() {
        return layout.name();
    }

    @Override
    public String description() {
        return layout.description();
    }

    @Override
    public int dimension() {
        return space.dimension();
    }

    @Override
    public void toTheta(double[] u, double[] theta) {
        spectrumToTheta(rest, u, theta);
        if (layout.neutrinos() == Neutrinos.BOX && layout.moment() == null) {
            return;
        }
        T12aChartSpace w = work.get();
        if (!w.spectrum(theta) || !neutrinosToTheta(w, u, theta)) {
            spectrumToTheta(space, u, theta);
        } else if (layout.moment() != null) {
            momentToTheta(w, layout.moment(), u, theta);
        }
    }

    /** False if the loop matrix allows no couplings. */
    private boolean neutrinosToTheta(T12aChartSpace w, double[] u, double[] theta) {
        if (basis == InputBasis.CASAS_IBARRA) {
            return anglesToTheta(w, u, theta);
        }
        if (layout.neutrinos() != Neutrinos.BOX) {
            return couplingsToTheta(w, u, theta);
        }
        w.readCouplings(theta);
        return true;
    }

    /** What the spectrum depends on. */
    private void spectrumToTheta(ParameterSpace from, double[] u, double[] theta) {
        from.toTheta(u, theta);
        if (layout.polar()) {
            polarToTheta(u, theta);
        }
        if (masses != null) {
            masses.toTheta(u, theta);
        }
    }

    private void polarToTheta(double[] u, double[] theta) {
        for (int k = 0; k < 4; k++) {
            int at = T12aParameters.Y + 2 * k;
            double modulus = moduli[k].toTheta(u[coordinate[at]]);
            double phase = PHASE.toTheta(u[coordinate[at + 1]]);
            theta[at] = clip(at, modulus * Math.cos(phase));
            theta[at + 1] = clip(at + 1, modulus * Math.sin(phase));
        }
    }

    private boolean anglesToTheta(T12aChartSpace w, double[] u, double[] theta) {
        int at = T12aParameters.NEUTRINOS;
        readAngles(w, theta);
        if (layout.neutrinos() == Neutrinos.FLIP && w.neutrinos()) {
            flip(w, u, at + CasasIbarraInput.ANGLES);
            w.angles();
            for (int k = CasasIbarraInput.ANGLES; k < CasasIbarraInput.COUNT; k++) {
                theta[at + k] = clip(at + k, w.neutrino[k]);
                w.neutrino[k] = theta[at + k];
            }
        }
        return w.couplings();
    }

    private boolean couplingsToTheta(T12aChartSpace w, double[] u, double[] theta) {
        int at = T12aParameters.NEUTRINOS;
        for (int k = 0; k < NEUTRINO_SCALES.size(); k++) {
            w.neutrino[k] = NEUTRINO_SCALES.get(k).toTheta(u[coordinate[at + k]]);
        }
        if (layout.neutrinos() == Neutrinos.FLIP && w.neutrinos()) {
            flip(w, u, at + CasasIbarraInput.ANGLES);
            w.angles();
        }
        if (!w.couplings()) {
            return false;
        }
        w.rephase();
        for (int k = 0; k < 9; k++) {
            theta[at + 2 * k] = clip(at + 2 * k, w.lagrangian.g.re[k]);
            theta[at + 2 * k + 1] = clip(at + 2 * k + 1, w.lagrangian.g.im[k]);
        }
        w.readCouplings(theta);
        return true;
    }

    /** Sets R from the chirality-flip angles, whose coordinates are those of the six parameters from {@code first}. */
    private void flip(T12aChartSpace w, double[] u, int first) {
        double modulus = MODULUS_OF_FLIP.toTheta(u[coordinate[first]]);
        double phase = PHASE.toTheta(u[coordinate[first + 1]]);
        w.flipAngles.matrix(
                modulus * Math.cos(phase),
                modulus * Math.sin(phase),
                PHASE.toTheta(u[coordinate[first + 2]]),
                IMAGINARY.toTheta(u[coordinate[first + 3]]),
                PHASE.toTheta(u[coordinate[first + 4]]),
                IMAGINARY.toTheta(u[coordinate[first + 5]]),
                w.input.r);
    }

    private void momentToTheta(T12aChartSpace w, Interval window, double[] u, double[] theta) {
        int e = T12aParameters.G_R;
        int mu = e + 1;
        int tau = e + 2;
        w.moment();
        theta[mu] = clip(mu, w.flip.solve(target(window, u[coordinate[mu]])));
        theta[e] = clip(e, theta[mu] * RATIO.toTheta(u[coordinate[e]]));
        theta[tau] = clip(tau, theta[mu] * RATIO.toTheta(u[coordinate[tau]]));
    }

    private static double target(Interval window, double u) {
        return window.lower() + (window.upper() - window.lower()) * u;
    }

    private double clip(int parameter, double value) {
        Scale scale = scale(parameter);
        return Math.max(scale.lower(), Math.min(value, scale.upper()));
    }

    @Override
    public boolean toUnit(double[] theta, double[] u) {
        if (!space.toUnit(theta, u)) {
            return false;
        }
        if (layout.polar() && !polarToUnit(theta, u) || masses != null && !masses.toUnit(theta, u)) {
            return false;
        }
        if (layout.neutrinos() == Neutrinos.BOX && layout.moment() == null) {
            return true;
        }
        T12aChartSpace w = work.get();
        if (!w.spectrum(theta)) {
            return true;
        }
        if (basis == InputBasis.CASAS_IBARRA) {
            if (!readAngles(w, theta)) {
                return true;
            }
            if (layout.neutrinos() == Neutrinos.FLIP
                    && !flipToUnit(w, u, T12aParameters.NEUTRINOS + CasasIbarraInput.ANGLES)) {
                return false;
            }
        } else if (!couplingsToUnit(w, theta, u)) {
            return false;
        }
        return layout.moment() == null || momentToUnit(w, layout.moment(), theta, u);
    }

    private boolean polarToUnit(double[] theta, double[] u) {
        for (int k = 0; k < 4; k++) {
            int at = T12aParameters.Y + 2 * k;
            double modulus = Math.hypot(theta[at], theta[at + 1]);
            if (!store(moduli[k].toUnit(modulus), u, at)
                    || !store(PHASE.toUnit(Math.atan2(theta[at + 1], theta[at])), u, at + 1)) {
                return false;
            }
        }
        return true;
    }

    /** Takes over the neutrino sector of a point; false if the loop matrix allows no couplings. */
    private static boolean readAngles(T12aChartSpace w, double[] theta) {
        System.arraycopy(theta, T12aParameters.NEUTRINOS, w.neutrino, 0, CasasIbarraInput.COUNT);
        System.arraycopy(theta, w.parameters.neutrinoExtra(), w.neutrino, EXTRA, CasasIbarraInput.EXTRA_COUNT);
        return w.couplings();
    }

    private boolean couplingsToUnit(T12aChartSpace w, double[] theta, double[] u) {
        w.readCouplings(theta);
        if (layout.neutrinos() == Neutrinos.BOX) {
            return true;
        }
        if (!w.neutrinosFromCouplings()) {
            return false;
        }
        int at = T12aParameters.NEUTRINOS;
        for (int k = 0; k < NEUTRINO_SCALES.size(); k++) {
            boolean angle = k >= CasasIbarraInput.ANGLES && k < CasasIbarraInput.COUNT;
            if (!(angle && layout.neutrinos() == Neutrinos.FLIP)
                    && !store(NEUTRINO_SCALES.get(k).toUnit(w.neutrino[k]), u, at + k)) {
                return false;
            }
        }
        return layout.neutrinos() != Neutrinos.FLIP || flipToUnit(w, u, at + CasasIbarraInput.ANGLES);
    }

    private boolean flipToUnit(T12aChartSpace w, double[] u, int first) {
        if (!w.neutrinos()) {
            return true;
        }
        double[] values = w.flipped();
        return store(MODULUS_OF_FLIP.toUnit(Math.hypot(values[0], values[1])), u, first)
                && store(PHASE.toUnit(Math.atan2(values[1], values[0])), u, first + 1)
                && store(PHASE.toUnit(values[2]), u, first + 2)
                && store(IMAGINARY.toUnit(values[3]), u, first + 3)
                && store(PHASE.toUnit(values[4]), u, first + 4)
                && store(IMAGINARY.toUnit(values[5]), u, first + 5);
    }

    private boolean momentToUnit(T12aChartSpace w, Interval window, double[] theta, double[] u) {
        int e = T12aParameters.G_R;
        int mu = e + 1;
        int tau = e + 2;
        double x = theta[mu];
        w.moment();
        double moment = w.flip.anomalousMoment(x);
        if (!store((moment - window.lower()) / (window.upper() - window.lower()), u, mu)) {
            return false;
        }
        // false for the larger root, and at the fold, where rounding moves the root
        double solved = w.flip.solve(target(window, u[coordinate[mu]]));
        return Math.abs(solved - x) <= 1e-6 * Math.abs(x)
                && store(RATIO.toUnit(theta[e] / x), u, e)
                && store(RATIO.toUnit(theta[tau] / x), u, tau);
    }

    private boolean store(double value, double[] u, int parameter) {
        u[coordinate[parameter]] = Math.max(0, Math.min(value, 1));
        return value >= -ROUNDING && value <= 1 + ROUNDING;
    }
}
