package thetascan.constraint;

import java.util.List;

/**
 * When a constraint holds, as a statement on observables or expressions of observables ({@link Expression}). A rule
 * has a signed excess: zero or negative where the constraint holds, positive outside; the raw violation is
 * C = max(0, excess).
 */
public sealed interface Rule permits Interval, Alternatives, QuadraticForm, LimitCurve {

    /** The expressions the rule reads. */
    List<String> expressions();

    /** The bounds as text for people, e.g. {@code [0.74, 1.34]}. */
    String bounds();
}
