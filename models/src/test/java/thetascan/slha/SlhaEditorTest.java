package thetascan.slha;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlhaEditorTest {

    static final List<String> NAMES = Samples.NAMES;

    private final SlhaDocument input = Samples.document("spheno-4.0.5/mSUGRA.in");

    @ParameterizedTest
    @FieldSource("NAMES")
    void whatIsNotChangedIsWrittenBackByteForByte(String name) {
        byte[] bytes = Samples.bytes(name);
        SlhaDocument document = Samples.document(name);
        assertThat(document.bytes()).isEqualTo(bytes);
        assertThat(document.edit().bytes()).isEqualTo(bytes);
    }

    /** For files that are not to be handed on: {@code -Dthetascan.slha.files=FOLDER}. */
    @Test
    @EnabledIfSystemProperty(named = "thetascan.slha.files", matches = ".+")
    void filesOfYourOwnAreWrittenBackByteForByte() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of(System.getProperty("thetascan.slha.files")))) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            assertThat(SlhaDocument.read(file).edit().bytes())
                    .as(file.toString())
                    .isEqualTo(Files.readAllBytes(file));
        }
    }

    /** Every number of every file set to another, one by one: this line alone differs, and its comment stays. */
    @ParameterizedTest
    @FieldSource("NAMES")
    void aNumberThatIsSetIsTheOnlyThingThatChanges(String name) {
        SlhaDocument document = Samples.document(name);
        String[] before = lines(document.text());
        int step = 0;
        for (Block block : document.blocks()) {
            for (Entry entry : block.entries()) {
                if (entry.values().size() != 1 || block.entries(entry.indices()).size() != 1) continue;
                if (step++ % 7 != 0) continue;
                double value = -1.2345678901234567e-101 * step;
                SlhaEditor editor = document.edit();
                try {
                    editor.set(entry.block(), entry.indices(), value);
                } catch (SlhaException contradiction) {
                    editor.set(Occurrence.first(), entry.block(), entry.indices(), value);
                }
                String[] after = lines(editor.text());
                assertThat(after).hasSameSizeAs(before);
                int line = entry.place().line() - 1;
                for (int i = 0; i < before.length; i++) {
                    if (!after[i].equals(before[i]) && i != line) {
                        assertThat(block.name())
                                .as("block written twice: " + before[i])
                                .isIn(repeated(document));
                    }
                }
                SlhaDocument read = editor.document();
                assertThat(read.number(Occurrence.first(), entry.block(), array(entry.indices())))
                        .isEqualTo(value);
            }
        }
    }

    @Test
    void theCommentKeepsItsColumnWhereThereIsRoom() {
        SlhaDocument document = SlhaDocument.of(
                "Block MINPAR # input\n"
                        + " 1   7.000000E+01                    # m0\n"
                        + " 2   2.5E+02 # m12\n"
                        + " 3\t10\t# tan beta\n"
                        + "25   @mu@                            # a word to be replaced\n"
                        + " 5   -3.00000000000000000000E+02 # A0\n",
                "in");
        String text = document.edit()
                .set("MINPAR", List.of(1), 71.5)
                .set("minpar", List.of(2), 260)
                .set("MINPAR", List.of(3), 1.0 / 3)
                .set("MINPAR", List.of(25), -400)
                .set("MINPAR", List.of(5), 0)
                .text();
        assertThat(text)
                .isEqualTo("Block MINPAR # input\n"
                        + " 1   7.1500000000000000E+01          # m0\n"
                        + " 2   2.6000000000000000E+02 # m12\n"
                        + " 3\t3.3333333333333330E-01\t# tan beta\n"
                        + "25   -4.0000000000000000E+02         # a word to be replaced\n"
                        + " 5   0.0000000000000000E+00      # A0\n");
    }

    @Test
    void wholeNumbersStayWholeWhereAWholeNumberStood() {
        SlhaDocument document = SlhaDocument.of("BLOCK MODSEL\n 1   1   # mSUGRA\n 6 0\nBLOCK SPINFO\n 4\n", "in");
        String text = document.edit()
                .set("MODSEL", List.of(1), 2)
                .set("MODSEL", List.of(6), 0.5)
                .set("SPINFO", List.of(4), 3)
                .text();
        assertThat(text)
                .isEqualTo("BLOCK MODSEL\n 1   2   # mSUGRA\n 6 5.0000000000000000E-01\nBLOCK SPINFO\n 4   3\n");
    }

    @Test
    void settingTwiceKeepsTheLast() {
        SlhaEditor editor = input.edit().set("MINPAR", List.of(1), 1.5).set("MINPAR", List.of(1), 1e-5);
        assertThat(editor.document().number("MINPAR", 1)).isEqualTo(1e-5);
        editor.setText(Occurrence.any(), "MINPAR", List.of(1), "words of mine");
        assertThat(editor.document().entry("MINPAR", 1).text()).isEqualTo("words of mine");
    }

    @Test
    void ofBlocksAtSeveralScalesOneIsSet() {
        SlhaDocument document = Samples.document("awkward.slha");
        assertThatThrownBy(() -> document.edit().set("GAUGE", List.of(1), 1)).hasMessageContaining("Say which");
        SlhaDocument changed = document.edit()
                .set(Occurrence.at(1000), "GAUGE", List.of(1), 0.37)
                .document();
        assertThat(changed.number(Occurrence.at(1000), "GAUGE", 1)).isEqualTo(0.37);
        assertThat(changed.number(Occurrence.at(91.1876), "GAUGE", 1)).isEqualTo(0.35);
    }

    @Test
    void blocksEntriesAndDecaysAreAdded() {
        SlhaDocument changed = input.edit()
                .add("MINPAR", List.of(3), 10, "tan beta")
                .add("MINPAR", List.of(7), 0.5, "")
                .addBlock("IMMSQ2 in", OptionalDouble.of(1000), "flavour violating")
                .add("IMMSQ2 IN", List.of(1, 2), 0.1, "")
                .add("immsq2 in", List.of(1, 3), -0.2, "second")
                .addDecay(25, 4.1e-3, "h")
                .addChannel(25, 0.75, List.of(5, -5), "")
                .addChannel(25, 0.25, List.of(24, -24), "to W")
                .document();
        assertThat(changed.text())
                .startsWith(input.text().substring(0, input.text().indexOf("Block EXTPAR")))
                .contains(
                        " 5  -3.000000E+02       # A0\n   3   10   # tan beta\n   7   5.0000000000000000E-01\nBlock EXTPAR")
                .endsWith("BLOCK IMMSQ2 IN Q= 1.0000000000000000E+03   # flavour violating\n"
                        + "   1   2   1.0000000000000000E-01\n"
                        + "   1   3   -2.0000000000000000E-01   # second\n"
                        + "DECAY 25   4.1000000000000000E-03   # h\n"
                        + "   7.5000000000000000E-01   2   5   -5\n"
                        + "   2.5000000000000000E-01   2   24   -24   # to W\n");
        assertThat(changed.number(Occurrence.at(1000), "IMMSQ2 IN", 1, 3)).isEqualTo(-0.2);
        assertThat(changed.branchingRatio(25, -24, 24)).hasValue(0.25);
        assertThat(changed.edit()
                        .addChannel(25, 0.1, List.of(22, 22), "")
                        .document()
                        .branchingRatio(25, 22, 22))
                .hasValue(0.1);
    }

    @Test
    void whatIsAddedFollowsTheLineEndsOfTheFile() {
        SlhaDocument windows = SlhaDocument.of("BLOCK A\r\n 1 2.0", "windows");
        assertThat(windows.edit()
                        .add("A", List.of(2), 1, "")
                        .addBlock("B", OptionalDouble.empty(), "")
                        .text())
                .isEqualTo("BLOCK A\r\n 1 2.0\r\n   2   1\r\nBLOCK B\r\n");
        assertThat(SlhaDocument.of("", "empty")
                        .edit()
                        .addBlock("B", OptionalDouble.empty(), "")
                        .text())
                .isEqualTo("BLOCK B\n");
    }

    @Test
    void whatCannotBeMeantIsRefused() {
        SlhaEditor editor = input.edit();
        assertThatThrownBy(() -> editor.set("MINPAR", List.of(9), 1))
                .hasMessageContaining("block MINPAR: no entry [9]; there are [1], [2], [4], [5]");
        assertThatThrownBy(() -> editor.add("NOWHERE", List.of(9), 1, "")).hasMessageContaining("add it first");
        assertThatThrownBy(() -> editor.add("MINPAR", List.of(1), 1, ""))
                .hasMessageContaining("block MINPAR 1: is there already; set it");
        editor.add("MINPAR", List.of(9), 1, "");
        assertThatThrownBy(() -> editor.add("MINPAR", List.of(9), 1, "")).hasMessageContaining("was added already");
        assertThatThrownBy(() -> editor.addChannel(25, 1, List.of(5, -5), "")).hasMessageContaining("no DECAY table");
        editor.addDecay(25, 1, "");
        assertThatThrownBy(() -> editor.addDecay(25, 1, "")).hasMessageContaining("DECAY table of 25 already");
        assertThatThrownBy(() -> editor.set("MINPAR", List.of(1), Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> editor.add("MINPAR", List.of(8), 1, "two\nlines"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> editor.addBlock(" ", OptionalDouble.empty(), ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> editor.addBlock("A#", OptionalDouble.empty(), ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a # b", "two\nlines"})
    void wordsFitALine(String words) {
        assertThatThrownBy(() -> input.edit().setText(Occurrence.any(), "MINPAR", List.of(1), words))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTemplateIsFilledAgainAndAgain() {
        SlhaTemplate template = new SlhaTemplate(
                input,
                List.of(
                        SlhaTemplate.Slot.of("MINPAR", 1),
                        SlhaTemplate.Slot.of("MINPAR", 4),
                        SlhaTemplate.Slot.of("EXTPAR", 25)));
        String first = template.fill(100, -1, 30);
        SlhaDocument filled = SlhaDocument.of(first, "filled");
        assertThat(filled.number("MINPAR", 1)).isEqualTo(100);
        assertThat(filled.entry("MINPAR", 4).text()).isEqualTo("-1");
        assertThat(filled.number("EXTPAR", 25)).isEqualTo(30);
        assertThat(filled.number("MINPAR", 5)).isEqualTo(-300);
        template.fill(1, 1, 1);
        assertThat(template.fill(100, -1, 30)).isEqualTo(first);
        assertThatThrownBy(() -> template.fill(1)).hasMessageContaining("1 values for 3 slots");
        assertThatThrownBy(() -> template.fill(Double.NaN, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SlhaTemplate(input, List.of(SlhaTemplate.Slot.of("MINPAR", 77))))
                .hasMessageContaining("no entry [77]");
    }

    private static String[] lines(String text) {
        return text.split("\r\n|\n|\r", -1);
    }

    private static List<String> repeated(SlhaDocument document) {
        return document.blocks().stream()
                .map(Block::name)
                .filter(name -> document.blocks(name).size() > 1)
                .toList();
    }

    private static int[] array(List<Integer> indices) {
        return indices.stream().mapToInt(Integer::intValue).toArray();
    }
}
