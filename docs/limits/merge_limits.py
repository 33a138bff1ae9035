#!/usr/bin/env python3
"""Merges two conversions of the HiggsBounds-5.10.1 tables into the limit files that ThetaScan ships.

    merge_limits.py OUT

OUT  the folder to write: one file per limit in the HBDataset layout, and index.json. With
     constraints/src/main/resources/thetascan/limits nothing changes; a test makes sure of that.

The two conversions are the files beside this one (README.md says where they come from):
digest.json.xz  {"source", "limits": [...]}: 42 limits with a rate formula each; its numbers and rules decide
hbjson.tar.xz   48 files in the HBDataset layout: limits the digest lacks, and masses beyond the digest's last one

Numbers are carried as decimals, so units change without a change of digits. Every deviation from the layout sits in
the key "extension" (docs/limits.md). Needs Python 3.8 and nothing else.
"""
import json
import lzma
import sys
import tarfile
from decimal import Context, Decimal
from pathlib import Path

LICENSE = "GPL-3.0-or-later"
H = ["ggH", "bbH"]
Z_TO_LEPTONS = Decimal("0.06729")      # BR(Z->ee) + BR(Z->mumu) = 3.363e-2 + 3.366e-2 in HiggsBounds-5
WW_SM_125 = Decimal("0.214")           # BR(h->WW) of the Standard Model at 125 GeV, YR4
SINGLE = {"combine": "single"}


def to_125(window=10):
    return {"combine": "window", "window": window}


def observed_higgs(**more):
    return {"combine": "observedHiggs", "window": 5, **more}


def channels(productions, decay):
    return {"channels": [[p, decay] for p in productions]}


def chain(productions, decay):
    return {"chain": "Z", "production": productions, "decay": [decay]}


def pair(productions, first, second):
    return {"production": productions, "firstDecay": [first], "secondDecay": [second]}


ALL_8 = H + ["vbfH", "HW", "qqHZ", "ggHZ", "Htt"]
NO_TTH = H + ["vbfH", "HW", "qqHZ", "ggHZ"]

