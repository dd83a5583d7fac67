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
    headings = [part.heading.partition("（")[0] for part in section.parts]
    assert headings[:4] == ["全部完成", "尚有未完成", "待补充核实", "未报送"]
    missed = section.parts[1]
    assert [one.heading for one in missed.listings] == ["标杆园区（1个）"]
    (entry,) = missed.listings[0].entries
    assert entry.heading.startswith("b区：应核验")
    assert "示例产值（差10亿元）" in entry.heading
    assert section.parts[3].listings[0].entries[0].heading == "c区"


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", ["table+circular", "markdown+circular"])
def test_no_rank_no_score_and_no_person_stands_in_it(name: str, lang: Lang, board: Scoreboard) -> None:
    text = told(name, board, lang)
    assert [word for word in UNSAID if word in text] == []
    assert {"zh": "完成情况的通报", "en": "Circular on the targets"}[lang] in text.splitlines()[0]


def test_a_circular_is_only_of_a_scoreboard() -> None:
    assert format_of("table+circular") is None
    assert format_of("table+circular", "lints") is None
