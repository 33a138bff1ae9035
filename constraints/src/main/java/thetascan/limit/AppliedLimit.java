package thetascan.limit;

import java.util.List;

/**
 * A limit that applies to a point.
 *
 * @param limit         the limit
 * @param particles     those that take part
 * @param expectedRatio predicted rate over expected limit
 * @param observedRatio predicted rate over observed limit
 * @param selectedFor   those particles for which it is the most sensitive limit
 */
public record AppliedLimit(
        Limit limit, List<Particle> particles, double expectedRatio, double observedRatio, List<Particle> selectedFor) {

    /**
     * Copies the lists.
     *
     * @param limit the limit
     * @param particles those that take part
     * @param expectedRatio predicted rate over expected limit
     * @param observedRatio predicted rate over observed limit
     * @param selectedFor those particles for which it is the most sensitive limit
     */
    public AppliedLimit {
        particles = List.copyOf(particles);
        selectedFor = List.copyOf(selectedFor);
    }
}
