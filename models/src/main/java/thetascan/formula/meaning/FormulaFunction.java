package thetascan.formula.meaning;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A function that a file defines.
 *
 * @param name by which it is called
 * @param arguments names of its arguments
 * @param let       quantities of its own, in order
 * @param body      what it gives
 */
public record FormulaFunction(String name, List<String> arguments, Map<String, Formula> let, Formula body) {

    /** Names and functions of others that occur in it. */
    Set<String> mentions() {
        Set<String> found = new TreeSet<>(body.mentions());
        let.values().forEach(formula -> found.addAll(formula.mentions()));
        found.removeAll(arguments);
        found.removeAll(let.keySet());
        return found;
    }
}
