"""What was meant by a word that nobody knows."""

import pytest

from hubei_digecon.diagnostics.suggest import asking, near_miss, nearest, one_keystroke_apart
from hubei_digecon.text import Text

KNOWN = ("observations", "submitted", "period")


@pytest.mark.parametrize(
    ("word", "meant"), [("observation", "observations"), ("submited", "submitted"), ("xyz", None)]
)
def test_the_known_word_most_like_it_is_meant(word: str, meant: str | None) -> None:
    assert nearest(word, KNOWN) == meant


@pytest.mark.parametrize(
    ("word", "apart"),
    [("perio", True), ("periods", True), ("perion", True), ("peroid", True), ("prd", False), ("p", False)],
)
def test_one_keystroke_makes_one_word_of_another(word: str, apart: bool) -> None:
    assert one_keystroke_apart(word, "period") is apart


def test_the_question_is_asked_where_something_is_alike() -> None:
    assert near_miss("perod", KNOWN) == asking("period")
    assert asking(None) == Text.same("")
    assert "period" in asking("period").en
