package thetascan.z3hdm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import thetascan.model.SlhaEntries;
import thetascan.physics.StandardModel;

/**
 * Masses and decays by PDG number: h1, h2, A1 and C1 have those of a two-Higgs-doublet model, h3 and A2 those that SLHA2 gives to the
 * third CP-even and second CP-odd state; 47, which nobody has assigned, is C2.
 */
final class Z3Slha {

    private static final List<Integer> CODES = List.of(25, 35, 45, 36, 46, 37, 47);
    private static final Pattern NAME = Pattern.compile("[hAC][123]|tau|mu|nu|gam|[bscudtWZg]");
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

    private Z3Slha() {}

    static SlhaEntries entries() {
        Map<String, List<String>> places = new LinkedHashMap<>();
        for (int state = 0; state < Scalars.COUNT; state++) {
            String name = Scalars.NAMES.get(state);
            int code = CODES.get(state);
            places.put("m_" + name, List.of("MASS " + code));
            places.put("width_" + name, List.of("DECAY " + code));
            for (String channel : Scalars.CHANNELS.names(state)) {
                places.put(
                        "BR_" + name + "_" + channel,
                        daughters(channel, state >= Scalars.C1).stream()
                                .map(each -> "DECAY " + code + ": " + each)
                                .toList());
            }
        }
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
    static List<String> daughters(String channel, boolean charged) {
        List<String> names = new ArrayList<>();
        Matcher name = NAME.matcher(channel);
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

    private static boolean isNeutral(int code) {
        return List.of(21, 22, 23, 25, 35, 45, 36, 46).contains(code);
    }

    private static int code(String name) {
        int state = Scalars.NAMES.indexOf(name);
        if (state >= 0) return CODES.get(state);
        Integer code = STANDARD_MODEL.get(name);
        if (code == null) throw new IllegalArgumentException(name);
        return code;
    }
}
