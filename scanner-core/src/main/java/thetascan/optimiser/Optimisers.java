package thetascan.optimiser;

import java.util.List;
import thetascan.quantity.Suggestion;

/** The optimisers and samplers there are. A new one is a class and a line here. */
public final class Optimisers {

    private static final List<OptimiserKind> ALL = List.of(
            EvolutionStrategy.CMA_ES,
            EvolutionStrategy.SEP_CMA_ES,
            EvolutionStrategy.LM_MA_ES,
            new Nsga.Two(),
            new Nsga.Three(),
            new Tpe.Kind(),
            new DifferentialEvolution.Kind(),
            new UniformSampler.Kind(),
            new LatinHypercubeSampler.Kind(),
            new SobolSampler.Kind(),
            new GridSampler.Kind());

    private Optimisers() {}

    public static List<OptimiserKind> all() {
        return ALL;
    }

    /**
     * @throws IllegalArgumentException if there is none of this name; the message suggests one
     */
    public static OptimiserKind named(String name) {
        List<String> known = ALL.stream().map(OptimiserKind::name).toList();
        int index = known.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("unknown optimiser '" + name + "'." + Suggestion.hint(name, known)
                    + " Known: " + String.join(", ", known));
        }
        return ALL.get(index);
    }
}
