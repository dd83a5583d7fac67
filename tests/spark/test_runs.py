"""check, score and trend on a DataFrame: what comes back, and what is refused before an engine has to do with it."""

from typing import Any

import pytest

from hubei_digecon import InputError
from hubei_digecon import check as check_here
from hubei_digecon.diagnostics.extras import Extra
from hubei_digecon.spark import check, runs, score, trend

from .observations import DAY, ROWS


@pytest.fixture
def frame(engine: Any) -> Any:
    return engine.createDataFrame(ROWS)


def test_what_it_needs_must_be_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runs, "SPARK", Extra("spark", {"no_such_module": "no-such-module>=1"}))
    nothing: Any = None
    for function in (check, score, trend):
        with pytest.raises(ImportError, match="no-such-module>=1"):
            function(nothing)


def test_arguments_are_read_before_the_rows_are() -> None:
    nothing: Any = None
    with pytest.raises(ValueError, match="no_such_document"):
        check(nothing, documents=("no_such_document",))
    with pytest.raises(ValueError, match="method"):
        trend(nothing, method="guess")
    wrong: Any = "yes"
    with pytest.raises(TypeError, match="rank"):
        score(nothing, rank=wrong)


@pytest.mark.heavy
def test_a_row_a_finding_comes_back_and_sentences_where_they_are_asked_for(frame: Any) -> None:
    run = check_here(ROWS, as_of=DAY)
    found = check(frame, as_of=DAY)
    assert "message_en" not in found.columns
    assert "message_en" in check(frame, as_of=DAY, texts=True).columns
    rows = found.toArrow().to_pylist()
    expected = [one.outcome.id for report in run.assessments for one in report.findings]
    assert sorted(row["outcome"] for row in rows if row["outcome"]) == sorted(expected)
    assert [row["verdict"] for row in rows if row["outcome"] is None] == ["invalid"] * 2


@pytest.mark.heavy
def test_places_stand_side_by_side_and_series_in_order(frame: Any) -> None:
    board = score(frame, as_of=DAY).scoreboard
    assert board is not None
    assert {row.entity.id for row in board.rows if row.assessment} == {"wuhan", "wuhan-wedz"}
    series = [
        one for one in trend(frame, as_of=DAY, entities=("wuhan",)) if one.indicator.id == "core_share_of_gdp"
    ]
    assert [[str(point.period) for point in one.points] for one in series] == [["2024", "2025"]]


@pytest.mark.heavy
def test_rows_that_are_no_reports_are_refused(engine: Any) -> None:
    with pytest.raises(InputError):
        check(engine.createDataFrame([(1, 2)], "a int, b int"), as_of=DAY)
