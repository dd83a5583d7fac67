"""The fault of one input stays its own: the others are judged and written, and the run ends in 70."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hubei_digecon import check
from hubei_digecon.diagnostics import suggest as near
from hubei_digecon.domain.exit_codes import Exit
from hubei_digecon.judging import assess_by_documents
from hubei_digecon.judging.message import message
from hubei_digecon.load.readers import documents_in
from hubei_digecon.load.tree import MAX_FAULTS
from hubei_digecon.run import reviews

from ..building import LIBRARY
from ..conftest import AS_OF, ROOT, Digecon
from ..process import ran

SAMPLES = ROOT / "sample_reports" / "illustrative"
WUHAN = str(ROOT / "sample_reports" / "published" / "wuhan-2024.yaml")
EAST_LAKE = str(SAMPLES / "wuhan-east-lake-2025.yaml")
RAISED = [RecursionError("too deep"), MemoryError(), ValueError("value"), KeyError("key"), OSError(5, "io")]


def _raising(do: Callable[..., Any], error: Exception, when: Callable[..., bool]) -> Callable[..., Any]:
    def doing(*arguments: Any, **named: Any) -> Any:
        if when(*arguments):
            raise error
        return do(*arguments, **named)

    return doing


def _ids(document: dict[str, Any]) -> list[list[str]]:
    return [[one["id"] for one in assessment["diagnostics"]] for assessment in document["assessments"]]


def _holds_to_one_input(digecon: Digecon) -> None:
    """The report at fault is told in every format; the other one is as it is alone."""
    for form in ("json", "table", "csv", "junit", "sarif", "github", "markdown", "html", "text"):
        done = digecon("check", WUHAN, EAST_LAKE, "--as-of", AS_OF, "--output-format", form, "--lang", "en")
        assert done.code == Exit.FAULT, form
        assert "internal" in done.out + done.err, form
        assert "Traceback" not in done.out + done.err, form
    quiet = digecon("check", "-q", WUHAN, EAST_LAKE, "--as-of", AS_OF, "--lang", "en")
    assert quiet.out.count("judged ") == 2
    document = json.loads(digecon("check", WUHAN, EAST_LAKE, "--as-of", AS_OF, "--output-format", "json").out)
    faulty, sound = document["assessments"]
    assert (faulty["verdict"], [one["id"] for one in faulty["diagnostics"]]) == ("invalid", ["internal"])
    alone = json.loads(digecon("check", EAST_LAKE, "--as-of", AS_OF, "--output-format", "json").out)
    assert sound == alone["assessments"][0]


@pytest.mark.parametrize("error", RAISED, ids=lambda error: type(error).__name__)
def test_what_is_raised_as_a_report_is_read_stays_with_it(
    error: Exception, digecon: Digecon, monkeypatch: pytest.MonkeyPatch
) -> None:
    faulty = _raising(documents_in, error, lambda path, *_: path == WUHAN)
    monkeypatch.setattr("hubei_digecon.run.inputs.documents_in", faulty)
    _holds_to_one_input(digecon)


def test_what_is_raised_as_a_report_is_judged_stays_with_it(
    digecon: Digecon, monkeypatch: pytest.MonkeyPatch
) -> None:
    faulty = _raising(
        assess_by_documents, ZeroDivisionError("0"), lambda report, *_: report.entity == "wuhan"
    )
    monkeypatch.setattr("hubei_digecon.run.judge.assess_by_documents", faulty)
    _holds_to_one_input(digecon)


def test_what_is_raised_as_a_finding_is_put_into_words_stays_with_its_report(
    digecon: Digecon, monkeypatch: pytest.MonkeyPatch
) -> None:
    faulty = _raising(message, KeyError("no value"), lambda basis, *_: basis.target.entity == "wuhan")
    monkeypatch.setattr("hubei_digecon.judging.judgement.message", faulty)
    for form in ("json", "table", "html"):
        done = digecon("check", WUHAN, EAST_LAKE, "--as-of", AS_OF, "--output-format", form, "--lang", "en")
        assert done.code == Exit.FAULT
        assert "internal" in done.out
        assert "optics_valley_model" in done.out or "East Lake" in done.out


def test_what_is_raised_at_a_review_is_told_of_it(digecon: Digecon, monkeypatch: pytest.MonkeyPatch) -> None:
    review = str(SAMPLES / "reviews" / "wuhan-wedz-2025.yaml")
    monkeypatch.setattr(reviews, "_read", _raising(reviews._read, RecursionError(), lambda *_: True))
    done = digecon("check", EAST_LAKE, "--review", review, "--as-of", AS_OF, "--output-format", "json")
    assert done.code == Exit.FAULT
    document = json.loads(done.out)
    assert [one["id"] for one in document["diagnostics"]] == ["internal"]
    assert len(document["assessments"][0]["findings"]) == 6


def test_what_is_raised_as_files_are_linted_is_told_of_one(
    digecon: Digecon, monkeypatch: pytest.MonkeyPatch
) -> None:
    faulty = _raising(documents_in, RecursionError(), lambda path, *_: path == WUHAN)
    monkeypatch.setattr("hubei_digecon.run.inputs.documents_in", faulty)
    done = digecon("lint", WUHAN, EAST_LAKE, "--lang", "en", "--output-format", "text")
    assert done.code == Exit.FAULT
    assert "errors 1, warnings 0, notes 0" in done.out


def test_the_api_returns_the_fault_with_the_others_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    faulty = _raising(assess_by_documents, RecursionError(), lambda report, *_: report.entity == "wuhan")
    monkeypatch.setattr("hubei_digecon.run.judge.assess_by_documents", faulty)
    run = check(WUHAN, EAST_LAKE, targets=LIBRARY)
    assert run.exit_code == Exit.FAULT
    assert next([one.kind.id for one in made.diagnostics][:1] for made in run) == ["internal"]


HEDGED = "entity: wuhan\nperiod: 2025\nsubmitted: {{by: 示例单位, date: 2026-01-20}}\nobservations: {{gdp: {value}}}\n"


@pytest.mark.parametrize(
    "value",
    [
        "约" * 969 + "1亿元",
        "1亿元" + "左右" * 3000,
        "超" * 5000 + "1亿元" + "以上" * 5000,
        "约 " * 2000 + "1",
    ],
)
def test_hedges_upon_hedges_are_one_faulty_file(value: str, tmp_path: Path, digecon: Digecon) -> None:
    (tmp_path / "hedged.yaml").write_text(HEDGED.format(value=value), "utf-8")
    done = digecon(
        "check", str(tmp_path / "hedged.yaml"), EAST_LAKE, "--as-of", AS_OF, "--output-format", "json"
    )
    assert done.code == Exit.INVALID
    assert _ids(json.loads(done.out))[0] == ["several-hedges"]
    assert len(json.loads(done.out)["assessments"][1]["findings"]) == 6


HEADING = "entity,period,indicator,value,submitted.by,submitted.date\n"


@pytest.mark.parametrize("command", ["check", "score"])
def test_rows_of_unknown_places_are_looked_up_once_a_text_and_told_to_a_limit(
    command: str, tmp_path: Path, digecon: Digecon, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = tmp_path / "many.csv"
    rows = (f"东湖区{number % 3000},2025,gdp,1亿元,示例单位,2026-01-20\n" for number in range(4000))
    table.write_text(HEADING + "".join(rows), "utf-8")
    done = digecon(command, str(table), "--as-of", AS_OF, "--output-format", "json")
    document = json.loads(done.out)
    faulty = document["assessments"] if command == "check" else document["unread"]
    assert done.code == Exit.INVALID
    assert sum(len(one["diagnostics"]) for one in faulty) <= MAX_FAULTS + 2
    assert faulty[-1]["diagnostics"][0]["id"] == "more-faults"


def test_a_misspelt_word_in_every_row_is_looked_up_once(monkeypatch: pytest.MonkeyPatch) -> None:
    near._nearest.cache_clear()
    for _ in range(50):
        near.near_miss("gpd", ("gdp", "core_value_added"))
    assert near._nearest.cache_info().misses == 1


@pytest.mark.parametrize("arguments", [("check", "."), ("check", "-q", "."), ("score", "."), ("lint", ".")])
def test_a_working_directory_that_is_gone_is_a_message(arguments: tuple[str, ...], tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()

    def leave() -> None:
        os.chdir(gone)
        gone.rmdir()

    done = ran(*arguments, "--lang", "en", preexec_fn=leave)
    assert done.returncode == Exit.USAGE
    assert done.stderr.startswith("digecon: the working directory has been deleted")
