package thetascan.higgs;

/** Where widths into Standard Model particles of the scalars other than the observed one come from. */
public enum WidthSource {
    /**
     * CP-even scalars: those of a Standard-Model-like Higgs boson of the same mass times squared couplings or ratios of amplitudes. The widths
     * of the scans of arXiv:2402.07661.
     */
    SCALED_RATES,
    /**
     * Amplitudes and couplings, virtual bosons and tops, and the QCD corrections known to 2HDMC (arXiv:0902.0851) or HDECAY (arXiv:1801.09506):
     * {@link AmplitudeWidths}.
     */
    AMPLITUDES
}
