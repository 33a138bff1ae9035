"""The script that `thetascan plot` writes draws what its CSV file holds."""

import os
import subprocess
import sys
from pathlib import Path

import matplotlib
import pytest
from matplotlib.mathtext import MathTextParser

import thetascan
from thetascan import plot

TEMPLATE = Path(__file__).parents[2] / "spark-runner/src/main/resources/thetascan/report/figure.py"
FOLDER = os.environ.get("THETASCAN_CATALOGUES")
NEW = sorted(Path(FOLDER).iterdir()) if FOLDER else []

FIGURE = {
    "x": {"column": "m", "label": "$m$ [GeV]", "scale": "log"},
    "y": {"column": "s", "label": r"$\sigma$ [pb]", "scale": "log"},
    "colour": {"column": "c", "label": "$c$", "scale": "linear", "categories": [[0, "left"], [1, "right"]], "others": "none"},
    "bands": [{"axis": "x", "lower": 2, "upper": None, "name": "b", "label": "b allowed"}],
    "curves": [{"label": "limit", "x": [1, 1000], "y": [0.1, 10]}],
}


@pytest.fixture
def script(tmp_path):
    def write(**changes):
        text = TEMPLATE.read_text().replace("__COMMAND__", "test").replace("__NAME__", "f")
        (tmp_path / "f.py").write_text(text.replace("__FIGURE__", repr({**FIGURE, **changes})))
        (tmp_path / "f.csv").write_text("point_id,m,s,c\na,1,0.01,0\nb,10,0.1,1\nc,1000,1,\nd,,1,1\ne,-1,1,1\n")
        return tmp_path / "f.py"

    return write


def drawn(file):
    names = {"__name__": "figure", "__file__": str(file)}
    exec(compile(file.read_text(), str(file), "exec"), names)
    return names["figure"]()


def test_points_bands_and_curves_are_drawn(script):
    ax = drawn(script()).axes[0]
    assert sorted(tuple(map(float, p)) for p in ax.collections[0].get_offsets()) == [(1, 0.01), (10, 0.1), (1000, 1)]
    assert {tuple(line.get_xdata()) for line in ax.lines} == {(2, 2), (1, 1000)}
    assert [text.get_text() for text in ax.get_legend().get_texts()] == ["b allowed", "left", "right", "none", "limit"]
    assert (ax.get_xlabel(), ax.get_xscale()) == ("$m$ [GeV]", "log")


def test_numbers_are_coloured_by_a_scale(script):
    colour = {"column": "s", "label": "$s$", "scale": "log", "categories": []}
    figure = drawn(script(colour=colour, x={**FIGURE["x"], "scale": "symlog", "linear_below": 1.0}))
    assert len(figure.axes) == 2
    assert len(figure.axes[0].collections[0].get_offsets()) == 4  # with the negative one


@pytest.mark.parametrize("ending", ["pdf", "svg", "png"])
def test_the_same_figure_is_the_same_file(script, tmp_path, ending):
    made = []
    for name in ("a", "b"):
        out = tmp_path / f"{name}.{ending}"
        subprocess.run([sys.executable, str(script()), str(out)], check=True)
        made.append(out.read_bytes())
    assert made[0] == made[1] and len(made[0]) > 1000


@pytest.mark.parametrize("folder", NEW, ids=lambda folder: folder.name)
def test_labels_of_every_model_can_be_set(folder):
    points = thetascan.read(folder, valid_only=False)
    with matplotlib.rc_context({"mathtext.fontset": "stix"}):
        for name in points:
            MathTextParser("agg").parse(plot.label(points, name), dpi=100)
