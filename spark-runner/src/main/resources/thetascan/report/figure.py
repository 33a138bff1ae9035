# Made by ThetaScan: __COMMAND__
"""Draws the points of a CSV file beside it: python3 __NAME__.py [FILE.pdf|svg|png ...]. Needs matplotlib and nothing else."""

import csv
import sys
from math import ceil, floor, isfinite, log10
from pathlib import Path
from random import Random

import matplotlib

matplotlib.use("Agg")

import matplotlib.pyplot as plt  # noqa: E402

HERE = Path(__file__).resolve()

# What is drawn: change it at will.
FIGURE = __FIGURE__

STYLE = {
    "figure.figsize": (3.4, 2.75),  # inches: one column of a journal
    "font.family": "STIXGeneral",
    "mathtext.fontset": "stix",
    "font.size": 9,
    "axes.linewidth": 0.6,
    "xtick.direction": "in",
    "ytick.direction": "in",
    "xtick.top": True,
    "ytick.right": True,
    "xtick.minor.visible": True,
    "ytick.minor.visible": True,
    "legend.fontsize": 7,
    "legend.frameon": True,
    "legend.framealpha": 0.9,
    "legend.edgecolor": "none",
    "svg.hashsalt": "thetascan",  # the same figure, the same file
    "savefig.dpi": 400,
    "savefig.bbox": "tight",
    "savefig.pad_inches": 0.02,
}

# People with impaired colour vision can tell these apart: M. Okabe and K. Ito, Color Universal Design (2008).
COLOURS = ["#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442"]
OTHERS = "#999999"
BAND = "#56B4E9"
LINES = ["-", "--", "-.", ":"]


