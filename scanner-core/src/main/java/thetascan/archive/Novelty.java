package thetascan.archive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import thetascan.archive.NoveltySettings.Cooldown;
import thetascan.archive.NoveltySettings.Space;
import thetascan.constraint.Constraint;
import thetascan.novelty.DetectorKind;
import thetascan.novelty.Detectors;
import thetascan.novelty.NoveltyDetector;
import thetascan.option.Options;
import thetascan.option.SettingException;
import thetascan.quantity.Quantity;
import thetascan.quantity.Suggestion;
import thetascan.space.Parameter;
import thetascan.space.ParameterSpace;
import thetascan.state.Persistent;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/**
 * How new a valid point is: one detector in the unit box, one in the space of watched observables, or both. One
 * thread; a {@link #fork} shares what was learnt and keeps what it learns.
 */
final class Novelty implements Persistent {

    private static final double[] NOTHING = {};

    private final Layout layout;
    private final ObservableScales scales;
    private @Nullable NoveltyDetector inBox;
    private @Nullable NoveltyDetector inObservables;
    /** Watched values of the points that wait for the scales. */
    private final List<double[]> waiting = new ArrayList<>();

    private long learnt;
    private final double[] x;
    private final double[] y;

    /** What is fixed for a whole scan. */
    private record Layout(
            long seed,
            NoveltySettings settings,
            @Nullable DetectorKind kind,
            Options options,
            int[] coordinates,
            int[] observables,
            List<String> observableNames,
            List<Constraint> constraints) {

        @Nullable
        NoveltyDetector detector(int dimension) {
            return kind == null || dimension == 0 ? null : kind.create(options, dimension, seed);
        }

        ObservableScales scales() {
            return new ObservableScales(observableNames, settings.ranges(), constraints);
        }
    }

    private Novelty(Layout layout, ObservableScales scales) {
        this.layout = layout;
        this.scales = scales;
        x = new double[layout.coordinates.length];
        y = new double[layout.observables.length];
    }

    /**
     * @throws IllegalArgumentException if the detector, one of its options or a name in focus or ranges is unknown
     */
    static Novelty of(
            long seed,
            NoveltySettings settings,
            ParameterSpace space,
            List<Quantity> observables,
            List<Constraint> constraints) {
        List<String> free = space.parameters().stream()
                .filter(parameter -> !parameter.isFixed())
                .map(Parameter::name)
                .toList();
        List<String> measured = observables.stream().map(Quantity::name).toList();
        boolean off = settings.detector().equals(NoveltySettings.OFF);
        DetectorKind kind = off ? null : Detectors.named(settings.detector());
        Options options = Options.of(kind == null ? List.of() : kind.options(), settings.options());
        checkNames(settings, free, measured);
        int[] coordinates = off || !settings.space().contains(Space.PARAMETERS)
                ? new int[0]
                : chosen(settings.focus(), free, IntStream.range(0, free.size()).toArray());
        int[] real = IntStream.range(0, measured.size())
                .filter(o -> !observables.get(o).isChoice())
                .toArray();
        int[] watched = off || !settings.space().contains(Space.OBSERVABLES)
                ? new int[0]
                : chosen(settings.focus(), measured, real);
        List<String> names = IntStream.of(watched).mapToObj(measured::get).toList();
        Layout layout =
                new Layout(seed, settings, kind, options, coordinates, watched, names, List.copyOf(constraints));
        Novelty novelty = new Novelty(layout, layout.scales());
        novelty.forget();
        return novelty;
    }

    private static void checkNames(NoveltySettings settings, List<String> free, List<String> measured) {
        Set<String> known = new TreeSet<>();
        if (settings.space().contains(Space.PARAMETERS)) {
            known.addAll(free);
        }
        if (settings.space().contains(Space.OBSERVABLES)) {
            known.addAll(measured);
        }
        for (String name : settings.focus()) {
            if (!known.contains(name)) {
                throw new SettingException(
                                "focus", "'" + name + "' is not in novelty.space." + Suggestion.hint(name, known))
                        .under("novelty");
            }
        }
        for (String name : settings.ranges().keySet()) {
            if (!measured.contains(name)) {
                throw new SettingException(name, "unknown observable '" + name + "'." + Suggestion.hint(name, measured))
                        .under("ranges")
                        .under("novelty");
            }
        }
    }

