package thetascan.limit;

/** Elementary production modes, names as in the HBDataset layout. Rates in pb, {@code br*} modes dimensionless. */
public enum Production {
    ggH,
    bbH,
    vbfH,
    HW,
    qqHZ,
    ggHZ,
    Htt,
    tchanHt,
    schanHt,
    HtW,
    eeHZ,
    Hpmtb,
    brtHpb
}
