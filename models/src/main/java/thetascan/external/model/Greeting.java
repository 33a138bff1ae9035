package thetascan.external.model;

import java.util.List;
import thetascan.quantity.Suggestion;

/**
 * What a program says of itself when it is started.
 *
 * @param version     of its calculation; may be empty
 * @param batch       how many points it takes in a line
 * @param parameters  names it takes; empty if it does not say
 * @param observables names it gives; empty if it does not say
 */
record Greeting(String version, int batch, List<String> parameters, List<String> observables) {

    /** The protocol that is spoken. */
    static final int PROTOCOL = 1;

    /**
     * What keeps it from serving a model; empty if nothing does.
     *
     * @param expected version; empty = any
     * @param given    parameters of the model
     * @param wanted   observables of the model
     */
    String problem(String expected, List<String> given, List<String> wanted) {
        if (!expected.isEmpty() && !expected.equals(version)) {
            return "is version '" + version + "', the model file asks for version '" + expected + "'";
        }
        for (String name : wanted) {
            if (!observables.isEmpty() && !observables.contains(name)) {
                return "gives no observable '" + name + "'." + Suggestion.hint(name, observables) + " It gives "
                        + String.join(", ", observables);
            }
        }
        for (String name : parameters) {
            if (!given.contains(name)) {
                return "needs a parameter '" + name + "', which the model file does not have";
            }
        }
        for (String name : given) {
            if (!parameters.isEmpty() && !parameters.contains(name)) {
                return "takes no parameter '" + name + "'." + Suggestion.hint(name, parameters) + " It takes "
                        + String.join(", ", parameters);
            }
        }
        return "";
    }
}
