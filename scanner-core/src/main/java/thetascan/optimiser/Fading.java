package thetascan.optimiser;

import thetascan.option.Option;

/**
 * How remembered novelty fades. The fitness of a valid point, in [0, 1), is how familiar it was when it was found; the
 * archive has grown since. An optimiser that keeps points for more than a generation lets them grow familiar, else the
 * first ones found would seem the most novel for ever.
 *
 * @param rate part of what is left of its novelty that a point loses in a generation
 */
public record Fading(double rate) {

    /** The option that sets the rate. */
    public static final Option RATE = Option.real(
            "novelty_fading", 0.1, 0, 1, "part of its novelty that a remembered valid point loses in a generation");

    /**
     * The fitness of a point a generation later.
     *
     * @param fitness below 1 if the point is valid
     * @return it changes below 1 only, and stays below
     */
    public double aged(double fitness) {
        return fitness < 1 ? Math.min(fitness + rate * (1 - fitness), Math.nextDown(1.0)) : fitness;
    }
}
