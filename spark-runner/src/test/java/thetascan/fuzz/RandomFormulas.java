package thetascan.fuzz;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Models by formulas, drawn at random: parameters on every scale, names that other things have, too, observables that are
 * constant, step, jump, are not a number or undefined for a part of the box, constraints that hold somewhere, everywhere or
 * nowhere. The same generator gives the same model.
 */
final class RandomFormulas {

    private static final List<String> PARAMETERS =
            List.of("x", "e", "gamma", "m_h", "range", "null", "lambda", "valid");
    private static final List<String> OBSERVABLES = List.of("z", "status", "S", "cost", "novelty");

    /** Of one argument: {@code #} stands for it. */
    private static final List<String> FUNCTIONS = List.of(
            "sqrt(#)",
            "log(#)",
            "exp(#)",
            "sin(7*(#))",
            "floor(3*(#))",
            "step(#)",
            "1/(#)",
            "(#)^2",
            "atan(#)",
            "if((#) > 0.3, #, -1)",
            "if((#) > 0, #, undefined)",
            "max(#, 0.5)");

    private final SplittableRandom random;
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final List<String> names = new ArrayList<>();

    private RandomFormulas(SplittableRandom random) {
        this.random = random;
    }

    /** What stands below {@code model.formulas} of a scan file: texts, lists and mappings. */
    static Map<String, Object> draw(SplittableRandom random) {
        return new RandomFormulas(random).model();
    }

    private Map<String, Object> model() {
        int dimension = chance(0.1) ? 30 : 1 + random.nextInt(4);
        for (int i = 0; i < dimension; i++) {
            String name = i < PARAMETERS.size() ? PARAMETERS.get(i) : "p" + i;
            parameters.put(name, parameter());
            names.add(name);
        }
        if (chance(0.3)) parameters.put("kind", Map.of("range", List.of(0, 2)));
        if (chance(0.2)) parameters.put("fixed", random.nextDouble());
        Map<String, Object> observables = new LinkedHashMap<>();
        for (String name : OBSERVABLES.subList(0, 1 + random.nextInt(OBSERVABLES.size()))) {
            observables.put(name, quoted(formula(1 + random.nextInt(3))));
        }
        if (chance(0.3)) {
            observables.put(
                    "choice", fields("formula", quoted("floor(2.999*" + pick(names) + "^0)"), "legend", "[a, b, c]"));
        }
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("model", "drawn");
        model.put("parameters", parameters);
        if (chance(0.2)) model.put("requires", Map.of("meaning", quoted(formula(1) + " > 0.1")));
        model.put("observables", observables);
        model.put("constraints", constraints(observables));
        return model;
    }

    private Map<String, Object> parameter() {
        double a = 2 * random.nextDouble() - 1;
        double width = Math.pow(10, 2 - 4 * random.nextDouble());
        List<Double> range = List.of(a, a + width);
        if (!names.isEmpty() && chance(0.1)) return fields("range", List.of(-200, quoted(pick(names) + " + 1e3")));
        return switch (random.nextInt(7)) {
            case 0 -> fields("range", List.of(1e-6, width), "scale", "log");
            case 1 -> fields("range", List.of(1e-6, width), "scale", "symlog");
            case 2 -> fields("range", List.of(-width, width), "scale", "signed-power", "exponent", 2);
            case 3 -> fields("range", List.of("-pi", "pi"), "scale", "angle");
            case 4 -> fields("range", List.of(0.5, 0.5 + width), "scale", "tan-beta");
            default -> fields("range", range);
        };
    }

    private Map<String, Object> constraints(Map<String, Object> observables) {
        Map<String, Object> constraints = new LinkedHashMap<>();
        for (String name : observables.keySet()) {
            if (name.equals("choice") || chance(0.3)) continue;
            double lower = 3 * random.nextDouble() - 1.5;
            constraints.put(
                    name,
                    switch (random.nextInt(6)) {
                        case 0 -> fields("range", List.of(lower, lower));
                        case 1 -> fields("range", List.of(lower, lower + 1e-3));
                        case 2 -> fields("range", List.of("-inf", lower));
                        case 3 -> fields("range", List.of("-inf", "inf"));
                        default -> fields("range", List.of(lower, lower + random.nextDouble()), "scale", 0.1);
                    });
        }
        return constraints;
    }

    private String formula(int depth) {
        if (depth == 0) return chance(0.8) ? pick(names) : String.valueOf(random.nextInt(3));
        String left = formula(depth - 1);
        if (chance(0.5)) return pick(FUNCTIONS).replace("#", left);
        return "(" + left + ")" + pick(List.of("+", "-", "*", "/")) + "(" + formula(depth - 1) + ")";
    }

    private static String quoted(String formula) {
        return '"' + formula + '"';
    }

    private static Map<String, Object> fields(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
