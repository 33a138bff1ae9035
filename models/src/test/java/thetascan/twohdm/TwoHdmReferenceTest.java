package thetascan.twohdm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thetascan.higgs.LoopAmplitudes;
import thetascan.higgs.Widths;
import thetascan.physics.StandardModel;
import thetascan.slha.SlhaDocument;
import thetascan.slha.SlhaLimits;
import thetascan.validation.ValidationPage;

/** Against 2HDMC 1.8.0 (D. Eriksson, J. Rathsman, O. Stål, Comput. Phys. Commun. 181 (2010) 189, arXiv:0902.0851). */
class TwoHdmReferenceTest {

    /** 2HDMC divides loops with g² of G_F by α(m_Z) = 1/127.934; here both are of the same coupling and cancel. */
    private static final double ALPHA_RATIO = Math.sqrt(2)
            * 1.16637e-5
            * 80.36951
            * 80.36951
            * (1 - 80.36951 * 80.36951 / (91.15349 * 91.15349))
            * 127.934
            / Math.PI;

    /**
     * A point of the five files.
     *
     * @param swapped the observed Higgs boson is the heavier one there, and so is called H
     */
    private record Point(String file, YukawaType type, double[] theta, boolean swapped) {}

    private static final double V = 1 / Math.sqrt(Math.sqrt(2) * 1.16637e-5);

    private static double[] theta(double mH, double mA, double mC, double tanBeta, double cosBa, double m12Sq) {
        return new double[] {mH, mA, mC, tanBeta, cosBa, m12Sq, V, 125};
    }

    private static final List<Point> POINTS = List.of(
            new Point("demo", YukawaType.II, theta(400, 420, 440, 3, 0.0447101778, 4e4), false),
            new Point("typeII_align", YukawaType.II, theta(700, 720, 710, 2, 0, 2e5), false),
            new Point("typeI_a", YukawaType.I, theta(300, 350, 350, 5, 0.198997487, 2e4), false),
            new Point("heavy_split", YukawaType.I, theta(500, 700, 700, 2.5, 0.141067360, 9e4), false),
            new Point("lighth_95", YukawaType.I, theta(95.4, 300, 310, 4, -0.1, 2000), true));

