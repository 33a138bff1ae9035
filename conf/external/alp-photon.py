"""Photons of NGC 1275 that become axion-like particles in the Perseus cluster and photons again in the Milky Way."""

import numpy as np
from gammaALPs.core import ALP, ModuleList, Source
from thetascan import serve

ENERGIES = np.logspace(0, 3, 60)  # GeV
UNPOLARISED = np.diag([0.5, 0.5, 0.0])
REALISATION = 1  # of the turbulent field: the same for all points, so that a point has one value
GALAXY = Source(z=0.017559, ra="03h19m48.1s", dec="+41d30m42s")


def survival(theta):
    """Probability that a photon arrives as one, at the energies above."""
    alp = ALP(m=theta["m"], g=theta["g"])  # neV, 1e-11/GeV
    modules = ModuleList(alp, GALAXY, pin=UNPOLARISED, EGeV=ENERGIES, log_level="error")
    # electrons of Perseus: E. Churazov et al., Astrophys. J. 590 (2003) 225; turbulence as in arXiv:1603.06978
    modules.add_propagation("ICMGaussTurb", 0, nsim=1, B0=theta["B0"], n0=3.9e-2, n2=4.05e-3, r_abell=500., r_core=80.,
                            r_core2=280., beta=1.2, beta2=0.58, eta=theta["eta"], kL=theta["kL"], kH=theta["kH"],
                            q=theta["q"], seed=REALISATION)
    modules.add_propagation("EBL", 1, eblmodel="dominguez")
    modules.add_propagation("GMF", 2, model="jansson12")
    x, y, _ = modules.run()
    return (x + y)[0]


def model(theta):
    p = survival(theta)
    smooth = np.polyval(np.polyfit(np.log(ENERGIES), p, 3), np.log(ENERGIES))
    return {
        "P_10GeV": np.interp(10, ENERGIES, p),
        "P_100GeV": np.interp(100, ENERGIES, p),
        "P_1TeV": p[-1],
        "irregularity": np.sqrt(np.mean((p / smooth - 1)[ENERGIES < 300] ** 2)),
    }


serve(model, version="1", observables=["P_10GeV", "P_100GeV", "P_1TeV", "irregularity"])
