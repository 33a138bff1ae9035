package thetascan.z3hdm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import thetascan.constraint.BoundConstraints;
import thetascan.higgs.Couplings;
import thetascan.higgs.LoopAmplitudes;
import thetascan.higgs.Oblique;
import thetascan.higgs.SignalStrengths;
import thetascan.higgs.TopDecays;
import thetascan.higgs.Trilinears;
import thetascan.higgs.Widths;
import thetascan.higgs.Worst;
import thetascan.z3hdm.ReferencePoints.Point;

/** Every quantity of the model at the reference points, at the stated tolerances. */
class Z3ReferenceTest {

    private static final double EIGHT_PI = 8 * Math.PI;

    private final List<Point> points = ReferencePoints.all();
    private final Parts parts = new Parts();

    @Test
    void quarticCouplings() {
        Worst worst = new Worst("lambda over its largest");
        for (Point point : points) {
            if (point.isWellConditioned()) {
                double[] expected = point.numbers("lambda");
                worst.add(point, parts.at(point).lambda(), expected, largest(expected));
            }
        }
        worst.isWithin(1e-11);
    }

    @Test
    void quadraticTerms() {
        Worst worst = new Worst("m_aa^2 over the largest");
        for (Point point : points) {
            double[] expected = point.numbers("m_sq");
            worst.add(point, parts.at(point).quadratic(), expected, largest(expected));
        }
        worst.isWithin(1e-8);
    }

    @Test
    void unitarityEigenvalues() {
        Worst worst = new Worst("unitarity over the largest lambda");
        for (Point point : points) {
            if (point.isWellConditioned()) {
                worst.add(
                        point,
                        parts.at(point).unitarity(),
                        point.numbers("unitarity"),
                        largest(point.numbers("lambda")));
            }
        }
        worst.isWithin(1e-10);
    }

    @Test
    void unitarityFlags() {
        for (Point point : points) {
            boolean unitary = DoubleStream.of(parts.at(point).unitarity()).allMatch(x -> Math.abs(x) <= EIGHT_PI);
            assertThat(unitary).as("%s", point).isEqualTo(point.flag("unitary"));
        }
    }

    /** Channels with virtual particles, tabulated with less precision than the others. */
    private static final Pattern VIRTUAL = Pattern.compile("[WZ][hAC][123]|tt|tb|ts");

    @Test
    void boundedFromBelow() {
        Worst worst = new Worst("bounded from below over the largest lambda");
        for (Point point : points) {
            if (point.isWellConditioned()) {
                // the last is of third order in square roots of λ: its natural size is λ^(3/2)
                double size = largest(point.numbers("lambda"));
                worst.add(
                        point, parts.at(point).bounds(), point.numbers("bfb"), Math.max(size, size * Math.sqrt(size)));
            }
        }
        worst.isWithin(1e-11);
    }

    @Test
    void boundedFromBelowFlags() {
        for (Point point : points) {
            boolean bounded = DoubleStream.of(parts.at(point).bounds()).allMatch(x -> x >= 0);
            assertThat(bounded).as("%s", point).isEqualTo(point.flag("bounded"));
        }
    }

    @Test
    void obliqueParameters() {
        Worst absolute = new Worst("S, U");
        Worst relative = new Worst("T");
        Worst ellipse = new Worst("ellipse");
        for (Point point : points) {
            Oblique oblique = parts.at(point).oblique;
            double[] expected = point.numbers("STU");
            absolute.add(point, oblique.s, expected[0], 1);
            absolute.add(point, oblique.u, expected[2], 1);
            relative.add(point, oblique.t, expected[1], Math.max(Math.abs(expected[1]), 1e-3));
            ellipse.add(
                    point, oblique.ellipse(), point.number("ellipse"), Math.max(1, Math.abs(point.number("ellipse"))));
        }
        absolute.isWithin(1e-8);
        relative.isWithin(1e-9);
        ellipse.isWithin(1e-8);
    }

    @Test
    void couplings() {
        Worst worst = new Worst("couplings");
        for (Point point : points) {
            Couplings c = parts.at(point).couplings;
            Map.ofEntries(
                            Map.entry("V", c.kappaV),
                            Map.entry("U", c.kappaU),
                            Map.entry("D", c.kappaD),
                            Map.entry("L", c.kappaL),
                            Map.entry("bU", c.oddU),
                            Map.entry("bD", c.oddD),
                            Map.entry("bL", c.oddL),
                            Map.entry("X", c.x),
                            Map.entry("Y", c.y),
                            Map.entry("Z", c.z),
                            Map.entry("ZhA", c.zhA),
                            Map.entry("WHh", transposed(c.whC, 3)),
                            Map.entry("WHA", transposed(c.wAC, 2)))
                    .forEach((name, actual) -> {
                        double[] expected = point.numbers("kappa", name);
                        worst.add(point + " " + name, actual, expected, Math.max(1, largest(expected)));
                    });
        }
        worst.isWithin(1e-11);
    }

