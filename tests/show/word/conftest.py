"""What tests of documents for Word share: a sample judged, with or without its review, and read back."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ...conftest import AS_OF, Digecon
from ...docx_reader import Letter, docx

SAMPLES = "sample_reports/illustrative"

Judged = Callable[..., Letter]


@pytest.fixture
def judged(digecon: Digecon, tmp_path: Path) -> Judged:
    """Return a function that shows a command on samples as a document."""

    def run(command: str, *arguments: str, lang: str = "zh") -> Letter:
        path = tmp_path / "shown.docx"
        asked = ("--as-of", AS_OF, "--lang", lang, "--output-format", f"docx={path}")
        digecon(command, *arguments, *asked)
        return docx(path.read_bytes())

    return run


def sample(name: str, is_reviewed: bool = False) -> tuple[str, ...]:
    """Return the arguments for a sample, with its review if asked for."""
    review = ("--review", f"{SAMPLES}/reviews/{name}.yaml") if is_reviewed else ()
    return (f"{SAMPLES}/{name}.yaml", *review)
