"""One input is read to what it holds; a refusal is returned, and never raised."""

from pathlib import Path

import pytest

from hubei_digecon.domain.assessments import FileDiagnostics
from hubei_digecon.domain.reports import Report
from hubei_digecon.load.faults import RefusedInput
from hubei_digecon.load.search.inputs import Input
from hubei_digecon.run.inputs import REPORTS, read_input

from ..building import LIBRARY
from ..load.reading import HEAD

REPORT = f"{HEAD}observations: {{gdp: 1000亿元}}\n"
REVIEW = "entity: wuhan-wedz\nperiod: 2025\nreviewer: {name: 核验组}\n"
ROWS = "entity,period,indicator,value,submitted.by,submitted.date\n"
WRITTEN = {
    "a report": ("a.yaml", REPORT, False, ["wuhan-wedz"]),
    "a report with an error": ("a.yaml", f"{HEAD}observations: {{gdp: 1亿圆}}\n", False, ["unknown-unit"]),
    "what is no YAML": ("a.yaml", "entity: [\n", False, ["syntax"]),
    "a review that is named": ("a.yaml", REVIEW, False, ["given-as-report"]),
    "a review that a folder holds": ("a.yaml", REVIEW, True, ["not-a-report"]),
    "a file of something else that is named": ("a.yaml", "a: b\n", False, ["missing-key"]),
    "a file of something else that a folder holds": ("a.yaml", "a: b\n", True, ["not-a-report"]),
    "what is no YAML in a folder": ("a.yaml", "a: [\n", True, ["not-a-report"]),
    "a table of two reports": (
        "a.csv",
        f"{ROWS}wuhan,2025,gdp,1亿元,甲,2026-01-20\nwuhan-wedz,2025,gdp,1亿元,乙,2026-01-20\n",
        False,
        ["wuhan", "wuhan-wedz"],
    ),
}


def told(held: Report | RefusedInput | FileDiagnostics) -> str:
    """Return the place of a report; of anything else the first thing that is said of it."""
    if isinstance(held, Report):
        return held.entity
    return (held.faults if isinstance(held, RefusedInput) else held.diagnostics)[0].kind.id


@pytest.mark.parametrize(("name", "text", "found", "holds"), WRITTEN.values(), ids=list(WRITTEN))
def test_what_an_input_holds(name: str, text: str, found: bool, holds: list[str], tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    read = read_input(Input(str(path), found), LIBRARY, REPORTS)
    assert [told(one) for one in read.held] == holds
    assert read.data in (text.encode(), b"")


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    (refused,) = read_input(Input(str(tmp_path / "none.yaml")), LIBRARY, REPORTS).held
    assert isinstance(refused, RefusedInput)
    assert refused.faults[0].message.en == "it cannot be opened: there is no such file"


def test_bytes_that_were_read_before_stand_for_the_file(tmp_path: Path) -> None:
    path = tmp_path / "gone.yaml"
    path.write_text(REPORT, "utf-8")
    read = read_input(Input(str(path)), LIBRARY, REPORTS)
    path.unlink()
    (again,) = read_input(Input(str(path)), LIBRARY, REPORTS, read.data).held
    assert isinstance(again, Report)
    place = again.source.find(("observations", "gdp"))
    assert str(place) == "4:21"
    assert again.source.line(4) == "observations: {gdp: 1000亿元}"


def test_a_fault_of_the_program_is_one_of_its_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("0")

    monkeypatch.setattr("hubei_digecon.run.inputs.documents_in", fail)
    path = tmp_path / "a.yaml"
    path.write_text(REPORT, "utf-8")
    (refused,) = read_input(Input(str(path)), LIBRARY, REPORTS).held
    assert told(refused) == "internal"
