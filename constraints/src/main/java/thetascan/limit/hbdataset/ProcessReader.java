package thetascan.limit.hbdataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import thetascan.constraint.Fields;
import thetascan.limit.Acceptance;
import thetascan.limit.Collider;
import thetascan.limit.Condition;
import thetascan.limit.Coupling;
import thetascan.limit.Decay;
import thetascan.limit.Decays;
import thetascan.limit.Particle;
import thetascan.limit.Production;
import thetascan.limit.ProductionChannels;
import thetascan.quantity.Suggestion;

/** Reads production and decay modes, channels, acceptances and conditions of a limit file. */
final class ProcessReader {

    private static final String NONE = "none";
    private static final String ANY = "any";
    private static final String DOUBLY_CHARGED = "samesign";
    /** Not elementary: sums of modes. */
    private static final Map<String, List<Production>> COMBINED = Map.of(
            "H", List.of(Production.ggH, Production.bbH, Production.qqH),
            "HZ", List.of(Production.qqHZ, Production.ggHZ, Production.bbHZ),
            "Ht", List.of(Production.tchanHt, Production.schanHt));

    private final Collider collider;

    ProcessReader(Collider collider) {
        this.collider = collider;
    }

    Collider collider() {
        return collider;
    }

    /** A process {"channels": [[production, decay], ...]}. */
    ProductionChannels channels(Fields process, List<Acceptance> acceptances) throws UnusableLimitException {
        process.allow("channels", "charge", "collider");
        List<ProductionChannels.Channel> channels = new ArrayList<>();
        for (List<String> pair : process.textRows("channels", 2)) {
            if (pair.get(0).equals(NONE) && pair.get(1).equals(NONE)) {
                throw process.error("channels", "a channel needs a production or a decay.");
            }
            channels.add(new ProductionChannels.Channel(
                    productions(process, "channels", pair.get(0)), decay(process, "channels", pair.get(1))));
        }
        if (channels.isEmpty()) {
            throw process.error("channels", "at least one channel is needed.");
        }
        return checked(process, "acceptances", channels, acceptances);
    }

    /** The production modes under a key, whatever the particle then does. */
    ProductionChannels production(Fields process, String key, List<Acceptance> acceptances)
            throws UnusableLimitException {
        List<ProductionChannels.Channel> channels = new ArrayList<>();
        for (String name : process.texts(key)) {
            channels.add(new ProductionChannels.Channel(productions(process, key, name), null));
        }
        return checked(process, "productionAcceptances", channels, acceptances);
    }

    private ProductionChannels checked(
            Fields process, String key, List<ProductionChannels.Channel> channels, List<Acceptance> acceptances) {
        if (!acceptances.isEmpty() && acceptances.size() != channels.size()) {
            throw process.error(key + " has " + acceptances.size() + " entries for " + channels.size() + " channels.");
        }
        return new ProductionChannels(collider, channels, acceptances);
    }

    private List<Production> productions(Fields where, String key, String name) throws UnusableLimitException {
        if (name.equals(NONE)) {
            return List.of();
        }
        if (name.equals("pair")) {
            throw new UnusableLimitException("production of the particle in pairs is not predicted");
        }
        List<Production> combined = COMBINED.get(name);
        if (combined != null) {
            return combined;
        }
        return List.of(constant(where, key, name, Production.values(), "H", "HZ", "Ht", NONE));
    }

    private @Nullable Decay decay(Fields where, String key, String name) throws UnusableLimitException {
        if (name.endsWith(DOUBLY_CHARGED)) {
            throw new UnusableLimitException("doubly charged particles are not predicted (decay " + name + ")");
        }
        return name.equals(NONE) ? null : constant(where, key, name, Decay.values(), NONE);
    }

    /** Decays under a key; ["any"] stands for whatever happens. */
    Decays decays(Fields process, String key) throws UnusableLimitException {
        List<String> names = process.texts(key);
        if (names.equals(List.of(ANY))) {
            return Decays.any();
        }
        return Decays.of(decayList(process, key));
    }

