package thetascan.option;

import java.util.ArrayList;
import java.util.List;

/**
 * A setting that is refused: the key it is about and the rule it breaks. A record of settings names its own key,
 * {@code warm}; whoever holds the record puts its own key before it, {@link #under}. So a scan file can show the line of
 * the key, and no key is ever read out of a message.
 */
public final class SettingException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> keys;
    private final String rule;

    /**
     * A refusal by the settings that hold the key.
     *
     * @param key  the component, as scan files spell it
     * @param rule its value and what it must be, such as {@code 1.5 must be within [0, 1]}
     */
    public SettingException(String key, String rule) {
        this(List.of(key), rule);
    }

    private SettingException(List<String> keys, String rule) {
        super(String.join(".", keys) + ": " + rule);
        this.keys = List.copyOf(keys);
        this.rule = rule;
    }

    /**
     * The same refusal seen from the settings around.
     *
     * @param key of the settings that refused, in those around them
     * @return the refusal, its keys one longer
     */
    public SettingException under(String key) {
        List<String> longer = new ArrayList<>(List.of(key));
        longer.addAll(keys);
        SettingException seen = new SettingException(longer, rule);
        seen.initCause(this);
        return seen;
    }

    /**
     * The keys from the outermost settings to the value.
     *
     * @return such as {@code restart}, {@code warm}
     */
    public List<String> keys() {
        return keys;
    }

    /**
     * What is wrong.
     *
     * @return value and rule, without the key
     */
    public String rule() {
        return rule;
    }
}
