package thetascan.limit;

/**
 * The coupling of a scalar to top quarks over its Standard Model value, as √(σ(ttφ)/σ_SM(ttH)) at 13 TeV: the HiggsBounds-5
 * reading of CMS 1908.01115. Zero unless gluon fusion goes through the top quark, √(σ(gg)/σ_SM(gg)) within 5 % of it.
 */
public record TopCouplingRate() implements Rate {

    private static final double CUT = 0.05;

    @Override
    public boolean needsInvisible() {
        return false;
    }

    @Override
    public double of(Predictions p, int particle) {
        int ttH = p.production(Collider.LHC13, particle, Production.Htt);
        double rate = p.production[ttH];
        double reference = p.smProduction[ttH];
        if (rate == 0 || reference == 0) {
            return 0;
        }
        double coupling = Math.sqrt(rate / reference);
        double gluons = Math.sqrt(p.gluonRatio[particle]);
        return Math.abs(coupling - gluons) / coupling > CUT ? 0 : coupling;
    }
}
