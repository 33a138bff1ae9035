#!/usr/bin/env python3
"""Writes one mass of a two-dimensional likelihood of HiggsBounds-5 as a LikelihoodLimit of the HBDataset layout.

    likelihood_file.py MASS L_obs_MASS.out.gz L_exp_MASS.out.gz OUT.json.gz

Rows of the tables: sigma(gg->phi)BR [fb], sigma(bb->phi)BR [fb], -2 ln L; the first column varies fastest.
"""
import gzip
import json
import sys
from decimal import Decimal

mass, obs, exp, out = sys.argv[1:]


def rows(path):
    return [line.split() for line in gzip.open(path, "rt") if line.strip()]


def table(rows, gg, bb):
    values = {(a, b): float(c) for a, b, c in rows}
    return [values[a, b] for a in gg for b in bb]


observed, expected = rows(obs), rows(exp)
gg = list(dict.fromkeys(r[0] for r in observed))
bb = list(dict.fromkeys(r[1] for r in observed))
pb = lambda axis: [float(Decimal(x) / 1000) for x in axis]
data = {"id": 200212223, "reference": "arXiv:2002.12223", "citeKey": "Aad:2020zxo",
        "source": "HiggsBounds-5.10.1 ATL_tautau_llh_2002.12223, one mass", "license": "GPL-3.0-or-later",
        "collider": "LHC13", "experiment": "ATLAS", "luminosity": 139, "limitClass": "LikelihoodLimit",
        "process": [{"channels": [["ggH", "tautau"]]}, {"channels": [["bbH", "tautau"]]}],
        "analysis": {"massResolution": {"absolute": 0, "relative": 0.2},
                     "stackedLlhGrid": [{"mass": float(mass), "channels": [pb(gg), pb(bb)],
                                         "observed": table(observed, gg, bb), "expected": table(expected, gg, bb)}]}}
with open(out, "wb") as file, gzip.GzipFile(fileobj=file, mode="wb", mtime=0) as zipped:
    zipped.write(json.dumps(data).encode())
