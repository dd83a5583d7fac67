"""The tutorial runs from top to bottom, and is kept without what it shows."""

import json
import warnings
from pathlib import Path
from typing import Any

import pytest

from .conftest import ROOT

NOTEBOOK = ROOT / "docs/tutorial.ipynb"


def cells() -> list[Any]:
    found: list[Any] = json.loads(NOTEBOOK.read_text("utf-8"))["cells"]
    return found


def test_it_is_kept_without_outputs() -> None:
    code = [one for one in cells() if one["cell_type"] == "code"]
    assert [(one["outputs"], one["execution_count"]) for one in code] == [([], None)] * len(code)


def test_it_says_that_its_samples_are_illustrative() -> None:
    told = "".join("".join(one["source"]) for one in cells() if one["cell_type"] == "markdown")
    assert "**The sample reports here are illustrative**" in told
    assert "示例" in told


@pytest.mark.heavy
def test_it_runs_from_top_to_bottom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setenv("DIGECON_LANGUAGE", "en")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the packages that run it
        import nbformat
        from nbclient import NotebookClient

        notebook = nbformat.read(NOTEBOOK, as_version=4)
        NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(ROOT)}}).execute()
    outputs = [one for cell in notebook.cells if cell.cell_type == "code" for one in cell.outputs]
    assert [one for one in outputs if one.output_type == "error"] == []
    kinds = {kind for one in outputs for kind in one.get("data", {})}
    assert {"text/html", "image/png"} <= kinds
    said = json.dumps(outputs, ensure_ascii=False)
    assert "row 1, value: 10.4 is a float, which holds no decimals exactly" in said
    assert "[['met', 'missed'], ['met', 'missed']]" in said
    assert "['findings.xlsx', 'opinion.docx', 'page.html', 'result.json']" in said
    assert "<Verification: holds; " in said
