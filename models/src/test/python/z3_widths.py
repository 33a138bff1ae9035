#!/usr/bin/env python3
"""Corrects the widths in reference_points.jsonl.gz and more_points.jsonl.gz.

    z3_widths.py REFERENCE FOLDER

REFERENCE  folder of the Python reference of the real Z3 3HDM: z3_3hdm_closed.py (widths, rates), z3_3hdm_hblite.py (limits)
FOLDER     the folder with the two files, which are rewritten

The reference had the pole mass of the top in H+ -> tb, ts together with a QCD correction that belongs to the running one, and no
virtual top or vector bosons. Here: H+ -> t*q, A -> t*t* and S -> S'V* by adaptive quadrature (scipy) over the virtualities, with the
running top mass above threshold and the share (threshold/mass)^2 of the pole form (HDECAY, hep-ph/9704448); A -> tt with the one-loop
correction of Drees and Hikasa. `widths`, `width` and `hblite` are replaced; everything else stays. Needs numpy and scipy.
"""
import gzip
import json
import math
import os
import sys

import numpy as np
from scipy.integrate import quad
from scipy.special import spence

sys.path.insert(0, sys.argv[1])
import z3_3hdm_closed as C       # noqa: E402
import z3_3hdm_hblite as HB      # noqa: E402

SM, PI = C.SM, math.pi
MT, MB, MW, MZ, GF = SM["mt"], SM["mb"], SM["MW"], SM["MZ"], SM["GF"]
GAMMA = {"W": 2.08430, "Z": 2.49427}


def cut(f, a, b, pole):
    """adaptive, with the pole as a break"""
    points = sorted({x for x in (pole - 40, pole - 5, pole, pole + 5, pole + 40) if a < x < b} | {a, b})
    return sum(quad(f, x, y, epsabs=0, epsrel=2e-11, limit=400)[0] for x, y in zip(points, points[1:]))


def lam(a, b, c):
    return max(0.0, a * a + b * b + c * c - 2 * a * b - 2 * a * c - 2 * b * c)


def propagator(q, m, g):
    """dq^2 m g/pi/((q^2-m^2)^2+m^2 g^2) for dq"""
    return 2 * q * m * g / PI / ((q * q - m * m) ** 2 + (m * g) ** 2)


def scalar_vector(m, ms, v, eta):
    d, s, mv = m - ms, m + ms, SM["M" + v]
    if d <= 5:
        return 0.0
    f = lambda q: propagator(q, mv, GAMMA[v]) * (max(0, s * s - q * q) * max(0, d * d - q * q)) ** 1.5
    return GF * eta * eta / (8 * math.sqrt(2) * PI * m ** 3) * cut(f, 0, d, mv)


def bw(q):
    x = (MW / q) ** 2
    return GF * q ** 3 / (8 * math.sqrt(2) * PI) * (1 - x) ** 2 * (1 + 2 * x) if x < 1 else 0.0


WT = bw(MT) * (1 - 2 * C.alphas(MT) / (3 * PI) * (2 * PI * PI / 3 - 2.5))


def top(q):
    return propagator(q, MT, WT) * q * bw(q) / (MT * bw(MT))


def mt_run(mu):
    a = C.alphas(MT) / PI
    m = MT / (1 + 4 / 3 * a + 10.9 * a * a + 107 * a ** 3)
    return m * C._c6(C.alphas(mu) / PI) / C._c6(a)


def share(threshold, m):
    return min(1.0, threshold / m) ** 2


_charged = {}


