"""Scan files keep to the JSON Schema that editors are given, and mistakes do not."""

import json
from pathlib import Path

import pytest

jsonschema = pytest.importorskip("jsonschema")
yaml = pytest.importorskip("yaml")

CONF = Path(__file__).parents[2] / "conf"
SCHEMA = json.loads((CONF / "scan-file.schema.json").read_text())
SCANS = [file for file in sorted(CONF.rglob("*.yaml")) if not file.stem.endswith("-model")]


def mistakes(text):
    return [error.message for error in jsonschema.Draft7Validator(SCHEMA).iter_errors(yaml.safe_load(text))]


def test_the_schema_is_one():
    jsonschema.Draft7Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("file", SCANS, ids=lambda file: file.name)
def test_every_scan_file_keeps_to_it(file):
    assert mistakes(file.read_text()) == []


@pytest.mark.parametrize(
    "text",
    [
        "serch: {}",
        "search: {islandz: 4}",
        "search: {optimiser: cmaes}",
        "search: {optimiser: {name: cma-es, sigma: 1}}",
        "search: {strategies: {a: {optimizer: cma-es}}}",
        "stop: {evaluation: 10}",
        "parameters: {x: {scale: lin}}",
        "parameters: {x: [1, 2, 3]}",
        "constraints: {c: ignore}",
        "output: 5",
    ],
)
def test_mistakes_are_found(text):
    assert mistakes(text)
