"""The Python API says what the command line says, takes no argument for another, and hides no type."""

import dataclasses
import datetime
import enum
import json
import sys
import typing
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import hubei_digecon
from hubei_digecon import (
    Diagnostic,
    Grade,
    Period,
    Run,
    Settings,
    TargetsError,
    check,
    diff,
    lint,
    load_report,
    load_targets,
    new,
    score,
    trend,
    verify,
)
from hubei_digecon.diagnostics import SourceFile, written
from hubei_digecon.domain import scoreboard as board_module

from ..building import LIBRARY
from ..conftest import AS_OF, ROOT, TESTS, Digecon
from ..samples import SAMPLES

DAY = datetime.date.fromisoformat(AS_OF)
REPORT = "sample_reports/illustrative/wuhan-wedz-2025.yaml"
REVIEW = "sample_reports/illustrative/reviews/wuhan-wedz-2025.yaml"
INVALID = sorted(
    path for path in (TESTS / "invalid").glob("*.*") if path.suffix != ".txt" and path.suffix != ".xls"
)

# What the command line says, the API says


def told(diagnostic: Diagnostic, listed_with: SourceFile) -> dict[str, Any]:
    """Return a diagnostic of the API as the JSON result has it."""
    one = diagnostic.located_in(listed_with)
    assert one.source is not None
    return {
        "id": one.kind.id,
        "severity": one.kind.severity.id,
        "message": {"zh": one.message.zh, "en": one.message.en},
        "path": one.source.path,
        "at": written(one.at) or None,
        "line": one.place.line if one.place else None,
        "column": one.place.column if one.place else None,
        "sheet": (one.place.sheet or None) if one.place else None,
    }


def holds(run: Run, ran: Any) -> None:
    """Hold a run of the API against one of the command line that wrote JSON."""
    result = json.loads(ran.out)
    assert run.exit_code == ran.code
    assert run.ok == (ran.code == 0)
    nowhere = SourceFile("nowhere")
    assert [told(one, nowhere) for one in run.diagnostics] == result["diagnostics"]
    if run.scoreboard is None:
        assessed = result["assessments"]
    else:
        assessed = [row["assessment"] for row in result["places"] if row["assessment"]] + result["unread"]
    assert [one.source.path for one in run] == [one["path"] for one in assessed]
    assert [one.verdict.id for one in run] == [one["verdict"] for one in assessed]
    diagnostics = [[told(said, one.source) for said in one.diagnostics] for one in run]
    assert diagnostics == [one["diagnostics"] for one in assessed]


def called(digecon: Digecon, command: str, *paths: object, reviews: tuple[object, ...] = ()) -> Any:
    named = [part for review in reviews for part in ("--review", str(review))]
    return digecon(command, *map(str, paths), *named, "--as-of", AS_OF, "--output-format", "json")


@pytest.mark.parametrize("path", [*SAMPLES, *INVALID], ids=lambda path: path.name)
def test_every_sample_and_case_is_judged_alike(path: Path, digecon: Digecon) -> None:
    holds(check(path, as_of=DAY), called(digecon, "check", path))


