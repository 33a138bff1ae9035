"""Reads catalogues: the folders that `thetascan scan` leaves (docs/catalogue-format.md)."""

import json
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

#: Versions of the catalogue format this module reads.
FORMATS = (1, 2)


def manifest(path):
    """What a catalogue says of itself, a dict: provenance, constraints, references, counts."""
    file = Path(path) / "manifest.json"
    if not file.is_file():
        raise FileNotFoundError(f"{path} is no catalogue: it has no manifest.json")
    found = json.loads(file.read_text(encoding="utf-8"))
    if found.get("format_version") not in FORMATS:
        raise ValueError(f"{path} has catalogue format {found.get('format_version')}; this module reads {FORMATS}")
    return found


def read(path, columns=None, valid_only=True):
    """The points of a catalogue as a pandas.DataFrame, in the order they were found.

    path        folder of the catalogue, or a Parquet file that was made of some: merged, filtered, evaluated, ...
    columns     names to read, such as ["in_m_h2", "obs_kappa_V"]; None for all
    valid_only  False for invalid and failed points as well, as far as they were stored

    attrs["columns"] has unit, latex, description and, of a choice, legend of each column, attrs["manifest"] the whole
    manifest (of a file its provenance alone), attrs["path"] the folder. Where families were sought, column "family" has them
    (missing: no family).
    """
    path = Path(path)
    columns = [columns] if isinstance(columns, str) else columns
    if path.is_file():
        about, names, files = _file(path)
    else:
        about = manifest(path)
        names = [column["name"] for column in about["columns"]]
        files = sorted((path / "points").glob("commit=*/*.parquet"))
        files = [file for file in files if not file.name.startswith(("_", "."))]
    described = {column.pop("name"): column for column in about["columns"]}
    wanted = None
    if columns is not None:
        unknown = [name for name in columns if name not in names]
        if unknown:
            raise KeyError(f"{path} has no column {', '.join(unknown)}")
        wanted = list(dict.fromkeys([*columns, *(name for name in ("status", "point_id") if name in names)]))
    tables = [pq.ParquetFile(file).read(columns=wanted) for file in files]
    if tables:
        frame = pa.concat_tables(tables).to_pandas()
    else:
        frame = pd.DataFrame({name: [] for name in wanted or described})
    if valid_only and "status" in frame:
        frame = frame[frame["status"] == "VALID"].reset_index(drop=True)
    if (path / "families.json").is_file():
        frame = frame.merge(_families(path), on="point_id", how="left")
        described["family"] = {"type": "int32", "unit": "1", "latex": "\\mathrm{family}", "description": "connected family"}
    if columns is not None:
        frame = frame[[*columns, *(["family"] if "family" in frame else [])]]
    frame.attrs = {"columns": described, "manifest": about, "path": str(path)}
    return frame


def _file(path):
    """What a file of points says of itself, its columns, and itself."""
    if path.suffix == ".csv":
        raise ValueError(f"{path} is CSV, which has no units and labels: pandas.read_csv reads it")
    try:
        file = pq.ParquetFile(path)
    except pa.ArrowInvalid as error:
        raise ValueError(f"{path} is neither the folder of a catalogue nor a Parquet file: {error}") from None
    said = file.metadata.metadata or {}
    about = {
        "columns": json.loads(said.get(b"thetascan.columns", b"[]")),
        "provenance": json.loads(said.get(b"thetascan.provenance", b"{}")),
        "constraints": [],
    }
    return about, file.schema_arrow.names, [path]


def _families(path):
    files = sorted((path / "families").glob("commit=*/*.parquet"))
    if not files:
        return pd.DataFrame({"point_id": pd.Series(dtype="str"), "family": pd.Series(dtype="Int32")})
    frame = pa.concat_tables([pq.ParquetFile(file).read() for file in files]).to_pandas()
    return frame.astype({"family": "Int32"}).drop_duplicates("point_id")
