package thetascan.formula;

/** LaTeX labels for names that were given none. */
public final class Labels {

    private Labels() {}

    /** {@code m_H} as it is, a name that LaTeX would misread in upright letters. */
    public static String of(String name) {
        return name.matches("[A-Za-z](_[A-Za-z0-9])?") ? name : "\\mathrm{" + name.replace("_", "\\_") + "}";
    }
}
