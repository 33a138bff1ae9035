package thetascan.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import thetascan.config.ScanConfig;

/** Every piece of Python, YAML and protocol that docs/external.md shows does what it says. */
@DisabledOnOs(OS.WINDOWS)
@Tag("slow")
class ExternalPageTest {

    private static final Pattern PIECE = Pattern.compile("```(yaml|python)\n(.*?)```", Pattern.DOTALL);
    private static final Path EXAMPLES = Path.of("..", "conf", "external");

    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();
    private String page = "";

    @BeforeEach
    void needPython() throws IOException {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(each -> Files.isExecutable(Path.of(each, "python3"))),
                "python3 is not on the PATH: the page on programs is not tested");
        page = Files.readString(Path.of("..", "docs", "external.md"));
    }

    private List<String> pieces(String language) {
        List<String> pieces = new ArrayList<>();
        Matcher matcher = PIECE.matcher(page);
        while (matcher.find()) {
            if (matcher.group(1).equals(language)) pieces.add(matcher.group(2));
        }
        assertThat(pieces).hasSize(language.equals("python") ? 3 : 4);
        return pieces;
    }

    private int run(String... arguments) {
        return Main.run(new PrintWriter(new StringWriter()), new PrintWriter(err, true), arguments);
    }

    @Test
    void theExampleIsShownAsItIs() throws IOException {
        assertThat(pieces("python").get(0)).isEqualTo(Files.readString(EXAMPLES.resolve("shell.py")));
        assertThat(pieces("yaml").get(0)).isEqualTo(Files.readString(EXAMPLES.resolve("shell.yaml")));
        assertThat(Files.readString(Path.of("..", "README.md")))
                .contains("```python\n" + pieces("python").get(0) + "```")
                .contains("```yaml\n" + pieces("yaml").get(0) + "```");
    }

    @Test
    void theExampleFindsWhatItIsAskedFor() throws IOException {
        Path catalogue = folder.resolve("shell");
        String scan = EXAMPLES.resolve("shell.yaml").toString();
        assertThat(run("scan", scan, "--out", catalogue.toString()))
                .as(err.toString())
                .isZero();
        assertThat(CatalogueRows.of(catalogue)).hasSizeGreaterThanOrEqualTo(1000);
    }

    /** Arrays give what single points give; the two square roots and cosines are the same to the last digits. */
    @Test
    void theVectorisedFunctionGivesTheSame() throws Exception {
        assumeTrue(
                new ProcessBuilder("python3", "-c", "import numpy").start().waitFor() == 0,
                "python3 has no numpy: vectorised models are not tested");
        Files.writeString(folder.resolve("shell.py"), pieces("python").get(1));
        Files.writeString(folder.resolve("shell.yaml"), pieces("yaml").get(0));
        Path in = Files.writeString(folder.resolve("in.csv"), "x,y,z\n1,0,0\n0,1,0\n-1.5,0.5,2\n");
        List<String> values = new ArrayList<>();
        for (Path scan : List.of(EXAMPLES.resolve("shell.yaml"), folder.resolve("shell.yaml"))) {
            Path results = folder.resolve("out" + values.size() + ".csv");
            assertThat(run("evaluate", scan.toString(), in.toString(), results.toString()))
                    .as(err.toString())
                    .isZero();
            values.add(
                    Files.readString(results).replaceAll("(?m)^[0-9a-f]+,", "").replaceAll("(\\.\\d{12})\\d+", "$1"));
        }
        assertThat(values.get(1)).isEqualTo(values.get(0)).contains("VALID");
    }

    @Test
    void theWholeSectionIsRead() throws IOException {
        Files.writeString(folder.resolve("tables.dat"), "");
        Path scan =
                Files.writeString(folder.resolve("scan.yaml"), pieces("yaml").get(1));
        ScanConfig config = ScanConfig.read(scan, List.of());
        assertThat(config.model().parameters().parameters()).hasSize(3);
        assertThat(config.space().dimension()).isEqualTo(2);
        assertThat(config.model().observables().get(0).unit()).isEqualTo("GeV");
        assertThat(config.constraints().constraints()).hasSize(2);
        assertThat(config.model().references()).hasSize(1);
        assertThat(ScanConfig.parse(config.toYaml(), "resolved").toYaml()).isEqualTo(config.toYaml());
    }

    /** The chain of the page, with programs that answer what real ones would. */
    @Test
    void theChainIsComputed() throws IOException {
        script("SPheno", """
                awk 'toupper($2)=="MINPAR" && $1=="Block" {m=1; next} toupper($1)=="BLOCK" {m=0}
                     m && $1==1 {m0=$2} END {
                     print "Block MASS\\n 25 " (m0 > 1000 ? 125 : 110) "\\nBlock HMIX Q= 1.0E+03\\n 1 500"
                     print "Block NMIX\\n 1 1 0.5\\nDECAY 25 4.0E-03\\n 0.6 2 -5 5"}' "$1" > "$2"
                """);
        script("main", "grep -q NMIX $1 && echo 'Xf=25 Omega=1.20E-01' && echo ' proton  SI 2.0E-10'\n");
        Files.writeString(folder.resolve("cmssm.in"), "Block MINPAR\n 1 70\n 2 250\n 5 -300\nBlock EXTPAR\n 25 10\n");
        String yaml = pieces("yaml").get(2).replace("SPheno point", "./SPheno point");
        Path scan = Files.writeString(folder.resolve("relic.yaml"), yaml);
        Path in = Files.writeString(folder.resolve("in.csv"), "m0,m12,tb\n2000,1000,10\n100,1000,10\n");
        Path results = folder.resolve("out.csv");
        assertThat(run("evaluate", scan.toString(), in.toString(), results.toString()))
                .as(err.toString())
                .isZero();
        List<String> rows = Files.readAllLines(results);
        assertThat(rows.get(0)).contains("obs_m_h,obs_omega,obs_bino,obs_bb");
        assertThat(rows.get(1)).startsWith("VALID,").contains("125.0,0.12,0.25,0.6");
        assertThat(rows.get(2)).startsWith("INVALID,").contains("110.0,");
        ScanConfig config = ScanConfig.read(scan, List.of());
        assertThat(ScanConfig.parse(config.toYaml(), "resolved").toYaml()).isEqualTo(config.toYaml());
    }

    @Test
    void theTableIsComputed() throws IOException {
        script("shell", "awk '{r=sqrt($1*$1+$2*$2+$3*$3); print r, cos(4*$1)*$2/r}' \"$1\" > \"$2\"\n");
        Path scan =
                Files.writeString(folder.resolve("table.yaml"), pieces("yaml").get(3));
        Path in = Files.writeString(folder.resolve("in.csv"), "x,y,z\n0.6,0.8,0\n");
        Path results = folder.resolve("out.csv");
        assertThat(run("evaluate", scan.toString(), in.toString(), results.toString()))
                .as(err.toString())
                .isZero();
        // cos(2.4) 0.8, as awk prints it
        assertThat(Files.readAllLines(results).get(1)).startsWith("VALID,").contains("1.0,-0.589915,1.0");
        Path catalogue = folder.resolve("table");
        assertThat(run("scan", scan.toString(), "--out", catalogue.toString(), "--set", "stop.evaluations=200"))
                .as(err.toString())
                .isZero();
        assertThat(CatalogueRows.of(catalogue)).hasSizeGreaterThan(10);
    }

    private void script(String name, String body) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + body);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** The requests of the page, put to the program of the page by hand. */
    @Test
    void theConversationIsAsShown() throws Exception {
        Matcher lines = Pattern.compile("(?m)^    (->|<-) (.*)$").matcher(page);
        ProcessBuilder builder =
                new ProcessBuilder("python3", EXAMPLES.resolve("shell.py").toString());
        builder.environment()
                .put("PYTHONPATH", Path.of("..", "python").toAbsolutePath().toString());
        Process program = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        int answers = 0;
        try (OutputStream requests = program.getOutputStream();
                BufferedReader reader =
                        new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8))) {
            while (lines.find()) {
                if (lines.group(1).equals("->")) {
                    requests.write((lines.group(2) + "\n").getBytes(StandardCharsets.UTF_8));
                    requests.flush();
                } else {
                    String answer = reader.readLine();
                    assertThat(answer).isNotNull();
                    String shown = lines.group(2);
                    if (shown.contains("the angle"))
                        assertThat(answer).contains("the angle is undefined at the centre");
                    else if (answers > 0) assertThat(values(answer)).isEqualTo(values(shown));
                    answers++;
                }
            }
        } finally {
            program.destroyForcibly();
        }
        assertThat(answers).isEqualTo(4);
    }

    /** The numbers of an answer: by order or by name. */
    private static List<Double> values(String answer) {
        Matcher numbers = Pattern.compile("-?\\d+(\\.\\d+)?").matcher(answer);
        List<Double> values = new ArrayList<>();
        while (numbers.find()) values.add(Double.valueOf(numbers.group()));
        return values;
    }
}
