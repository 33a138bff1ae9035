package thetascan.higgs;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.zip.GZIPInputStream;
import thetascan.slha.SlhaDocument;
import thetascan.slha.SlhaLimits;

/**
 * Partial widths in an output file of 2HDMC 1.8.0 with its own Standard Model inputs (D. Eriksson, J. Rathsman, O. Stål, Comput. Phys. Commun. 181
 * (2010) 189, arXiv:0902.0851).
 */
public final class TwoHdmcFile {

    /**
     * A decay.
     *
     * @param state   as 2hdm names it
     * @param name    of the channel there
     * @param parent  particle of 2HDMC
     * @param first   likewise
     * @param second  likewise
     * @param element of the CKM matrix, 0 for none
     * @param ckm     its value here
     */
    public record Channel(String state, String name, int parent, int first, int second, int element, double ckm) {
        @Override
        public String toString() {
            return state + " " + name;
        }
    }

    /** All that are compared. */
    public static final List<Channel> CHANNELS = channels();

    private final SlhaDocument document;
    private final boolean swapped;

    private TwoHdmcFile(SlhaDocument document, boolean swapped) {
        this.document = document;
        this.swapped = swapped;
    }

    /** @param swapped the observed Higgs boson is the heavier one there, and so is called H */
    public static TwoHdmcFile read(String name, boolean swapped) throws IOException {
        try (InputStream in = new GZIPInputStream(
                Objects.requireNonNull(SlhaDocument.class.getResourceAsStream("2hdmc-1.8.0/" + name + ".lha.gz")))) {
            return new TwoHdmcFile(SlhaDocument.of(in.readAllBytes(), name, SlhaLimits.DEFAULT), swapped);
        }
    }

    /** Ours over theirs, with the CKM matrix of theirs, of every width above 1e-7 of the total one. */
    public Map<Channel, Double> ratios(ToDoubleFunction<Channel> ours) {
        Map<Channel, Double> ratios = new LinkedHashMap<>();
        for (Channel c : CHANNELS) {
            int parent = particle(c.parent);
            double branching = document.branchingRatio(parent, particle(c.first), particle(c.second))
                    .orElse(0);
            if (branching > 1e-7) {
                double element = c.element > 0 ? document.number("MGCKM", c.element / 10, c.element % 10) / c.ckm : 1;
                ratios.put(c, ours.applyAsDouble(c) * element * element / (branching * document.width(parent)));
            }
        }
        return ratios;
    }

    /** The place of a channel in {@link Widths#partial}. */
    public static int place(HiggsSector sector, DecayChannels channels, String state, String name) {
        int parent = sector.names().indexOf(state);
        return channels.first(parent) + channels.names(parent).indexOf(name);
    }

    private int particle(int id) {
        return !swapped || id != 25 && id != 35 ? id : 60 - id;
    }

    private static List<Channel> channels() {
        return """
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
            """.lines().map(line -> {
            String[] c = line.split(" ");
            return new Channel(
                    c[0],
                    c[1],
                    Integer.parseInt(c[2]),
                    Integer.parseInt(c[3]),
                    Integer.parseInt(c[4]),
                    c.length > 5 ? Integer.parseInt(c[5]) : 0,
                    c.length > 5 ? Double.parseDouble(c[6]) : 1);
        }).toList();
    }
}
