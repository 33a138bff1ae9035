package thetascan.optimiser.nsga;

import thetascan.optimiser.Fading;
import thetascan.optimiser.Results;
import thetascan.option.Option;
import thetascan.option.Options;
import thetascan.option.SettingException;

/**
 * What a multi-objective search of a scan minimises. Every valid point has the cost 0 in all sectors, so sectors alone
 * cannot tell valid points apart: novelty is one more objective, the fitness of a valid point and 1 of an invalid one.
 * So every valid point dominates every invalid one, and valid ones are ranked by novelty. Sectors may be taken out of
 * the objectives and made constraints, which come before all objectives.
 */
record Aims(int constrained, boolean novelty, Fading fading) {

    static final Option CONSTRAINED = Option.integer(
            "constrained_sectors", 0, 0, 1000, "how many of the first sectors are constraints instead of objectives");
    static final Option NOVELTY =
            Option.integer("novelty_objective", 1, 0, 1, "1 = novelty is one more objective, 0 = sectors alone");

    static Aims of(Options options) {
        return new Aims(
                options.intValue(CONSTRAINED.name()),
                options.intValue(NOVELTY.name()) == 1,
                new Fading(options.value(Fading.RATE.name())));
    }

    /** Number of objectives if there are so many sectors. */
    int objectives(int sectors) {
        if (constrained > sectors) {
            throw new SettingException(
                    CONSTRAINED.name(),
                    constrained + " is more than there are: the constraints that are applied have " + sectors
                            + " sectors.");
        }
        int count = sectors - constrained + (novelty || sectors == 0 ? 1 : 0);
        if (count == 0) {
            throw new SettingException(
                    CONSTRAINED.name(),
                    "all " + sectors + " sectors are constraints and no objective is left. Set novelty_objective: 1.");
        }
        return count;
    }

    /** The merit of a candidate; without sectors its fitness is the only objective. */
    Merit merit(Results results, int position, int sectors) {
        int m = objectives(sectors);
        double fitness = results.cost(position);
        if (Double.isInfinite(fitness)) return Merit.failed(m);
        double[] values = new double[m];
        double violation = 0;
        for (int sector = 0; sector < sectors; sector++) {
            double cost = results.vectors()[position * sectors + sector];
            if (!Double.isFinite(cost)) return Merit.failed(m);
            if (sector < constrained) {
                violation += cost;
            } else {
                values[sector - constrained] = cost;
            }
        }
        if (sectors == 0) {
            values[0] = fitness;
        } else if (novelty) {
            values[m - 1] = Math.min(1, fitness);
        }
        return Merit.of(values, violation);
    }

    /** A generation later. */
    Merit aged(Merit merit, int sectors) {
        if (!novelty || sectors == 0) return merit;
        double[] values = merit.objectives().clone();
        int last = values.length - 1;
        values[last] = fading.aged(values[last]);
        return Merit.of(values, merit.violation());
    }
}
