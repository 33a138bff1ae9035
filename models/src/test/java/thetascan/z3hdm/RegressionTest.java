package thetascan.z3hdm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import thetascan.higgs.Worst;
import thetascan.quantity.Missing;
import thetascan.quantity.Quantity;
import thetascan.z3hdm.ReferencePoints.Point;

/**
 * Every observable of a few points at 1e-12: any change of a digit asks for a human. The frozen values were judged by
 * {@link Z3ReferenceTest}; to freeze new ones, run with {@code -Dthetascan.freeze=FILE} and review the difference.
 */
class RegressionTest {

    private static final int[] IDS = {1, 60, 98, 158, 173, 215, 1150, 1219};

    private final Z3Model model = new Z3Model();

    @Test
    void observablesAreFrozen() throws Exception {
        List<String> frozen = frozen();
        List<String> current = current();
        String freeze = System.getProperty("thetascan.freeze");
        if (freeze != null) {
            Files.write(Path.of(freeze), current, StandardCharsets.UTF_8);
        }
        assertThat(current).hasSameSizeAs(frozen);
        Worst worst = new Worst("frozen observables");
        for (int i = 0; i < frozen.size(); i++) {
            String[] was = frozen.get(i).split(",");
            String[] is = current.get(i).split(",");
            assertThat(is[0] + "," + is[1]).isEqualTo(was[0] + "," + was[1]);
            if (isNumber(was[2]) && isNumber(is[2])) {
                double expected = Double.parseDouble(was[2]);
                worst.add(
                        was[0] + "," + was[1],
                        Double.parseDouble(is[2]),
                        expected,
                        Math.max(Math.abs(expected), 1e-12));
            } else {
                assertThat(is[2]).as("%s of point %s", was[1], was[0]).isEqualTo(was[2]);
            }
        }
        worst.isWithin(1e-12);
    }

    private static boolean isNumber(String text) {
        return !text.equals("undefined") && !text.equals("not computed");
    }

    private List<String> current() throws Exception {
        List<String> lines = new ArrayList<>();
        double[] observables = new double[Z3Observables.COUNT];
        List<Point> points = ReferencePoints.all();
        for (int id : IDS) {
            Point point =
                    points.stream().filter(each -> each.id() == id).findFirst().orElseThrow();
            model.newEvaluator().evaluate(point.theta(), observables);
            for (int i = 0; i < observables.length; i++) {
                Quantity quantity = model.observables().get(i);
                lines.add(id + "," + quantity.name() + "," + text(quantity, observables[i]));
            }
        }
        return lines;
    }

    private static String text(Quantity quantity, double value) {
        if (Missing.isUndefined(value)) return "undefined";
        if (Missing.isNotComputed(value)) return "not computed";
        return quantity.isChoice() ? String.valueOf((int) value) : String.valueOf(value);
    }

    private static List<String> frozen() throws IOException {
        try (InputStream in = RegressionTest.class.getResourceAsStream("frozen_observables.csv");
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }
}