    /** Positions of the names in focus; all of them if the focus names none. */
    private static int[] chosen(List<String> focus, List<String> names, int[] all) {
        int[] chosen =
                IntStream.of(all).filter(i -> focus.contains(names.get(i))).toArray();
        return focus.isEmpty() ? all : chosen;
    }

    NoveltySettings settings() {
        return layout.settings;
    }

    boolean watchesObservables() {
        return layout.observables.length > 0;
    }

    /** Values of the watched observables. */
    double[] watch(double[] observables) {
        double[] watched = watchesObservables() ? new double[layout.observables.length] : NOTHING;
        for (int j = 0; j < watched.length; j++) {
            watched[j] = observables[layout.observables[j]];
        }
        return watched;
    }

    /** Forgets every point, not the scales. */
    void forget() {
        inBox = layout.detector(layout.coordinates.length);
        inObservables = layout.detector(layout.observables.length);
        waiting.clear();
        learnt = 0;
    }

    /** Learns one more valid point. */
    void learn(double[] box, double[] watched) {
        learnt++;
        if (inBox != null) {
            inBox.add(project(box));
        }
        if (inObservables != null) {
            waiting.add(watched);
            if (!scales.known()) {
                scales.learn(watched);
            }
            if (scales.known()) {
                for (double[] values : waiting) {
                    scales.scale(values, y);
                    inObservables.add(y);
                }
                waiting.clear();
            }
        }
    }

    /**
     * True if the detectors are heard.
     *
     * @param fresh true if the island has found no valid point since it last started
     */
    boolean isHeard(boolean fresh) {
        return layout.kind != null
                && learnt > layout.settings.warmup()
                && !(fresh && layout.settings.cooldown() == Cooldown.ON);
    }

    /**
     * Mean penalty of the detectors that know something, in [0, 1); 0 = as new as can be.
     *
     * @param boxes     unit-box coordinates of each point
     * @param watched   its values of the watched observables
     * @param penalties receives one number a point
     */
    void penalties(double[][] boxes, double[][] watched, double[] penalties) {
        Arrays.fill(penalties, 0);
        int heard = 0;
        if (inBox != null && inBox.size() > 0) {
            double[] rows = new double[boxes.length * x.length];
            for (int i = 0; i < boxes.length; i++) {
                System.arraycopy(project(boxes[i]), 0, rows, i * x.length, x.length);
            }
            inBox.penalties(rows, penalties);
            heard++;
        }
        if (inObservables != null && inObservables.size() > 0) {
            double[] rows = new double[boxes.length * y.length];
            for (int i = 0; i < boxes.length; i++) {
                scales.scale(watched[i], y);
                System.arraycopy(y, 0, rows, i * y.length, y.length);
            }
            double[] more = new double[boxes.length];
            inObservables.penalties(rows, more);
            for (int i = 0; i < boxes.length; i++) {
                penalties[i] += more[i];
            }
            heard++;
        }
        for (int i = 0; heard == 2 && i < boxes.length; i++) {
            penalties[i] /= 2;
        }
    }

    private double[] project(double[] box) {
        for (int j = 0; j < x.length; j++) {
            x[j] = box[layout.coordinates[j]];
        }
        return x;
    }

    /** What was learnt so far, to be added to apart from this. */
    Novelty fork() {
        Novelty fork = new Novelty(layout, scales.fork());
        fork.inBox = inBox == null ? null : inBox.fork();
        fork.inObservables = inObservables == null ? null : inObservables.fork();
        fork.waiting.addAll(waiting);
        fork.learnt = learnt;
        return fork;
    }

    @Override
    public void save(StateOutput out) {
        out.put("learnt", learnt).put("scales", scales).put("waiting", waiting.size());
        for (double[] watched : waiting) {
            out.put("watched", watched);
        }
        if (inBox != null) {
            out.put("inBox", inBox);
        }
        if (inObservables != null) {
            out.put("inObservables", inObservables);
        }
    }

    @Override
    public void restore(StateInput in) {
        forget();
        learnt = in.getLong("learnt");
        in.get("scales", scales);
        for (int i = in.getInt("waiting"); i > 0; i--) {
            waiting.add(in.getDoubles("watched"));
        }
        if (inBox != null) {
            in.get("inBox", inBox);
        }
        if (inObservables != null) {
            in.get("inObservables", inObservables);
        }
    }
}
