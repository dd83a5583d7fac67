"""How texts and paths stand in JSON."""

from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any

import pytest

from hubei_digecon.shapes import result
from hubei_digecon.shapes.result import form, read_path, written_path, written_text


@pytest.mark.parametrize("path", ["a/b.yaml", "报告.yaml", "a\udcff.yaml", "<U+DCFF>.yaml", "a<b"])
def test_a_path_is_read_back_whatever_its_name(path: str) -> None:
    written_path(path).encode("utf-8")
    assert read_path(written_path(path)) == path


def test_what_strict_readers_refuse_is_written_as_a_number() -> None:
    assert written_text("a\udcffb") == "a<U+DCFF>b"


def _declared() -> Any:
    @form
    class Example:
        one: str
        two: list[int] = field(default_factory=list)

    return Example


def test_a_form_becomes_a_dataclass_once_a_value_is_made_or_its_fields_are_asked_for() -> None:
    first, second, third = _declared(), _declared(), _declared()
    assert (first("1"), first("1").two) == (first(one="1", two=[]), [])
    assert first("1") != first("2")
    assert repr(first("1", [2])) == "Example('1', [2])"
    assert is_dataclass(second)
    assert [one.name for one in fields(third)] == ["one", "two"]
    assert fields(third("1")) == fields(third)
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'one'"):
        _declared()()


def test_a_form_with_every_field_given_is_made_before_it_is_a_dataclass(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    example = _declared()
    with monkeypatch.context() as within:
        within.delattr(result, "dataclass")  # nothing can be made one
        early = example("1", two=[2])
        assert (early.one, early.two, repr(early)) == ("1", [2], "Example('1', [2])")
        assert early == example(two=[2], one="1")
    assert early == example("1", [2])
    assert is_dataclass(early)
    for wrong in ({"three": 3}, {"one": "2"}):  # another field, and one given twice
        with pytest.raises(TypeError):
            _declared()("1", **wrong)


def test_a_form_is_whole_while_another_thread_makes_a_dataclass_of_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    example, seen = _declared(), []

    def interrupted(**asked: bool) -> Any:
        monkeypatch.undo()  # once: what another thread does in the middle
        seen.append((example("1"), [one.name for one in fields(example)]))
        return dataclass(**asked)

    monkeypatch.setattr(result, "dataclass", interrupted)
    assert example("1") == example("1")
    assert seen == [(example("1"), ["one", "two"])]
