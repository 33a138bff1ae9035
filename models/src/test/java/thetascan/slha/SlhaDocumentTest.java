package thetascan.slha;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlhaDocumentTest {

    private final SlhaDocument awkward = Samples.document("awkward.slha");
    private final SlhaDocument sarah = Samples.document("sarah-layout.spc");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "25, 125.0",
        "35, 400.0",
        "36, 390.0",
        "37, 1.2E-309",
        "38, 1.2E101",
        "40, NaN",
        "41, -Infinity",
        "42, Infinity",
        "43, Infinity",
        "44, NaN",
        "47, 0.0",
        "48, 0.5",
        "49, 5.0"
    })
    void readsNumbersOfAllProgramsWithoutBlanksBeforeTheEntries(int particle, double mass) {
        assertThat(awkward.number("mass", particle)).isEqualTo(Double.valueOf(mass));
    }

    @ParameterizedTest
    @CsvSource({
        "39, awkward.slha:16 block MASS: '********' is not a number",
        "45, awkward.slha:22 block MASS: '1;25' is not a number: write a decimal point",
        "46, awkward.slha:23 block MASS: '1.0E+400' is not a number: beyond the range",
        "50, awkward.slha:27 block MASS: '1.0E+02-2.0E+02' is not a number",
        "51, awkward.slha:28 block MASS: '0x10' is not a number",
        "52, awkward.slha:29 block MASS: '1.0f' is not a number",
        "53, awkward.slha:30 block MASS: '1_000' is not a number",
        "54, awkward.slha:31 block MASS 54: has no value",
        "55, awkward.slha:32 block MASS 55: has 2 values"
    })
    void refusesWhatIsNoNumberWithItsPlace(int particle, String message) {
        assertThatThrownBy(() -> awkward.number("MASS", particle))
                .isInstanceOf(SlhaException.class)
                .hasMessageStartingWith(message.replace(';', ','));
    }

    @Test
    void blocksOfASingleValueHaveNoIndices() {
        assertThat(awkward.number("ALPHA")).isEqualTo(-0.11);
        assertThat(awkward.number("COUNT")).isEqualTo(7);
        assertThat(Samples.document("2hdmc-1.8.0/demo.lha.gz").number("ALPHA")).isEqualTo(-2.77025467e-01);
        assertThatThrownBy(() -> awkward.number("MASS")).hasMessageContaining("no entry []");
    }

    @Test
    void valuesOfATableAreTakenByPosition() {
        Entry row = Samples.document("2hdmc-1.8.0/Demo_out_official_with_HB5.10_HS2.6.lha")
                .entry("HBRESULT", 0, 1, 311);
        assertThat(row.value(0).number()).isEqualTo(7.75718501e-01);
        assertThat(row.value(1).integer()).isEqualTo(1);
        assertThatThrownBy(() -> row.value(2)).hasMessageContaining("has 2 values, none at position 2");
        assertThat(row.comment()).isEqualTo("Full result");
    }

    @Test
    void aBlockAtSeveralScalesWantsOneNamed() {
        assertThatThrownBy(() -> awkward.number("GAUGE", 1))
                .hasMessage("awkward.slha:40 block GAUGE 1: '3.6E-01', but '3.5E-01' in line 38. "
                        + "Say which: the first, the last, or the scale Q.");
        assertThat(awkward.number(Occurrence.at(91.1876), "GAUGE", 1)).isEqualTo(0.35);
        assertThat(awkward.number(Occurrence.at(1000), "GAUGE", 1)).isEqualTo(0.36);
        assertThat(awkward.number(Occurrence.nearest(301), "GAUGE", 1)).isEqualTo(0.35);
        assertThat(awkward.number(Occurrence.nearest(303), "GAUGE", 1)).isEqualTo(0.36);
        assertThat(awkward.number(Occurrence.first(), "GAUGE", 1)).isEqualTo(0.35);
        assertThat(awkward.number(Occurrence.last(), "GAUGE", 1)).isEqualTo(0.36);
        assertThatThrownBy(() -> awkward.number(Occurrence.at(500), "GAUGE", 1))
                .hasMessageContaining("no entry [1] at Q = 500.0");
    }

    @Test
    void whereOnlyOneBlockHoldsTheEntryNoScaleNeedBeNamed() {
        assertThat(awkward.number("GAUGE", 2)).isEqualTo(0.64);
        assertThat(awkward.number("GAUGE", 3)).isEqualTo(1.1);
        assertThatThrownBy(() -> awkward.number(Occurrence.nearest(10), "GAUGE", 3))
                .hasMessageContaining("nearest to Q = 10.0");
    }

    @Test
    void aScaleThatCannotBeReadIsNoScale() {
        assertThat(awkward.number("HMIX", 1)).isEqualTo(500);
        assertThatThrownBy(() -> awkward.number(Occurrence.nearest(500), "HMIX", 1))
                .hasMessage("awkward.slha:44 block HMIX: its scale 'Q= ****' is not a positive number");
        assertThat(awkward.blocks("HMIX").get(0).scale().orElseThrow().text()).isEqualTo("****");
    }

    @Test
    void ofTwoScalesEquallyNearTheLowerIsTaken() {
        SlhaDocument two = SlhaDocument.of("Block A Q= 4.0E0\n 1 2.0\nBlock A Q= 1.0E0\n 1 1.0\n", "two");
        assertThat(two.number(Occurrence.nearest(2), "A", 1)).isEqualTo(1.0);
    }

    @Test
    void blocksWrittenTwiceMustAgreeOrBeChosen() {
        SlhaDocument repeated = Samples.document("sarah-layout.spc");
        assertThat(repeated.number("RELIC DENSITY", 2)).isEqualTo(1);
        assertThatThrownBy(() -> repeated.number("RELIC DENSITY", 1)).hasMessageContaining("'0.120', but 'nan'");
        assertThat(repeated.number(Occurrence.last(), "relic  density", 1)).isEqualTo(0.12);
        SlhaDocument twice = SlhaDocument.of("BLOCK A\n 1 1.50\n 1 1.5E0\nBLOCK A\n 1 15.D-1\n", "twice");
        assertThat(twice.number("A", 1)).isEqualTo(1.5);
        SlhaDocument contradiction = SlhaDocument.of("BLOCK A\n 1 1.5\n 1 1.6\n", "contradiction");
        assertThatThrownBy(() -> contradiction.number(Occurrence.last(), "A", 1))
                .hasMessageStartingWith("contradiction:3 block A 1: '1.6', but '1.5' in line 2");
    }

    @Test
    void whatIsNotThereIsNamedWithWhatIs() {
        assertThatThrownBy(() -> awkward.number("MASSES", 25))
                .hasMessageStartingWith("awkward.slha: no block MASSES; there are SPINFO, DCINFO, MASS, ALPHA");
        assertThatThrownBy(() -> awkward.number("GAUGE", 4))
                .hasMessage("awkward.slha:37 block GAUGE: no entry [4]; there are [1], [1], [2], [3]");
        assertThat(awkward.find(Occurrence.any(), "GAUGE", 4)).isEmpty();
    }

    @Test
    void programsReportWarningsAndErrors() {
        assertThat(awkward.programs())
                .containsExactly(
                        new ProgramInfo(
                                "SPINFO",
                                "demo",
                                "1.0",
                                List.of("2 loops did not converge", "tachyon at the GUT scale"),
                                List.of("the comment is the message")),
                        new ProgramInfo("DCINFO", "decayer", "0.9", List.of(), List.of()));
        assertThat(awkward.errors()).containsExactly("SPINFO 4 the comment is the message");
    }

    @ParameterizedTest
    @CsvSource({"tach", "noconv"})
    void aRunThatFailedSaysSoThoughItsExitCodeWasZero(String run) {
        SlhaDocument failed = Samples.document("spheno-4.0.5/" + run + ".spc");
        assertThat(failed.errors()).containsExactly("SPINFO 4 internal problem, see Messages.out for infos");
        assertThat(failed.programs().get(0).program()).isEqualTo("SPheno");
        assertThatThrownBy(() -> failed.number("MASS", 25)).hasMessageContaining("no block MASS; there are SPINFO");
        assertThat(failed.number("SPhenoINFO", 1)).isEqualTo(2);
    }

    @Test
    void runsThatSucceededHaveNoErrors() {
        for (String name : Samples.NAMES) {
            if (name.startsWith("2hdmc") || name.matches(".*(AMSB|GMSB|SeesawI|mNUHM|mSUGRA).*")) {
                assertThat(Samples.document(name).errors()).as(name).isEmpty();
            }
        }
    }

    @Test
    void anUnknownSectionIsNotTakenForThePrecedingBlock() {
        assertThatThrownBy(() -> awkward.number("HMIX", 25)).hasMessageContaining("no entry [25]");
        assertThat(awkward.unread()).extracting(Field::text).startsWith("SURPRISE 1 2 3", "25 9.99E+02");
    }

    @Test
    void higgsCouplingsHaveTheirValuesFirst() {
        SlhaDocument spheno = Samples.document("spheno-4.0.5/mSUGRA.spc.gz");
        String bosons = "HiggsBoundsInputHiggsCouplingsBosons";
        assertThat(spheno.coupling(bosons, 23, 25, 23).number()).isEqualTo(9.99891376e-01);
        assertThat(spheno.number(bosons, 3, 36, 35, 23)).isEqualTo(9.99891376e-01);
        assertThat(spheno.coupling(bosons, 25, 21, 21, 23).indices()).containsExactly(4, 25, 21, 21, 23);
        Entry fermions = spheno.coupling("HiggsBoundsInputHiggsCouplingsFermions", 36, 6, 6);
        assertThat(fermions.value(0).number()).isEqualTo(0);
        assertThat(fermions.value(1).number()).isEqualTo(1e-2);
        assertThat(sarah.coupling("HiggsCouplingsFermions", 6, 6, 25).value(1).number())
                .isEqualTo(5.33235822e-21);
        assertThatThrownBy(() -> sarah.coupling("HiggsCouplingsBosons", 25, 1, 1))
                .hasMessageContaining("no entry [25, 1, 1]");
        SlhaDocument whole = SlhaDocument.of("BLOCK HiggsCouplingsBosons\n 1  3 25 24 24\n", "whole");
        assertThat(whole.coupling("HiggsCouplingsBosons", 25, 24, 24).number()).isEqualTo(1);
    }

    @Test
    void wilsonCoefficientsHaveLeadingZeros() {
        assertThat(sarah.number("FWCOEF", 305, 4422, 0, 2)).isEqualTo(-0.17530945e-08);
        assertThat(sarah.number("FWCOEF", 305, 4422, 0, 0)).isEqualTo(-0.17030945e-08);
    }

    @Test
    void decaysAreFoundInAnyOrderOfTheDaughters() {
        assertThat(sarah.width(25)).isEqualTo(4.1e-3);
        assertThat(sarah.branchingRatio(25, 24, -24)).hasValue(3.51851045e-01);
        assertThat(sarah.branchingRatio(1001, -11, 3001)).hasValue(0.75);
        assertThat(sarah.branchingRatio(25, 15, -15)).isEmpty();
        assertThat(awkward.branchingRatio(-37, 22, 6, -5)).hasValue(0.25);
    }

    @Test
    void loopDecaysAreATableOfTheirOwn() {
        assertThat(sarah.decay(DecayOrder.ONE_LOOP, 25).branchingRatio(5, -5)).hasValue(0.46);
        assertThat(sarah.decay(DecayOrder.ONE_LOOP, 25).width()).isEqualTo(4.05e-3);
        assertThat(sarah.branchingRatio(25, 5, -5)).hasValue(4.50333982e-01);
        assertThat(sarah.branchingRatio(1001, 5, -5)).isEmpty();
    }

    @Test
    void antiparticlesDecayToAntiparticles() {
        assertThat(sarah.branchingRatio(-1001, -3001, 11)).hasValue(0.75);
        assertThatThrownBy(() -> sarah.branchingRatio(-1001, 3001, 11)).hasMessageContaining("Maybe a sign is wrong");
        assertThat(sarah.decay(1001)
                        .conjugate(Particles.pdg().withSelfConjugate(Set.of(3001, 1002)))
                        .branchingRatio(3001, 11))
                .hasValue(0.75);
        SlhaDocument thdm = Samples.document("2hdmc-1.8.0/demo.lha.gz");
        assertThat(thdm.branchingRatio(-37, -24, 25)).isEqualTo(thdm.branchingRatio(37, 24, 25));
        assertThat(thdm.branchingRatio(-37, -6, 5)).hasValue(9.75369956e-01);
        assertThat(thdm.width(-37)).isEqualTo(2.02608470);
        assertThatThrownBy(() -> thdm.branchingRatio(-25, 5, -5)).hasMessageContaining("no DECAY table of -25");
        assertThatThrownBy(() -> thdm.decay(25).conjugate(Particles.pdg())).hasMessageContaining("own antiparticle");
    }

    @Test
    void aForgottenSignIsNotABranchingRatioOfNothing() {
        SlhaDocument thdm = Samples.document("2hdmc-1.8.0/demo.lha.gz");
        assertThatThrownBy(() -> thdm.branchingRatio(25, 5, 5))
                .hasMessageContaining("DECAY 25: lists [5, -5], not [5, 5]. Maybe a sign is wrong.");
        SlhaDocument one = SlhaDocument.of("DECAY 35 1.0\n 0.5 2 24 -37\n", "one");
        assertThat(one.branchingRatio(35, -24, 37)).isEmpty();
    }

    @Test
    void widthsAndRatiosThatCannotBeReadAreRefusedWhenAskedFor() {
        assertThatThrownBy(() -> awkward.width(1000024))
                .hasMessage("awkward.slha:50 DECAY 1000024: the header gives no width");
        assertThat(awkward.branchingRatio(1000024, 24, 1000022)).hasValue(1.0);
        assertThatThrownBy(() -> awkward.width(-37)).hasMessageStartingWith("awkward.slha:52 DECAY -37: '****'");
        assertThatThrownBy(() -> awkward.branchingRatio(-37, 3, -4))
                .hasMessageStartingWith("awkward.slha:55 DECAY -37");
        assertThat(awkward.width(36)).isNaN();
    }

    @Test
    void aLineThatMayBeTheChannelIsNotPassedOver() {
        assertThat(awkward.branchingRatio(36, 6, -6)).hasValue(0.5);
        assertThatThrownBy(() -> awkward.branchingRatio(36, 5, -5))
                .hasMessageStartingWith("awkward.slha:57 DECAY 36: '1.0 3 5 -5' is no decay channel");
        SlhaDocument broken = SlhaDocument.of("DECAY 25 1.0\nO.5 2 5 -5\n 0.5 2 6 -6\n", "broken");
        assertThatThrownBy(() -> broken.branchingRatio(25, 6, -6)).hasMessageContaining("is no decay channel");
    }

    @Test
    void decayTablesWrittenTwiceMustAgree() {
        String table = "DECAY 25 1.0\n 0.5 2 5 -5\n";
        assertThat(SlhaDocument.of(table + table, "twice").width(25)).isEqualTo(1.0);
        SlhaDocument differing = SlhaDocument.of(table + table.replace("0.5", "0.6"), "differing");
        assertThatThrownBy(() -> differing.width(25))
                .hasMessage("differing:3 DECAY 25: another table of the same particle stands in line 1");
        SlhaDocument channel = SlhaDocument.of(table + " 0.1 2 -5 5\n", "channel");
        assertThatThrownBy(() -> channel.branchingRatio(25, 5, -5)).hasMessageContaining("stands already in line 2");
    }

    @Test
    void crossSectionsOfAProcess() {
        SlhaDocument document = Samples.document("cross-sections.slha");
        List<Integer> protons = List.of(2212, 2212);
        assertThat(document.crossSection(8000, protons, List.of(1000021, -1000002)))
                .isEqualTo(3.0e-5);
        assertThatThrownBy(() -> document.crossSection(13000, protons, List.of(1000021, 1000021)))
                .hasMessageContaining("cross-sections.slha:6 XSECTION: another cross-section");
        List<CrossSection> orders = document.crossSections(13000, protons, List.of(1000021, 1000021));
        assertThat(orders).extracting(CrossSection::qcdOrder).containsExactly(0, 2);
        assertThat(orders.get(1).value().number()).isEqualTo(2.15e-2);
        assertThat(orders.get(1).program()).isEqualTo("NLLfast 3.1");
        assertThatThrownBy(() -> document.crossSection(7000, protons, List.of(1000021, 1000021)))
                .hasMessageContaining("no XSECTION of [2212, 2212] to [1000021, 1000021] at 7000.0 GeV");
    }

    @Test
    void crossSectionTablesOutOfOrder() {
        assertThat(awkward.crossSection(13000, List.of(-11, 11), List.of(-13, 13)))
                .isEqualTo(2.5e-3);
        assertThatThrownBy(() -> awkward.crossSection(14000, List.of(2212, 2212), List.of(1000024, -1000024)))
                .hasMessageContaining("'0 0 0 1.0 1.0' is no cross-section");
        assertThat(awkward.unread())
                .extracting(Field::text)
                .endsWith("XSECTION 1.3D+04 11 -11 3 13 -13", "0 0 0 1.0 1.0 0 7.5D-03");
    }

    @Test
    void lineEndsOfAllSystems() {
        for (String end : List.of("\n", "\r\n", "\r")) {
            SlhaDocument document = SlhaDocument.of("Block A" + end + " 1 2.5" + end + end + "DECAY 6 1.5", "ends");
            assertThat(document.number("A", 1)).isEqualTo(2.5);
            assertThat(document.width(6)).isEqualTo(1.5);
            assertThat(document.decay(6).place().line()).isEqualTo(4);
            assertThat(document.endsWithinLine()).isTrue();
        }
        assertThat(awkward.endsWithinLine()).isFalse();
    }

    @Test
    void bytesThatAreNoUtf8AndAByteOrderMarkDoNoHarm() {
        byte[] latin = {'B', 'l', 'o', 'c', 'k', ' ', 'A', ' ', '#', (byte) 0xfc, '\n', ' ', '1', ' ', '2', '\n'};
        SlhaDocument document = SlhaDocument.of(latin, "latin", SlhaLimits.DEFAULT);
        assertThat(document.number("A", 1)).isEqualTo(2);
        assertThat(document.bytes()).isEqualTo(latin);
        assertThat(SlhaDocument.of("\ufeffBLOCK A\n 1 2\n", "marked").number("A", 1))
                .isEqualTo(2);
    }

    @Test
    void filesBeyondTheLimitsAreRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("big.spc"), "Block A\n 1 2\n");
        assertThat(SlhaDocument.read(file, new SlhaLimits(13, 2, 7)).number("A", 1))
                .isEqualTo(2);
        assertThatThrownBy(() -> SlhaDocument.read(file, new SlhaLimits(12, 2, 7)))
                .isInstanceOf(SlhaException.class)
                .hasMessageEndingWith("big.spc: more than 12 bytes");
        assertThatThrownBy(() -> SlhaDocument.read(file, new SlhaLimits(13, 1, 7)))
                .hasMessageEndingWith("big.spc: more than 1 lines");
        assertThatThrownBy(() -> SlhaDocument.read(file, new SlhaLimits(13, 2, 6)))
                .hasMessageEndingWith("big.spc:1 is longer than 6 characters");
        assertThatThrownBy(() -> new SlhaLimits(0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void timeGrowsAsSizeDoes() {
        seconds(40_000);
        double once = Math.min(seconds(40_000), seconds(40_000));
        double tenfold = seconds(400_000);
        assertThat(tenfold).isLessThan(80 * once + 1);
    }

    /** Lines of one block, one decay table and words, of which none repeats. */
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** That this thread computes; a busy machine takes longer. */
    private static double seconds(int lines) {
        StringBuilder text = new StringBuilder("BLOCK MANY\n");
        for (int i = 0; i < lines / 2; i++) text.append(' ').append(i).append(" 1.0\n");
        text.append("DECAY 25 1.0\n");
        for (int i = 0; i < lines / 2; i++) text.append(" 0.1 2 ").append(i).append(" 7 # word\n");
        long start = THREADS.getCurrentThreadCpuTime();
        SlhaDocument document = SlhaDocument.of(text.toString(), "many");
        assertThat(document.number("MANY", lines / 4)).isEqualTo(1.0);
        assertThat(document.branchingRatio(25, 7, 3)).isEqualTo(OptionalDouble.of(0.1));
        return (THREADS.getCurrentThreadCpuTime() - start) / 1e9;
    }
}