    private static Map<String, Double> observables(YukawaType type, double[] theta) throws Exception {
        TwoHdmModel model = new TwoHdmModel(type);
        double[] values = new double[model.observables().size()];
        model.newEvaluator().evaluate(theta, values);
        Map<String, Double> named = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            named.put(model.observables().get(i).name(), values[i]);
        }
        return named;
    }

    /** λ, S, T and U as 2HDMC prints them, verdicts on unitarity (|a₀| &lt; 1 there) and stability. */
    @ParameterizedTest
    @CsvSource({
        "0, 4.81665475, 0.239926656, 2.09923280, -1.27780978, -0.710383061, true, true, -3.64026e-3, 1.41961e-2, 6.37471e-5",
        "3, 1.41937259, -0.138604139, 9.28155718, -3.77734646, -3.77734646, true, false, -5.90817e-3, -2.82096e-3, -7.39787e-5",
        "4, 0.518190031, 0.251991147, 3.17573460, -1.54557801, -1.34433946, true, true, -1.97894e-2, 3.51652e-2, 6.63778e-4",
        "1, -0.402064716, 0.216496386, 0.557942114, 0.168248620, -0.303507314, true, false, -5.22395e-5, -1.78167e-3, -1.45037e-5",
        "2, -4.28896588, 0.199435122, 2.34454057, -0.305156810, -0.305156810, true, false, -1.93312e-3, -3.17194e-3, -1.37359e-4",
    })
    void potentialAndObliqueParameters(
            int point,
            double l1,
            double l2,
            double l3,
            double l4,
            double l5,
            boolean unitary,
            boolean stable,
            double s,
            double t,
            double u)
            throws Exception {
        Point p = POINTS.get(point);
        Map<String, Double> found = observables(p.type, p.theta);
        double[] lambda = {l1, l2, l3, l4, l5};
        for (int i = 0; i < 5; i++) {
            assertThat(found.get("lambda_" + (i + 1)))
                    .isCloseTo(lambda[i], within(5e-6 * Math.max(1, Math.abs(lambda[i]))));
        }
        assertThat(found.get("unitarity_max") < 16 * Math.PI).isEqualTo(unitary);
        assertThat(found.get("bfb_min") > 0).isEqualTo(stable);
        // theirs is relative to the lighter scalar, ours to h
        if (!p.swapped) {
            assertThat(ALPHA_RATIO * found.get("S")).isCloseTo(s, within(0.01 * Math.abs(s)));
            assertThat(ALPHA_RATIO * found.get("T")).isCloseTo(t, within(0.01 * Math.abs(t)));
            assertThat(ALPHA_RATIO * found.get("U")).isCloseTo(u, within(0.02 * Math.abs(u)));
        }
    }

    @Test
    void partialWidths() throws IOException {
        Map<String, String[]> rows = new LinkedHashMap<>();
        for (int i = 0; i < POINTS.size(); i++) compare(rows, i);
        StringBuilder table = new StringBuilder("| state | channel |");
        POINTS.forEach(point -> table.append(' ').append(point.file).append(" |"));
        table.append("\n|---|---|---|---|---|---|---|\n");
        rows.forEach((channel, ratios) -> {
            table.append("| ").append(channel.replace(" ", " | ")).append(" |");
            for (String ratio : ratios) table.append(ratio == null ? " |" : " " + ratio + " |");
            table.append('\n');
        });
        ValidationPage.check("twohdm", table.toString());
    }

    private static void compare(Map<String, String[]> rows, int index) throws IOException {
        Point point = POINTS.get(index);
        SlhaDocument theirs = reference(point.file);
        TwoHdmSpectrum s = new TwoHdmSpectrum();
        s.set(point.theta);
        LoopAmplitudes loops = new LoopAmplitudes(TwoHdmSpectrum.SECTOR);
        Widths widths = widths(point, s, loops);
        int compared = 0;
        for (String line : CHANNELS.strip().split("\n")) {
            String[] c = line.strip().split(" ");
            int state = TwoHdmSpectrum.SECTOR.names().indexOf(c[0]);
            double ours = widths.partial[
                    TwoHdmSpectrum.CHANNELS.first(state)
                            + TwoHdmSpectrum.CHANNELS.names(state).indexOf(c[1])];
            int parent = particle(c[2], point.swapped);
            int first = particle(c[3], point.swapped);
            int second = particle(c[4], point.swapped);
            double branching = theirs.branchingRatio(parent, first, second).orElse(0);
            if (c[1].equals("WHpm")) {
                branching += theirs.branchingRatio(parent, -first, -second).orElse(0);
            }
            double there = theirs.width(parent) * branching;
            double ckm = c.length > 5
                    ? square(theirs.number("MGCKM", c[5].charAt(0) - '0', c[5].charAt(1) - '0')
                            / Double.parseDouble(c[6]))
                    : 1;
            // for virtual Z of A → Z*H they have half of the sum over its fermions
            boolean virtual = c[0].equals("A") && c[1].equals("ZH0") && s.mass[2] < s.mass[1] + StandardModel.MZ;
            if (there > 1e-7 * theirs.width(parent) && !virtual) {
                double ratio = ours * ckm / there;
                rows.computeIfAbsent(c[0] + " " + c[1], channel -> new String[POINTS.size()])[index] =
                        String.format(Locale.ROOT, "%.3f", ratio);
                double tolerance = tolerance(c[0], c[1], s.mass[state]);
                assertThat(ratio).as(point.file + " " + line).isBetween(1 - tolerance, 1 + tolerance);
                if (c[0].equals("H0") && c[1].equals("gamgam")) {
                    assertThat(photons(loops, s.mass[1]) / there).as(point.file).isBetween(0.8, 1.2);
                }
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(25);
    }

    /** Γ(H → γγ) of the amplitude itself. */
    private static double photons(LoopAmplitudes loops, double mass) {
        double alpha = 1 / 137.036;
        return 1.16637e-5
                * alpha
                * alpha
                * mass
                * mass
                * mass
                / (128 * Math.sqrt(2) * Math.PI * Math.PI * Math.PI)
                * (square(loops.photon[2]) + square(loops.photon[3]));
    }

    private static Widths widths(Point point, TwoHdmSpectrum s, LoopAmplitudes loops) {
        TwoHdmPotential potential = new TwoHdmPotential();
        potential.invert(s);
        var couplings = point.type.couplings(TwoHdmSpectrum.SECTOR);
        couplings.set(s);
        TwoHdmTrilinears trilinears = new TwoHdmTrilinears();
        trilinears.set(potential, s);
        loops.light(s, couplings, trilinears);
        loops.heavy(s, couplings, trilinears);
        Widths widths = new Widths(TwoHdmSpectrum.SECTOR, TwoHdmSpectrum.CHANNELS);
        widths.evaluate(s, couplings, trilinears, loops);
        return widths;
    }

    private static int particle(String text, boolean swapped) {
        int id = Integer.parseInt(text);
        return !swapped || id != 25 && id != 35 ? id : 60 - id;
    }

    private static double tolerance(String state, String decay, double mass) {
        return switch (decay) {
            // 2HDMC has m_b(m_b) = 4.42 GeV
            case "bb", "cb" -> 0.13;
            // α_s(m_Z) = 0.119 there, and masses of quarks in loops
            case "gg" -> 0.085;
            // heavy H: the width of a Standard Model Higgs boson, in which W and top nearly cancel, times a ratio of
            // amplitudes
            case "gamgam" -> state.equals("H0") && mass > 2 * StandardModel.MT ? 2.6 : 0.18;
            // the table of reference widths is linear in the mass, also just above the threshold
            case "Zgam" -> mass < 100 ? 0.4 : 0.02;
            // the threshold, and below it
            case "tt" -> state.equals("A") && mass < 2 * StandardModel.MT + 8 ? 0.25 : 0.05;
            case "tb", "ts" -> 0.055;
            default -> 0.04;
        };
    }

    private static double square(double x) {
        return x * x;
    }

    private static SlhaDocument reference(String name) throws IOException {
        try (InputStream in = new GZIPInputStream(
                Objects.requireNonNull(SlhaDocument.class.getResourceAsStream("2hdmc-1.8.0/" + name + ".lha.gz")))) {
            return SlhaDocument.of(in.readAllBytes(), name, SlhaLimits.DEFAULT);
        }
    }

    /** State, channel, particles of 2HDMC, element of the CKM matrix and its value here. */
    private static final String CHANNELS = """
            h bb 25 5 -5
            h cc 25 4 -4
            h tautau 25 15 -15
            h mumu 25 13 -13
            h WW 25 24 -24
            h ZZ 25 23 23
            h gg 25 21 21
            h gamgam 25 22 22
            h Zgam 25 23 22
            H0 bb 35 5 -5
            H0 cc 35 4 -4
            H0 tt 35 6 -6
            H0 tautau 35 15 -15
            H0 mumu 35 13 -13
            H0 WW 35 24 -24
            H0 ZZ 35 23 23
            H0 gg 35 21 21
            H0 gamgam 35 22 22
            H0 Zgam 35 23 22
            H0 hh 35 25 25
            A bb 36 5 -5
            A cc 36 4 -4
            A tt 36 6 -6
            A tautau 36 15 -15
            A mumu 36 13 -13
            A gg 36 21 21
            A gamgam 36 22 22
            A Zgam 36 23 22
            A Zh 36 23 25
            A ZH0 36 23 35
            Hpm tb 37 6 -5 33 0.999105
            Hpm ts 37 6 -3 32 0.04133
            Hpm cb 37 4 -5 23 0.04214
            Hpm cs 37 4 -3 22 0.97359
            Hpm taunu 37 -15 16
            Hpm munu 37 -13 14
            Hpm Wh 37 24 25
            Hpm WH0 37 24 35
            Hpm WA 37 24 36
            """;
}
