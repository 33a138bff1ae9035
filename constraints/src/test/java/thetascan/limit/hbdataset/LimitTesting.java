package thetascan.limit.hbdataset;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import thetascan.limit.AppliedLimit;
import thetascan.limit.Collider;
import thetascan.limit.Decay;
import thetascan.limit.Limit;
import thetascan.limit.LimitEngine;
import thetascan.limit.Particle;
import thetascan.limit.Predictions;
import thetascan.limit.Production;

/** Reads limits from texts and applies them. */
public final class LimitTesting {

    private LimitTesting() {}

    public static Particle neutral(String name) {
        return new Particle(name, Particle.Charge.NEUTRAL, Particle.CP.EVEN);
    }

    public static Particle charged(String name) {
        return new Particle(name, Particle.Charge.CHARGED, Particle.CP.NONE);
    }

    public static Limit limit(String json) {
        return limit(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "test.json");
    }

    public static Limit limit(InputStream in, String name) {
        try {
            return LimitReader.read(in, name);
        } catch (UnusableLimitException e) {
            throw new AssertionError(e);
        }
    }

    /** A file with the usual head, with single quotes for double ones. */
    public static String file(String limitClass, String rest) {
        return ("{'id': 100, 'reference': 'XXXX.XXXXX', 'citeKey': 'Aad:123456', 'collider': 'LHC13',"
                        + " 'experiment': 'ATLAS', 'luminosity': 30, 'limitClass': '" + limitClass + "', " + rest + "}")
                .replace('\'', '"');
    }

    public static List<AppliedLimit> apply(Limit limit, Predictions p) {
        return new LimitEngine(List.of(limit), p.particles()).explain(p);
    }

    public static List<String> names(AppliedLimit applied) {
        return applied.particles().stream().map(Particle::name).toList();
    }

    public static void produce(Predictions p, int particle, Production mode, double rate) {
        p.production[p.production(Collider.LHC13, particle, mode)] = rate;
    }

    public static void decay(Predictions p, int particle, Decay decay, double branching) {
        p.branching[p.decay(particle, decay)] = branching;
    }

    /** A Standard-Model-like Higgs boson of these rates as reference, and the particle itself with all rates times a factor. */
    public static void smLike(Predictions p, int particle, double factor) {
        List<Production> modes =
                List.of(Production.ggH, Production.bbH, Production.vbfH, Production.HW, Production.qqHZ);
        double[] rates = {48.58, 0.488, 3.782, 1.373, 0.8839};
        for (int k = 0; k < rates.length; k++) {
            int index = p.production(Collider.LHC13, particle, modes.get(k));
            p.smProduction[index] = rates[k];
            p.production[index] = factor * rates[k];
        }
        List<Decay> decays = List.of(Decay.bb, Decay.tautau, Decay.WW, Decay.ZZ, Decay.gamgam, Decay.gg, Decay.mumu);
        double[] branching = {0.582, 0.0627, 0.214, 0.0262, 0.00227, 0.0819, 2.18e-4};
        for (int k = 0; k < branching.length; k++) {
            p.smBranching[p.decay(particle, decays.get(k))] = branching[k];
            p.branching[p.decay(particle, decays.get(k))] = branching[k];
        }
    }
}
