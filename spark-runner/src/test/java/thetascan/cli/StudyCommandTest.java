package thetascan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StudyCommandTest {

    private final StringWriter out = new StringWriter();

    private void study(String... settings) {
        List<String> arguments = new ArrayList<>(List.of("study", "../conf/studies/region6-wide.yaml", "--seeds", "2"));
        for (String setting : settings) {
            arguments.addAll(List.of("--set", setting));
        }
        PrintWriter writer = new PrintWriter(out, true);
        assertThat(Main.run(writer, writer, arguments.toArray(String[]::new))).isZero();
    }

    @Test
    void measuresTheMapOfAModelWithAUniformSample() {
        study("stop.evaluations=3000");
        assertThat(out.toString())
                .contains("valid points in 2 of 2 runs")
                .containsPattern("\ngrid cells +[1-9][0-9]* ")
                .containsPattern("\nsample, distance +0\\.[0-9]{4} ")
                .containsPattern("\nsample, within 0.1 +0\\.[0-9]{4} ");
    }

    @Test
    void measuresNoMapWhereOtherRangesCutTheSample() {
        study("stop.evaluations=300", "parameters.x0={range: [0, 0.5]}");
        assertThat(out.toString()).contains("cells, relabelled").doesNotContain("sample");
    }
}