    @Test
    void trilinearCouplings() {
        Worst worst = new Worst("trilinears over v times the largest lambda");
        for (Point point : points) {
            if (point.isWellConditioned()) {
                Trilinears t = parts.at(point).trilinears;
                double scale = 246 * largest(point.numbers("lambda"));
                worst.add(point + " hCC", square(t.hCC), point.numbers("hCC"), scale);
                worst.add(point + " hAA", square(t.hAA), point.numbers("hAA"), scale);
                worst.add(point + " hhh", cube(t), point.numbers("hhh"), scale);
                worst.add(point + " aCC", t.aCC, point.numbers("aCC"), scale);
            }
        }
        worst.isWithin(1e-11);
    }

    @Test
    void amplitudesOfTheObservedHiggs() {
        Worst worst = new Worst("amplitudes");
        for (Point point : points) {
            LoopAmplitudes loops = parts.at(point).loops;
            double[] expected = point.numbers("amplitudes");
            double[] actual = {
                loops.photon[0], loops.photon[1], loops.zPhoton[0], loops.zPhoton[1], loops.gluon[0], loops.gluon[1]
            };
            worst.add(point, actual, expected, Math.max(1, largest(expected)));
        }
        worst.isWithin(1e-10);
    }

    @Test
    void signalStrengths() {
        Worst worst = new Worst("signal strengths");
        for (Point point : points) {
            SignalStrengths signals = parts.at(point).signals;
            worst.add(point, signals.mu, point.numbers("mu"), Math.max(1, largest(point.numbers("mu"))));
            worst.add(point, signals.totalRatio, point.number("r_total"), Math.max(1, point.number("r_total")));
            worst.add(
                    point,
                    signals.production,
                    point.numbers("production"),
                    Math.max(1, largest(point.numbers("production"))));
        }
        worst.isWithin(1e-10);
    }

    @Test
    void flavour() {
        Worst worst = new Worst("BR(B -> Xs gamma), relative");
        for (Point point : points) {
            double expected = point.number("bsgamma");
            worst.add(point, parts.at(point).bsGamma, expected, Math.abs(expected));
            double anchored = 3.3391104e-4 * parts.at(point).bsGamma / parts.bToSGamma.standardModel;
            worst.add(point, anchored, point.number("bsgamma_anchored"), Math.abs(expected));
        }
        worst.isWithin(1e-7);
    }

    @Test
    void widths() {
        Worst partial = new Worst("partial widths over the total");
        Worst total = new Worst("total widths, relative");
        Worst vector = new Worst("with virtual particles, relative");
        for (Point point : points) {
            Widths widths = parts.at(point).widths;
            for (int state = 0; state < Scalars.COUNT; state++) {
                String name = Scalars.NAMES.get(state);
                JsonNode expected = point.node("widths", name);
                double expectedTotal = point.number("width", name);
                List<String> channels = Scalars.CHANNELS.names(state);
                assertThat(expected).as("channels of %s", name).hasSize(channels.size());
                double virtual = 0;
                for (int i = 0; i < channels.size(); i++) {
                    double width = widths.partial[Scalars.CHANNELS.first(state) + i];
                    double there = expected.required(channels.get(i)).doubleValue();
                    if (VIRTUAL.matcher(channels.get(i)).matches()) {
                        vector.add(point + " " + name + " to " + channels.get(i), width, there, Math.max(there, 2e-4));
                        virtual += width - there;
                    } else {
                        partial.add(point + " " + name + " to " + channels.get(i), width, there, expectedTotal);
                    }
                }
                total.add(point + " " + name, widths.total[state] - virtual, expectedTotal, expectedTotal);
            }
        }
        partial.isWithin(1e-8);
        total.isWithin(1e-8);
        vector.isWithin(1e-3);
    }

