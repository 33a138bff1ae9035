package thetascan.dark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import thetascan.model.SlhaEntries;
import thetascan.physics.Pdg2024;

/**
 * Masses by PDG number, and what direct searches and the relic density ask of dark matter. Dark particles have the numbers that SARAH gives
 * them in its scotogenic model where there are any, and else the next ones of the same series.
 */
public final class DarkSlha {

    private DarkSlha() {}

    /**
     * {@return places of the dark masses of a model}
     *
     * @param masses PDG number of the particle whose mass an observable is, by the name of the observable
     */
    public static SlhaEntries entries(Map<String, Integer> masses) {
        Map<String, List<String>> places = new LinkedHashMap<>();
        masses.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(mass -> places.put(mass.getKey(), List.of("MASS " + mass.getValue())));
        places.put("m_nu1", List.of("MASS 12"));
        places.put("m_nu2", List.of("MASS 14"));
        places.put("m_nu3", List.of("MASS 16"));
        List<String> dark = List.of("Omega_h2", "m_dm", "sigma_SI_p", "sigma_SI_n", "sigma_SD_p", "sigma_SD_n");
        for (int i = 0; i < dark.size(); i++) places.put(dark.get(i), List.of("DARKMATTER " + (i + 1)));
        return new SlhaEntries(standardModel(), places);
    }

    private static Map<String, Double> standardModel() {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("SMINPUTS 1", 1 / Pdg2024.ALPHA_MZ);
        values.put("SMINPUTS 2", Pdg2024.FERMI_CONSTANT);
        values.put("SMINPUTS 4", Pdg2024.MZ);
        values.put("SMINPUTS 5", Pdg2024.MB);
        values.put("SMINPUTS 6", Pdg2024.MT);
        values.put("SMINPUTS 7", Pdg2024.M_TAU);
        values.put("MASS 23", Pdg2024.MZ);
        values.put("MASS 24", Pdg2024.MW);
        return values;
    }
}