SELF_REVIEW = "entity: wuhan-wedz\nperiod: 2025\nreviewer: {name: 武汉经济技术开发区（示例填报单位）}\n"
REVIEWS = {
    "followed": (REVIEW,),
    "of a folder": ("sample_reports/illustrative/reviews",),
    "missing": ("no-such-review.yaml",),
    "missing beside one": (REVIEW, "no-such-review.yaml"),
    "no YAML": ("broken.yaml",),
    "of another place": ("sample_reports/illustrative/reviews/wuhan-2025.yaml",),
    "the submitter's own": ("own.yaml",),
    "a report": (REPORT,),
    "a folder without any": ("empty",),
    "with an unknown target": ("unknown.yaml",),
}
"""Reviews in every state: what the command line fails on, and what it only tells."""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the reviews above, in which the run stands."""
    for name in ("sample_reports", "targets"):
        (tmp_path / name).symlink_to(ROOT / name)
    (tmp_path / "empty").mkdir()
    by = load_report(ROOT / REPORT, LIBRARY).submitted.by
    head = "entity: wuhan-wedz\nperiod: 2025\n"
    (tmp_path / "own.yaml").write_text(f"{head}reviewer: {{name: {by}}}\n", "utf-8")
    (tmp_path / "broken.yaml").write_text("reviewer: [", "utf-8")
    waivers = (
        "waivers: {no_such: {reason: 示例, approved_by: 示例, approved_on: 2026-01-01, expires: 2027-01-01}}"
    )
    (tmp_path / "unknown.yaml").write_text(f"{head}reviewer: {{name: 核验组}}\n{waivers}\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("reviews", REVIEWS.values(), ids=REVIEWS)
@pytest.mark.parametrize(("command", "call"), [("check", check), ("score", score)])
def test_reviews_are_followed_and_refused_alike(
    command: str, call: Callable[..., Run], reviews: tuple[str, ...], desk: Path, digecon: Digecon
) -> None:
    holds(call(REPORT, reviews=reviews, as_of=DAY), called(digecon, command, REPORT, reviews=reviews))


@pytest.mark.parametrize("name", ["missing", "no YAML", "the submitter's own", "a report"])
def test_what_the_command_line_fails_on_the_api_shows(name: str, desk: Path) -> None:
    run = check(REPORT, reviews=REVIEWS[name], as_of=DAY)
    assert run.exit_code == 3
    assert any(one.is_error for one in run.diagnostics)
    assert not run.ok


@pytest.mark.parametrize(
    "paths", [["sample_reports"], ["sample_reports/published"], ["empty"], ["no-such-folder"], [REPORT, "own.yaml"]]
)  # fmt: skip
@pytest.mark.parametrize(("command", "call"), [("check", check), ("score", score)])
def test_folders_are_searched_alike(
    command: str, call: Callable[..., Run], paths: list[str], desk: Path, digecon: Digecon
) -> None:
    holds(call(*paths, as_of=DAY), called(digecon, command, *paths))


def test_a_run_gives_its_assessments_and_its_scoreboard() -> None:
    run = score(ROOT / "sample_reports/published", as_of=DAY, period="2024")
    assert run.scoreboard is not None
    assert [one.entity for one in run] == ["wuhan", "wuhan-east-lake", "china"]
    assert list(run) == list(run.assessments)
    assert check(ROOT / REPORT, as_of=DAY).scoreboard is None


# Arguments


def test_one_path_stands_for_itself(desk: Path) -> None:
    named = [
        check(REPORT, reviews=reviews, as_of=DAY) for reviews in (REVIEW, Path(REVIEW), [REVIEW], {REVIEW})
    ]
    assert [run.exit_code for run in named] == [1] * 4
    assert [[file.path for file in run.reviews] for run in named] == [[REVIEW]] * 4


def test_a_folder_of_targets_is_taken_as_a_library_is() -> None:
    folder = ROOT / "targets"
    runs = [
        check(ROOT / REPORT, targets=one, as_of=DAY) for one in (folder, str(folder), load_targets(folder))
    ]
    assert len({tuple(file.sha256 for file in run.target_files) for run in runs}) == 1


def test_grades_and_ids_are_taken_in_plain_words() -> None:
    assert Settings("verified", select="scope-unstated", ignore=["item-expired"]) == Settings(
        Grade.VERIFIED, select=("scope-unstated",), ignore=("item-expired",)
    )
    assert dataclasses.replace(Settings("documented"), waivers=False) == Settings("documented", waivers=False)


WRONG: dict[str, list[tuple[Any, type[Exception]]]] = {
    "targets": [(1, TypeError), ([], TypeError), (b"targets", TypeError), ("", ValueError), (True, TypeError)],
    "reviews": [
        (None, TypeError), (1, TypeError), (b"reviews.yaml", TypeError), ([b"reviews.yaml"], TypeError),
        ([1], TypeError), ([[REVIEW]], TypeError), ({REVIEW: 0.1}, TypeError), ({1: 1}, TypeError),
        ("", ValueError), ([""], ValueError), (False, TypeError),
    ],
    "as_of": [
        ("2026-02-28", TypeError), (20260228, TypeError), (datetime.datetime(2026, 2, 28), TypeError),
        (0, TypeError), (False, TypeError),
    ],
    "settings": [
        ({"waivers": False}, TypeError), ("documented", TypeError), (Grade.DOCUMENTED, TypeError), (False, TypeError),
        (Settings(select=["no-such-id"]), ValueError), (Settings(ignore=["self-review"]), ValueError),
    ],
}  # fmt: skip
WRONG_TO_SCORE: dict[str, list[tuple[Any, type[Exception]]]] = {
    **WRONG,
    "period": [
        (2025, TypeError),
        ("2025-13", ValueError),
        ("", ValueError),
        (DAY, TypeError),
        (0, TypeError),
    ],
    "weights": [(1, TypeError), ({"gdp": 0.1}, TypeError), ("", ValueError), (False, TypeError)],
    "rank": [(1, TypeError), ("yes", TypeError), (None, TypeError)],
    "jobs": [(0, ValueError), (-1, ValueError), (True, TypeError), (1.0, TypeError), ("2", TypeError)],
}
"""Arguments that are none, by name."""


def each(wrong: dict[str, list[tuple[Any, type[Exception]]]]) -> pytest.MarkDecorator:
    rows = [
        pytest.param(name, value, error, id=f"{name}-{number}-{type(value).__name__}")
        for name, values in wrong.items()
        for number, (value, error) in enumerate(values)
    ]
    return pytest.mark.parametrize(("name", "value", "error"), rows)


@each(WRONG)
def test_check_names_an_argument_that_is_none(name: str, value: Any, error: type[Exception]) -> None:
    with pytest.raises(error, match=rf"^{name}\b"):
        check(ROOT / REPORT, **{name: value})


@each(WRONG_TO_SCORE)
def test_score_names_an_argument_that_is_none(name: str, value: Any, error: type[Exception]) -> None:
    with pytest.raises(error, match=rf"^{name}\b"):
        score(ROOT / REPORT, **{name: value})


@pytest.mark.parametrize("call", [check, score])
def test_paths_are_named_one_by_one(call: Callable[..., Run]) -> None:
    for paths, error in (
        ([[[REPORT]]], TypeError),
        ([b"x"], TypeError),
        ([1], TypeError),
        ([""], ValueError),
    ):
        with pytest.raises(error, match=r"^paths"):
            call(*paths)
    with pytest.raises(ValueError, match=r"^paths"):
        call()


@pytest.mark.parametrize(
    ("arguments", "error", "name"),
    [
        ({"min_evidence": "strong"}, ValueError, "min_evidence"),
        ({"min_evidence": 1}, TypeError, "min_evidence"),
        ({"min_evidence": None}, TypeError, "min_evidence"),
        ({"waivers": 0}, TypeError, "waivers"),
        ({"documents": "yes"}, TypeError, "documents"),
        ({"select": 1}, TypeError, "select"),
        ({"ignore": [1]}, TypeError, "ignore"),
        ({"ignore": None}, TypeError, "ignore"),
    ],
)
def test_settings_name_an_argument_that_is_none(
    arguments: dict[str, Any], error: type[Exception], name: str
) -> None:
    with pytest.raises(error, match=rf"^{name}\b"):
        Settings(**arguments)


def test_load_functions_name_an_argument_that_is_none() -> None:
    for call, value, error in (
        (load_report, 1, TypeError),
        (load_report, "", ValueError),
        (load_targets, 1, TypeError),
        (load_targets, "", ValueError),
    ):
        with pytest.raises(error, match=r"^(path|folder)"):
            call(value)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"^targets"):
        load_report(ROOT / REPORT, targets=1)  # type: ignore[arg-type]
    with pytest.raises(TargetsError):
        check(ROOT / REPORT, targets=ROOT / "docs")


def test_a_period_is_taken_as_text_or_as_it_is() -> None:
    runs = [score(ROOT / "sample_reports", period=one, as_of=DAY) for one in ("2024", Period(2024))]
    assert [str(run.scoreboard.period) for run in runs if run.scoreboard] == ["2024", "2024"]


# Types


def types_in(hint: Any) -> Iterator[type]:
    """Return every class that a type hint names."""
    for part in typing.get_args(hint):
        for one in part if isinstance(part, list | tuple) else (part,):
            yield from types_in(one)
    found = typing.get_origin(hint) or hint
    if isinstance(found, type):
        yield found


HELD_BACK = {
    name: getattr(hubei_digecon, name)
    for name in (
        *("CutOffs", "IndicatorChange", "Task", "YearStanding"),
        *("Baseline", "BaselineCounts", "KnownParts"),
    )
} | {"Path": Path}
"""Types that a run imports only where they are asked for."""


def hints_of(one: type) -> Iterator[Any]:
    """Return the types of the public fields and properties of a class of ours."""
    names = vars(sys.modules[one.__module__]) | {"Scoreboard": board_module.Scoreboard} | HELD_BACK
    if not issubclass(one, enum.Enum):
        yield from (hint for key, hint in typing.get_type_hints(one, names).items() if key[0] != "_")
    for key, member in vars(one).items():
        if key[0] != "_" and isinstance(member, property) and member.fget:
            yield typing.get_type_hints(member.fget, names)["return"]


def test_every_type_that_the_api_takes_or_gives_is_public() -> None:
    functions = (check, score, trend, diff, lint, verify, new, load_report, load_targets)
    waiting = [
        one for call in functions for hint in typing.get_type_hints(call).values() for one in types_in(hint)
    ]
    waiting += [hubei_digecon.InputError, TargetsError]
    met = set()
    while waiting:
        one = waiting.pop()
        if one not in met and one.__module__.startswith("hubei_digecon"):
            met.add(one)
            waiting.extend(part for hint in hints_of(one) for part in types_in(hint))
    assert {one.__name__ for one in met} - set(hubei_digecon.__all__) == set()
    assert all(getattr(hubei_digecon, one.__name__) is one for one in met)


def test_public_names_are_imported_when_first_used() -> None:
    assert set(hubei_digecon.__all__) <= set(dir(hubei_digecon))
    assert all(getattr(hubei_digecon, name) is not None for name in hubei_digecon.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        hubei_digecon.nothing  # noqa: B018
