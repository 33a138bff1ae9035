package thetascan.z3hdm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import thetascan.quantity.Quantity;

class Z3SlhaTest {

    private final Map<String, List<String>> places = Z3Slha.entries().places();

    @Test
    void channelsConserveCharge() {
        Map<String, Integer> thirds = Map.of("1", -1, "2", 2, "3", -1, "4", 2, "5", -1, "6", 2);
        places.values().stream()
                .flatMap(List::stream)
                .filter(place -> place.contains(":"))
                .forEach(place -> {
                    String[] words = place.replace(":", "").split(" ");
                    int charge = 0;
                    for (int i = 2; i < words.length; i++) {
                        String particle = words[i].replace("-", "");
                        int of = thirds.getOrDefault(
                                particle, List.of("24", "37", "47").contains(particle) ? 3 : 0);
                        if (List.of("13", "15").contains(particle)) of = -3;
                        charge += words[i].startsWith("-") ? -of : of;
                    }
                    assertThat(charge).as(place).isEqualTo(List.of("37", "47").contains(words[1]) ? 3 : 0);
                });
    }

    @Test
    void everyWidthAndBranchingRatioHasItsPlace() {
        for (Quantity quantity : new Z3Model().observables()) {
            String name = quantity.name();
            if (name.startsWith("width_") || name.matches("BR_[hAC]\\d_.*"))
                assertThat(places).containsKey(name);
        }
        assertThat(places.get("BR_h1_bb")).containsExactly("DECAY 25: 5 -5");
        assertThat(places.get("BR_h2_WC1")).containsExactly("DECAY 35: 24 -37", "DECAY 35: -24 37");
        assertThat(places.get("BR_A2_C1C2")).containsExactly("DECAY 46: 37 -47", "DECAY 46: -37 47");
        assertThat(places.get("BR_C1_taunu")).containsExactly("DECAY 37: -15 16");
        assertThat(places.get("BR_C2_Wh3")).containsExactly("DECAY 47: 24 45");
        assertThat(places.get("BR_h1_Zgam")).containsExactly("DECAY 25: 23 22");
    }
}
