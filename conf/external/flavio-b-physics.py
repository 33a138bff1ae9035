"""Two Wilson coefficients of b to s l l against B physics with the package flavio, arXiv:1810.08132."""

import flavio
from thetascan import serve

DATA = {  # as flavio names them
    "BR_Bs_mumu": ("BR(Bs->mumu)",),
    "P5p_4_6": ("<P5p>(B0->K*mumu)", 4.0, 6.0),
    "R_K": ("<Rmue>(B+->Kll)", 1.1, 6.0),
    "R_Kstar": ("<Rmue>(B0->K*ll)", 1.1, 6.0),
}


def model(theta):
    coefficients = flavio.WilsonCoefficients()
    coefficients.set_initial({"C9_bsmumu": theta["C9"], "C10_bsmumu": theta["C10"]}, scale=4.8)
    return {name: flavio.np_prediction(what[0], coefficients, *what[1:]) for name, what in DATA.items()}


serve(model, version=flavio.__version__)
