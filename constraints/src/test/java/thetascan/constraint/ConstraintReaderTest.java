package thetascan.constraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thetascan.constraint.LimitCurve.Interpolation;

class ConstraintReaderTest {

    private static final double INFINITY = Double.POSITIVE_INFINITY;

    @TempDir
    Path folder;

    private ConstraintSet read(String constraints) throws Exception {
        Path file = Files.writeString(folder.resolve("set.json"), "{\"constraints\": [" + constraints + "]}");
        return ConstraintSet.read(file, Measurements.shipped());
    }

    private Constraint one(String constraint) throws Exception {
        return read(constraint).constraints().get(0);
    }

    @Test
    void bounds() throws Exception {
        assertThat(one("""
            {"name": "m", "observable": "m_h2 - 2 * m_h1", "lower": 1, "sector": "theory", "source": "s"}
            """))
                .isEqualTo(new Constraint(
                        "m", new Interval("m_h2 - 2 * m_h1", 1, INFINITY), Mode.APPLY, "theory", "s", List.of()));
        assertThat(one("""
            {"name": "m", "observable": "x", "lower": 0, "upper": 4, "scale": 9, "mode": "record", "sector": "theory",
             "source": "s", "_note": "comments begin with an underscore"}
            """))
                .isEqualTo(new Constraint("m", new Interval("x", 0, 4, 9), Mode.RECORD, "theory", "s", List.of()));
        assertThat(one("""
            {"name": "m", "observable": "x", "sector": "theory", "source": "s"}
            """).rule()).isEqualTo(new Interval("x", -INFINITY, INFINITY));
    }

    @Test
    void measurements() throws Exception {
        Constraint constraint = one("""
            {"name": "U", "observable": "U", "measurement": "oblique_U", "sigmas": 2, "sector": "oblique"}
            """);
        assertThat(constraint.rule()).isEqualTo(new Interval("U", 0.03 - 0.2, 0.03 + 0.2));
        assertThat(constraint.source()).contains("arXiv:2603.00254");
        assertThat(constraint.measurements()).containsExactly("oblique_U");
        assertThat(constraint.withMode(Mode.RECORD).withExpression("2 * U").measurements())
                .containsExactly("oblique_U");
        assertThat(constraint.withBounds(0, 1).measurements()).isEmpty();
        assertThat(constraint.withBounds(0.03 - 0.2, 0.03 + 0.2)).isEqualTo(constraint);
        assertThat(constraint.withRule(new Interval("U", 0, 1)).measurements()).isEmpty();
    }

    @Test
    void alternatives() throws Exception {
        Constraint constraint = one("""
            {"name": "x", "observable": "x", "sector": "higgs", "source": "s",
             "alternatives": [{"lower": 1, "upper": 2}, {"upper": -1}]}
            """);
        assertThat(constraint.rule())
                .isEqualTo(new Alternatives(List.of(new Interval("x", 1, 2), new Interval("x", -INFINITY, -1))));
    }

    @Test
    void regions() throws Exception {
        assertThat(one("""
            {"name": "r", "sector": "oblique", "source": "s", "scale": 0.5,
             "region": {"observables": ["a", "b"], "matrix": [[-1, 2], [3, -4]], "linear": [5, 6], "constant": 7}}
            """).rule())
                .isEqualTo(
                        QuadraticForm.of(List.of("a", "b"), List.of(-1.0, 2.0, 3.0, -4.0), List.of(5.0, 6.0), 7, 0.5));
        Constraint measured = one("""
            {"name": "r", "sector": "oblique", "region": {"observables": ["S", "T"], "measurement": "oblique_ST"}}
            """);
        assertThat(measured.rule())
                .isEqualTo(Measurements.shipped().named("oblique_ST").region(List.of("S", "T"), 1));
        assertThat(measured.source()).contains("arXiv:1407.3792");
    }

    @Test
    void curves() throws Exception {
        assertThat(one("""
            {"name": "dd", "observable": "sigma", "sector": "searches", "source": "s",
             "curve": {"x": "m", "points": [[9, 1e-46], [30, 2e-48]], "interpolation": "log-log"}}
            """).rule())
                .isEqualTo(
                        new LimitCurve("sigma", "m", List.of(9.0, 30.0), List.of(1e-46, 2e-48), Interpolation.LOG_LOG));
        Constraint measured = one("""
            {"name": "dd", "observable": "sigma", "sector": "searches", "curve": {"x": "m", "measurement": "LZ_2024"}}
            """);
        assertThat(measured.rule())
                .isEqualTo(Measurements.shipped().named("LZ_2024").curve("sigma", "m"));
        assertThat(measured.source()).contains("arXiv:2410.17036");
        assertThat(measured.measurements()).containsExactly("LZ_2024");
    }

