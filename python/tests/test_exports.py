"""What `thetascan catalogue export` writes is read by the programs that its formats are for.

THETASCAN_EXPORTS names a folder with slha, hepdata, zenodo and latex of one catalogue of the Z3 model; .ci/run makes it.
"""

import hashlib
import os
import shutil
import subprocess
from pathlib import Path

import pytest

FOLDER = os.environ.get("THETASCAN_EXPORTS")
pytestmark = pytest.mark.skipif(not FOLDER, reason="THETASCAN_EXPORTS is not set")
EXPORTS = Path(FOLDER or ".")


def points():
    parquet = pytest.importorskip("pyarrow.parquet")
    return {row["point_id"]: row for row in parquet.read_table(EXPORTS / "zenodo" / "points.parquet").to_pylist()}


def test_slha():
    pyslha = pytest.importorskip("pyslha")
    stored = points()
    files = sorted((EXPORTS / "slha").glob("*.slha"))
    assert files
    for file in files:
        point = stored[file.stem]
        read = pyslha.read(str(file))
        assert read.blocks["SPINFO"][1] == "ThetaScan"
        assert read.blocks["MASS"][25] == point["in_m_h1"]
        assert read.blocks["MASS"][37] == point["in_m_C1"]
        assert read.decays[25].totalwidth == point["obs_width_h1"]
        decaying = [particle for particle in read.decays.values() if particle.decays]
        assert len(decaying) == 7
        for parent in decaying:
            assert sum(decay.br for decay in parent.decays) == pytest.approx(1, abs=1e-9)
        to = {tuple(decay.ids): decay.br for decay in read.decays[25].decays}
        assert to[(5, -5)] == point["obs_BR_h1_bb"]


def test_hepdata():
    validator = pytest.importorskip("hepdata_validator.full_submission_validator")
    assert validator.FullSubmissionValidator().validate(directory=str(EXPORTS / "hepdata"))


def test_research_folder():
    for line in (EXPORTS / "zenodo" / "SHA256SUMS").read_text().splitlines():
        digest, name = line.split("  ")
        assert hashlib.sha256((EXPORTS / "zenodo" / name).read_bytes()).hexdigest() == digest
    crate = pytest.importorskip("rocrate.rocrate").ROCrate(str(EXPORTS / "zenodo"))
    assert {entity.id for entity in crate.data_entities} >= {"points.parquet", "scan.yaml", "references.bib"}
    readme = (EXPORTS / "zenodo" / "README.md").read_text()
    assert "no probabilities" in readme
    for name in next(iter(points().values())):
        assert name == "catalogue" or f"`{name}`" in readme


PAPER = r"""\documentclass{article}
\begin{document}
\input{ranges}
\input{constraints}
\input{benchmarks}
\nocite{*}
\bibliographystyle{unsrt}
\bibliography{references}
\end{document}
"""


@pytest.mark.skipif(not shutil.which("pdflatex"), reason="there is no pdflatex")
def test_latex(tmp_path):
    """Tables and bibliography make a paper: every key that a table cites is there, every entry is read."""
    shutil.copytree(EXPORTS / "latex", tmp_path, dirs_exist_ok=True)
    (tmp_path / "paper.tex").write_text(PAPER)

    def run(*command):
        said = subprocess.run(command, cwd=tmp_path, capture_output=True, check=True, stdin=subprocess.DEVNULL)
        return said.stdout.decode("utf-8", "replace")

    latex = ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "paper"]
    run(*latex)
    assert "warning" not in run("bibtex", "paper").lower()
    run(*latex)
    assert "undefined" not in run(*latex)
    entries = (tmp_path / "references.bib").read_text().count("@misc{")
    assert (tmp_path / "paper.bbl").read_text().count("\\bibitem{") == entries > 20


def test_citation():
    citation = pytest.importorskip("cffconvert")
    citation.Citation((Path(__file__).parents[2] / "CITATION.cff").read_text()).validate()
