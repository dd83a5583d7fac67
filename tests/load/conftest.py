"""Whatever is said of a file that is read stands on one line, however long: no test here is of line breaks."""

import pytest


@pytest.fixture(autouse=True)
def _on_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "1000")
