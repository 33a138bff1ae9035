package thetascan.limit;

import java.util.List;

/**
 * Decays in the proportions of a Standard-Model-like Higgs boson of the same mass: the share of γγ, WW, ZZ, bb and ττ
 * among all decays into Standard Model particles is that of the Standard Model within a relative deviation.
 *
 * @param within largest relative deviation; infinite for no demand
 */
public record SmLikeDecays(double within) {

    static final SmLikeDecays ANY = new SmLikeDecays(Double.POSITIVE_INFINITY);

    private static final List<Decay> TESTED = List.of(Decay.gamgam, Decay.WW, Decay.ZZ, Decay.bb, Decay.tautau);

    private static final Decays STANDARD = Decays.of(List.of(
            Decay.bb,
            Decay.tautau,
            Decay.mumu,
            Decay.ss,
            Decay.cc,
            Decay.tt,
            Decay.gg,
            Decay.gamgam,
            Decay.Zgam,
            Decay.WW,
            Decay.ZZ));

    boolean holds(Predictions p, int particle) {
        if (within == Double.POSITIVE_INFINITY) {
            return true;
        }
        double sum = STANDARD.of(p, particle);
        double reference = STANDARD.ofReference(p, particle);
        for (int k = 0; k < TESTED.size(); k++) {
            int d = p.decay(particle, TESTED.get(k));
            double share = p.branching[d] * reference;
            double standard = p.smBranching[d] * sum;
            if (!(Math.abs(share - standard) < within * standard)) {
                return false;
            }
        }
        return true;
    }
}
