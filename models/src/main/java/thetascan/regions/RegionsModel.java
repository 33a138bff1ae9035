package thetascan.regions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import thetascan.constraint.Alternatives;
import thetascan.constraint.Constraint;
import thetascan.constraint.ConstraintSet;
import thetascan.constraint.Interval;
import thetascan.constraint.Mode;
import thetascan.constraint.Rule;
import thetascan.model.CostClass;
import thetascan.model.Model;
import thetascan.model.PointEvaluator;
import thetascan.model.Reference;
import thetascan.quantity.Quantity;
import thetascan.space.Parameter;
import thetascan.space.ParameterSpace;
import thetascan.space.Scale;

/**
 * A test region made from a seed, for comparing searches: {@code regions:SEED}. 4 to 24 coordinates of very different
 * units, thin curved bands, a ring, wells with traps beside them, alternatives, a category that is excluded, a zone in
 * which nothing can be computed, and if the seed is a multiple of three one piece of 0.3 % of the volume of the
 * others. The observable {@code piece} says which piece a valid point is in.
 */
public final class RegionsModel implements Model {

    private static final String NAME = "regions";

    private final long seed;
    private final Region region;
    private final ParameterSpace parameters;

    /** That of seed 1. */
    public RegionsModel() {
        this(1);
    }

    /**
     * A region.
     *
     * @param seed 1 or more
     */
    public RegionsModel(long seed) {
        this.seed = seed;
        region = new Region(seed);
        Random random = new Random(~seed);
        List<Parameter> all = new ArrayList<>();
        for (int i = 0; i < region.dimension(); i++) {
            double unit = StrictMath.pow(10, random.nextInt(13) - 6.0);
            Scale scale = random.nextBoolean() ? new Scale.Linear(-unit, unit) : new Scale.Log(unit, 1000 * unit);
            all.add(new Parameter(Quantity.of("x" + i, "1", "x_{" + i + "}", "coordinate " + i), scale));
        }
        parameters = new ParameterSpace(all);
    }

    @Override
    public String name() {
        return seed == 1 ? NAME : NAME + ":" + seed;
    }

    @Override
    public List<String> otherNames() {
        return seed == 1 ? List.of(NAME + ":1") : List.of();
    }

    @Override
    public Optional<Model> sibling(String name) {
        return name.matches(NAME + ":[1-9][0-9]{0,8}")
                ? Optional.of(new RegionsModel(Long.parseLong(name.substring(NAME.length() + 1))))
                : Optional.empty();
    }

    @Override
    public String version() {
        return "1.0";
    }

    @Override
    public String description() {
        return "test region made from a seed (regions:SEED), to compare searches: " + region.pieces() + " pieces in "
                + region.dimension() + " dimensions";
    }

    /**
     * How many pieces the region has.
     *
     * @return values of the observable {@code piece} are 0 to one less
     */
    public int pieces() {
        return region.pieces();
    }

    @Override
    public ParameterSpace parameters() {
        return parameters;
    }

    @Override
    public List<Quantity> observables() {
        return region.observables().stream()
                .map(name -> Quantity.of(name, "1", "\\mathrm{" + name + "}", name + " of the region"))
                .toList();
    }

    @Override
    public Map<String, ConstraintSet> constraintSets() {
        List<String> names = region.observables();
        List<Constraint> constraints = region.conditions().stream()
                .map(condition -> new Constraint(
                        condition.name(), rule(condition, names), Mode.APPLY, condition.sector(), "made up", List.of()))
                .toList();
        return Map.of("default", new ConstraintSet(constraints));
    }

    private static Rule rule(Region.Condition condition, List<String> names) {
        Interval interval = new Interval(names.get(condition.observable()), condition.lower(), condition.upper());
        return condition.alternative() == Region.Condition.NONE
                ? interval
                : new Alternatives(List.of(
                        interval,
                        new Interval(names.get(condition.alternative()), condition.least(), Double.POSITIVE_INFINITY)));
    }

    @Override
    public List<Reference> references() {
        return List.of();
    }

    @Override
    public CostClass costClass() {
        return CostClass.CHEAP;
    }

    @Override
    public double[] validSample(int count, RandomGenerator random) {
        int n = region.dimension();
        double[] sample = new double[count * n];
        double[] theta = new double[n];
        for (int i = 0; i < count; i++) {
            parameters.toTheta(region.draw(random), theta);
            System.arraycopy(theta, 0, sample, i * n, n);
        }
        return sample;
    }

    @Override
    public int piece(double[] theta) {
        double[] u = new double[region.dimension()];
        parameters.toUnit(theta, u);
        return region.piece(u);
    }

    @Override
    public PointEvaluator newEvaluator() {
        double[] u = new double[region.dimension()];
        return (theta, observables) -> {
            parameters.toUnit(theta, u);
            region.observe(u, observables);
        };
    }
}
