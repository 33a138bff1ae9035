"""What `thetascan.read` and `thetascan.plot` give, on a catalogue of every format version."""

import os
import subprocess
import sys
from pathlib import Path

import matplotlib
import pytest

matplotlib.use("Agg")

import thetascan  # noqa: E402
from thetascan import plot  # noqa: E402

RESOURCES = Path(__file__).parents[2] / "spark-runner" / "src" / "test" / "resources"
OLD = [(RESOURCES / "catalogue-v1", 7, "in_x"), (RESOURCES / "catalogue-v1-z3", 37, "in_m_h1")]
FOLDER = os.environ.get("THETASCAN_CATALOGUES")
NEW = sorted(Path(FOLDER).iterdir()) if FOLDER else []


@pytest.mark.parametrize("folder, valid, column", OLD, ids=["v1", "v1-z3"])
def test_catalogues_of_version_1_are_read(folder, valid, column):
    points = thetascan.read(folder)
    assert len(points) == valid
    assert points.attrs["columns"][column]["unit"] == "GeV"
    assert points.attrs["manifest"]["format_version"] == 1
    assert len(thetascan.read(folder, valid_only=False)) > valid


@pytest.mark.parametrize("folder", NEW, ids=lambda folder: folder.name)
def test_catalogues_of_every_model_are_read(folder):
    points = thetascan.read(folder, valid_only=False)
    assert len(points) == 20
    assert [name for name in points if name not in points.attrs["columns"]] == []
    assert points.attrs["manifest"]["format_version"] == 2


def test_columns_can_be_chosen():
    points = thetascan.read(RESOURCES / "catalogue-v1", columns=["in_x", "obs_r"])
    assert list(points) == ["in_x", "obs_r"]
    with pytest.raises(KeyError, match="has no column obs_q"):
        thetascan.read(RESOURCES / "catalogue-v1", columns=["obs_q"])


def test_files_made_of_catalogues_are_read(tmp_path):
    """What `catalogue merge` and its like write has the labels of its columns in the footer."""
    source = next((RESOURCES / "catalogue-v1" / "points").glob("commit=*/*.parquet"))
    file = tmp_path / "merged.parquet"
    file.write_bytes(source.read_bytes())
    points = thetascan.read(file)
    assert points.attrs["columns"]["in_x"]["unit"] == "GeV"
    assert points.attrs["manifest"]["provenance"]["model"] == "toy"
    assert set(points["status"]) == {"VALID"}
    assert list(thetascan.read(file, columns="in_x", valid_only=False)) == ["in_x"]
    with pytest.raises(KeyError, match="has no column obs_q"):
        thetascan.read(file, columns=["obs_q"])
    (tmp_path / "points.csv").write_text("in_x,status\n1,VALID\n")
    with pytest.raises(ValueError, match="pandas.read_csv reads it"):
        thetascan.read(tmp_path / "points.csv")
    (tmp_path / "scan.yaml").write_text("model: toy\n")
    with pytest.raises(ValueError, match="neither the folder of a catalogue nor a Parquet file"):
        thetascan.read(tmp_path / "scan.yaml")


def test_columns_have_the_names_of_the_model_too():
    points = thetascan.read(RESOURCES / "catalogue-v1")
    _, axes = matplotlib.pyplot.subplots()
    assert plot.scatter(points, "x", "y", colour="half", ax=axes).get_xlabel() == "$x$ [GeV]"
    assert plot.cells(points, "x", "r").get_ylabel() == plot.label(points, "obs_r")
    with pytest.raises(KeyError, match="there is no column 'in_xx'; did you mean 'in_x'"):
        plot.scatter(points, "in_xx", "y")


def test_what_is_no_catalogue_is_refused(tmp_path):
    with pytest.raises(FileNotFoundError, match="is no catalogue"):
        thetascan.read(tmp_path)
    (tmp_path / "manifest.json").write_text('{"format_version": 99}')
    with pytest.raises(ValueError, match="has catalogue format 99"):
        thetascan.read(tmp_path)


def test_plots_have_labels_and_points():
    points = thetascan.read(RESOURCES / "catalogue-v1")
    axes = plot.scatter(points, "in_x", "in_y", colour="obs_half")
    assert axes.get_xlabel() == "$x$ [GeV]"
    assert sum(len(drawn.get_offsets()) for drawn in axes.collections) == 7
    assert {text.get_text() for text in axes.get_legend().get_texts()} <= {"left", "right"}
    _, other = matplotlib.pyplot.subplots()
    plot.cells(points, "in_x", "in_y", bins=10, ax=other)
    assert 1 <= int(other.collections[0].get_array().sum()) <= 7
    _, third = matplotlib.pyplot.subplots()
    plot.scatter(points, "in_x", "in_y", colour="obs_r", ax=third)
    assert len(third.figure.axes) == 2  # with its colour bar


def test_bounds_of_the_manifest_are_drawn():
    points = thetascan.read(RESOURCES / "catalogue-v1")
    points.attrs["manifest"]["constraints"] = [
        {"name": "ring", "numbers": {"lower": 0.3, "upper": 0.4}},
        {"name": "dark", "numbers": {"x": "m", "curve": [[1, 2], [3, 5]], "interpolation": "log-log"}},
    ]
    _, axes = matplotlib.pyplot.subplots()
    plot.limit(points, "ring", axes)
    plot.limit(points, "dark", axes)
    assert [list(line.get_ydata()) for line in axes.lines] == [[0.3, 0.3], [0.4, 0.4], [2, 5]]
    with pytest.raises(KeyError):
        plot.limit(points, "no", axes)


def test_a_model_needs_nothing_but_python():
    code = "import sys; from thetascan import serve; sys.exit(any(m in sys.modules for m in ('numpy', 'pandas', 'pyarrow')))"
    path = str(Path(thetascan.__file__).parents[1])
    assert subprocess.run([sys.executable, "-S", "-c", f"import sys; sys.path.insert(0, {path!r}); {code}"]).returncode == 0


def test_what_is_told_says_what_it_has_to_be():
    from thetascan.asking import Batch

    told = []
    batch = Batch(["x"], [[1.0], [2.0]], told.extend)
    for wrong in (None, [1.0]):
        with pytest.raises(TypeError, match="a result is a dict of observables, a text or an exception; this is"):
            batch.tell([wrong, wrong])
    with pytest.raises(ValueError, match="1 results for 2 points"):
        batch.tell([{"r": 1}])
    batch.tell([{"r": 1}, ValueError("no")])
    assert told == [{"r": 1.0}, "ValueError: no"]
