package thetascan.formula.meaning;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import thetascan.formula.graph.Graph;
import thetascan.formula.graph.Table;
import thetascan.formula.syntax.FormulaException;

/**
 * Names and what they mean: parameters, quantities, functions, tables. They may be given in any order; whatever is needed for a
 * value is worked out first, without recursion, and a circle is refused with the names in it.
 */
public final class Definitions {

    /** A name that stands for a formula. */
    private record Definition(
            String name, Formula formula, @Nullable Decomposition decomposition, Unit unit, String where) {}

    /** A table and the units of x and y. */
    record UnitTable(Table table, Unit x, Unit y) {}

    /** Names that mean something by themselves. */
    private static final Set<String> RESERVED = Set.of("pi", "I", "undefined", "and", "or", "not", "true", "false");

    private static final int MOST = 20_000;
    private static final String NAME = "[A-Za-z][A-Za-z0-9_]*";

    private final Meaning meaning;
    private final Map<String, Value> values = new TreeMap<>();
    private final Map<String, Definition> definitions = new LinkedHashMap<>();
    private final Map<String, FormulaFunction> functions = new TreeMap<>();
    private final Map<String, UnitTable> tables = new TreeMap<>();
    private final Map<String, String> places = new TreeMap<>();
    private final Set<String> finished = new TreeSet<>();

    /**
     * Nothing has a meaning yet but what the language knows.
     *
     * @param graph receives the nodes
     */
    public Definitions(Graph graph) {
        meaning = new Meaning(graph, this);
    }

    /** {@return the graph of all that was worked out} */
    public Graph graph() {
        return meaning.graph();
    }

    // ---- giving names

    /**
     * A parameter.
     *
     * @param name of the parameter
     * @param index of it in θ
     * @param unit its unit
     * @param where file, line and key, for messages
     */
    public void input(String name, int index, Unit unit, String where) {
        claim(name, where);
        values.put(name, meaning.input(index, unit));
    }

    /**
     * A quantity by its formula.
     *
     * @param name of the quantity
     * @param formula what it is
     * @param unit its unit; of a formula with another unit the use is refused
     * @param where file, line and key, for messages
     */
    public void quantity(String name, Formula formula, Unit unit, String where) {
        claim(name, where);
        definitions.put(name, new Definition(name, formula, null, unit, where));
    }

    /**
     * A matrix to diagonalise; the name has members.
     *
     * @param name its members are written behind a point
     * @param matrix formula of the matrix
     * @param type which decomposition
     * @param where file, line and key, for messages
     */
    public void decomposition(String name, Formula matrix, Decomposition type, String where) {
        claim(name, where);
        definitions.put(name, new Definition(name, matrix, type, Unit.UNKNOWN, where));
    }

    /**
     * A function of one's own.
     *
     * @param function its name, arguments and formula
     * @param where file, line and key, for messages
     */
    public void function(FormulaFunction function, String where) {
        claim(function.name(), where);
        functions.put(function.name(), function);
    }

    /**
     * A table, called like a function.
     *
     * @param name of the table
     * @param table interpolates
     * @param x unit of the argument
     * @param y unit of the values
     * @param where file, line and key, for messages
     */
    public void table(String name, Table table, Unit x, Unit y, String where) {
        claim(name, where);
        tables.put(name, new UnitTable(table, x, y));
    }

    /**
     * {@return true if formulas can call something by this name}
     *
     * @param name in a formula
     */
    public static boolean mayName(String name) {
        return name.matches(NAME) && !isOfTheLanguage(name);
    }

    private void claim(String name, String where) {
        if (!name.matches(NAME)) {
            throw new FormulaException(
                    where + ": a name has letters, digits and underscores and begins with a letter.");
        }
        if (isOfTheLanguage(name)) {
            throw new FormulaException(where + ": the name '" + name + "' is taken by the language.");
        }
        String earlier = places.putIfAbsent(name, where);
        if (earlier != null) {
            throw new FormulaException(where + ": the name '" + name + "' is given twice, first at " + earlier + ".");
        }
        if (places.size() > MOST) {
            throw new FormulaException(where + ": more than " + MOST + " names.");
        }
    }

    // ---- asking

    /**
     * {@return true if a quantity, parameter or matrix has this name}
     *
     * @param name in a formula
     */
    public boolean isKnown(String name) {
        return places.containsKey(name);
    }

    /** Every name of a quantity. */
    Collection<String> names() {
        Set<String> names = new TreeSet<>(values.keySet());
        names.addAll(definitions.keySet());
        return names;
    }

