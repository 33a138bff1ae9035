package thetascan.optimiser;

import java.util.List;
import thetascan.optimiser.cma.EvolutionStrategy;
import thetascan.optimiser.continuation.Continuation;
import thetascan.optimiser.elites.CmaMae;
import thetascan.optimiser.elites.MapElites;
import thetascan.optimiser.evolution.DifferentialEvolution;
import thetascan.optimiser.nsga.Nsga;
import thetascan.optimiser.sampler.GridSampler;
import thetascan.optimiser.sampler.LatinHypercubeSampler;
import thetascan.optimiser.sampler.SobolSampler;
import thetascan.optimiser.sampler.UniformSampler;
import thetascan.optimiser.surrogate.Surrogate;
import thetascan.optimiser.tpe.Tpe;
import thetascan.registry.Registry;

/** The optimisers and samplers there are. A new one is a class and a line here, or a service in a jar of its own. */
public final class Optimisers {

    private static final Registry<OptimiserKind> REGISTRY = new Registry<>(
            "optimiser",
            OptimiserKind.class,
            OptimiserKind::name,
            List.of(
                    EvolutionStrategy.CMA_ES,
                    EvolutionStrategy.SEP_CMA_ES,
                    EvolutionStrategy.LM_MA_ES,
                    new Nsga.Two(),
                    new Nsga.Three(),
                    new Tpe.Kind(),
                    new DifferentialEvolution.Kind(),
                    new MapElites.Kind(),
                    new CmaMae.Kind(),
                    new Continuation.Kind(),
                    new Surrogate.Kind(),
                    new UniformSampler.Kind(),
                    new LatinHypercubeSampler.Kind(),
                    new SobolSampler.Kind(),
                    new GridSampler.Kind()));

    private Optimisers() {}

    /**
     * All there are.
     *
     * @return those of the program, then those of jars by name
     */
    public static List<OptimiserKind> all() {
        return REGISTRY.all();
    }

    /**
     * The optimiser of a name.
     *
     * @param name as in scan files
     * @return its kind
     * @throws IllegalArgumentException if there is none of this name; the message suggests one
     */
    public static OptimiserKind named(String name) {
        return REGISTRY.named(name);
    }
}
