package thetascan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import thetascan.model.Models;
import thetascan.quantity.Quantity;
import thetascan.z3hdm.Z3Model;

class HiggsSlhaTest {

    private final Map<String, List<String>> places = new Z3Model().slha().places();

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

    /** Maps without an order would write another file with every start of the program. */
    @Test
    void placesComeInOneOrder() {
        for (String name : List.of("2hdm", "idm", "t12a")) {
            List<String> codes = Models.named(name).slha().places().values().stream()
                    .map(places -> places.get(0))
                    .filter(place -> place.matches("(HMIX|MASS [13]0\\d\\d).*|MASS 3[567]"))
                    .toList();
            assertThat(codes).as(name).hasSizeGreaterThan(2);
            for (String block : List.of("HMIX", "MASS")) {
                assertThat(codes.stream().filter(place -> place.startsWith(block)))
                        .isSorted();
            }
        }
    }

    @Test
    void twoDoubletsHaveTheirPlacesToo() {
        Map<String, List<String>> two = Models.named("2hdm").slha().places();
        for (Quantity quantity : Models.named("2hdm").observables()) {
            String name = quantity.name();
            if (name.startsWith("width_") || name.matches("BR_(h|H0|A|Hpm)_.*"))
                assertThat(two).containsKey(name);
        }
        assertThat(two.get("BR_H0_hh")).containsExactly("DECAY 35: 25 25");
        assertThat(two.get("BR_A_ZH0")).containsExactly("DECAY 36: 23 35");
        assertThat(two.get("BR_H0_WHpm")).containsExactly("DECAY 35: 24 -37", "DECAY 35: -24 37");
        assertThat(two.get("BR_Hpm_WA")).containsExactly("DECAY 37: 24 36");
        assertThat(two.get("BR_H0_AA")).containsExactly("DECAY 35: 36 36");
        assertThat(two.get("BR_H0_ZA")).containsExactly("DECAY 35: 23 36");
        assertThat(two.get("lambda_5")).containsExactly("HMIX 35");
        Map<String, List<String>> inert = Models.named("idm").slha().places();
        assertThat(inert.get("m_Hpm")).containsExactly("MASS 37");
        assertThat(inert.get("Omega_h2")).containsExactly("DARKMATTER 1");
    }
}
