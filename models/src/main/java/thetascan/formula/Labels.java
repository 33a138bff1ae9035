package thetascan.formula;

/** LaTeX labels for names that were given none. */
public final class Labels {

    private Labels() {}

    /**
     * {@return a label for a name: {@code m_H} as it is, one that LaTeX would misread in upright letters}
     *
     * @param name letters, digits and underscores
     */
    public static String of(String name) {
        return name.matches("[A-Za-z](_[A-Za-z0-9])?") ? name : "\\mathrm{" + name.replace("_", "\\_") + "}";
    }
}
