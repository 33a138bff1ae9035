package thetascan.higgs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Expected values: an independent evaluation, its matching functions checked against SuperIso 3.4 to 1e-12. */
class BToSGammaTest {

    private static final Map<String, DoubleUnaryOperator> FUNCTIONS = Map.ofEntries(
            Map.entry("W7", BToSGammaMatching::w7),
            Map.entry("W8", BToSGammaMatching::w8),
            Map.entry("M7", BToSGammaMatching::m7),
            Map.entry("M8", BToSGammaMatching::m8),
            Map.entry("T7", BToSGammaMatching::t7),
            Map.entry("T8", BToSGammaMatching::t8),
            Map.entry("W7yy", BToSGammaMatching::w7yy),
            Map.entry("W8yy", BToSGammaMatching::w8yy),
            Map.entry("M7yy", BToSGammaMatching::m7yy),
            Map.entry("M8yy", BToSGammaMatching::m8yy),
            Map.entry("W7xy", BToSGammaMatching::w7xy),
            Map.entry("W8xy", BToSGammaMatching::w8xy),
            Map.entry("M7xy", BToSGammaMatching::m7xy),
            Map.entry("M8xy", BToSGammaMatching::m8xy),
            Map.entry("T7xy", BToSGammaMatching::t7xy),
            Map.entry("T8xy", BToSGammaMatching::t8xy),
            Map.entry("E0", BToSGammaMatching::e0),
            Map.entry("EH", BToSGammaMatching::eH));

    private static final Map<String, Double> AT_TWO = Map.ofEntries(
            Map.entry("W7", -1.3520942093515202),
            Map.entry("W8", -1.391497192709437),
            Map.entry("M7", 1.4608542710898798),
            Map.entry("M8", .7387631024225138),
            Map.entry("T7", -.4798606672987944),
            Map.entry("T8", -.186805999367877),
            Map.entry("W7yy", .437131754488049),
            Map.entry("W8yy", .18666104406239162),
            Map.entry("M7yy", -.36901565449267293),
            Map.entry("M8yy", -.1858443979579268),
            Map.entry("W7xy", 3.517922113391331),
            Map.entry("W8xy", 1.70064075574975),
            Map.entry("M7xy", -1.4939642470384435),
            Map.entry("M8xy", -1.1754662868819328),
            Map.entry("T7xy", -.5441614075712901),
            Map.entry("T8xy", -.27411277760218766),
            Map.entry("E0", -.257529574079927),
            Map.entry("EH", .1464184629688159));

    private final BToSGamma bToSGamma = new BToSGamma(BToSGammaInputs.DEFAULT);

    /** Spectrum and couplings of two charged scalars only. */
    private double branching(double m1, double x1, double y1, double m2, double x2, double y2) {
        HiggsSector sector =
                new HiggsSector(List.of("h1", "h2", "h3", "A1", "A2", "C1", "C2"), List.of("", "", "", "", "", "", ""));
        Spectrum spectrum = new Spectrum(sector);
        spectrum.mass[5] = m1;
        spectrum.mass[6] = m2;
        Couplings couplings = new Couplings(sector, 2, 1, 0);
        couplings.x[0] = x1;
        couplings.y[0] = y1;
        couplings.x[1] = x2;
        couplings.y[1] = y2;
        return bToSGamma.evaluate(spectrum, couplings);
    }

    @Test
    void matchingFunctions() {
        AT_TWO.forEach((name, expected) ->
                assertThat(FUNCTIONS.get(name).applyAsDouble(2)).as(name).isEqualTo(expected, within(2e-11)));
    }

    /** Conversion of the top mass: T functions are 8 y d/dy of the leading-order ones. */
    @ParameterizedTest
    @ValueSource(doubles = {0.03, 0.3, 2, 4})
    void massSchemeFunctionsAreDerivatives(double y) {
        double h = 1e-5 * y;
        double slope7 = (BToSGammaMatching.c7(y + h) - BToSGammaMatching.c7(y - h)) / (2 * h);
        double slope8 = (BToSGammaMatching.c8xy(y + h) - BToSGammaMatching.c8xy(y - h)) / (2 * h);
        assertThat(BToSGammaMatching.t7(y)).isEqualTo(8 * y * slope7, within(1e-8));
        assertThat(BToSGammaMatching.t8xy(y)).isEqualTo(8 * y * slope8, within(1e-8));
    }

    @Test
    void standardModel() {
        assertThat(bToSGamma.standardModel).isEqualTo(3.480508610356138e-4, within(1e-13));
        assertThat(branching(500, 0, 0, 500, 0, 0)).isEqualTo(bToSGamma.standardModel);
    }

    /** Borzumati and Greub find 3.57e-4 with their inputs. */
    @Test
    void standardModelWithTheOriginalInputs() {
        assertThat(new BToSGamma(BToSGammaInputs.BORZUMATI_GREUB).standardModel)
                .isEqualTo(3.58055266e-4, within(1e-12))
                .isEqualTo(3.57e-4, within(2e-6));
    }

    @Test
    void twoChargedScalars() {
        assertThat(branching(300, 1, 0.5, 600, -0.3, 0.2)).isEqualTo(4.055533685007383e-4, within(1e-12));
    }

    @Test
    void bremsstrahlungIntegrals() {
        double z = 0.29 * 0.29;
        assertThat(Bremsstrahlung.f22(z)).isEqualTo(0.0340222506615758, within(1e-13));
        assertThat(Bremsstrahlung.realF27(z)).isEqualTo(0.018173991379202174, within(1e-13));
    }

    /** Where the scalar is as heavy as the top quark every function is 0/0. */
    @Test
    void isSmoothAtTheTopMass() {
        double at = branching(172.5, 1, 1, 172.5, -0.5, 0.5);
        double below = branching(171.5, 1, 1, 171.5, -0.5, 0.5);
        double above = branching(173.5, 1, 1, 173.5, -0.5, 0.5);
        assertThat(at).isEqualTo((below + above) / 2, within(1e-5 * at));
        assertThat(below).isGreaterThan(at);
        assertThat(above).isLessThan(at);
    }

    @Test
    void heavyScalarsDecouple() {
        assertThat(branching(1000, 0.1, 0.1, 1000, 0.1, 0.1)).isEqualTo(bToSGamma.standardModel, within(1e-6));
    }
}
