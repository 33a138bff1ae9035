"""Couplings of one Higgs boson against HiggsBounds and HiggsSignals through HiggsTools, arXiv:2210.09332."""

import os
import Higgs.bounds
import Higgs.predictions as HP
import Higgs.signals
from thetascan import serve

BOUNDS = Higgs.bounds.Bounds(os.environ["HIGGSBOUNDS_DATA"])
SIGNALS = Higgs.signals.Signals(os.environ["HIGGSSIGNALS_DATA"])


def chi_squared(kappa_V, kappa_f):
    predictions = HP.Predictions()
    h = predictions.addParticle(HP.BsmParticle("h", "neutral", "even"))
    h.setMass(125.09)
    couplings = HP.scaledSMlikeEffCouplings(kappa_f)
    couplings.WW = couplings.ZZ = kappa_V
    HP.effectiveCouplingInput(h, couplings)
    return SIGNALS(predictions), BOUNDS(predictions)


REFERENCE, _ = chi_squared(1.0, 1.0)


def model(theta):
    signals, bounds = chi_squared(theta["kappa_V"], theta["kappa_f"])
    return {"delta_chi_sq": signals - REFERENCE, "allowed": float(bounds.allowed)}


serve(model)
