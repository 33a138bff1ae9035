package thetascan.constraint;

/** What a constraint does: {@code APPLY} vetoes, {@code RECORD} is computed and stored only, {@code SKIP} is left out. */
public enum Mode {
    APPLY,
    RECORD,
    SKIP
}