    private List<Decay> decayList(Fields process, String key) throws UnusableLimitException {
        List<Decay> decays = new ArrayList<>();
        for (String name : process.texts(key)) {
            Decay decay = decay(process, key, name);
            if (decay == null) {
                throw process.error(key, "'none' is no decay of a daughter.");
            }
            decays.add(decay);
        }
        return decays;
    }

    /** Charge of the particle that decays so; null if "any". */
    Particle.@Nullable Charge decayCharge(Fields process, String key) throws UnusableLimitException {
        if (process.texts(key).equals(List.of(ANY))) {
            return null;
        }
        return common(
                process,
                key,
                decayList(process, key).stream().map(Decay::charge).toList());
    }

    /** Charge of the particle of these channels; null if nothing tells. */
    static Particle.@Nullable Charge charge(Fields where, ProductionChannels channels) {
        List<Particle.Charge> charges = new ArrayList<>();
        for (ProductionChannels.Channel channel : channels.channels()) {
            channel.productions().forEach(mode -> charges.add(mode.charge()));
            if (channel.decay() != null) {
                charges.add(channel.decay().charge());
            }
        }
        return common(where, "process", charges);
    }

    private static Particle.@Nullable Charge common(Fields where, String key, List<Particle.Charge> charges) {
        if (charges.stream().distinct().count() > 1) {
            throw where.error(key, "modes of neutral and of charged particles are mixed.");
        }
        return charges.isEmpty() ? null : charges.get(0);
    }

    /** The acceptances under a key, none if it is not there. */
    List<Acceptance> acceptances(Fields analysis, String key) {
        List<Acceptance> acceptances = new ArrayList<>();
        if (analysis.has(key)) {
            for (Fields acceptance : analysis.objects(key)) {
                acceptances.add(acceptance(acceptance));
            }
        }
        return acceptances;
    }

    private Acceptance acceptance(Fields f) {
        if (f.has("constantAcceptance")) {
            f.allow("constantAcceptance");
            return new Acceptance.Constant(f.number("constantAcceptance"));
        }
        if (f.has("massDepAcceptance")) {
            f.allow("massDepAcceptance", "massGrid", "exponential");
            return massDependent(f);
        }
        if (f.has("couplingDepAcceptance")) {
            f.allow("couplingDepAcceptance", "denominator");
            List<Acceptance.Term> denominator = f.has("denominator") ? terms(f, "denominator") : List.of();
            return new Acceptance.CouplingDependent(terms(f, "couplingDepAcceptance"), denominator);
        }
        throw f.error("one of constantAcceptance, massDepAcceptance, couplingDepAcceptance is needed.");
    }

    private static Acceptance massDependent(Fields f) {
        if (f.has("exponential")) {
            double[] abc = f.table("exponential");
            if (abc.length != 3) {
                throw f.error("exponential", "three numbers a, b, c of a + b exp(c m) are needed.");
            }
            return new Acceptance.Exponential(abc[0], abc[1], abc[2]);
        }
        try {
            return Acceptance.MassDependent.of(f.table("massGrid"), f.table("massDepAcceptance"));
        } catch (IllegalArgumentException e) {
            throw f.error("massGrid", String.valueOf(e.getMessage()));
        }
    }

    private List<Acceptance.Term> terms(Fields f, String key) {
        List<Acceptance.Term> terms = new ArrayList<>();
        for (List<Fields> term : f.objectRows(key, 2)) {
            List<Map.Entry<Coupling, Integer>> powers = new ArrayList<>();
            for (String name : term.get(0).keys()) {
                double power = term.get(0).number(name);
                if (power != Math.rint(power)) {
                    throw term.get(0).error(name, "power " + power + " must be a whole number.");
                }
                powers.add(Map.entry(constant(term.get(0), name, name, Coupling.values()), (int) power));
            }
            terms.add(new Acceptance.Term(powers, acceptance(term.get(1))));
        }
        return terms;
    }

    /**
     * Conditions under a key, none if it is not there.
     *
     * @param signal the limit's own process, null where the layout has none
     */
    List<Condition> conditions(Fields where, String key, @Nullable ProductionChannels signal)
            throws UnusableLimitException {
        List<Condition> conditions = new ArrayList<>();
        if (where.has(key)) {
            for (Fields f : where.objectsOrNames(key)) {
                conditions.add(condition(f, signal));
            }
        }
        return conditions;
    }

