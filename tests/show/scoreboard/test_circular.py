"""The circular: groups in their order, places in that of the notice, no rank, score or person in it."""

import datetime
from pathlib import Path

import pytest

from hubei_digecon import score
from hubei_digecon.domain.outcomes import Verdict
from hubei_digecon.domain.scoreboard import Scoreboard
from hubei_digecon.show.formats import format_of
from hubei_digecon.show.scoreboard.circular import GROUPS, circular_document
from hubei_digecon.show.view import View
from hubei_digecon.text import LANGS, Lang

from ...conftest import AS_OF
from ...places import Places

UNSAID = ("位次", "排名", "得分", "实现程度", "rank", "score", "%（", "示例单位")


@pytest.fixture
def board(tmp_path: Path) -> Scoreboard:
    """A city that met its numbers, two zones of which one missed one, and a zone without a report."""
    places = Places(tmp_path)
    for place, output in (("town", 900), ("a", 100), ("b", 90)):
        places.report(place, *places.numbers(output=output))
    run = score(
        str(places.reports), targets=str(places.targets), as_of=datetime.date.fromisoformat(AS_OF), rank=True
    )
    assert run.scoreboard
    return run.scoreboard


def told(name: str, board: Scoreboard, lang: Lang) -> str:
    form = format_of(name, "scores")
    assert form
    return str(form.scored(board, View(lang, width=100)))


def test_every_verdict_has_one_group() -> None:
    verdicts = [verdict for group in GROUPS for verdict in group.verdicts]
    assert sorted(map(str, verdicts)) == sorted(map(str, (*Verdict, None)))


def test_groups_stand_in_their_order_and_cities_apart_from_zones(board: Scoreboard) -> None:
    (section,) = circular_document(board, View("zh")).sections
    assert [part.heading for part in section.parts] == [
        "尚有未完成（标杆园区1个）",
        "待补充核实（示范城市1个、标杆园区1个）",
        "未报送（标杆园区1个）",
        "下一步工作",
    ]
    missed, incomplete, absent, asked = section.parts
    (table,) = missed.tables
    ((name, met, which),) = [[cell.text for cell in row] for row in table.cells(View("zh"))]
    assert (name, met) == ("b区", "2／4项")
    assert "示例产值（差10亿元）" in which
    assert [one.title.zh for one in incomplete.tables] == [
        "示范城市1个",
        "标杆园区1个",
    ]
    assert absent.listings[0].entries[0].heading == "c区"
    assert asked.lead[0].lines[0] == (
        "尚有未完成指标的，请说明原因和下一步措施；待补充核实的，请按补充材料通知补报；未报送的，请尽快报送。"
    )


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", ["table+circular", "markdown+circular"])
def test_no_rank_no_score_and_no_person_stands_in_it(name: str, lang: Lang, board: Scoreboard) -> None:
    text = told(name, board, lang)
    assert [word for word in UNSAID if word in text] == []
    assert {"zh": "完成情况的通报", "en": "Circular on the targets"}[lang] in text.splitlines()[0]


def test_a_circular_is_only_of_a_scoreboard() -> None:
    assert format_of("table+circular") is None
    assert format_of("table+circular", "lints") is None
