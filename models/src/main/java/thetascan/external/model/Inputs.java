package thetascan.external.model;

import java.util.ArrayList;
import java.util.List;
import thetascan.formula.meaning.Formula;
import thetascan.formula.syntax.FormulaException;

/** The formulas of what goes into a program, in the order in which it is given to it. Grows while a model file is read. */
final class Inputs {

    /**
     * @param name  what a program is told it is called
     * @param text  the formula
     * @param where file, line and key, for messages
     */
    record Input(String name, String text, Formula formula, String where) {}

    private final List<Input> inputs = new ArrayList<>();

    int size() {
        return inputs.size();
    }

    /** @throws FormulaException if it is no formula */
    void add(String name, String text, String where) {
        try {
            inputs.add(new Input(name, text.strip(), Formula.parse(text), where));
        } catch (FormulaException e) {
            throw e.in(where);
        }
    }

    /** A parameter or value, whatever its name is. */
    void addKnown(String name, String where) {
        inputs.add(new Input(name, name, Formula.parse("0"), where));
    }

    List<Input> all() {
        return List.copyOf(inputs);
    }
}
