"""What the one who looks asked for: the language, and which signs can be written."""

import pytest

from hubei_digecon.show.view import View
from hubei_digecon.text import Text


@pytest.mark.parametrize(("lang", "said"), [("zh", "目标2项"), ("en", "2 targets")])
def test_a_sentence_is_said_in_the_language_of_the_view(lang: str, said: str) -> None:
    text = Text("目标{count}项", "{count} targets")
    assert View(lang=lang).say(text, count=2) == said  # type: ignore[arg-type]


def test_a_sentence_without_values_keeps_its_braces() -> None:
    assert View().say(Text("{", "{")) == "{"


@pytest.mark.parametrize(
    ("encoding", "sign", "shown"),
    [
        ("utf-8", "✓", "✓"), ("cp936", "✓", "+"), ("cp936", "≥", "≥"), ("ascii", "≥", "+"), ("latin-1", "✓", "+"),
        ("no-such-encoding", "✓", "+"), ("cp65001", "✓", "✓"),
    ],
)  # fmt: skip
def test_a_sign_that_cannot_be_written_falls_back(encoding: str, sign: str, shown: str) -> None:
    assert View(encoding=encoding).sign(sign, "+") == shown


def test_a_text_within_a_text_is_said_in_the_same_language() -> None:
    inner, outer = Text("市", "city"), Text("“{name}”", "the {name}")
    assert (outer.format(name=inner).zh, outer.format(name=inner).en) == ("“市”", "the city")