def charged(m, mq, mrun):
    """coefficients of Y^2, X^2, XY for t*q, |V| = 1"""
    key = (m, mq)
    if key not in _charged:
        out = [0.0, 0.0, 0.0]
        if m > mq + MW:
            f = 3 * GF / (4 * math.sqrt(2) * PI * m)
            root = lambda q: math.sqrt(lam(m * m, q * q, mq * mq)) / m ** 2
            open_ = lambda q: m * m - q * q - mq * mq
            out = [f * cut(lambda q: top(q) * root(q) * MT ** 4 / q ** 2 * open_(q), MW, m - mq, MT),
                   f * cut(lambda q: top(q) * root(q) * open_(q), MW, m - mq, MT),
                   f * cut(lambda q: top(q) * root(q) * -4 * mq * MT ** 2, MW, m - mq, MT)]
        _charged[key] = out
    d = C.dQCD(m, max(mrun, 1e-3))[0]
    r = share(MT + mq, m)
    up2 = r + (1 - r) * d * (mt_run(max(m, MT)) / MT) ** 2
    t = _charged[key]
    return t[0] * up2, t[1] * mrun ** 2 * d, t[2] * mrun * math.sqrt(up2 * d)


def li2(x):
    return spence(1 - x)


def massive_odd(alpha, b):
    lg, inv = math.log((1 + b) / (1 - b)), (1 - b) / (1 + b)
    a = (1 + b * b) * (4 * li2(inv) + 2 * li2(-inv) - 3 * lg * math.log(2 / (1 + b)) - 2 * lg * math.log(b)) \
        - 3 * b * math.log(4 / (1 - b * b)) - 4 * b * math.log(b)
    return 1 + 4 * alpha / (3 * PI) * (a / b + (19 + 2 * b * b + 3 * b ** 4) / (16 * b) * lg + 3 / 8 * (7 - b * b))


_tree = {}


def odd_tree(m):
    if m <= 2 * MW:
        return 0.0
    if m not in _tree:
        s = m * m

        def inner(q1):
            g = lambda q2: top(q2) * math.sqrt(lam(s, q1 * q1, q2 * q2)) / s * MT ** 2 \
                * (s * (q1 * q1 + q2 * q2) - (q1 * q1 - q2 * q2) ** 2) / (2 * q1 * q1 * q2 * q2 * s)
            return top(q1) * cut(g, MW, m - q1, MT)
        pts = sorted({x for x in (MT - 40, MT - 5, MT, MT + 5, m - MT - 5, m - MT, m - MT + 5, MT + 40)
                      if MW < x < m - MW} | {MW, m - MW})
        total = sum(quad(inner, a, b, epsabs=0, epsrel=1e-9, limit=200)[0] for a, b in zip(pts, pts[1:]))
        _tree[m] = 3 * GF * m * MT ** 2 / (4 * math.sqrt(2) * PI) * total
    return _tree[m]


def odd_open(m):
    alpha, b, mt = C.alphas(m), math.sqrt(1 - 4 * MT ** 2 / m ** 2), mt_run(m)
    d, d2 = C.dQCD(m, mt, odd=True)
    r = share(2 * MT, m)
    far = (mt / MT) ** 2 * math.sqrt(1 - 4 * mt ** 2 / m ** 2) * (d + d2)
    return 3 * GF * m * MT ** 2 / (4 * math.sqrt(2) * PI) * (r * b * massive_odd(alpha, b) + (1 - r) * far)


def odd_top(m):
    lo, hi = 2 * MT - 8, 2 * MT + 8
    if m <= lo:
        return odd_tree(m)
    if m >= hi:
        return odd_open(m)
    a, b, h = math.log(odd_tree(lo)), math.log(odd_open(hi)), 0.01
    sa, sb = (a - math.log(odd_tree(lo - h))) / h * 16, (math.log(odd_open(hi + h)) - b) / h * 16
    t = (m - lo) / 16
    return math.exp((1 - t) ** 2 * ((1 + 2 * t) * a + t * sa) + t * t * ((3 - 2 * t) * b - (1 - t) * sb))


old = C.all_widths