# How each limit of the digest reads in the layout: limit class, process, what the layout cannot say, changes of the file.
# "times" multiplies the published numbers where the layout counts a rate differently.
RULES = {
    "2016_CMS_170332": ("ChannelLimit", channels(H, "WW"), SINGLE, {}),
    "ATLAS_23801": ("ChannelLimit", {"channels": [[p, d] for d in ("WW", "ZZ") for p in H]}, SINGLE, {}),
    "ATLAS_063861": ("ChannelLimit", channels(H, "ZZ"), SINGLE, {}),
    "ATLAS_2025": ("PairDecayLimit", pair(H, "any", "any"), observed_higgs(smLikeDecays=Decimal("0.1")), {}),
    "CMS_17030": ("PairDecayLimit", pair(H, "any", "any"), observed_higgs(smLikeDecays=Decimal("0.1")), {}),
    "ATLAS_2020043": ("ChainDecayLimit", chain(["ggH"], "bb"), to_125(), {}),
    "ATLAS_1712065181": ("ChainDecayLimit", chain(["ggH"], "bb"), to_125(), {}),
    "ATLAS_1712065182": ("ChainDecayLimit", chain(["bbH"], "bb"), to_125(), {}),
    "CMS_180051": ("ChainDecayLimit", chain(["ggH"], "bb"), to_125(), {}),
    "CMS_180052": ("ChainDecayLimit", chain(["bbH"], "bb"), to_125(), {}),
    "CMS_17002": ("PairDecayLimit", pair(H, "tautau", "bb"), to_125(),
                  {"times": 2, "note": "values doubled: HiggsBounds-5 compares sigma*BR(hh)*BR(tautau)*BR(bb) without "
                                       "the factor 2 of two different decays, the layout counts it"}),
    "ATLAS_23802": ("ChannelLimit", {"channels": [["vbfH", "WW"], ["vbfH", "ZZ"]]}, SINGLE, {}),
    "ATLAS_110281": ("PairDecayLimit", pair(H, "WW", "WW"), observed_higgs(),
                     {"times": 2 * WW_SM_125 * WW_SM_125,
                      "note": "values times 2*0.214^2: HiggsBounds-5 compares 0.5*sigma*BR(hh)*(BR(WW)/BR_SM(WW))^2"}),
    "ATLAS_044781": ("ChainDecayLimit", chain(["ggH"], "tautau"), to_125(), {}),
    "CMS_011812": ("ChainDecayLimit", chain(H, "tautau"), to_125(),
                   {"acceptance": Z_TO_LEPTONS, "note": "the rate includes BR(Z->ee,mumu), given as acceptance"}),
    "ATLAS_6583": ("ChannelLimit", channels(ALL_8, "gamgam"), SINGLE,
                   {"acceptance": Decimal("0.56"), "note": "signal efficiency 0.56 as in HiggsBounds-5"}),
    "ATLAS_2018025": ("ChannelLimit", channels(NO_TTH, "gamgam"), SINGLE,
                      {"exponential": {"ggH": (".574", "-2.051"), "bbH": (".574", "-2.051"), "vbfH": (".663", "-1.054"),
                                       "HW": (".547", "-1.223"), "qqHZ": (".547", "-1.223"), "ggHZ": (".547", "-1.223")},
                       "slope": {".574": "-.0311", ".663": "-.0182", ".547": "-.0222"},
                       "note": "fiducial limit, acceptances of HiggsBounds-5; ttH (about 1 % of the rate) is left out"}),
    "CMS_1810118221": ("ChannelLimit", channels(["ggH"], "bb"), SINGLE, {"cp": "even"}),
    "CMS_1810118222": ("ChannelLimit", channels(["ggH"], "bb"), SINGLE, {"cp": "odd"}),
    "CMS_12191": ("ChannelLimit", channels(["bbH"], "bb"), SINGLE, {}),
    "ATLAS_2020039": ("ChannelLimit", channels(["Hpmtb"], "tb"), SINGLE, {}),
    "CMS_18015": ("ChannelLimit", channels(["Hpmtb"], "tb"), SINGLE, {}),
    "ATLAS_79151": ("ChannelLimit", channels(["Hpmtb"], "taunu"), SINGLE, {}),
    "CMS_18014": ("ChannelLimit", channels(["Hpmtb"], "taunu"), SINGLE, {}),
    "ATLAS_79152": ("ChannelLimit", channels(["brtHpb"], "taunu"), SINGLE, {}),
    "CMS_18021": ("ChannelLimit", channels(["brtHpb"], "cs"), SINGLE, {"note": "published in percent"}),
    "CMS_16030": ("ChannelLimit", channels(["brtHpb"], "cb"), SINGLE, {}),
    "ATLAS_20160342": ("ChainDecayLimit", chain(["ggH"], "bb"), {**SINGLE, "minimumMassGap": Decimal("91.2")}, {}),
    "ATLAS_20160341": ("ChainDecayLimit", chain(["bbH"], "bb"), {**SINGLE, "minimumMassGap": Decimal("91.2")}, {}),
    "CMS_18012": ("ChainDecayLimit", chain(H, "bb"), {**SINGLE, "minimumMassGap": Decimal("91.2")},
                  {"acceptance": Z_TO_LEPTONS, "note": "the rate includes BR(Z->ee,mumu), given as acceptance"}),
    "CMS_16032": ("PairDecayLimit", pair(H, "gamgam", "bb"), SINGLE,
                  {"times": 2, "note": "values doubled: HiggsBounds-5 does not count the factor 2 of two different decays"}),
    "CMS_06896": ("PairDecayLimit", pair(H, "gamgam", "bb"), SINGLE,
                  {"times": 2, "note": "values doubled: HiggsBounds-5 does not count the factor 2 of two different decays"}),
    "ATLAS_200105178": ("PairDecayLimit", pair(["vbfH"], "bb", "bb"), SINGLE, {}),
    "ATLAS_4147": ("ChannelWidthLimit", channels(ALL_8, "gamgam"), {**SINGLE, "clampWidth": "both"},
                   {"grid_acceptance": {"massDepAcceptance": [Decimal("0.54"), Decimal("0.63")], "massGrid": [200, 800]},
                    "every": 2, "note": "fiducial limit; acceptance 0.54 (200 GeV) to 0.63 (800 GeV and above) as in "
                                        "HiggsBounds-5; every 2 GeV of a 0.5 GeV grid"}),
    "CMS_170121": ("ChannelWidthLimit", channels(H, "ZZ"), {**SINGLE, "clampWidth": "both"}, {}),
    "ATLAS_06386": ("ChannelWidthLimit", channels(H, "ZZ"), {**SINGLE, "clampWidth": "both"}, {}),
    "CMS_170271": ("TopCouplingWidthLimit", channels(["ggH"], "tt"), {**SINGLE, "clampWidth": "both"},
                   {"cp": "odd", "note": "limit on g(phi tt) = sqrt(sigma(tt phi)/sigma_SM(ttH)), which a CP-odd scalar "
                                         "does not have in effective-coupling input: it never applies"}),
    "CMS_170272": ("TopCouplingWidthLimit", channels(["ggH"], "tt"), {**SINGLE, "clampWidth": "both"},
                   {"cp": "even", "note": "limit on g(phi tt) = sqrt(sigma(tt phi)/sigma_SM(ttH))"}),
    "ATLAS_180406174": ("PairDecayLimit", pair(H, "bb", "bb"), SINGLE, {}),
    "CMS_17020_llh": ("MixtureLimit", None, {"combine": "neighbours", "massTolerance": 10}, {}),
    "ATLAS_200212223_llh": ("MixtureLimit", None, {"combine": "neighbours", "massTolerance": 10}, {}),
    "CMS_14029_llh": ("MixtureLimit", None, {"combine": "neighbours", "massTolerance": 10}, {}),
}

