package thetascan.twohdm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import thetascan.higgs.TwoHdmcFile;
import thetascan.physics.QcdCorrections;
import thetascan.physics.RunningCoupling;
import thetascan.physics.RunningMass;
import thetascan.physics.StandardModel;
import thetascan.validation.ValidationPage;

/**
 * Against 2HDMC 1.8.0 and HDECAY 6.61: 86 points of all types with the Standard Model inputs of this program (resources, README.md), and five
 * points of 2HDMC with its own.
 */
class TwoHdmReferenceTest {

    private static final double V = 1 / Math.sqrt(Math.sqrt(2) * StandardModel.FERMI_CONSTANT);

    /** 2HDMC divides loops with g² of G_F by α(m_Z) = 1/127.934; here both are of the same coupling and cancel. */
    private static final double ALPHA_RATIO = Math.sqrt(2)
            * StandardModel.FERMI_CONSTANT
            * StandardModel.MW_SQ
            * StandardModel.SIN2_THETA_W
            * 127.934
            / Math.PI;

    /** Widths below this share of the total one are not compared. */
    private static final double LEAST = 1e-6;

    /**
     * A line of a table.
     *
     * @param swapped the observed Higgs boson is the heavier one there, and so is called H
     */
    private record Line(Map<String, String> values, boolean swapped, TwoHdmPoint ours) {

        double number(String column) {
            return Double.parseDouble(values.get(column));
        }

        /** The name there of a state here. */
        private String name(String state) {
            if (state.equals("h")) return swapped ? "H" : "h";
            if (state.equals("H0")) return swapped ? "h" : "H";
            return state;
        }

        /** A width there, by the names here; 0 for a channel it does not have. */
        double width(String state, String channel) {
            String products = channel;
            for (String boson : List.of("Z", "W")) {
                if (channel.equals(boson + "h") || channel.equals(boson + "H0")) {
                    products = boson + name(channel.substring(1));
                }
            }
            return Double.parseDouble(values.getOrDefault(name(state) + "_" + products, "0"));
        }
    }

    private static final Map<String, List<Line>> LINES = new HashMap<>();

    @BeforeAll
    static void read() throws Exception {
        LINES.put("2hdmc", lines("2hdmc"));
        LINES.put("hdecay", lines("hdecay"));
    }

