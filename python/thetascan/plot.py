"""Draws catalogues with matplotlib. The density of the points has no meaning: points, cells and limits are drawn, no histograms."""

import difflib

import matplotlib.pyplot as plt
import numpy as np

#: Colours that people with impaired colour vision can tell apart: Okabe and Ito, Color Universal Design (2008).
COLOURS = ["#0072B2", "#E69F00", "#009E73", "#D55E00", "#56B4E9", "#CC79A7", "#F0E442", "#000000"]


def _column(points, name):
    """A column by its name in the frame, or by that in the model."""
    for each in (name, f"in_{name}", f"obs_{name}"):
        if each in points:
            return each
    near = difflib.get_close_matches(str(name), [str(each) for each in points], n=1)
    raise KeyError(f"there is no column {name!r}" + (f"; did you mean {near[0]!r}?" if near else ""))


def label(points, name):
    """Label of an axis, in LaTeX with its unit."""
    column = points.attrs.get("columns", {}).get(name)
    if column is None:
        return name
    unit = "" if column["unit"] == "1" else f" [{column['unit']}]"
    return f"${column['latex']}${unit}"


def _axes(points, x, y, ax):
    ax = ax or plt.gca()
    ax.set_xlabel(label(points, x))
    ax.set_ylabel(label(points, y))
    return ax


def scatter(points, x, y, colour=None, ax=None, size=4):
    """One dot a point; coloured by a column: few whole numbers and text by colours apart, numbers by a scale."""
    x, y = _column(points, x), _column(points, y)
    colour = None if colour is None else _column(points, colour)
    ax = _axes(points, x, y, ax)
    if colour is None:
        ax.scatter(points[x], points[y], s=size, linewidths=0, color=COLOURS[0], alpha=0.5, rasterized=True)
        return ax
    values = points[colour]
    legend = points.attrs.get("columns", {}).get(colour, {}).get("legend")
    if (legend or values.dtype.kind not in "fc") and values.nunique() <= len(COLOURS):
        for i, value in enumerate(sorted(values.dropna().unique())):
            chosen = points[values == value]
            name = legend[int(value)] if legend and int(value) < len(legend) else f"{value}"
            ax.scatter(chosen[x], chosen[y], s=size, linewidths=0, color=COLOURS[i], label=name, rasterized=True)
        ax.legend(title=label(points, colour), markerscale=3)
        return ax
    drawn = ax.scatter(points[x], points[y], c=values.astype(float), s=size, linewidths=0, cmap="cividis", rasterized=True)
    ax.figure.colorbar(drawn, ax=ax, label=label(points, colour))
    return ax


def cells(points, x, y, bins=60, ax=None, colour=COLOURS[4]):
    """The cells in which there is a point: what is known to be allowed, however often it was visited."""
    x, y = _column(points, x), _column(points, y)
    ax = _axes(points, x, y, ax)
    finite = points[[x, y]].astype(float).replace([np.inf, -np.inf], np.nan).dropna()
    counts, xs, ys = np.histogram2d(finite[x], finite[y], bins=bins)
    filled = np.ma.masked_equal((counts > 0).T.astype(float), 0)
    ax.pcolormesh(xs, ys, filled, cmap=plt.matplotlib.colors.ListedColormap([colour]), linewidth=0, rasterized=True)
    return ax


def limit(points, constraint, ax=None, **style):
    """Draws a bound of the catalogue: a limit curve over what it runs along, or the ends of an interval as lines."""
    ax = ax or plt.gca()
    constraints = {each["name"]: each for each in points.attrs["manifest"]["constraints"]}
    if constraint not in constraints:
        raise KeyError(f"{points.attrs['path']} has no constraint {constraint}")
    numbers = constraints[constraint].get("numbers", {})
    style = {"color": "black", "linewidth": 1, "label": constraint, **style}
    if "curve" in numbers:
        ax.plot(*zip(*numbers["curve"]), **style)
        return ax
    for interval in numbers.get("alternatives", [numbers]):
        for end in ("lower", "upper"):
            if end in interval:
                ax.axhline(interval[end], **style)
                style["label"] = None
    return ax
