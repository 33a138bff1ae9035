#!/usr/bin/env python3
"""Writes hblite-points.bin.gz and higgsbounds5.csv: what LimitEngineReferenceTest compares with.

    reference_points.py REFERENCE OUT

REFERENCE  folder of the Python reference of the real Z3 3HDM: z3_3hdm_closed.py (widths, rates), z3_3hdm_hblite.py
           (HB-lite: the 42 limits and the HiggsBounds selection), points.json (154 points with HiggsBounds-5.10.1 results)
OUT        folder to write

Layout of hblite-points.bin.gz, big-endian: int number of points, int number n of doubles that predict a point; for each
point: int id; n doubles (see `predictions`); seven times (byte code of the selected limit, 0 none, k the k-th of the 42;
double expected ratio; double observed ratio); int count; count times (byte limit, int bit set of particles, double
expected ratio, double observed ratio). Particles h1 h2 h3 A1 A2 H1+ H2+. Ids from 1000 on: 70 uniform in the scan box, 70 near alignment, 60
light ones, seed 20240211. Needs numpy.
"""
import gzip
import json
import math
import os
import struct
import sys

import numpy as np

sys.path.insert(0, sys.argv[1])
import z3_3hdm_closed as C       # noqa: E402
import z3_3hdm_hblite as HB      # noqa: E402

NEUTRAL = HB.PN
ALL = NEUTRAL + ["H1p", "H2p"]
DECAYS = ["bb", "cc", "ss", "tt", "tautau", "mumu", "WW", "ZZ", "Zgam", "gamgam", "gg",
          "tb", "ts", "cb", "cs", "cd", "us", "ub", "taunu", "munu"]
IDS = [limit["id"] for limit in HB.D]


def predictions(p):
    """Masses; widths; 13 TeV rates ggH bbH vbfH HW qqHZ Htt Hpmtb brtHpb of each particle; then of each neutral one: the
    first six of a SM-like Higgs, the first six at 8 TeV; eeHZ over SM; branching ratios of each particle in the order of
    DECAYS; the first eleven of a SM-like Higgs; BR(j -> Z i); BR(j -> i i); |kappa_t|; |M(gg)|^2 over SM; BR(t -> W b)."""
    e = C.evaluate(p)
    co = e["co"]
    widths = C.all_widths(p, co, e["tri"])
    total = {k: sum(v.values()) for k, v in widths.items()}
    br = {k: {c: (x / total[k] if total[k] > 0 else 0.0) for c, x in v.items()} for k, v in widths.items()}
    rates = C.production13(p, co)
    _, _, to_hb, to_wb = C.top_to_Hb(co, p)
    mass = dict(h1=125.0, h2=p["mH1"], h3=p["mH2"], A1=p["mA1"], A2=p["mA2"], H1p=p["mC1"], H2p=p["mC2"])
    kd2 = dict(zip(NEUTRAL, list(co["kD"] ** 2) + list(co["bD"] ** 2)))
    ku2 = dict(zip(NEUTRAL, list(co["kU"] ** 2) + list(co["bU"] ** 2)))
    kv2 = dict(zip(NEUTRAL, list(co["kV"] ** 2) + [0.0, 0.0]))
    out = [mass[k] for k in ALL] + [total[k] for k in ALL]
    for k in ALL:
        q = rates[k]
        if k in NEUTRAL:
            out += [q["ggF"], q["bbH"], q["VBF"], q["WH"], q["ZH"], q["ttH"], 0, 0]
        else:
            out += [0] * 6 + [q["tbH"], to_hb[0 if k == "H1p" else 1]]
    for k in NEUTRAL:
        x = C.sm_xs(mass[k]) if k != "h1" else C.XS125
        out += [x[mode] for mode in ("ggF", "bbH", "VBF", "WH", "ZH", "ttH")]
    for k in NEUTRAL:
        x, gg = HB._xs8(mass[k]), rates[k]["r_gg"]
        out += [x["ggF"] * gg, x["bbH"] * kd2[k], x["VBF"] * kv2[k], x["WH"] * kv2[k], x["ZH"] * kv2[k],
                x["ttH"] * (ku2[k] if k[0] == "h" else 0)]
    out += [kv2[k] for k in NEUTRAL]
    for k in ALL:
        out += [br[k].get(d, 0.0) for d in DECAYS]
    for k in NEUTRAL:
        if k == "h1":
            sm = C.BR125
        else:
            width = np.interp(mass[k], C.BR_T[:, 0], C.BR_T[:, -1])
            sm = {d: x / width for d, x in C.sm_width(mass[k]).items()}
        out += [sm.get(d, 0.0) for d in DECAYS[:11]]
    out += [br[j].get("Z" + i, 0.0) if i != j else 0.0 for j in NEUTRAL for i in NEUTRAL]
    out += [br[j].get(i + i, 0.0) if i != j else 0.0 for j in NEUTRAL for i in NEUTRAL]
    out += [math.sqrt(ku2[k]) for k in NEUTRAL] + [rates[k]["r_gg"] for k in NEUTRAL] + [to_wb]
    return [float(x) for x in out]