    Collection<String> callable() {
        Set<String> names = new TreeSet<>(Library.names());
        names.addAll(functions.keySet());
        names.addAll(tables.keySet());
        return names;
    }

    @Nullable
    FormulaFunction function(String name) {
        return functions.get(name);
    }

    @Nullable
    UnitTable table(String name) {
        return tables.get(name);
    }

    /** The value of a name that was worked out before, or null if there is none. */
    @Nullable
    Value known(String name) {
        return values.get(name);
    }

    /** Works out every quantity, also those that nothing needs, and looks at every function, so that each is checked. */
    public void check() {
        resolve(definitions.keySet());
        for (FormulaFunction function : functions.values()) {
            for (String name : function.mentions()) {
                if (!isKnown(name) && !isOfTheLanguage(name)) {
                    throw Meaning.unknown(name, this).in(String.valueOf(places.get(function.name())));
                }
            }
        }
        resolve(functions.keySet());
    }

    private static boolean isOfTheLanguage(String name) {
        return RESERVED.contains(name) || Library.has(name) || Meaning.isOver(name);
    }

    /**
     * {@return the value of a formula}
     *
     * @param formula may use all names defined so far
     * @param where file, line and key, for messages
     * @throws FormulaException naming the place, the formula and the position
     */
    public Value value(Formula formula, String where) {
        resolve(formula.mentions());
        try {
            return meaning.value(formula);
        } catch (FormulaException e) {
            throw e.in(where);
        }
    }

    /**
     * {@return the value of a formula of numbers, {@code -pi/2}}
     *
     * @param formula without names
     * @throws FormulaException if it is no real number
     */
    public static double number(Formula formula) {
        Definitions none = new Definitions(new Graph());
        Value value = none.meaning.value(formula);
        if (value instanceof Value.Scalar scalar) {
            return none.meaning.arithmetic().known(scalar, "'" + formula.text() + "'");
        }
        throw new FormulaException("'" + formula.text() + "' is " + value.kind() + ", no number.");
    }

    // ---- working out

    /** Works out these names and all they need, what is needed first. */
    private void resolve(Set<String> wanted) {
        Deque<String> open = new ArrayDeque<>();
        Set<String> begun = new TreeSet<>();
        for (String first : wanted) {
            open.push(first);
            while (!open.isEmpty()) {
                String name = open.peek();
                if (begun.add(name)) {
                    for (String need : needs(name)) {
                        if (begun.contains(need)) { // begun and still needed: it waits for itself
                            throw circle(need);
                        }
                        open.push(need);
                    }
                } else {
                    open.pop();
                    work(name);
                }
            }
        }
    }

    /** What must be worked out before a name, and is not. */
    private List<String> needs(String name) {
        Definition definition = definitions.get(name);
        FormulaFunction function = functions.get(name);
        Set<String> mentions =
                definition != null ? definition.formula.mentions() : function != null ? function.mentions() : Set.of();
        if (finished.contains(name)) {
            return List.of();
        }
        return mentions.stream()
                .filter(each -> definitions.containsKey(each) || functions.containsKey(each))
                .filter(each -> !finished.contains(each))
                .toList();
    }

    private void work(String name) {
        Definition definition = definitions.get(name);
        if (!finished.add(name) || definition == null) {
            return;
        }
        try {
            values.put(name, worked(definition));
        } catch (FormulaException e) {
            throw e.in(definition.where);
        }
    }

    private Value worked(Definition definition) {
        Value value = meaning.value(definition.formula);
        if (definition.decomposition != null) {
            return definition.decomposition.of(meaning.arithmetic(), value);
        }
        return Meaning.declared(value, definition.unit);
    }

    /** Follows the first need that leads back, from name to name. */
    private FormulaException circle(String name) {
        List<String> path = new ArrayList<>(List.of(name));
        while (path.size() == 1 || !path.get(path.size() - 1).equals(name)) {
            String last = path.get(path.size() - 1);
            path.add(needs(last).stream()
                    .filter(need -> need.equals(name) || reaches(need, name))
                    .findFirst()
                    .orElse(name));
        }
        return new FormulaException(places.get(name) + ": defined by itself: " + String.join(" -> ", path) + ".");
    }

    private boolean reaches(String from, String goal) {
        Set<String> seen = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            String name = open.pop();
            if (name.equals(goal)) {
                return true;
            }
            if (seen.add(name)) {
                needs(name).forEach(open::push);
            }
        }
        return false;
    }
}
