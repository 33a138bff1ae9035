package thetascan.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import thetascan.limit.hbdataset.HbDataset;

/** Limits that are left out because they cannot matter must not have mattered: an explained point has all limits applied. */
class CeilingsTest {

    private static final int POINTS = 6_000;

    private final List<Particle> particles = ReferencePoints.PARTICLES;
    private final SplittableRandom random = new SplittableRandom(1);
    private final Predictions p = new Predictions(particles);
    private final LimitEngine engine = new LimitEngine(HbDataset.shipped().limits(), particles);
    private final double[] observed = new double[particles.size()];
    private final int[] selected = new int[particles.size()];

    @Test
    void limitsLeftOutWouldNotHaveBeenSelected() {
        int applied = 0;
        int selections = 0;
        for (int k = 0; k < POINTS; k++) {
            draw();
            engine.evaluate(p, observed, selected);
            List<AppliedLimit> all = engine.explain(p);
            applied += all.size();
            for (int i = 0; i < particles.size(); i++) {
                Particle particle = particles.get(i);
                @Nullable
                AppliedLimit first = all.stream()
                        .filter(each -> each.particles().contains(particle))
                        .findFirst()
                        .orElse(null);
                assertThat(selected[i])
                        .as("point %d, %s", k, particle.name())
                        .isEqualTo(first == null ? 0 : engine.limits().indexOf(first.limit()) + 1);
                assertThat((Double) observed[i])
                        .isEqualTo(first == null ? (Double) 0.0 : (Double) first.observedRatio());
                selections += selected[i] > 0 ? 1 : 0;
            }
        }
        assertThat(applied).isGreaterThan(30 * POINTS);
        assertThat(selections).isGreaterThan(5 * POINTS);
    }

    /** Masses far apart, within resolutions of each other and equal; rates over many orders of magnitude, some none, negative or no number. */
    private void draw() {
        double mass = 0;
        for (int i = 0; i < particles.size(); i++) {
            int near = random.nextInt(4);
            mass = i == 0 && random.nextBoolean()
                    ? 125
                    : near == 0 && i > 0
                            ? p.mass[i - 1]
                            : near == 1 && i > 0
                                    ? p.mass[i - 1] * (1 + 0.3 * random.nextDouble())
                                    : 10 * Math.pow(200, random.nextDouble());
            p.mass[i] = mass;
            p.width[i] = mass * Math.pow(10, -4 * random.nextDouble());
        }
        for (double[] rates : List.of(p.production, p.smProduction)) {
            fill(rates, 10);
        }
        for (double[] ratios : List.of(p.branching, p.smBranching, p.branchingZ, p.branchingEqualPair)) {
            fill(ratios, 1);
        }
        for (int i = 0; i < particles.size(); i++) {
            p.gluonRatio[i] = random.nextDouble(0, 2);
            p.topCoupling[i] = Math.sqrt(p.gluonRatio[i]);
        }
        if (random.nextInt(50) == 0) {
            p.production[random.nextInt(p.production.length)] = Double.NaN;
            p.branching[random.nextInt(p.branching.length)] = Double.POSITIVE_INFINITY;
        }
    }

    private void fill(double[] values, double largest) {
        boolean negative = random.nextInt(20) == 0;
        double scale = largest * Math.pow(10, -5 * random.nextDouble());
        Arrays.setAll(values, i -> switch (random.nextInt(8)) {
            case 0 -> 0;
            case 1 -> negative ? -1e-3 * scale * random.nextDouble() : 0;
            default -> scale * Math.pow(10, -4 * random.nextDouble());
        });
    }
}