def expected(p):
    selected, applied = HB.evaluate(p)
    chosen = [(IDS.index(t[2]) + 1, t[0], t[1]) if t else (0, 0.0, 0.0) for t in (selected[k] for k in ALL)]
    return chosen, [(IDS.index(t[2]) + 1, sum(1 << ALL.index(x) for x in t[3]), t[0], t[1]) for t in applied]


rng = np.random.default_rng(20240211)


def uniform():
    p = {a: rng.uniform(-math.pi / 2, math.pi / 2) for a in ("alpha1", "alpha2", "alpha3", "gamma1", "gamma2")}
    for t in ("tanb1", "tanb2"):
        p[t] = math.tan(rng.uniform(math.atan(0.05), math.atan(10)))
    for m in ("mH1", "mH2"):
        p[m] = rng.uniform(125, 1000)
    for m in ("mA1", "mA2", "mC1", "mC2"):
        p[m] = rng.uniform(100, 1000)
    for m in ("m12sq", "m13sq", "m23sq"):
        p[m] = rng.choice([-1, 1]) * 10 ** rng.uniform(-1, 7)
    return p


def near_alignment(spread):
    p = {"tanb1": 10 ** rng.uniform(-0.6, 0.9), "tanb2": 10 ** rng.uniform(-0.6, 0.9)}
    p["alpha1"] = math.atan(p["tanb1"]) + rng.normal(0, spread)
    p["alpha2"] = math.atan(p["tanb2"]) + rng.normal(0, spread)
    p["alpha3"] = rng.uniform(-math.pi / 2, math.pi / 2)
    p["gamma1"] = -p["alpha3"] + rng.normal(0, spread)
    p["gamma2"] = -p["alpha3"] + rng.normal(0, spread)
    p["mH1"] = rng.uniform(125, 1000)
    p["mH2"] = rng.uniform(125, 1000)
    for m, near in (("mA1", "mH1"), ("mC1", "mH1"), ("mA2", "mH2"), ("mC2", "mH2")):
        p[m] = min(1000.0, max(100.0, p[near] + rng.normal(0, 60)))
    for m in ("m12sq", "m13sq", "m23sq"):
        p[m] = rng.choice([-1, 1]) * 10 ** rng.uniform(3, 5.7)
    return p


def light():
    p = near_alignment(0.3)
    for m in ("mA1", "mA2", "mC1", "mC2"):
        p[m] = rng.uniform(100, 180)
    p["mH1"] = rng.uniform(125, 320)
    p["mH2"] = rng.uniform(125, 700)
    return p


def main(reference, out):
    published = json.load(open(os.path.join(reference, "points.json")))["points"]
    extra = ([uniform() for _ in range(70)] + [near_alignment(0.03 if i % 2 else 0.2) for i in range(70)]
             + [light() for _ in range(60)])
    points = [(q["id"], q["inputs"]) for q in published] + [(1000 + i, p) for i, p in enumerate(extra)]
    chunks, size = [], 0
    for number, p in points:
        values = predictions(p)
        assert all(map(math.isfinite, values)), number
        size = len(values)
        chosen, applied = expected(p)
        chunks.append(struct.pack(">i%dd" % size, number, *values)
                      + b"".join(struct.pack(">bdd", *t) for t in chosen)
                      + struct.pack(">i", len(applied)) + b"".join(struct.pack(">bidd", *t) for t in applied))
    with open(os.path.join(out, "hblite-points.bin.gz"), "wb") as file, gzip.GzipFile(fileobj=file, mode="wb", mtime=0) as z:
        z.write(struct.pack(">ii", len(chunks), size) + b"".join(chunks))
    with open(os.path.join(out, "higgsbounds5.csv"), "w", encoding="utf-8", newline="\n") as file:
        names = ["h1", "h2", "h3", "A1", "A2", "C1", "C2"]
        file.write(",".join(["id", "category", "allowed"] + names + ["channel_" + n for n in names]) + "\n")
        for q in published:
            hb = q["higgsbounds5"]
            cells = [q["id"], q["category"], str(hb["allowed"]).lower()] + hb["obsratio"][1:] + hb["channel"][1:]
            file.write(",".join(map(str, cells)) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
