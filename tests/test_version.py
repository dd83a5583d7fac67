"""The version is one of three numbers, and the changes say what is new in it."""

import re

from hubei_digecon.version import VERSION

from .conftest import ROOT


def test_the_version_is_told_among_the_changes() -> None:
    assert re.fullmatch(r"[0-9]+\.[0-9]+\.[0-9]+", VERSION)
    assert VERSION in (ROOT / "CHANGELOG.md").read_text("utf-8")
