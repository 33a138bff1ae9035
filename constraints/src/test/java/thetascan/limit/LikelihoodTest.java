package thetascan.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import thetascan.limit.hbdataset.LimitTesting;

class LikelihoodTest {

    /** Abramowitz and Stegun, table 26.1 and 26.2. */
    @Test
    void normalTailHasTabulatedValues() {
        assertThat(NormalTail.of(0)).isEqualTo(0.5, within(1e-15));
        assertThat(NormalTail.of(1)).isCloseTo(0.158655253931457, within(1e-15));
        assertThat(NormalTail.of(1.959963984540054)).isCloseTo(0.025, within(1e-15));
        assertThat(NormalTail.of(-1)).isCloseTo(1 - 0.158655253931457, within(1e-15));
        assertThat(NormalTail.of(3) / 1.349898031630095e-3).isCloseTo(1, within(1e-12));
        assertThat(NormalTail.of(5) / 2.866515718791946e-7).isCloseTo(1, within(1e-12));
        assertThat(NormalTail.of(10) / 7.619853024160527e-24).isCloseTo(1, within(1e-12));
    }

    @Test
    void seriesAndFractionMeet() {
        assertThat(NormalTail.mills(2.5 - 1e-12) / NormalTail.mills(2.5)).isCloseTo(1, within(1e-11));
    }

    /** Values of the unit tests of HiggsTools (arXiv:2210.09332). */
    @Test
    void clsHasKnownValues() {
        assertThat(Likelihood.expectedCls(0)).isCloseTo(1, within(1e-15));
        assertThat(Likelihood.expectedCls(1)).isCloseTo(0.3173105, within(1e-7));
        assertThat(Likelihood.expectedCls(10)).isCloseTo(1.5654022580025018e-3, within(1e-15));
        assertThat(Likelihood.observedCls(1, 0)).isCloseTo(0.5942867086725301, within(1e-14));
        assertThat(Likelihood.observedCls(2, 1)).isCloseTo(0.24015345570732952, within(1e-14));
        assertThat(Likelihood.observedCls(20, 10)).isCloseTo(8.649796248556664e-4, within(1e-15));
        assertThat(Likelihood.observedCls(1, 2)).isCloseTo(0.21652859987383824, within(1e-14));
        assertThat(Likelihood.observedCls(10, 20)).isCloseTo(1.8458535698646177e-05, within(1e-14));
        assertThat(Likelihood.observedCls(0, 0.001)).isCloseTo(0.9995, within(1e-6));
        assertThat(Likelihood.observedCls(0, 1)).isCloseTo(0.606531, within(1e-6));
        assertThat(Likelihood.observedCls(0, 5)).isCloseTo(0.082085, within(1e-6));
    }

    @Test
    void clsIsSmoothWhereTailsUnderflow() {
        for (double q : new double[] {1e-10, 1e-3, 0.1, 1, 5, 10}) {
            assertThat(Likelihood.observedCls(1e-12, q)).isCloseTo(Likelihood.observedCls(0, q), within(1e-5));
            assertThat(Likelihood.observedCls(q, q)).isCloseTo(Likelihood.expectedCls(q), within(1e-14));
        }
        assertThat(Likelihood.observedCls(1, 1e10)).isZero();
        assertThat(Likelihood.observedCls(1e10, 1e3)).isBetween(0.0, 1e-200);
    }

    /** The same source. */
    @Test
    void ratioIsOneOverTheExcludedScale() {
        Likelihood.Profile profile = (kind, s) -> kind == LimitKind.EXPECTED ? 2 * s * s : 0.3 * s * s * s;
        assertThat(Likelihood.ratio(profile, LimitKind.EXPECTED)).isCloseTo(1 / 1.3859038234, within(1e-9));
        assertThat(Likelihood.ratio(profile, LimitKind.OBSERVED)).isCloseTo(1 / 2.1219356246, within(1e-9));
        for (double factor : new double[] {0.4, 0.8, 2, 4.4, 5.13}) {
            Likelihood.Profile scaled = (kind, s) -> profile.at(kind, factor * s);
            assertThat(Likelihood.ratio(scaled, LimitKind.OBSERVED))
                    .isCloseTo(factor * Likelihood.ratio(profile, LimitKind.OBSERVED), within(1e-10));
        }
    }

    @Test
    void insensitiveLikelihoodSaysNothing() {
        Likelihood.Profile flat = (kind, s) -> Math.min(s * s, 2);
        assertThat(Likelihood.ratio(flat, LimitKind.EXPECTED)).isZero();
        assertThat(Likelihood.ratio(flat, LimitKind.OBSERVED)).isZero();
    }

    /**
     * Limits on one production mode at a time from the ATLAS likelihood (arXiv:2002.12223) at 600 GeV, derived from the
     * same tables by another program to four digits [fb]: gluon fusion 14.86 observed, 12.84 expected; with b quarks
     * 7.242 and 8.1.
     */
    @Test
    void atlasLikelihoodGivesTheDerivedLimits() throws IOException {
        Limit limit = atlas();
        Predictions p = new Predictions(List.of(LimitTesting.neutral("A")));
        p.mass[0] = 600;
        LimitTesting.decay(p, 0, Decay.tautau, 1);
        LimitTesting.produce(p, 0, Production.ggH, 1e-3);
        AppliedLimit gluons = LimitTesting.apply(limit, p).get(0);
        assertThat(1 / gluons.observedRatio()).isCloseTo(14.86, within(0.01));
        assertThat(1 / gluons.expectedRatio()).isCloseTo(12.84, within(0.01));
        LimitTesting.produce(p, 0, Production.ggH, 0);
        LimitTesting.produce(p, 0, Production.bbH, 1e-3);
        AppliedLimit quarks = LimitTesting.apply(limit, p).get(0);
        assertThat(1 / quarks.observedRatio()).isCloseTo(7.242, within(0.005));
        assertThat(1 / quarks.expectedRatio()).isCloseTo(8.1, within(0.01));
    }

    private static Limit atlas() throws IOException {
        try (InputStream in = LikelihoodTest.class.getResourceAsStream("ATLAS_tautau_600.json.gz")) {
            return LimitTesting.limit(new GZIPInputStream(in), "ATLAS_tautau_600.json.gz");
        }
    }
}
