"""The package gives the functions of scoreboards and trends without importing them for a check."""

import subprocess
import sys

import pytest

from hubei_digecon import summaries


def test_what_is_imported_later_is_the_same() -> None:
    assert summaries.board_summary.__module__ == "hubei_digecon.summaries.boards"
    with pytest.raises(AttributeError):
        _ = summaries.goal


def test_a_check_imports_no_trend() -> None:
    code = "import sys, hubei_digecon.summaries; print(any('trends' in name for name in sys.modules))"
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "False"