# What the digest does not say of the limits that it alone has: id, reference, citeKey, collider, luminosity [1/fb].
ONLY_IN_DIGEST = {
    "CMS_17002": (17002, "arXiv:1707.02909", "Sirunyan:2017djm", "LHC13", "35.9"),
    "ATLAS_110281": (110281, "arXiv:1811.11028", "Aaboud:2018ksn", "LHC13", "36.1"),
    "ATLAS_044781": (44781, "arXiv:1502.04478", "Aad:2015wra", "LHC8", "20.3"),
    "CMS_011812": (11812, "arXiv:1510.01181", "Khachatryan:2015tha", "LHC8", "19.7"),
    "ATLAS_6583": (6583, "arXiv:1407.6583", "Aad:2014ioa", "LHC8", "20.3"),
    "CMS_16030": (16030, "arXiv:1808.06575", "Sirunyan:2018dvm", "LHC8", "19.7"),
    "CMS_16032": (16032, "CMS-PAS-HIG-16-032", "CMS:2016vpz", "LHC13", "2.7"),
    "CMS_06896": (6896, "arXiv:1603.06896", "Khachatryan:2016sey", "LHC8", "19.7"),
    "ATLAS_200105178": (200105178, "arXiv:2001.05178", "Aad:2020kub", "LHC13", "126"),
    "ATLAS_180406174": (180406174, "arXiv:1804.06174", "Aaboud:2018knk", "LHC13", "36.1"),
    "CMS_17020_llh": (17020, "arXiv:1803.06553", "Sirunyan:2018zut", "LHC13", "35.9"),
    "ATLAS_200212223_llh": (200212223, "arXiv:2002.12223", "Aad:2020zxo", "LHC13", "139"),
    "CMS_14029_llh": (14029, "CMS-PAS-HIG-14-029", "CMS:2015mca", "LHC8", "19.7"),
}

TEN_DIGITS = Context(prec=10)
UNIT = {"pb": Decimal(1), "fb": Decimal("0.001"), "1": Decimal(1), "percent": Decimal("0.01")}


def plain(x):
    """A decimal without trailing zeros or exponent noise, as a JSON number."""
    if x is None:
        return "null"
    number = Decimal(x)
    if len(number.as_tuple().digits) > 12:                 # interpolated or derived: the digits beyond are noise
        number = TEN_DIGITS.create_decimal(number)
    number = number.normalize()
    return format(number, "f") if -7 <= number.adjusted() <= 15 else str(number).replace("E+", "E")


def write(value, file, indent=0):
    """JSON with every list of numbers on lines of its own."""
    pad = "  " * indent
    if isinstance(value, dict):
        file.write("{\n")
        for k, (key, v) in enumerate(value.items()):
            file.write(pad + "  " + json.dumps(key) + ": ")
            write(v, file, indent + 1)
            file.write(",\n" if k < len(value) - 1 else "\n")
        file.write(pad + "}")
    elif isinstance(value, list):
        if all(isinstance(v, (int, Decimal, type(None))) for v in value) and len(value) > 12:
            rows = [", ".join(plain(v) for v in value[i:i + 12]) for i in range(0, len(value), 12)]
            file.write("[\n" + ",\n".join(pad + "  " + row for row in rows) + "\n" + pad + "]")
        else:
            file.write("[")
            for k, v in enumerate(value):
                write(v, file, indent + 1)
                file.write(", " if k < len(value) - 1 else "")
            file.write("]")
    elif isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        file.write(plain(value))
    else:
        file.write(json.dumps(value))


