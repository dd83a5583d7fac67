"""The circular for Word: its title, its groups without ranks, and the same bytes each time."""

import datetime

import pytest

from hubei_digecon import score
from hubei_digecon.show.formats import format_of
from hubei_digecon.show.view import View
from hubei_digecon.text import LANGS, Lang

from ...conftest import AS_OF
from ...docx_reader import docx
from .conftest import SAMPLES


@pytest.mark.parametrize("lang", LANGS)
def test_places_stand_in_groups_without_ranks_and_the_same_each_time(lang: Lang) -> None:
    board = score(SAMPLES, as_of=datetime.date.fromisoformat(AS_OF), rank=True).scoreboard
    form = format_of("docx+circular", "scores")
    assert form
    assert board
    made = form.scored(board, View(lang))
    assert isinstance(made, bytes)
    assert made == form.scored(board, View(lang))
    outline = docx(made).outline
    assert {"zh": "关于2025年数字经济", "en": "Circular on the targets"}[lang] in outline
    assert [word for word in ("位次", "排名", "得分", "rank", "score") if word in outline] == []
