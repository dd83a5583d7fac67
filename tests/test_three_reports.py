"""Three reports, one missed and one with a unit error, as SARIF and as lines for editors: each at its place."""

import json
from pathlib import Path
from urllib.parse import unquote

import pytest

from hubei_digecon.domain.exit_codes import Exit

from .conftest import Digecon
from .three_reports import FILES, TOLD, VERDICTS, repository

ARGUMENTS = ("check", "--targets", "targets", "--lang", "en", "--output-format")


@pytest.fixture
def _there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository(tmp_path))


def test_what_is_told_stands_where_it_is_said_to_stand() -> None:
    for told in TOLD:
        line = FILES[told.path].splitlines()[told.line - 1]
        assert line[told.column - 1 :][: told.width].strip('"') in ("8家", "12亿元")


@pytest.mark.usefixtures("_there")
def test_as_text_each_stands_at_its_line_and_column(digecon: Digecon) -> None:
    ran = digecon(*ARGUMENTS, "text", "reports")
    assert ran.code == Exit.INVALID
    verdicts = [f"{path}: {VERDICTS[path]}" for path in sorted(FILES)]
    in_all = "3 reports: invalid (it cannot be read, or not as a report) 1, noncompliant 1, compliant 1."
    assert ran.out.splitlines() == [*(told.as_text for told in TOLD), *verdicts, in_all]


@pytest.mark.usefixtures("_there")
def test_as_sarif_each_stands_at_its_line_and_columns(digecon: Digecon) -> None:
    ran = digecon(*ARGUMENTS, "sarif", "reports")
    assert ran.code == Exit.INVALID
    (run,) = json.loads(ran.out)["runs"]
    failed = [result for result in run["results"] if result["kind"] == "fail"]
    assert [(one["ruleId"], one["level"], one["message"]["text"]) for one in failed] == [
        (told.id, "error", told.message) for told in TOLD
    ]
    places = [one["locations"][0]["physicalLocation"] for one in failed]
    assert [unquote(place["artifactLocation"]["uri"]) for place in places] == [told.path for told in TOLD]
    assert [place["region"] for place in places] == [
        {
            "startLine": told.line,
            "startColumn": told.column,
            "endLine": told.line,
            "endColumn": told.column + told.width,
        }
        for told in TOLD
    ]


@pytest.mark.usefixtures("_there")
def test_as_sarif_the_compliant_report_passes_and_says_so(digecon: Digecon) -> None:
    (run,) = json.loads(digecon(*ARGUMENTS, "sarif", "reports").out)["runs"]
    (passed,) = [result for result in run["results"] if result["kind"] != "fail"]
    assert (passed["kind"], passed["level"]) == ("pass", "none")
    assert passed["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "reports/good.yaml"


@pytest.mark.parametrize("below", ["reports", "reports/示例"])
@pytest.mark.usefixtures("_there")
def test_from_a_folder_below_paths_are_told_from_the_root(
    below: str, digecon: Digecon, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    at_the_root = digecon(*ARGUMENTS, "sarif", "reports").out
    monkeypatch.chdir(tmp_path / below)
    up = "/".join(".." for _ in below.split("/"))
    ran = digecon(
        "check", "--targets", f"{up}/targets", "--lang", "en", "--output-format", "sarif", f"{up}/reports"
    )

    def places(log: str) -> list[object]:
        return [one["locations"][0]["physicalLocation"] for one in json.loads(log)["runs"][0]["results"]]

    assert places(ran.out) == places(at_the_root)