def all_widths(p, co, tri, sm=SM):
    out = old(p, co, tri, sm)
    mh, ma, mc = [C.MH1, p["mH1"], p["mH2"]], [p["mA1"], p["mA2"]], [p["mC1"], p["mC2"]]
    for j in range(3):
        w = out["h%d" % (j + 1)]
        for a in range(2):
            w["ZA%d" % (a + 1)] = scalar_vector(mh[j], ma[a], "Z", co["hA"][j, a])
            w["WH%d" % (a + 1)] = 2 * scalar_vector(mh[j], mc[a], "W", co["Hh"][a, j])
    for k in range(2):
        w = out["A%d" % (k + 1)]
        w["tt"] = co["bU"][k] ** 2 * odd_top(ma[k])
        for j in range(3):
            w["Zh%d" % (j + 1)] = scalar_vector(ma[k], mh[j], "Z", co["hA"][j, k])
        for a in range(2):
            w["WH%d" % (a + 1)] = 2 * scalar_vector(ma[k], mc[a], "W", co["HA"][a, k])
        w = out["H%dp" % (k + 1)]
        x, y = co["X"][k], co["Y"][k]
        ms, mb = C.mbar("s", mc[k]), C.mbar("b", mc[k])
        for channel, quark, run, v in (("tb", MB, mb, C.CKM[2, 2]), ("ts", ms, ms, C.CKM[2, 1])):
            t = charged(mc[k], quark, run)
            w[channel] = v * v * (y * y * t[0] + x * x * t[1] + x * y * t[2])
        for j in range(3):
            w["Wh%d" % (j + 1)] = scalar_vector(mc[k], mh[j], "W", co["Hh"][k, j])
        for a in range(2):
            w["WA%d" % (a + 1)] = scalar_vector(mc[k], ma[a], "W", co["HA"][k, a])
    return out


C.all_widths = all_widths

NAMES = ["alpha1", "alpha2", "alpha3", "gamma1", "gamma2", "tanb1", "tanb2", "mH1", "mH2", "mA1", "mA2", "mC1", "mC2",
         "m12sq", "m13sq", "m23sq"]
STATES = dict(h1="h1", h2="h2", h3="h3", A1="A1", A2="A2", H1p="C1", H2p="C2")


def renamed(state, channel):
    """channels of the file from those of the reference"""
    return {"WH1": "WC1", "WH2": "WC2", "H1pH1m": "C1C1", "H2pH2m": "C2C2", "H1H2": "C1C2"}.get(
        channel, channel.replace("H1", "C1").replace("H2", "C2") if state[0] == "H" else channel)


def main(folder):
    for name in ("reference_points.jsonl.gz", "more_points.jsonl.gz"):
        path = os.path.join(folder, name)
        lines = gzip.open(path, "rt", encoding="utf-8").read().splitlines()
        out = []
        for line in lines:
            point = json.loads(line)
            p = dict(zip(NAMES, point["theta"]))
            e = C.evaluate(p)
            widths = all_widths(p, e["co"], e["tri"])
            for theirs, ours in STATES.items():
                before = point["widths"][ours]
                after = {renamed(theirs, c): x for c, x in widths[theirs].items()}
                assert set(before) == set(after), (ours, set(before) ^ set(after))
                point["widths"][ours] = {c: float(after[c]) for c in before}
                point["width"][ours] = float(sum(max(0.0, x) for x in after.values()))
            selected, _ = HB.evaluate(p)
            for theirs, ours in STATES.items():
                best = selected[theirs]
                point["hblite"][ours] = hblite(best)
            out.append(json.dumps(point, separators=(",", ":")))
            print(name, point["id"], flush=True)
        with open(path, "wb") as file, gzip.GzipFile(fileobj=file, mode="wb", mtime=0) as z:
            z.write(("\n".join(out) + "\n").encode("utf-8"))


def hblite(best):
    """in the layout of the file"""
    return [float(best[0]), float(best[1]), best[2]] if best else None


if __name__ == "__main__":
    main(sys.argv[2])
