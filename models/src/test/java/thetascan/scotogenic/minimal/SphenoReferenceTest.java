package thetascan.scotogenic.minimal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import thetascan.model.Model;
import thetascan.model.PointEvaluator;
import thetascan.scotogenic.Deviations;
import thetascan.space.ParameterSpace;
import thetascan.validation.ValidationPage;

/** FlavorKit's convention against SPheno with FlavorKit, eight points of the minimal model, real and complex couplings. */
class SphenoReferenceTest {

    /** SPheno takes running masses of leptons and its own weak mixing angle in Z → ll'. */
    private static final double TOLERANCE = 0.006;

    private static final double Z_TOLERANCE = 0.045;

    private static List<JsonNode> points() throws IOException {
        List<JsonNode> points = new ArrayList<>();
        ObjectMapper mapper = new ObjectMapper();
        try (InputStream in =
                        SphenoReferenceTest.class.getResourceAsStream("/thetascan/scotogenic/spheno_points.jsonl.gz");
                BufferedReader reader =
                        new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                points.add(mapper.readTree(line));
            }
        }
        return points;
    }

    private static double[] theta(ParameterSpace space, JsonNode input) {
        double[] theta = new double[space.size()];
        for (int i = 2; i <= 5; i++) {
            theta[space.index("lambda_" + i)] = input.get("lam").get(i - 1).doubleValue();
        }
        theta[space.index("Meta_sq")] = input.get("mEta2").doubleValue();
        for (int k = 0; k < 3; k++) {
            theta[space.index("M_N" + (k + 1))] = input.get("MN").get(k).doubleValue();
            for (int a = 0; a < 3; a++) {
                String name = "_y" + (k + 1) + (a + 1);
                theta[space.index("re" + name)] =
                        input.get("Y_re").get(k).get(a).doubleValue();
                theta[space.index("im" + name)] =
                        input.get("Y_im").get(k).get(a).doubleValue();
            }
        }
        theta[space.index("flavour_convention")] = 1;
        return theta;
    }

    @Test
    void agrees() throws Exception {
        Model model = new ScotogenicModel.YukawaBasis();
        Deviations names = new Deviations(model.observables());
        double[] observables = new double[model.observables().size()];
        double[] physical = new double[model.observables().size()];
        Map<String, List<Double>> ratios = new TreeMap<>();
        int compared = 0;
        int flavorkit = 0;
        try (PointEvaluator evaluator = model.newEvaluator()) {
            for (JsonNode point : points()) {
                double[] theta = theta(model.parameters(), point.get("input"));
                evaluator.evaluate(theta, observables);
                theta[model.parameters().index("flavour_convention")] = 0;
                evaluator.evaluate(theta, physical);
                for (Iterator<Map.Entry<String, JsonNode>> i =
                                point.get("spheno").fields();
                        i.hasNext(); ) {
                    Map.Entry<String, JsonNode> entry = i.next();
                    double spheno = entry.getValue().doubleValue();
                    double tolerance = entry.getKey().startsWith("BR_Z") ? Z_TOLERANCE : TOLERANCE;
                    // the box amplitudes of one point cancel to a small part of their terms
                    if (!entry.getKey().endsWith("bar") || spheno > 1e-14) {
                        assertThat(names.value(entry.getKey(), observables) / spheno)
                                .as(entry.getKey() + " " + spheno)
                                .isCloseTo(1, within(tolerance));
                        compared++;
                        ratios.computeIfAbsent(entry.getKey(), key -> new ArrayList<>())
                                .add(names.value(entry.getKey(), observables) / spheno);
                        if (entry.getKey().startsWith("CR_")) {
                            assertThat(names.value(entry.getKey() + "_flavorkit", physical) / spheno)
                                    .as("beside the physical signs: " + entry.getKey())
                                    .isCloseTo(1, within(tolerance));
                            flavorkit++;
                        }
                    }
                }
            }
        }
        assertThat(compared).isGreaterThan(140);
        StringBuilder table = new StringBuilder(ValidationPage.HEADER);
        ratios.forEach((name, values) -> table.append(ValidationPage.row(name, values)));
        ValidationPage.check("spheno", table.toString());
        assertThat(flavorkit).isGreaterThan(20);
    }
}