    /** Also where the interference with the top triangle makes a width negative. */
    @Test
    void branchingRatiosAddUpToOne() {
        Worst worst = new Worst("sum of branching ratios");
        for (Point point : points) {
            Widths widths = parts.at(point).widths;
            for (int state = 0; state < Scalars.COUNT; state++) {
                double sum = 0;
                for (int i = Scalars.CHANNELS.first(state); i < Scalars.CHANNELS.first(state + 1); i++) {
                    sum += widths.branching[i];
                }
                worst.add(point + " " + Scalars.NAMES.get(state), sum, 1, 1);
            }
        }
        worst.isWithin(1e-12);
    }

    @Test
    void productionAtThirteenTeV() {
        Worst worst = new Worst("production, relative");
        List<String> modes = List.of("ggF", "VBF", "bbH", "WH", "ZH", "ttH");
        for (Point point : points) {
            Parts at = parts.at(point);
            for (int state = 0; state < Scalars.C1; state++) {
                String name = Scalars.NAMES.get(state);
                for (int mode = 0; mode < modes.size(); mode++) {
                    double expected = point.number("lhc13", name, modes.get(mode));
                    worst.add(
                            point + " " + name + " " + modes.get(mode),
                            at.production.lhc13[state * modes.size() + mode],
                            expected,
                            Math.max(expected, 1e-12));
                }
                double ratio = point.number("lhc13", name, "r_gg");
                worst.add(point + " r_gg " + name, at.loops.gluonRatio[state], ratio, Math.max(ratio, 1e-12));
            }
            for (int n = 0; n < 2; n++) {
                double expected = point.number("lhc13", Scalars.NAMES.get(Scalars.C1 + n), "tbH");
                worst.add(point + " tbC", at.production.tbCharged[n], expected, Math.max(expected, 1e-12));
            }
        }
        worst.isWithin(1e-8);
    }

    @Test
    void topDecays() {
        Worst worst = new Worst("top decays over the total");
        for (Point point : points) {
            TopDecays top = parts.at(point).top;
            worst.add(point, TopDecays.WIDTH_BW, point.number("top", "Gamma_tWb"), 1);
            worst.add(point, top.width, point.numbers("top", "Gamma_tHb"), 1);
            worst.add(point, top.branching, point.numbers("top", "BR_tHb"), 1);
        }
        worst.isWithin(1e-10);
    }

    /** Raw violations max(0, lower − O, O − upper) of constraints 1 to 60 and whether each holds. */
    @Test
    void verdicts() throws Exception {
        Z3Model model = new Z3Model();
        Z3Evaluator evaluator = model.newEvaluator();
        BoundConstraints constraints = model.constraintSet("published").bind(model.observables());
        double[] observables = new double[Z3Observables.COUNT];
        double[] violations = new double[constraints.size()];
        byte[] statuses = new byte[constraints.size()];
        Worst worst = new Worst("violations");
        for (Point point : points) {
            evaluator.evaluate(point.theta(), observables);
            constraints.evaluate(observables, violations, statuses);
            double[] expected = point.numbers("violations");
            assertThat(expected).hasSize(60);
            for (int i = 0; i < expected.length; i++) {
                String name = constraints.constraints().get(i).name();
                assertThat(violations[i] == 0).as("%s of %s", name, point).isEqualTo(expected[i] == 0);
                if (point.isWellConditioned()) {
                    worst.add(point + " " + name, violations[i], expected[i], Math.max(1, Math.abs(expected[i])));
                }
            }
        }
        worst.isWithin(1e-7);
    }

    private static double largest(double[] values) {
        return DoubleStream.of(values).map(Math::abs).max().orElseThrow();
    }

    /** [h][state] pairs into [state][h]. */
    private static double[] transposed(double[] pairs, int rows) {
        double[] result = new double[pairs.length];
        for (int i = 0; i < rows; i++) {
            for (int n = 0; n < 2; n++) {
                result[n * rows + i] = pairs[2 * i + n];
            }
        }
        return result;
    }

    /** 11, 12, 22 of each h into the full 2×2 matrices. */
    private static double[] square(double[] pairs) {
        double[] result = new double[12];
        for (int j = 0; j < 3; j++) {
            result[4 * j] = pairs[3 * j];
            result[4 * j + 1] = pairs[3 * j + 1];
            result[4 * j + 2] = pairs[3 * j + 1];
            result[4 * j + 3] = pairs[3 * j + 2];
        }
        return result;
    }

    private static double[] cube(Trilinears t) {
        double[] result = new double[27];
        for (int i = 0; i < 27; i++) {
            result[i] = t.hhh(i / 9, i / 3 % 3, i % 3);
        }
        return result;
    }
}