def read():
    """Columns of the points as lists; a value that is absent is NaN."""
    with open(HERE.with_suffix(".csv"), encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    columns = dict(zip(rows[0], zip(*rows[1:]))) if len(rows) > 1 else {name: () for name in rows[0]}
    return [
        [float(value) if value else float("nan") for value in columns[axis["column"]]]
        for axis in (FIGURE["x"], FIGURE["y"], FIGURE["colour"])
        if axis
    ]


def points(ax, x, y, colour):
    """One dot a point, in an order that favours nobody."""
    order = list(range(len(x)))
    Random(1).shuffle(order)
    size = 9 if len(x) < 1000 else 4 if len(x) < 10000 else 1.5
    style = {"s": size, "linewidths": 0, "rasterized": True, "zorder": 2}
    about = FIGURE["colour"]
    if not about:
        ax.scatter([x[i] for i in order], [y[i] for i in order], color=COLOURS[0], **style)
    elif about["categories"]:
        of = {code: k for k, (code, _) in enumerate(about["categories"])}
        drawn = [COLOURS[of[colour[i]]] if colour[i] in of else OTHERS for i in order]
        ax.scatter([x[i] for i in order], [y[i] for i in order], c=drawn, **style)
        names = [(COLOURS[k], name) for k, (_, name) in enumerate(about["categories"])]
        if OTHERS in drawn:
            names.append((OTHERS, about["others"]))
        for each, name in names:
            ax.scatter([], [], s=12, linewidths=0, color=each, label=name)
    else:
        scaled = [i for i in order if isfinite(colour[i]) and (about["scale"] == "linear" or colour[i] > 0)]
        norm = matplotlib.colors.LogNorm() if about["scale"] == "log" else None
        drawn = ax.scatter(
            [x[i] for i in scaled], [y[i] for i in scaled], c=[colour[i] for i in scaled], cmap="cividis", norm=norm, **style
        )
        bar = ax.figure.colorbar(drawn, ax=ax, label=about["label"], pad=0.02)
        bar.solids.set_rasterized(True)
        bar.outline.set_linewidth(0.6)


def scaled(ax, axis, values):
    """Sets label, scale and range of an axis; the range is that of the points and a little more."""
    along = getattr(ax, axis + "axis")
    about = FIGURE[axis]
    kind = {"linthresh": about["linear_below"]} if about["scale"] == "symlog" else {}
    getattr(ax, f"set_{axis}scale")(about["scale"], **kind)
    getattr(ax, f"set_{axis}label")(about["label"])
    if not values:
        return
    lower, upper = min(values), max(values)
    if about["scale"] == "log":
        margin = max(log10(upper / lower), 0.1) * 0.05
        lower, upper = lower / 10**margin, upper * 10**margin
    elif about["scale"] == "linear":
        margin = ((upper - lower) or abs(upper) or 1) * 0.05
        lower, upper = lower - margin, upper + margin
        along.set_major_locator(matplotlib.ticker.MaxNLocator(5, steps=[1, 2, 2.5, 5, 10]))
    else:
        lower, upper = lower * (2 if lower < 0 else 0.5), upper * (2 if upper > 0 else 0.5)
        last, first = floor(log10(max(-lower, upper))), ceil(log10(about["linear_below"]))
        decades = [10.0**k for k in range(last, first, -max(1, ceil((last - first) / 3)))]
        along.set_major_locator(matplotlib.ticker.FixedLocator([*(-d for d in decades), 0, *decades]))
        along.set_minor_locator(matplotlib.ticker.NullLocator())
    getattr(ax, f"set_{axis}lim")(lower, upper)


def bands(ax):
    """Where a constraint allows the quantity of an axis; ends that lie near the points widen the picture."""
    names = {}
    for band in FIGURE["bands"]:
        axis = band["axis"]
        lower, upper = getattr(ax, f"get_{axis}lim")()
        near = 0.3 * (upper - lower) if FIGURE[axis]["scale"] == "linear" else 0
        ends = [end for end in (band["lower"], band["upper"]) if end is not None and lower - near < end < upper + near]
        if not ends:
            continue
        if near:
            room = 0.15 * near
            getattr(ax, f"set_{axis}lim")(min([lower, *(end - room for end in ends)]), max([upper, *(end + room for end in ends)]))
            lower, upper = getattr(ax, f"get_{axis}lim")()
        span = ax.axvspan if axis == "x" else ax.axhspan
        line = ax.axvline if axis == "x" else ax.axhline
        start = lower if band["lower"] is None else max(lower, band["lower"])
        stop = upper if band["upper"] is None else min(upper, band["upper"])
        label = None if band["name"] in names else band["label"]
        names[band["name"]] = True
        span(start, stop, color=BAND, alpha=0.15, linewidth=0, zorder=0, label=label)
        for end in ends:
            line(end, color=BAND, linewidth=0.8, linestyle="--", zorder=1)


def curves(ax):
    """Upper limits that depend on the other axis."""
    for k, curve in enumerate(FIGURE["curves"]):
        style = {"color": "black", "linewidth": 0.9, "linestyle": LINES[k % len(LINES)], "zorder": 3, "label": curve["label"]}
        ax.plot(curve["x"], curve["y"], **style)


def figure():
    plt.rcParams.update(STYLE)
    values = read()
    x, y, colour = values if len(values) == 3 else (*values, None)
    drawn = [
        i
        for i in range(len(x))
        if all(isfinite(v[i]) and (v[i] > 0 or FIGURE[a]["scale"] != "log") for a, v in (("x", x), ("y", y)))
    ]
    x, y = [x[i] for i in drawn], [y[i] for i in drawn]
    colour = colour and [colour[i] for i in drawn]
    fig, ax = plt.subplots(layout="constrained")
    scaled(ax, "x", x)
    scaled(ax, "y", y)
    bands(ax)
    ax.set_autoscale_on(False)
    points(ax, x, y, colour)
    curves(ax)
    if ax.get_legend_handles_labels()[0]:
        title = FIGURE["colour"]["label"] if FIGURE["colour"] and FIGURE["colour"]["categories"] else None
        ax.legend(title=title, title_fontsize=7, handletextpad=0.4, borderpad=0.3, labelspacing=0.3).set_zorder(4)
    return fig


if __name__ == "__main__":
    made = figure()
    no_date = {"pdf": {"CreationDate": None}, "svg": {"Date": None}}
    for name in sys.argv[1:] or [HERE.with_suffix(".pdf")]:
        made.savefig(name, metadata=no_date.get(Path(name).suffix.lstrip(".").lower()))
