package thetascan.dark;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import thetascan.quantity.Missing;
import thetascan.quantity.Quantity;
import thetascan.relic.Accuracy;
import thetascan.relic.DarkDecays;
import thetascan.relic.FeynmanRules;
import thetascan.relic.RelicDensity;

/**
 * The relic density as a stage of its own, the last observables of a model: Ωh² and x_f of the point whose earlier stage was evaluated
 * last, and what else the same vertices tell: annihilation today, and how long the next-to-lightest dark particle lives. Reused.
 */
public final class RelicStage {

    /** Number of observables. */
    public static final int COUNT = 2 + IndirectDetection.COUNT + 1;

    private static final int ANNIHILATION = 2;
    private static final int OVER_LIMITS = ANNIHILATION + IndirectDetection.COUNT - 1;
    private static final int LIFETIME = OVER_LIMITS + 1;

    /**
     * A model's vertices.
     *
     * @param rules written at least once
     * @param write    writes the point evaluated last into them
     * @param accuracy of the calculation
     */
    public record Vertices(FeynmanRules rules, Runnable write, Accuracy accuracy) {}

    private final int at;
    private final Supplier<Vertices> maker;
    /** Made at the first point that gets so far. */
    private @Nullable Vertices vertices;

    private @Nullable RelicDensity density;
    private @Nullable DarkDecays decays;
    private final double[] rates = new double[IndirectDetection.COUNT - 1];
    private double mass;
    private boolean hasCandidate;

    /**
     * A stage that has computed nothing yet.
     *
     * @param at    place of Ωh² among the observables
     * @param maker makes the vertices when they are first needed
     */
    public RelicStage(int at, Supplier<Vertices> maker) {
        this.at = at;
        this.maker = maker;
    }

    /**
     * Adds the observables.
     *
     * @param all is added to
     */
    public static void add(List<Quantity> all) {
        all.add(
                Quantity.of(
                        "Omega_h2",
                        "1",
                        "\\Omega h^2",
                        "relic density of the dark matter by freeze-out: annihilations at tree level into two particles, W and Z also virtual, and gluons from h; second stage"));
        all.add(Quantity.of(
                "x_f", "1", "x_f", "freeze-out: mass of the dark matter over the temperature; second stage"));
        IndirectDetection.add(all);
        all.add(
                Quantity.of(
                        "tau_next",
                        "s",
                        "\\tau_\\mathrm{next}",
                        "life-time of the next-to-lightest dark particle, decays at tree level and N2 to N1 and a photon; at most 1e30, which is also a stable one; second stage"));
    }

    /**
     * A new point: nothing is defined yet, and the relic density not asked for.
     *
     * @param observables of the model
     */
    public void begin(double[] observables) {
        Arrays.fill(observables, 0, at, Missing.UNDEFINED);
        Arrays.fill(observables, at, at + COUNT, Missing.NOT_COMPUTED);
        hasCandidate = false;
    }

    /**
     * All couplings of the point are known.
     *
     * @param lightest its lightest dark particle
     * @param m        mass of the lightest neutral one [GeV]
     */
    public void candidate(DarkMatter lightest, double m) {
        hasCandidate = lightest != DarkMatter.NONE;
        mass = m;
    }

    /**
     * Computes the relic density; undefined without dark matter or without its couplings.
     *
     * @param observables of the model
     */
    public void evaluate(double[] observables) {
        Arrays.fill(observables, at, at + COUNT, Missing.UNDEFINED);
        if (!hasCandidate) {
            return;
        }
        if (vertices == null || density == null || decays == null) {
            vertices = maker.get();
            density = new RelicDensity(vertices.rules, vertices.accuracy);
            decays = new DarkDecays(vertices.rules);
        }
        vertices.write.run();
        density.evaluate();
        observables[at] = density.omega();
        observables[at + 1] = density.xFreezeOut();
        density.today(rates);
        System.arraycopy(rates, 0, observables, at + ANNIHILATION, rates.length);
        observables[at + OVER_LIMITS] = IndirectDetection.overLimits(rates, mass);
        observables[at + LIFETIME] = decays.lifetime();
    }
}
