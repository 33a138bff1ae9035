package thetascan.scotogenic.minimal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import thetascan.physics.Pdg2024;
import thetascan.scotogenic.Relics;

/**
 * The inert doublet of micrOMEGAs 6.0 with its own electroweak inputs: within 5 % wherever two W bosons can be real. Below, micrOMEGAs has
 * W W* and Z Z*, and gluons from h: channels that are not included here, so that too much dark matter is left.
 */
class InertDoubletTest {

    @Test
    void agreesWithMicromegasAboveTheThresholdOfTwoBosons() throws IOException {
        Set<String> below = new TreeSet<>();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(
                        InertDoubletTest.class.getResourceAsStream("/thetascan/relic/micromegas_inert_doublet.csv")),
                StandardCharsets.UTF_8))) {
            in.readLine();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] fields = line.split(",");
                double[] x = Arrays.stream(fields, 1, 8)
                        .mapToDouble(Double::parseDouble)
                        .toArray();
                double omega = Relics.omega(point(x[0], x[1], x[2], x[3]));
                double expected = x[6];
                if (x[0] > Pdg2024.MW) {
                    assertThat(omega).as(fields[0]).isCloseTo(expected, within(0.05 * expected));
                } else {
                    assertThat(fields[11]).contains("W+ W-");
                    assertThat(omega / expected).as(fields[0]).isGreaterThan(1.05);
                    below.add(fields[0]);
                }
            }
        }
        assertThat(below).containsExactlyInAnyOrder("mo_data0", "TR_898", "low_50", "hres_62", "mid_72", "coann_60");
    }

    /** A doublet with η_R of mass mX, η_I of mA, η⁺ of mC and λ_L = ½ (λ₃+λ₄+λ₅). */
    private static ScotogenicLagrangian point(double mX, double mA, double mC, double lambdaL) {
        double vSq = Pdg2024.VEV * Pdg2024.VEV;
        ScotogenicLagrangian l = new ScotogenicLagrangian();
        l.mEtaSq = mX * mX - lambdaL * vSq;
        l.lambda3 = 2 * (mC * mC - l.mEtaSq) / vSq;
        l.lambda5 = (mX * mX - mA * mA) / vSq;
        l.lambda4 = 2 * lambdaL - l.lambda3 - l.lambda5;
        Arrays.fill(l.mN, 1e5);
        return l;
    }
}