    private Condition condition(Fields f, @Nullable ProductionChannels signal) throws UnusableLimitException {
        if (f.has("modelLike")) {
            f.allow("modelLike", "process");
            reference(f, "modelLike");
            return new Condition.ModelLike(process(f, signal));
        }
        if (f.has("topDecayConsistency")) {
            f.allow("topDecayConsistency");
            List<Production> modes = new ArrayList<>();
            for (String name : f.texts("topDecayConsistency")) {
                modes.addAll(productions(f, "topDecayConsistency", name));
            }
            return new Condition.TopDecays(modes);
        }
        if (f.has("CPValue")) {
            f.allow("CPValue");
            return new Condition.Parity(parity(f, "CPValue"));
        }
        if (f.has("mumuTautauRatio") || f.has("MumuTautauRatio")) {
            f.allow("mumuTautauRatio", "MumuTautauRatio");
            return new Condition.MuTauRatio(
                    parity(f, f.has("mumuTautauRatio") ? "mumuTautauRatio" : "MumuTautauRatio"));
        }
        if (f.has("topDominatedHgg")) {
            f.allow("topDominatedHgg");
            return new Condition.TopDominated();
        }
        if (f.has("forbiddenDecays")) {
            f.allow("forbiddenDecays", "below");
            return new Condition.Forbidden(decays(f, "forbiddenDecays"), f.number("below"));
        }
        throw f.error("unknown condition. Known: modelLike, topDecayConsistency, CPValue, mumuTautauRatio, "
                + "topDominatedHgg, forbiddenDecays.");
    }

    private static Particle.CP parity(Fields f, String key) {
        return switch (f.text(key)) {
            case "even" -> Particle.CP.EVEN;
            case "odd" -> Particle.CP.ODD;
            case "undefined" -> Particle.CP.NONE;
            default -> throw f.error(key, "'" + f.text(key) + "' is none of even, odd, undefined.");
        };
    }

    /** What rates are divided by, null if the key is not there. */
    @Nullable
    ProductionChannels normalization(Fields file, ProductionChannels signal) throws UnusableLimitException {
        if (!file.has("normalization")) {
            return null;
        }
        Fields f = file.object("normalization");
        f.allow("reference", "process");
        reference(f, "reference");
        return process(f, signal);
    }

    /** All reference models are the Standard-Model-like Higgs boson that predictions hold. */
    private static void reference(Fields f, String key) {
        List<String> known = List.of("SMHiggs", "SMHiggsEW", "SMHiggsInterp");
        String name = f.text(key);
        if (!known.contains(name)) {
            throw f.error(
                    key, "'" + name + "' is none of " + String.join(", ", known) + "." + Suggestion.hint(name, known));
        }
    }

    /** "signal", an object with channels, or a bare list of channels whose decay "all" means none. */
    private ProductionChannels process(Fields f, @Nullable ProductionChannels signal) throws UnusableLimitException {
        if (f.isText("process")) {
            if (!f.text("process").equals("signal") || signal == null) {
                throw f.error(
                        "process",
                        "'" + f.text("process") + "': a process with channels is needed"
                                + (signal == null ? "." : ", or 'signal'."));
            }
            return signal;
        }
        if (f.isList("process")) {
            List<ProductionChannels.Channel> channels = new ArrayList<>();
            for (List<String> pair : f.textRows("process", 2)) {
                String into = pair.get(1).equals("all") ? NONE : pair.get(1);
                channels.add(new ProductionChannels.Channel(
                        productions(f, "process", pair.get(0)), decay(f, "process", into)));
            }
            return new ProductionChannels(collider, channels);
        }
        return channels(f.object("process"), List.of());
    }

    private static <E extends Enum<E>> E constant(Fields where, String key, String name, E[] values, String... others) {
        List<String> known = new ArrayList<>();
        for (E value : values) {
            if (value.name().equals(name)) {
                return value;
            }
            known.add(value.name());
        }
        known.addAll(Arrays.asList(others));
        throw where.error(key, "unknown '" + name + "'." + Suggestion.hint(name, known));
    }
}