    @Test
    void inequalities() throws Exception {
        assertThat(one("""
            {"name": "order", "holds": "m_H1 <= m_A1", "sector": "theory", "source": "s"}
            """).rule()).isEqualTo(new Interval("m_H1 - m_A1", -INFINITY, 0));
        assertThat(one("""
            {"name": "order", "holds": "5 <= x <= 9", "scale": 7, "sector": "theory", "source": "s"}
            """).rule()).isEqualTo(new Interval("x", 5, 9, 7));
    }

    @Test
    void ranking() throws Exception {
        assertThat(one("""
            {"name": "x", "observable": "x", "upper": 1, "sector": "searches", "source": "s",
             "rank": [{"observable": "a", "upper": 3}, {"observable": "b", "lower": 0, "scale": 2}]}
            """).ranking())
                .containsExactly(new RankingTerm("a", -INFINITY, 3, 3), new RankingTerm("b", 0, INFINITY, 2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"name\": \"a\", \"obervable\": \"x\"} | constraints[0]: unknown key 'obervable'. Did you mean 'observable'?",
                "{\"name\": \"a\", \"sector\": \"t\", \"source\": \"s\"} | constraints[0]: key 'observable' is missing.",
                "{\"name\": \"a\", \"observable\": \"x\", \"lower\": \"1\"} | constraints[0] lower: \"1\" is no finite number.",
                "{\"name\": \"a\", \"observable\": \"x\", \"lower\": 3, \"upper\": 2} | constraints[0]: x: lower 3.0 exceeds upper 2.0. Maybe they are swapped.",
                "{\"name\": \"a\", \"observable\": \"x\", \"sector\": \"t\"} | constraints[0]: key 'source' is missing",
                "{\"name\": \"a\", \"observable\": \"x +\", \"sector\": \"t\", \"source\": \"s\"} | constraints[0]: expression 'x +' position 4",
                "{\"name\": \"a\", \"observable\": \"x\", \"measurement\": \"kapa_W\"} | constraints[0]: unknown measurement 'kapa_W'. Did you mean 'kappa_W'?",
                "{\"name\": \"a\", \"observable\": \"x\", \"measurement\": \"kappa_W\", \"lower\": 1} | constraints[0]: give either 'measurement' or",
                "{\"name\": \"a\", \"observable\": \"x\", \"measurement\": \"kappa_W\"} | constraints[0]: measurement kappa_W is no window",
                "{\"name\": \"a\", \"observable\": \"x\", \"sector\": \"t\", \"source\": \"s\", \"mode\": \"aply\"} | constraints[0] mode: 'aply' is none of apply, record, skip. Did you mean 'apply'?",
                "{\"name\": \"a\", \"observable\": \"x\", \"alternatives\": [{\"lowr\": 1}]} | constraints[0] alternatives[0]: unknown key 'lowr'",
                "{\"name\": \"a\", \"observable\": \"x\", \"curve\": {\"x\": \"m\", \"points\": [[1, 2], [3]]}} | constraints[0] curve points: row [3] must have 2 numbers.",
                "{\"name\": \"a\", \"observable\": \"x\", \"sector\": \"t\", \"source\": \"\"} | constraints[0] source: \"\" is no text.",
                "{\"name\": \"a\", \"hold\": \"x <= 1\"} | constraints[0]: unknown key 'hold'. Did you mean 'holds'?",
                "{\"name\": \"a\", \"holds\": \"x < 1\"} | constraints[0]: 'x < 1' is no inequality such as",
                "{\"name\": \"a\", \"holds\": \"x <= 1\", \"lower\": 0} | constraints[0]: unknown key 'lower'.",
                "{\"name\": \"a\", \"holds\": \"x <= 1\", \"observable\": \"x\"} | constraints[0]: unknown key 'observable'.",
                "{\"name\": \"a\", \"region\": {}, \"upper\": 0} | constraints[0]: unknown key 'upper'.",
                "{\"name\": \"a\", \"observable\": \"x\", \"curve\": {}, \"scale\": 2} | constraints[0]: unknown key 'scale'.",
                "{\"name\": \"a\", \"observable\": \"x\", \"alternatives\": [], \"curve\": {}} | constraints[0]: unknown key 'curve'.",
                "{\"name\": \"a\", \"region\": {\"observables\": [\"x\"], \"matrix\": [[1]], \"linear\": [1, 2], \"constant\": 0}} | constraints[0]: quadratic form on [x]: matrix has 1 numbers and linear 2",
                "{\"name\": \"a\", \"observable\": \"x\", \"lower\": 0, \"sigmas\": 3} | constraints[0]: 'sigmas' are those of a 'measurement', which is missing.",
                "{\"name\": \"a\", \"region\": {\"observables\": [\"S\", \"T\"], \"measurement\": \"oblique_ST\", \"constant\": 0}} | constraints[0] region: unknown key 'constant'.",
                "{\"name\": \"a\", \"observable\": \"x\", \"curve\": {\"x\": \"m\", \"measurement\": \"LZ_2024\", \"points\": []}} | constraints[0] curve: unknown key 'points'.",
                "{\"name\": \"a\", \"observable\": \"x\", \"curve\": {\"x\": \"m\", \"point\": []}} | constraints[0] curve: unknown key 'point'. Did you mean 'points'?",
                "{\"name\": \"a\", \"observable\": \"x\", \"sector\": \"t\", \"source\": \"s\", \"rank\": [{\"observable\": \"x\", \"uper\": 1}]} | constraints[0] rank[0]: unknown key 'uper'. Did you mean 'upper'?",
                "3 | constraints[0]: an object {...} is needed.",
            })
    void mistakesAreNamedWithFileAndKey(String json, String message) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(folder.resolve("set.json") + " " + message);
    }

