"""The sentences of documents for Word: each is used, and has both languages."""

from hubei_digecon.show.word import words
from hubei_digecon.text import Text

from ...package_contents import PACKAGE

TEXTS = {name: one for name, one in vars(words).items() if isinstance(one, Text)}


def test_every_sentence_is_used() -> None:
    used = "".join(path.read_text("utf-8") for path in (PACKAGE / "show" / "word").glob("*.py"))
    assert [name for name in TEXTS if f"words.{name}" not in used] == []


def test_every_sentence_has_the_same_gaps_in_both_languages() -> None:
    for text in TEXTS.values():
        assert text.zh.count("{") == text.en.count("{")
