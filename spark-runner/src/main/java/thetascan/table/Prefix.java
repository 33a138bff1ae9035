package thetascan.table;

/** What the name of a column of a points file begins with: it says what the column is of a point. */
public enum Prefix {
    /** An input, θ. */
    INPUT("in_"),
    /** Its value of an observable. */
    OBSERVABLE("obs_"),
    /** The raw violation of a constraint. */
    VIOLATION("c_"),
    /** Whether a constraint holds. */
    VERDICT("ok_");

    private final String text;

    Prefix(String text) {
        this.text = text;
    }

    /**
     * {@return name of the column of a parameter, an observable or a constraint}
     *
     * @param name of the parameter, observable or constraint
     */
    public String of(String name) {
        return text + name;
    }
}
