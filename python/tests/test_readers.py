"""Every program reads the same values from every model's catalogue: pandas, polars, DuckDB, pyarrow.

THETASCAN_CATALOGUES names a folder of catalogues, one for each model; .ci/run makes it.
"""

import json
import os
from pathlib import Path

import pytest

FOLDER = os.environ.get("THETASCAN_CATALOGUES")
CATALOGUES = sorted(Path(FOLDER).iterdir()) if FOLDER else []

pytestmark = pytest.mark.skipif(not FOLDER, reason="THETASCAN_CATALOGUES is not set")


@pytest.fixture(params=CATALOGUES, ids=lambda folder: folder.name)
def points(request):
    return request.param / "points"


def stored(points):
    """Columns as pyarrow has them, by place and not by name; rows in the order of their ids."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    tables = [pq.ParquetFile(file).read() for file in sorted(points.glob("*/*.parquet"))]
    table = pa.concat_tables(tables)
    order = sorted(range(len(table)), key=lambda row: table[0][row].as_py())
    return {name: [table[i][row].as_py() for row in order] for i, name in enumerate(table.column_names)}


def test_names_are_unequal_up_to_case(points):
    names = list(stored(points))
    assert len({name.lower() for name in names}) == len(names) > 10


def test_labels_of_fields(points):
    """Arrow's own place for them has what the footer says of every column."""
    import pyarrow.parquet as pq

    file = next(points.glob("*/*.parquet"))
    schema = pq.read_schema(file)
    described = json.loads(pq.read_metadata(file).metadata[b"thetascan.columns"])
    assert [column["name"] for column in described] == schema.names
    for column in described:
        field = schema.field(column["name"])
        for key in ("unit", "latex", "description"):
            assert field.metadata[key.encode()].decode() == column[key], column["name"]


def test_polars(points):
    polars = pytest.importorskip("polars")
    frame = polars.read_parquet(str(points / "*" / "*.parquet")).sort("point_id")
    for name, values in stored(points).items():
        assert frame[name].to_list() == values, name


def test_duckdb(points):
    duckdb = pytest.importorskip("duckdb")
    files = str(points / "*" / "*.parquet")
    for name, values in stored(points).items():
        rows = duckdb.sql(f"SELECT {name} FROM '{files}' ORDER BY point_id").fetchall()
        assert [row[0] for row in rows] == values, name


def test_pandas(points):
    pandas = pytest.importorskip("pandas")
    frame = pandas.read_parquet(points).sort_values("point_id")
    for name, values in stored(points).items():
        assert [None if pandas.isna(value) else value for value in frame[name]] == values, name