    private static List<Line> lines(String program) throws Exception {
        List<Line> lines = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(
                        Objects.requireNonNull(TwoHdmReferenceTest.class.getResourceAsStream(program + ".csv.gz"))),
                StandardCharsets.UTF_8))) {
            String[] columns = in.readLine().split(",");
            for (String text = in.readLine(); text != null; text = in.readLine()) {
                String[] cells = text.split(",");
                Map<String, String> values = new LinkedHashMap<>();
                for (int i = 0; i < cells.length; i++) values.put(columns[i], cells[i]);
                lines.add(line(values));
            }
        }
        return lines;
    }

    private static Line line(Map<String, String> values) throws Exception {
        Map<String, Double> x = new HashMap<>();
        for (String name : List.of("m_h", "m_H", "m_A", "m_Hpm", "sin_ba", "m12_sq", "tan_beta")) {
            x.put(name, Double.parseDouble(values.get(name)));
        }
        boolean swapped = x.get("m_h") < 125;
        double sin = x.get("sin_ba");
        // its cos(β−α) is not negative, our sin(β−α); H and h change places
        double cos = swapped ? -sin : Math.copySign(Math.sqrt(1 - sin * sin), sin);
        double[] theta = {
            x.get(swapped ? "m_h" : "m_H"),
            x.get("m_A"),
            x.get("m_Hpm"),
            x.get("tan_beta"),
            cos,
            x.get("m12_sq"),
            V,
            125
        };
        return new Line(values, swapped, new TwoHdmPoint(YukawaType.valueOf(values.get("type")), theta));
    }

    /** Quartic couplings to all digits, verdict on stability, largest eigenvalue of scattering and oblique parameters. */
    @Test
    void potentialAndObliqueParameters() {
        for (Line line : LINES.get("2hdmc")) {
            Map<String, Double> found = line.ours.observables;
            for (int i = 1; i <= 5; i++) {
                double lambda = line.number("lambda_" + i);
                assertThat(found.get("lambda_" + i)).isCloseTo(lambda, within(1e-6 * Math.max(1, Math.abs(lambda))));
            }
            assertThat(found.get("bfb_min") > 0).isEqualTo(line.number("stable") == 1);
            assertThat(found.get("unitarity_max") / line.number("eigenvalue")).isBetween(0.9999, 1.0001);
            // theirs is relative to the lighter scalar, ours to h
            if (!line.swapped) {
                for (String name : List.of("S", "T", "U")) {
                    double theirs = line.number(name);
                    assertThat(ALPHA_RATIO * found.get(name))
                            .as(name)
                            .isCloseTo(theirs, within(0.01 * Math.abs(theirs) + 2e-6));
                }
            }
        }
    }

    /**
     * Every partial width and branching ratio within 2 % of 2HDMC after what is known to be missing there. Branching ratios of the
     * observed scalar are those of the LHC Higgs Cross Section Working Group, and so is compared what the model makes of them.
     */
    @Test
    void widthsAndBranchingRatios() throws IOException {
        Map<String, List<Double>> raw = new LinkedHashMap<>();
        Map<String, List<Double>> alike = new LinkedHashMap<>();
        Map<String, List<Double>> hdecay = new TreeMap<>();
        Map<String, List<Double>> branching = new LinkedHashMap<>();
        List<String> misses = new ArrayList<>();
        Line standard = LINES.get("2hdmc").get(0);
        for (int i = 0; i < LINES.get("2hdmc").size(); i++) {
            Line line = LINES.get("2hdmc").get(i);
            Line other = LINES.get("hdecay").get(i);
            for (String state : TwoHdmSpectrum.SECTOR.names()) {
                Map<String, Double> theirs = new LinkedHashMap<>();
                double total = 0;
                double share = 0;
                for (String channel : TwoHdmSpectrum.CHANNELS.names(
                        TwoHdmSpectrum.SECTOR.names().indexOf(state))) {
                    double there = line.width(state, channel);
                    double known = known(line, state, channel);
                    if (state.equals("h") && line.ours.width("h", channel) > 0) {
                        known *= standard.ours.width("h", channel) / standard.width("h", channel);
                    }
                    boolean large = there > LEAST * line.width(state, "width");
                    if (!near(line, state, channel)) theirs.put(channel, there * known);
                    else share += there / line.width(state, "width");
                    total += there * known;
                    if (large) {
                        String row = state + " | " + channel;
                        double ours = line.ours.width(state, channel);
                        add(raw, row, ours / there);
                        double third = other.width(state, channel);
                        if (third > 0) add(hdecay, row, ours / third);
                        if (theirs.containsKey(channel)) {
                            double ratio = ours / theirs.get(channel);
                            add(alike, row, ratio);
                            check(misses, line, row, ratio);
                        }
                    }
                }
                if (share < 0.01) {
                    for (Map.Entry<String, Double> one : theirs.entrySet()) {
                        double there = one.getValue() / total;
                        if (there > LEAST) {
                            String row = state + " | " + one.getKey();
                            double ratio = line.ours.observables.get("BR_" + state + "_" + one.getKey()) / there;
                            add(branching, row, ratio);
                            check(misses, line, "BR " + row, ratio);
                        }
                    }
                }
            }
        }
        // κ_D κ_U of the triangle of tops: 0.9 % of the width into b quarks, 2.9 % of that into s quarks
        for (String row : List.of("h | bb", "h | ss")) {
            assertThat(alike.get(row)).allSatisfy(ratio -> assertThat(ratio).isCloseTo(1, within(5e-4)));
        }
        StringBuilder table = new StringBuilder(
                "| state | channel | points | ours/2HDMC: median | 10 % | 90 % | alike: median | 10 % | 90 % | branching ratio: median | 10 % | 90 % | ours/HDECAY: median | 10 % | 90 % |\n"
                        + "|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|\n");
        raw.forEach((row, ratios) -> table.append("| ")
                .append(row)
                .append(" | ")
                .append(ratios.size())
                .append(" |")
                .append(ValidationPage.quantiles(ratios))
                .append(ValidationPage.quantiles(alike.getOrDefault(row, List.of())))
                .append(ValidationPage.quantiles(branching.getOrDefault(row, List.of())))
                .append(ValidationPage.quantiles(hdecay.getOrDefault(row, List.of())))
                .append('\n'));
        ValidationPage.check("twohdm-types", table.toString());
        assertThat(misses).isEmpty();
        // what 2HDMC halves
        for (String row : List.of("A | Zh", "A | ZH0", "H0 | ZA")) {
            assertThat(hdecay.get(row).stream()
                            .sorted()
                            .skip(hdecay.get(row).size() / 10)
                            .findFirst()
                            .orElseThrow())
                    .isGreaterThan(0.98);
        }
    }

    private static void add(Map<String, List<Double>> ratios, String row, double ratio) {
        ratios.computeIfAbsent(row, name -> new ArrayList<>()).add(ratio);
    }

    private static void check(List<String> misses, Line line, String row, double ratio) {
        if (!(Math.abs(ratio - 1) < 0.02)) {
            misses.add(String.format(Locale.ROOT, "%s %.4f %s%n", row, ratio, line.values));
        }
    }

    /** Factor of a width of 2HDMC for what it leaves out. */
    private static double known(Line line, String state, String channel) {
        double m = line.ours.mass(state);
        double a = RunningCoupling.fiveFlavours(m) / Math.PI;
        double loops = QcdCorrections.massless(a) / (1 + 5.67 * a);
        return switch (channel) {
            case "gg" ->
                // it counts the top among the light flavours above its mass
                m > StandardModel.MT && !state.equals("h") ? gluons(state, m, a, 5) / gluons(state, m, a, 6) : 1;
            case "bb", "cc", "ss" -> state.equals("h") ? 1 : mass(line, state, channel.charAt(0), m);
            // one loop in decays of the charged scalar
            case "cb", "ub" -> loops * mass(line, state, 'b', m);
            case "cs", "cd" -> loops * mass(line, state, 'c', m);
            case "us" -> loops * mass(line, state, 's', m);
            case "tb", "ts" -> {
                double share = (StandardModel.MT + (channel.equals("tb") ? StandardModel.MB : 0)) / m;
                yield share < 1 ? 1 + (1 - share * share) * (loops * mass(line, state, 't', m) - 1) : 1;
            }
            default -> virtual(line, m, channel);
        };
    }

    private static double gluons(String state, double m, double a, int flavours) {
        double full = state.equals("A") ? QcdCorrections.gluonsOdd(a, m) : QcdCorrections.gluonsEven(a, m);
        return full - a * (flavours - 5) * 7 / 6;
    }

    /** Square of the running mass over that of 2HDMC, which runs with α_s of five flavours and coefficients of six above m_t. */
    private static double mass(Line line, String state, char quark, double m) {
        double ours =
                switch (quark) {
                    case 't' -> RunningMass.TOP.at(m);
                    case 'b' -> RunningMass.BOTTOM.at(m);
                    case 'c' -> RunningMass.CHARM.at(m);
                    default -> RunningMass.STRANGE.at(m);
                };
        double ratio = ours / line.number((state.equals("H0") ? "H" : state) + "_m" + quark);
        return ratio * ratio;
    }

    /** Virtual W and Z decay at tree level there, and of the Z into half of its fermions; real ones have no width. */
    private static double virtual(Line line, double m, String channel) {
        char boson = channel.charAt(0);
        if (boson != 'W' && boson != 'Z' || !TwoHdmSpectrum.SECTOR.names().contains(channel.substring(1))) {
            return 1;
        }
        double other = line.ours.mass(channel.substring(1));
        double difference = m - other;
        double s = StandardModel.SIN2_THETA_W;
        double weak = StandardModel.FERMI_CONSTANT / (6 * Math.sqrt(2) * Math.PI);
        if (boson == 'W') {
            return difference < StandardModel.MW
                    ? StandardModel.GAMMA_W / (9 * weak * Math.pow(StandardModel.MW, 3))
                    : smeared(m, other, StandardModel.MW, StandardModel.GAMMA_W);
        }
        double tree = weak * Math.pow(StandardModel.MZ, 3) * (21 - 40 * s + 160 * s * s / 3) / 2;
        return difference < StandardModel.MZ
                ? 2 * StandardModel.GAMMA_Z / tree
                : smeared(m, other, StandardModel.MZ, StandardModel.GAMMA_Z);
    }

    /** ∫ dq² mΓ/π/((q² − m²)² + m²Γ²) of the momentum cubed, over that at m². */
    private static double smeared(double mass, double scalar, double vector, double width) {
        double sum = 0;
        int points = 4000;
        double low = Math.atan(-vector / width);
        double high = Math.atan(((mass - scalar) * (mass - scalar) - vector * vector) / (vector * width));
        for (int i = 0; i < points; i++) {
            double q2 = vector * vector + vector * width * Math.tan(low + (high - low) * (i + 0.5) / points);
            sum += momentumCubed(mass, scalar, q2);
        }
        return sum * (high - low) / (points * Math.PI) / momentumCubed(mass, scalar, vector * vector);
    }

    private static double momentumCubed(double mass, double scalar, double q2) {
        return Math.pow(((mass + scalar) * (mass + scalar) - q2) * ((mass - scalar) * (mass - scalar) - q2), 1.5);
    }

    /** Where programs go from one form of a width to the other in ways of their own. */
    private static boolean near(Line line, String state, String channel) {
        double m = line.ours.mass(state);
        double top = StandardModel.MT;
        return switch (channel) {
            // from where the second top is far from its mass shell, and 2HDMC leaves it out, to the threshold
            case "tt" -> m < top + StandardModel.MW + 50 || Math.abs(m - 2 * top) < 4.1;
            case "ts" -> Math.abs(m - top) < 1.4;
            case "tb" -> Math.abs(m - top - StandardModel.MB) < 1.4;
            default -> {
                boolean vector = channel.startsWith("W") || channel.startsWith("Z");
                int other = vector ? TwoHdmSpectrum.SECTOR.names().indexOf(channel.substring(1)) : -1;
                double boson = channel.startsWith("W") ? StandardModel.MW : StandardModel.MZ;
                yield other >= 0 && Math.abs(m - line.ours.spectrum.mass[other] - boson) < 18;
            }
        };
    }

    /** With its own Standard Model inputs: m_b(m_b) = 4.42 GeV, α_s(m_Z) = 0.119. */
    @Test
    void partialWidthsWithItsOwnInputs() throws IOException {
        List<String> files = List.of("demo", "typeII_align", "typeI_a", "heavy_split", "lighth_95");
        Map<String, String[]> rows = new LinkedHashMap<>();
        for (int i = 0; i < files.size(); i++) {
            Line line = LINES.get("2hdmc").get(i + 1);
            int column = i;
            Map<TwoHdmcFile.Channel, Double> ratios =
                    TwoHdmcFile.read(files.get(i), line.swapped).ratios(c -> line.ours.width(c.state(), c.name()));
            // for virtual Z of A → Z*H they have half of the sum over its fermions
            ratios.keySet()
                    .removeIf(c ->
                            c.name().equals("ZH0") && line.ours.mass("A") < line.ours.mass("H0") + StandardModel.MZ);
            ratios.forEach((c, ratio) -> {
                rows.computeIfAbsent(c.toString(), channel -> new String[files.size()])[column] =
                        String.format(Locale.ROOT, "%.3f", ratio);
                double tolerance = ownInputs(c);
                assertThat(ratio).as(files.get(column) + " " + c).isBetween(1 - tolerance, 1 + tolerance);
            });
            assertThat(ratios).hasSizeGreaterThan(25);
        }
        StringBuilder table = new StringBuilder("| state | channel |");
        files.forEach(file -> table.append(' ').append(file).append(" |"));
        table.append("\n|---|---|---|---|---|---|---|\n");
        rows.forEach((channel, ratios) -> {
            table.append("| ").append(channel.replace(" ", " | ")).append(" |");
            for (String ratio : ratios) table.append(ratio == null ? " |" : " " + ratio + " |");
            table.append('\n');
        });
        ValidationPage.check("twohdm", table.toString());
    }

    private static double ownInputs(TwoHdmcFile.Channel c) {
        return switch (c.toString()) {
            // (4.18/4.42)²
            case "h bb", "H0 bb", "A bb" -> 0.115;
            // of the observed one with electroweak corrections: WW, ZZ by Prophecy4f, fermions and gluons
            case "h WW" -> 0.04;
            case "h mumu" -> 0.03;
            case "h gg" -> 0.055;
            // α_s
            case "H0 gg" -> 0.03;
            // running masses
            case "Hpm cb" -> 0.08;
            case "Hpm cs" -> 0.035;
            default -> 0.021;
        };
    }
}
