package thetascan.config;

import java.util.List;

/** A configuration that cannot be used. The message has one line per problem, each with its place, key, value and rule. */
public final class ConfigException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * One problem.
     *
     * @param problem place, key, value and rule
     */
    ConfigException(String problem) {
        super(problem);
    }

    ConfigException(List<String> problems) {
        super(String.join("\n", problems));
    }
}
