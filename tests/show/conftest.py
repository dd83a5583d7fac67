"""What the tests of formats share: reports on a small folder of targets, shown from the folder they stand in."""

from pathlib import Path
from typing import Protocol

import pytest

from ..conftest import Digecon
from ..small_targets import REPORTS, Small

WAIVED = """\
entity: one
period: 2025
reviewer: {name: 核验组, organisation: 核验单位}
waivers:
  firms: {reason: 示例, approved_by: 示例, approved_on: 2026-02-01, document: a.pdf, expires: 2026-12-31}
"""
"""A review that takes the one target of Oneville out of assessment."""


class Show(Protocol):
    """Shows files in a format: those of ``tests/small_targets.py`` by their names, any other as it is."""

    def __call__(
        self, format: str, *names: str, lang: str = "en", command: str = "check", more: tuple[str, ...] = ()
    ) -> str:
        """Return what is shown of the files of these names, and nothing was told beside it."""


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Small:
    """The small folder of targets; the run stands in it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "4000")
    (tmp_path / "review.yaml").write_text(WAIVED, "utf-8")
    return Small(tmp_path)


@pytest.fixture
def show(small: Small, digecon: Digecon) -> Show:
    """Shows files in a format."""

    def shown(
        format: str, *names: str, lang: str = "en", command: str = "check", more: tuple[str, ...] = ()
    ) -> str:
        for name in set(names) & set(REPORTS):
            small.report(name)
        paths = [f"{name}.yaml" if name in REPORTS else name for name in names]
        judged = ("--as-of", "2026-02-28") if command == "check" else ()
        options = ("--targets", "targets", "--lang", lang, *judged, "--output-format", format)
        return digecon(command, *options, *more, "--", *paths).out

    return shown
