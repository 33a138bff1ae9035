package thetascan.slha;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Against what pyslha reads from the same files: {@code expected.py} beside them wrote {@code expected.tsv.gz}. */
class PyslhaComparisonTest {

    private final Map<String, SlhaDocument> documents = new HashMap<>();
    private final Map<String, Integer> compared = new HashMap<>();

    @Test
    void everyNumberIsTheSameToTheBit() {
        for (String line : Samples.text("expected.tsv.gz").split("\n")) {
            String[] row = line.split("\t", -1);
            if (row[0].equals("-")) continue;
            SlhaDocument document = documents.computeIfAbsent(row[1], Samples::document);
            switch (row[0]) {
                case "B" -> assertThat(numbers(entry(document, row))).as(line).isEqualTo(numbers(row[4]));
                case "T" -> assertThat(entry(document, row).text()).as(line).isEqualTo(row[4]);
                case "D" -> assertThat(document.width(integer(row[2]))).as(line).isEqualTo(number(row[3]));
                case "C" ->
                    assertThat(document.decay(integer(row[2])).branchingRatio(integers(row[4])))
                            .as(line)
                            .hasValue(number(row[3]));
                case "X" -> assertThat(crossSections(document, row)).as(line).contains(number(row[4]));
                default -> throw new IllegalStateException(line);
            }
            compared.merge(row[0], 1, Integer::sum);
        }
        assertThat(compared).isEqualTo(Map.of("B", 2887, "T", 13, "D", 100, "C", 825, "X", 3));
    }

    /** Of the last block whose name begins with this word, as pyslha has it. */
    private static Entry entry(SlhaDocument document, String[] row) {
        Block last = null;
        for (Block block : document.blocks()) {
            if (block.name().split(" ")[0].equals(row[2])) last = block;
        }
        List<Entry> entries = last == null ? List.of() : last.entries(integers(row[3]));
        assertThat(entries).as(String.join(" ", row)).hasSize(1);
        return entries.get(0);
    }

    private static List<Double> numbers(Entry entry) {
        List<Double> numbers = new ArrayList<>();
        for (Field value : entry.values()) numbers.add(value.number());
        return numbers;
    }

    private static List<Double> crossSections(SlhaDocument document, String[] row) {
        String[] process = row[3].split(" > ");
        List<Double> values = new ArrayList<>();
        for (CrossSection each : document.crossSections(number(row[2]), integers(process[0]), integers(process[1]))) {
            values.add(each.value().number());
        }
        return values;
    }

    private static List<Double> numbers(String text) {
        List<Double> numbers = new ArrayList<>();
        for (String each : text.split(" ")) numbers.add(number(each));
        return numbers;
    }

    private static List<Integer> integers(String text) {
        List<Integer> integers = new ArrayList<>();
        for (String each : text.split(" ")) {
            if (!each.isEmpty()) integers.add(integer(each));
        }
        return integers;
    }

    private static double number(String text) {
        return Double.parseDouble(text);
    }

    private static int integer(String text) {
        return Integer.parseInt(text);
    }
}