def flat(rows):
    return [x for row in rows for x in row]


def grid_masses(data):
    grid = data["analysis"]["grid"]
    return grid.get("mass", grid.get("massMother"))


def header(name, experiment, meta, source, limit_class, process):
    number, reference, cite_key, collider, luminosity = meta
    return {"id": number, "reference": reference, "citeKey": cite_key, "source": source, "license": LICENSE,
            "collider": collider, "experiment": experiment, "luminosity": Decimal(luminosity), "limitClass": limit_class,
            "process": process}


def from_digest(entry, twin, digest_source):
    name = entry["id"]
    limit_class, process, extension, change = RULES[name]
    if twin is not None:
        meta = (twin["id"], twin["reference"], twin["citeKey"], twin["collider"], twin["luminosity"])
        if name == "ATLAS_20160341":                       # 26.1 is a typing error of the source, its twin has 36.1
            meta = meta[:4] + (Decimal("36.1"),)
        source, experiment = twin["source"], twin["experiment"]
    else:
        meta = ONLY_IN_DIGEST[name]
        source, experiment = digest_source, name.split("_")[0]
    if limit_class == "MixtureLimit":
        process = [channels(["ggH"], "tautau"), channels(["bbH"], "tautau")]
    out = header(name, experiment, meta, source, limit_class, process)
    if "cp" in change:
        out["constraints"] = [{"CPValue": change["cp"]}]
    out["analysis"] = analysis(entry, twin, limit_class, process, change)
    out["extension"] = extension
    notes = [n for n in (change.get("note"), entry["note"] if "derived" in entry["note"] else None) if n]
    if notes:
        out["note"] = "; ".join(n.replace("derived here", "derived, not published") for n in notes)
    return out


def analysis(entry, twin, limit_class, process, change):
    factor = UNIT[entry["unit"]] * change.get("times", 1)
    masses = list(entry["mass"])
    other = entry.get("x")
    observed, expected = ([[v] for v in entry[k]] if other is None else entry[k] for k in ("obs", "exp"))
    scaled = lambda rows: [[None if v is None else v * factor for v in row] for row in rows]
    observed, expected = scaled(observed), scaled(expected)
    if twin is not None:
        more = beyond(twin, masses[-1], change.get("every"), len(other) if other else 1)
        masses += more[0]
        observed += more[1]
        expected += more[2]
    result = {}
    none, relative = {"absolute": 0, "relative": 0}, {"absolute": 0, "relative": Decimal("0.2")}
    if limit_class == "ChainDecayLimit":
        result["massResolution"] = {"mother": none, "daughter": none}
        grid = {"massMother": masses, "massDaughter": other if other else [125]}
    elif limit_class == "PairDecayLimit":
        result["massResolution"] = {"mother": none, "firstDaughter": none, "secondDaughter": none}
        result["equalDaughterMasses"] = True
        grid = {"massMother": masses, "massFirstDaughter": other if other else [125]}
    elif limit_class == "MixtureLimit":
        result["massResolution"] = relative
        grid = {"mass": masses, "fraction": other}
    else:
        result["massResolution"] = none
        grid = {"mass": masses}
        if other is not None:
            percent = "[%]" in entry["axis1"]
            result["relativeWidth"] = "Gamma/M" in entry["axis1"]
            grid["width"] = [w / 100 if percent else w for w in other]
    result.update(acceptances(process, change))
    result["grid"] = grid
    result["limit"] = {"observed": flat(observed), "expected": flat(expected)}
    return result


def acceptances(process, change):
    if "exponential" in change:
        masses = list(range(65, 111, 5))
        one = []
        for production, _ in process["channels"]:
            a, b = change["exponential"][production]
            c = change["slope"][a]
            a, b, c = Decimal("0" + a), Decimal(b), Decimal(c.replace("-.", "-0."))
            table = [round(a + b * (c * m).exp(), 6) for m in masses]
            one.append({"massDepAcceptance": table, "massGrid": masses, "exponential": [a, b, c]})
        return {"acceptances": one}
    if "grid_acceptance" in change:
        return {"acceptances": [change["grid_acceptance"] for _ in process["channels"]]}
    if "acceptance" in change:
        one = {"constantAcceptance": change["acceptance"]}
        if "chain" in process:
            return {"productionAcceptances": [one for _ in process["production"]]}
        return {"acceptances": [one for _ in process["channels"]]}
    return {}


