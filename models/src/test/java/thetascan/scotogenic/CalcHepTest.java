package thetascan.scotogenic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import thetascan.physics.Pdg2024;
import thetascan.relic.CrossSection;
import thetascan.relic.FeynmanRules;
import thetascan.relic.Particles;
import thetascan.relic.StandardModelInputs;
import thetascan.scotogenic.minimal.ScotogenicLagrangian;
import thetascan.scotogenic.minimal.ScotogenicRules;
import thetascan.scotogenic.minimal.ScotogenicSpectrum;
import thetascan.scotogenic.t12a.T12aLagrangian;
import thetascan.scotogenic.t12a.T12aRules;
import thetascan.scotogenic.t12a.T12aSpectrum;

/** Every cross-section of the independent generator CalcHEP: see the README beside the files. */
class CalcHepTest {

    private static final double TOLERANCE = 2e-4;
    private static final double PICOBARN = Pdg2024.HBAR_C_SQ * 1e36;

    /** Writes the vertices of a point. */
    private interface Write {
        void write();
    }

    @Test
    void minimalModel() throws IOException {
        JsonNode reference = read("calchep_scotogenic.json.gz");
        JsonNode in = reference.get("input");
        ScotogenicLagrangian l = new ScotogenicLagrangian();
        l.lambda2 = in.get("lam2").doubleValue();
        l.lambda3 = in.get("lam3").doubleValue();
        l.lambda4 = in.get("lam4").doubleValue();
        l.lambda5 = in.get("lam5").doubleValue();
        l.mEtaSq = in.get("mEta2").doubleValue();
        System.arraycopy(ReferencePoints.numbers(in.get("MN")), 0, l.mN, 0, 3);
        ReferencePoints.copy(in.get("y"), l.y);
        ScotogenicSpectrum spectrum = new ScotogenicSpectrum();
        spectrum.evaluate(l);
        ScotogenicRules rules = new ScotogenicRules();
        assertThat(compare(reference, rules.rules, rules.inputs, () -> rules.write(l, spectrum)))
                .isEqualTo(604);
    }

    @Test
    void t12a() throws IOException {
        JsonNode reference = read("calchep_t12a.json.gz");
        JsonNode in = reference.get("input");
        T12aLagrangian l = new T12aLagrangian();
        l.lambdaH = in.get("lamH").doubleValue();
        l.lambdaS = in.get("lamS").doubleValue();
        l.lambdaEta = in.get("lamEta").doubleValue();
        l.lambdaEta1 = in.get("lamEta1").doubleValue();
        l.lambdaEta2 = in.get("lamEta2").doubleValue();
        l.alpha = in.get("alpha").doubleValue();
        l.mSSq = in.get("MS2").doubleValue();
        l.mEtaSq = in.get("Meta2").doubleValue();
        l.mPsi = in.get("MPsi").doubleValue();
        System.arraycopy(ReferencePoints.numbers(in.get("MF")), 0, l.mF, 0, 2);
        for (int j = 0; j < 2; j++) {
            l.y.set(0, j, in.get("y1").get(j).doubleValue(), 0);
            l.y.set(1, j, in.get("y2").get(j).doubleValue(), 0);
        }
        for (int k = 0; k < 3; k++) {
            l.g.set(0, k, in.get("gPsi").get(k).doubleValue(), 0);
            l.g.set(1, k, in.get("gF").get(0).get(k).doubleValue(), 0);
            l.g.set(2, k, in.get("gF").get(1).get(k).doubleValue(), 0);
            l.gR.set(0, k, in.get("gR").get(k).doubleValue(), 0);
        }
        T12aSpectrum spectrum = new T12aSpectrum();
        spectrum.evaluate(l);
        spectrum.couplings(l);
        T12aRules rules = new T12aRules();
        assertThat(compare(reference, rules.rules, rules.inputs, () -> rules.write(l, spectrum)))
                .isEqualTo(806);
    }

    private static JsonNode read(String name) throws IOException {
        try (InputStream in = CalcHepTest.class.getResourceAsStream("/thetascan/relic/" + name)) {
            return new ObjectMapper().readTree(new GZIPInputStream(in));
        }
    }

    /** Compares all; returns how many. */
    private static int compare(JsonNode reference, FeynmanRules rules, StandardModelInputs inputs, Write write) {
        CrossSection crossSection = new CrossSection(rules);
        Particles particles = rules.particles();
        List<String> wrong = new ArrayList<>();
        int count = 0;
        inputs.electron = reference.get("light").get("me").doubleValue();
        for (JsonNode block : reference.get("at")) {
            inputs.topYukawa = block.get("mt_yukawa").doubleValue();
            inputs.bottom = block.get("mb").doubleValue();
            inputs.charm = block.get("mc").doubleValue();
            inputs.higgsWidth = block.get("higgs_width").doubleValue();
            write.write();
            double momentum = block.get("momentum").doubleValue();
            for (JsonNode row : block.get("rows")) {
                int[] label = new int[4];
                for (int k = 0; k < 4; k++) {
                    label[k] = particles.label(row.get(k).textValue());
                }
                double expected = row.get(4).doubleValue();
                double sigma = crossSection.at(label[0], label[1], label[2], label[3], momentum) * PICOBARN;
                if (!(Math.abs(sigma / expected - 1) <= TOLERANCE)) {
                    wrong.add(row + " at " + momentum + ": " + sigma);
                }
                // other diagrams and other spinors, the same number
                double exchanged = crossSection.at(label[1], label[0], label[3], label[2], momentum) * PICOBARN;
                assertThat(exchanged).as("%s exchanged", row).isCloseTo(sigma, within(1e-9 * sigma));
                count++;
            }
        }
        assertThat(wrong).isEmpty();
        return count;
    }
}
