package thetascan.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Against the same integrals at 30 digits with q² moved off the real axis, below, at and above the threshold of the particles that
 * carry q².
 */
class TriangleIntegralsReferenceTest {

    @ParameterizedTest
    @CsvSource({
        "1128.96, 1128.96, 817577.64, 8315.251344, 0.751458949126875, 7.903812836946028e-06, 3.6454309416839043e-06, 3.6454309416839043e-06, 6.129509535782202e-07, 0.009366085494077843",
        "1128.96, 90300.25, 817577.64, 8315.251344, 0.6143577980880032, 3.0088454513924754e-06, 1.4861348062568237e-06, 1.0226841684929085e-06, 5.000264766427433e-07, 0.002836889547912729",
        "60, 40, 50000, 8315.25, 0.8156829460093997, 5.394893633863489e-05, 2.1686529718374283e-05, 2.1531158381794707e-05, 1.0731248238465898e-05, 0.038724850041669166",
        "2500, 3600, 90000, 8315.25, 0.6803208658690674, 3.522287517132011e-05, 1.55461377858478e-05, 1.4702916952230365e-05, 4.973820433241941e-06, 0.03943968448442353",
        "2116, 2025, 10000, 8315.25, 0.5689522842547564, 0.00025931129201246995, 0.0001100829098380205, 0.00011155987580204801, 3.766850637240141e-05, 0.33552924944041274",
        "100, 6400, 25, 8315.25, -1.7299302390166638, 0.0015566845493865731, 0.0009233806436024749, 0.0001911619004198747, 0.0004421420053642236, 0.8268277771815512",
        "40000, 22500, 14400, 8315.25, -0.2644623514064128, 2.087691184143538e-05, 6.057163105885459e-06, 7.1037076050228875e-06, 7.716041130527034e-06, 0.013230937628022655",
    })
    void agrees(
            double a,
            double b,
            double c,
            double qSq,
            double logarithm,
            double unit,
            double x,
            double y,
            double z,
            double product) {
        TriangleIntegrals integrals = new TriangleIntegrals();
        integrals.evaluate(a, b, c, qSq);
        assertThat(integrals.logarithm).isCloseTo(logarithm, within(1e-11));
        assertThat(integrals.unit).isCloseTo(unit, within(1e-11 * unit));
        assertThat(integrals.weightedX).isCloseTo(x, within(1e-11 * unit));
        assertThat(integrals.weightedY).isCloseTo(y, within(1e-11 * unit));
        assertThat(integrals.weightedZ).isCloseTo(z, within(1e-11 * unit));
        assertThat(integrals.product).isCloseTo(product, within(1e-10));
    }
}
