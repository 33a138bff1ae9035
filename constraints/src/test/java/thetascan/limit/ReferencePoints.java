package thetascan.limit;

import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * Points of the real Z3 three-Higgs-doublet model with predictions and results of an independent Python implementation
 * (HB-lite), and the results of HiggsBounds-5.10.1. Layout and origin: {@code README.md} beside the resources.
 */
final class ReferencePoints {

    static final List<Particle> PARTICLES = List.of(
            new Particle("h1", Particle.Charge.NEUTRAL, Particle.CP.EVEN),
            new Particle("h2", Particle.Charge.NEUTRAL, Particle.CP.EVEN),
            new Particle("h3", Particle.Charge.NEUTRAL, Particle.CP.EVEN),
            new Particle("A1", Particle.Charge.NEUTRAL, Particle.CP.ODD),
            new Particle("A2", Particle.Charge.NEUTRAL, Particle.CP.ODD),
            new Particle("C1", Particle.Charge.CHARGED, Particle.CP.NONE),
            new Particle("C2", Particle.Charge.CHARGED, Particle.CP.NONE));

    private static final int NEUTRAL = 5;
    private static final List<Decay> DECAYS = List.of(
            Decay.bb,
            Decay.cc,
            Decay.ss,
            Decay.tt,
            Decay.tautau,
            Decay.mumu,
            Decay.WW,
            Decay.ZZ,
            Decay.Zgam,
            Decay.gamgam,
            Decay.gg,
            Decay.tb,
            Decay.ts,
            Decay.cb,
            Decay.cs,
            Decay.cd,
            Decay.us,
            Decay.ub,
            Decay.taunu,
            Decay.munu);
    private static final List<Production> MODES = List.of(
            Production.ggH,
            Production.bbH,
            Production.vbfH,
            Production.HW,
            Production.qqHZ,
            Production.Htt,
            Production.Hpmtb,
            Production.brtHpb);

    /** One limit applied to one group: code of the limit (1 is the first one), bit set of particles, ratios. */
    record Applied(int limit, int group, double expected, double observed) {}

    record Point(int id, Predictions predictions, List<Applied> selected, List<Applied> applied) {}

    /** HiggsBounds-5.10.1: observed ratio of each particle's selected limit. */
    record HiggsBounds(boolean allowed, double[] ratios, List<String> channels) {}

    private ReferencePoints() {}

    static List<Point> read() throws IOException {
        try (DataInputStream in = new DataInputStream(new GZIPInputStream(open("hblite-points.bin.gz")))) {
            int count = in.readInt();
            int size = in.readInt();
            List<Point> points = new ArrayList<>();
            for (int k = 0; k < count; k++) {
                int id = in.readInt();
                Predictions predictions = predictions(new Source(in, size));
                List<Applied> selected = new ArrayList<>();
                for (int i = 0; i < PARTICLES.size(); i++) {
                    selected.add(new Applied(in.readByte(), 1 << i, in.readDouble(), in.readDouble()));
                }
                List<Applied> applied = new ArrayList<>();
                for (int n = in.readInt(); n > 0; n--) {
                    applied.add(new Applied(in.readByte(), in.readInt(), in.readDouble(), in.readDouble()));
                }
                points.add(new Point(id, predictions, selected, applied));
            }
            return points;
        }
    }

    private static Predictions predictions(Source in) throws IOException {
        Predictions p = new Predictions(PARTICLES);
        in.fill(p.mass, PARTICLES.size());
        in.fill(p.width, PARTICLES.size());
        for (int i = 0; i < PARTICLES.size(); i++) {
            for (Production mode : MODES) {
                p.production[p.production(Collider.LHC13, i, mode)] = in.next();
            }
        }
        neutralModes(in, p, p.smProduction, Collider.LHC13);
        neutralModes(in, p, p.production, Collider.LHC8);
        for (int i = 0; i < NEUTRAL; i++) {
            p.production[p.production(Collider.LEP, i, Production.eeHZ)] = in.next();
            p.smProduction[p.production(Collider.LEP, i, Production.eeHZ)] = 1;
        }
        for (int i = 0; i < PARTICLES.size(); i++) {
            for (Decay decay : DECAYS) {
                p.branching[p.decay(i, decay)] = in.next();
            }
        }
        for (int i = 0; i < NEUTRAL; i++) {
            for (Decay decay : DECAYS.subList(0, 11)) {
                p.smBranching[p.decay(i, decay)] = in.next();
            }
        }
        neutralPairs(in, p, p.branchingZ);
        neutralPairs(in, p, p.branchingEqualPair);
        in.fill(p.topCoupling, NEUTRAL);
        in.fill(p.gluonRatio, NEUTRAL);
        p.topToWb = in.next();
        in.end();
        return p;
    }

    private static void neutralModes(Source in, Predictions p, double[] rates, Collider collider) throws IOException {
        for (int i = 0; i < NEUTRAL; i++) {
            for (Production mode : MODES.subList(0, 6)) {
                rates[p.production(collider, i, mode)] = in.next();
            }
        }
    }

    private static void neutralPairs(Source in, Predictions p, double[] values) throws IOException {
        for (int i = 0; i < NEUTRAL; i++) {
            for (int j = 0; j < NEUTRAL; j++) {
                values[p.pair(i, j)] = in.next();
            }
        }
    }

    /** HiggsBounds-5 results by point id. */
    static Map<Integer, HiggsBounds> higgsBounds() throws IOException {
        Map<Integer, HiggsBounds> results = new LinkedHashMap<>();
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(open("higgsbounds5.csv"), StandardCharsets.UTF_8))) {
            in.readLine();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] cells = line.split(",");
                double[] ratios = new double[PARTICLES.size()];
                List<String> channels = new ArrayList<>();
                for (int i = 0; i < ratios.length; i++) {
                    ratios[i] = Double.parseDouble(cells[3 + i]);
                    channels.add(cells[3 + ratios.length + i]);
                }
                results.put(
                        Integer.parseInt(cells[0]), new HiggsBounds(Boolean.parseBoolean(cells[2]), ratios, channels));
            }
        }
        return results;
    }

    private static InputStream open(String name) {
        InputStream in = ReferencePoints.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException(name + " is missing");
        }
        return in;
    }

    private static final class Source {

        private final DataInputStream in;
        private int left;

        Source(DataInputStream in, int size) {
            this.in = in;
            left = size;
        }

        double next() throws IOException {
            left--;
            return in.readDouble();
        }

        void fill(double[] values, int count) throws IOException {
            for (int i = 0; i < count; i++) {
                values[i] = next();
            }
        }

        void end() {
            if (left != 0) {
                throw new IllegalStateException(left + " values of a point are left over");
            }
        }
    }
}
