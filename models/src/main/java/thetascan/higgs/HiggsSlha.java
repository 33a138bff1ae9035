package thetascan.higgs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import thetascan.model.SlhaEntries;
import thetascan.physics.StandardModel;

/** Masses, widths and branching ratios of a Higgs sector by PDG number in files of the SUSY Les Houches Accord. */
public final class HiggsSlha {

    private static final Map<String, Integer> STANDARD_MODEL = Map.ofEntries(
            Map.entry("d", 1),
            Map.entry("u", 2),
            Map.entry("s", 3),
            Map.entry("c", 4),
            Map.entry("b", 5),
            Map.entry("t", 6),
            Map.entry("mu", 13),
            Map.entry("tau", 15),
            Map.entry("g", 21),
            Map.entry("gam", 22),
            Map.entry("Z", 23),
            Map.entry("W", 24));

    private final HiggsSector sector;
    private final DecayChannels channels;
    private final List<Integer> codes;
    /** The name of one product at the beginning of those of a channel. */
    private final Pattern product;

    /**
     * Numbers of the scalars.
     *
     * @param sector   the scalars
     * @param channels their decays
     * @param codes    PDG number of each scalar
     */
    public HiggsSlha(HiggsSector sector, DecayChannels channels, List<Integer> codes) {
        this.sector = sector;
        this.channels = channels;
        this.codes = List.copyOf(codes);
        // the longest first: H0 before h, tau before t
        product = Pattern.compile(Stream.concat(
                        sector.names().stream(),
                        Stream.of("tau", "mu", "nu", "gam", "b", "s", "c", "u", "d", "t", "W", "Z", "g"))
                .sorted(Comparator.comparing(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|")));
    }

    /**
     * {@return the places}
     *
     * @param others further ones by names of parameters and observables
     */
    public SlhaEntries entries(Map<String, String> others) {
        Map<String, List<String>> places = new LinkedHashMap<>();
        for (int state = 0; state < sector.count(); state++) {
            String name = sector.names().get(state);
            int code = codes.get(state);
            places.put("m_" + name, List.of("MASS " + code));
            places.put("width_" + name, List.of("DECAY " + code));
            for (String channel : channels.names(state)) {
                places.put(
                        "BR_" + name + "_" + channel,
                        daughters(channel, state >= sector.charged()).stream()
                                .map(each -> "DECAY " + code + ": " + each)
                                .toList());
            }
        }
        others.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(other -> places.put(other.getKey(), List.of(other.getValue())));
        return new SlhaEntries(standardModel(), places);
    }

    private static Map<String, Double> standardModel() {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("SMINPUTS 2", StandardModel.FERMI_CONSTANT);
        values.put("SMINPUTS 3", StandardModel.ALPHA_S);
        values.put("SMINPUTS 4", StandardModel.MZ);
        values.put("SMINPUTS 5", StandardModel.MB_MB);
        values.put("SMINPUTS 6", StandardModel.MT);
        values.put("SMINPUTS 7", StandardModel.M_TAU);
        values.put("MASS 23", StandardModel.MZ);
        values.put("MASS 24", StandardModel.MW);
        return values;
    }

    /** The channels that a branching ratio counts, as PDG numbers of the daughters; of a charged state those of charge +1. */
    private List<String> daughters(String channel, boolean charged) {
        List<String> names = new ArrayList<>();
        Matcher name = product.matcher(channel);
        while (name.find()) names.add(name.group());
        int first = code(names.get(0));
        int second = names.get(1).equals("nu") ? Math.abs(first) + 1 : code(names.get(1));
        if (charged) {
            boolean quarks = first <= 6;
            boolean neutrino = names.get(1).equals("nu");
            return List.of(neutrino ? -first + " " + second : first + " " + (quarks ? -second : second));
        }
        if (isNeutral(first)) return List.of(first + " " + second);
        return first == second ? List.of(first + " " + -second) : List.of(first + " " + -second, -first + " " + second);
    }

    private boolean isNeutral(int code) {
        int state = codes.indexOf(code);
        return state >= 0 && state < sector.charged() || List.of(21, 22, 23).contains(code);
    }

    private int code(String name) {
        int state = sector.names().indexOf(name);
        if (state >= 0) return codes.get(state);
        Integer code = STANDARD_MODEL.get(name);
        if (code == null) throw new IllegalArgumentException(name);
        return code;
    }
}
