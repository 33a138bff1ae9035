package thetascan.dark;

import java.util.List;

/** What the lightest Z2-odd particle is. */
public enum DarkMatter {
    /** Charged: no dark matter. */
    NONE,
    /** Neutral and of spin ½. */
    FERMION,
    /** CP-even scalar. */
    CP_EVEN,
    /** CP-odd scalar. */
    CP_ODD;

    static final List<String> LEGEND = List.of("charged", "fermion", "CP-even scalar", "CP-odd scalar");
}
