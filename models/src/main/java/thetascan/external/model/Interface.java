package thetascan.external.model;

import java.util.ArrayList;
import java.util.List;
import thetascan.formula.Keys;
import thetascan.quantity.Spelling;
import thetascan.quantity.Suggestion;

/** How a program is told what to compute, and answers. */
enum Interface {
    /** Lines of JSON with a program that stays. */
    JSON_LINES,
    /** SLHA files. */
    SLHA,
    /** Tables with one row a point. */
    TABLE,
    /** Text of any kind, numbers found by regular expressions. */
    TEXT;

    private static final String KEY = "interface";

    private String text() {
        return Spelling.of(this);
    }

    static Interface read(Keys keys) {
        String given = keys.text(KEY, JSON_LINES.text());
        List<String> known = new ArrayList<>();
        for (Interface each : values()) {
            if (each.text().equals(given)) return each;
            known.add(each.text());
        }
        throw keys.error(
                KEY,
                "no interface '" + given + "'." + Suggestion.hint(given, known) + " Known: " + String.join(", ", known)
                        + ".");
    }
}
