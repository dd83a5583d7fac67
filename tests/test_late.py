"""What is made late is what it would have been."""

import pickle
import re

import pytest

from hubei_digecon.late import late_pattern


def test_a_late_pattern_does_what_the_pattern_does() -> None:
    text, late, early = "a1b22", late_pattern("[A-Z]([0-9]+)", re.IGNORECASE), re.compile("[a-z]([0-9]+)")
    assert (late.findall(text), late.split(text)) == (early.findall(text), early.split(text))
    assert late.sub("-", text) == early.sub("-", text)
    for name in ("match", "search"):
        assert getattr(late, name)(text).groups() == getattr(early, name)(text).groups()
    assert late.fullmatch(text) is None
    assert [one.span() for one in late.finditer(text)] == [one.span() for one in early.finditer(text)]
    assert late.pattern == "[A-Z]([0-9]+)"
    assert late_pattern(b"[0-9]").findall(b"1a") == [b"1"]


def test_a_late_pattern_is_compiled_at_its_first_use_and_once(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []

    def compile_told(pattern: str, flags: int) -> "re.Pattern[str]":
        compiled.append(pattern)
        return _compile(pattern, flags)

    _compile = re.compile
    monkeypatch.setattr(re, "compile", compile_told)
    late = late_pattern("x")
    assert compiled == []
    assert late.match("x")
    assert late.search("yx")
    assert compiled == ["x"]


def test_a_late_pattern_goes_to_other_processes() -> None:
    late = late_pattern("x+")
    assert late.match("xx")
    match = pickle.loads(pickle.dumps(late)).match("xx")
    assert match is not None
    assert match.group() == "xx"