    @Test
    void keysOfAnotherFormat() {
        Measurements measurements = Measurements.shipped();
        assertThat(Constraint.read(
                        Map.of(
                                "name", "splitting",
                                "observable", "abs(m_C1 - m_A1)",
                                "alternatives", List.of(Map.of("upper", 10), Map.of("lower", 80.5)),
                                "mode", "record",
                                "sector", "theory",
                                "source", "me"),
                        "scan.yaml:7 constraints.splitting",
                        measurements))
                .isEqualTo(new Constraint(
                        "splitting",
                        new Alternatives(List.of(
                                new Interval("abs(m_C1 - m_A1)", -INFINITY, 10),
                                new Interval("abs(m_C1 - m_A1)", 80.5, INFINITY))),
                        Mode.RECORD,
                        "theory",
                        "me",
                        List.of()));
        assertThatThrownBy(() -> Constraint.read(Map.of("lowr", 1), "scan.yaml:7 constraints.x", measurements))
                .hasMessageStartingWith("scan.yaml:7 constraints.x: unknown key 'lowr'. Did you mean 'lower'?");
    }

    @Test
    void theExampleOfTheDocumentationCanBeRead() throws Exception {
        String text = Files.readString(Path.of("../docs/constraints.md"));
        int begin = text.indexOf("    {\"description\"");
        Path file =
                Files.writeString(folder.resolve("example.json"), text.substring(begin, text.indexOf("\n\n", begin)));
        ConstraintSet set = ConstraintSet.read(file, Measurements.shipped());
        assertThat(set.names())
                .containsExactly("kappa_W", "kappa_D", "mass_order", "ST", "direct_detection", "higgsbounds");
    }

    @Test
    void namesAreDistinct() {
        String twice = "{\"name\": \"a\", \"observable\": \"x\", \"sector\": \"t\", \"source\": \"s\"}";
        assertThatThrownBy(() -> read(twice + "," + twice))
                .hasMessage(folder.resolve("set.json") + ": constraint 'a' is given twice.");
    }

    @Test
    void unknownKeysOfTheFileAreNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("set.json"), "{\"constraints\": [], \"descripton\": \"x\"}");
        assertThatThrownBy(() -> ConstraintSet.read(file, Measurements.shipped()))
                .hasMessageStartingWith(file + ": unknown key 'descripton'. Did you mean 'description'?");
    }

    @Test
    void brokenJsonIsNamedWithItsLine() {
        assertThatThrownBy(() -> read("\n\n{\"name\": }")).hasMessageStartingWith(folder.resolve("set.json") + ":3: ");
        assertThatThrownBy(() -> read("{\"name\": \"a\", \"name\": \"b\"}"))
                .hasMessageContaining("Duplicate field 'name'");
    }

    @Test
    void aMissingResourceIsNamed() {
        assertThatThrownBy(() -> ConstraintSet.read(ConstraintReaderTest.class, "none.json"))
                .hasMessage("data file none.json is not on the class path.");
    }
}
