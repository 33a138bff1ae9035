"""Writes expected.tsv.gz: what pyslha 3.3.2 (A. Buckley, arXiv:1305.4194) reads from the files beside this script.

    pip install pyslha==3.3.2 && python3 expected.py

Rows, tab separated:
    B  file  block  indices          values      an entry of the last block of that name, numbers by repr
    T  file  block  indices          words       likewise, where pyslha keeps words
    D  file  parent width
    C  file  parent ratio            daughters
    X  file  energy "beams > products" value
    -  file  what pyslha cannot read, or reads wrongly, and why: these are not compared
"""

import gzip
import io
import pathlib
import re

import pyslha

HERE = pathlib.Path(__file__).parent
FILES = sorted(
    path
    for path in HERE.glob("**/*")
    if path.name.endswith((".spc", ".in", ".lha", ".slha", ".spc.gz", ".lha.gz"))
)
ONE_LOOP = re.compile(r"^DECAY1L.*\n(?:[ #].*\n)*", re.MULTILINE | re.IGNORECASE)


def text_of(path):
    data = path.read_bytes()
    return (gzip.decompress(data) if path.suffix == ".gz" else data).decode()


def is_index(key):
    keys = key if isinstance(key, tuple) else (key,)
    return all(type(k) is int for k in keys)


def words(numbers):
    return " ".join(str(n) for n in (numbers if isinstance(numbers, (tuple, list)) else (numbers,)))


def rows(path):
    name = str(path.relative_to(HERE))
    text = text_of(path)
    if ONE_LOOP.search(text):
        yield "-", name, "DECAY1L: its channels are added to the decay table before it (cut out here)"
        text = ONE_LOOP.sub("", text)
    document = pyslha.readSLHA(text, ignorenomass=True)
    for block in document.blocks.values():
        for key, value in block.entries.items():
            values = value if isinstance(value, (tuple, list)) else (value,)
            if len(block.entries) == 1 and key is None and len(values) == 1 and isinstance(value, (int, float)):
                yield "B", name, block.name, "", repr(value)
            elif key is None or not is_index(key):
                yield "-", name, "%s: entries without leading index overwrite each other, the last is %r" % (
                    block.name,
                    value,
                )
            elif all(isinstance(v, (int, float)) for v in values):
                yield "B", name, block.name, words(key), " ".join(repr(v) for v in values)
            elif len(values) == 1:
                yield "T", name, block.name, words(key), value
            else:
                yield "-", name, "%s %s: words and numbers mixed, %r" % (block.name, words(key), value)
    for particle in document.decays.values():
        if not particle.decays and particle.totalwidth == 0:
            continue  # pyslha invents a width of 0 for whatever has a mass and no table
        yield "D", name, particle.pid, repr(particle.totalwidth)
        for decay in particle.decays:
            yield "C", name, particle.pid, repr(decay.br), words(decay.ids)
    for process in document.xsections.values():
        for each in process.xsecs:
            ids = words(process.pidsinitial) + " > " + words(process.pidsfinal)
            yield "X", name, repr(each.sqrts), ids, repr(each.value)


out = io.StringIO()
for path in FILES:
    try:
        for row in list(rows(path)):
            out.write("\t".join(str(column) for column in row) + "\n")
    except Exception as error:  # a file that pyslha cannot read at all
        out.write("-\t%s\t%s: %s\n" % (path.relative_to(HERE), type(error).__name__, error))
with open(HERE / "expected.tsv.gz", "wb") as target:
    with gzip.GzipFile(filename="", mode="wb", fileobj=target, mtime=0) as packed:
        packed.write(out.getvalue().encode())