def beyond(twin, last, every, columns):
    """Masses, observed and expected rows of the twin above the last mass of the digest."""
    masses = grid_masses(twin)
    rows = {k: twin["analysis"]["limit"][k] for k in ("observed", "expected")}
    keep = [i for i, m in enumerate(masses) if m > last and (every is None or (m - masses[0]) % every == 0)]
    row = lambda k, i: rows[k][i * columns:(i + 1) * columns]
    return [masses[i] for i in keep], [row("observed", i) for i in keep], [row("expected", i) for i in keep]


def from_hbjson(data):
    """A file of the layout with its irregularities made regular."""
    out = {"id": data["id"], "reference": data["reference"], "citeKey": data["citeKey"], "source": data["source"],
           "license": LICENSE, "collider": data["collider"], "experiment": data["experiment"],
           "luminosity": data["luminosity"], "limitClass": data["limitClass"], "process": data["process"]}
    notes = [data["note"]] if data.get("note") else []
    constraints = data.get("constraints", [])
    normalization = data.get("normalization")
    modes = [c[0] for c in data["process"]["channels"]]
    if data["collider"] == "LEP":
        normalization = {"reference": "SMHiggs", "process": channels(["eeHZ"], "none")}
    if data["id"] in (5105, 59372):
        production_only = channels(modes, "none")          # the Standard Model has no h -> invisible to normalise to
        normalization = {"reference": "SMHiggs", "process": production_only}
        constraints = [{"modelLike": "SMHiggs", "process": production_only}]
        notes = ["a limit on BR(h -> invisible): normalised to the Standard Model's production alone"]
    if data["id"] in (1908064631, 1908064632):
        constraints = constraints + [{"forbiddenDecays": ["WW", "ZZ"], "below": Decimal("1E-6")}]
        out["process"] = channels([m for m in modes if m != "HtW"], "tt")
        notes = ["as in HiggsBounds-5: only if BR(WW)+BR(ZZ) < 1e-6, and without tWH"]
    if constraints:
        out["constraints"] = constraints
    if normalization:
        out["normalization"] = normalization
    out["analysis"] = data["analysis"]
    if data["limitClass"] == "ChannelWidthLimit":
        out["extension"] = {"clampWidth": "upper"}
    if notes:
        out["note"] = "; ".join(n for n in notes)
    return out


def inputs():
    here = Path(__file__).parent
    parse = lambda data: json.loads(data.decode("utf-8"), parse_float=Decimal)
    digest = parse(lzma.decompress((here / "digest.json.xz").read_bytes()))
    with tarfile.open(here / "hbjson.tar.xz") as tar:
        files = {member.name: parse(tar.extractfile(member).read()) for member in tar}
    catalogue = [entry["file"] for entry in files["catalog.json"]]
    return digest, catalogue, {name: files[name] for name in catalogue}


def main(out_folder):
    digest, catalogue, files = inputs()
    number = {data["id"]: name for name, data in files.items()}
    merged, used = [], set()
    for entry in digest["limits"]:
        twin = None
        if entry["id"] not in ONLY_IN_DIGEST:
            twin_name = number[int(entry["id"].split("_")[-1])]
            used.add(twin_name)
            twin = files[twin_name]
        merged.append(from_digest(entry, twin, digest["source"].split(";")[0]))
    merged += [from_hbjson(files[name]) for name in catalogue if name not in used]
    out = Path(out_folder)
    out.mkdir(parents=True, exist_ok=True)
    names = []
    for data in merged:
        name = "%s_%s.json" % (data["experiment"], data["id"])
        assert name not in names, name
        names.append(name)
        with open(out / name, "w", encoding="utf-8", newline="\n") as file:
            write(data, file)
            file.write("\n")
    index = {"name": "HiggsBounds-5-era subset", "license": LICENSE,
             "source": "Published limits as collected in HiggsBounds-5.10.1 (arXiv:0811.4169, 1102.1898, 1301.2345, "
                       "1311.0055, 1507.06706, 2006.06007), GPL-3.0; merged by merge_limits.py",
             "limits": names}
    with open(out / "index.json", "w", encoding="utf-8", newline="\n") as file:
        json.dump(index, file, indent=2)
        file.write("\n")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(*sys.argv[1:])
