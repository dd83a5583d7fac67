"""The door lets in by a table what pydantic would let in, and nothing else; the table is not stale."""

import json
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from hubei_digecon.load.document import Document
from hubei_digecon.load.shape_faults import admit
from hubei_digecon.shapes.compiled import compiled_table, lets_in
from hubei_digecon.shapes.files import FILES, shapes_in

from ..conftest import ROOT
from ..laws import examples
from .reading import QUICK, document

SHAPES: dict[str, dict[str, Any]] = compiled_table()
SORTS = tuple(FILES)

EXAMPLES = {
    "report": sorted((ROOT / "sample_reports").glob("*/*.yaml")),
    "catalogue": [ROOT / "targets" / "indicators.yaml"],
    "document": sorted((ROOT / "targets" / "documents").glob("*.yaml")),
    "entity": sorted((ROOT / "targets").glob("[cz]*/*.yaml")),
}


def test_every_sort_of_file_has_its_shape() -> None:
    assert set(SORTS) <= set(SHAPES)
    for shape in SHAPES.values():
        assert set(shape["required"]) <= set(shape["keys"])


def test_no_two_shapes_share_a_name() -> None:
    every = {shape for file in FILES.values() for shape in shapes_in(file)}
    assert len({shape.__name__ for shape in every}) == len(every)


def _document(content: Any) -> Document:
    return document(json.dumps(content), "file.json")


def _root(content: Any) -> dict[str, Any]:
    return _document(content).root


def _let_in_by_table(sort: str, content: Any) -> bool:
    return lets_in(_root(content), sort)


def _let_in_by_pydantic(sort: str, content: Any) -> bool:
    try:
        FILES[sort].model_validate(_root(content))
    except ValidationError:
        return False
    return True


_ODD: st.SearchStrategy[Any] = st.sampled_from(
    [None, "", "text", [], ["text"], [None], [[]], [{}], {}, {"value": "1"}, {"unknown": None}, {"": "text"}]
)


@st.composite
def _value(draw: st.DrawFn, spec: list[Any]) -> Any:
    """Draw what fits a spec of the table; now and then something else."""
    if draw(st.integers(0, 24)) == 0:
        return draw(_ODD)
    sort, *rest = spec
    if sort == "text":
        return draw(st.sampled_from(["text", "", "2025"]))
    if sort == "short":
        return "text" if draw(st.booleans()) else draw(_mapping(rest[0]))
    if sort == "shape":
        return draw(_mapping(rest[0]))
    if sort == "list":
        return draw(st.lists(_value(rest[0]), max_size=2))
    empty = [st.none()] if sort == "form" else []
    return draw(st.dictionaries(st.sampled_from("abc"), st.one_of(_value(rest[0]), *empty), max_size=2))


@st.composite
def _mapping(draw: st.DrawFn, name: str) -> dict[str, Any]:
    """Draw a mapping of a named shape: with all it needs nearly always, with a key too many now and then."""
    shape = SHAPES[name]
    needed = [key for key in shape["required"] if draw(st.integers(0, 30))]
    optional = [key for key in shape["keys"] if key not in shape["required"]]
    keys = [
        *needed,
        *draw(st.lists(st.sampled_from(optional), unique=True, max_size=3) if optional else st.just([])),
    ]
    drawn = {key: draw(_value(shape["keys"][key])) for key in keys}
    if draw(st.integers(0, 30)) == 0:
        drawn["unknown"] = draw(_ODD)
    return drawn


@st.composite
def _content(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    sort = draw(st.sampled_from(SORTS))
    return sort, draw(_mapping(sort))


_MINIMAL = {"entity": "wuhan", "period": "2025", "submitted": {"by": "a", "date": "2026-01-01"}}


def _hold_both_equal(drawn: tuple[str, dict[str, Any]]) -> None:
    sort, content = drawn
    assert _let_in_by_table(sort, content) == _let_in_by_pydantic(sort, content)


@settings(QUICK, max_examples=examples(150))
@given(_content())
@example(("report", _MINIMAL))
@example(("report", _MINIMAL | {"observations": {"a": None, "b": "1", "c": {"evidence": ["x", {}]}}}))
@example(("report", _MINIMAL | {"observations": {"a": {"evidence": [None]}}}))
@example(("report", _MINIMAL | {"observations": {"a": {"evidence": [{"unknown": None}]}}}))
@example(("report", _MINIMAL | {"observations": {"a": {"items": [{"name": None}]}}}))
@example(
    ("entity", {"entity": {"id": "a", "kind": "zone", "name": {"zh": "", "en": ""}}, "targets": {"a": None}})
)
@example(("catalogue", {"indicators": {}, "relations": [{}, None]}))
def test_table_and_pydantic_let_in_the_same(drawn: tuple[str, dict[str, Any]]) -> None:
    _hold_both_equal(drawn)


@pytest.mark.heavy
@settings(max_examples=4000, database=None)
@given(_content())
def test_table_and_pydantic_let_in_the_same_of_very_many(drawn: tuple[str, dict[str, Any]]) -> None:
    _hold_both_equal(drawn)


@pytest.mark.parametrize("sort", EXAMPLES)
def test_real_files_are_let_in_without_pydantic(sort: str) -> None:
    for path in EXAMPLES[sort]:
        read = document(path.read_bytes(), str(path))
        if path.name == "reading-faults.yaml":
            continue
        assert lets_in(read.root, sort), path
        assert admit(read, sort) == []


@pytest.mark.heavy
@pytest.mark.parametrize("sort", EXAMPLES)
def test_one_thing_changed_anywhere_in_a_real_file_is_judged_alike_by_both(sort: str) -> None:
    path = max(EXAMPLES[sort], key=lambda path: path.stat().st_size)
    content = dict(document(path.read_bytes(), str(path)).root)
    for key, most in (("indicators", 2), ("observations", 4)):
        if key in content:
            content[key] = dict(list(content[key].items())[-most:])
    admitted = set()
    for changed in _changes(content):
        by_table = _let_in_by_table(sort, changed)
        assert by_table == _let_in_by_pydantic(sort, changed)
        admitted.add(by_table)
    assert admitted == {True, False}


def _changes(node: Any) -> list[Any]:
    """Return copies of a tree, each with one thing changed: taken out, emptied, or of another sort."""
    others: list[Any] = [None, "text", ["text"], {"unknown": "text"}]
    changed: list[Any] = []
    if isinstance(node, dict):
        changed.append({**node, "unknown": "text"})
        for key, value in node.items():
            changed.append({name: inner for name, inner in node.items() if name != key})
            changed.extend({**node, key: other} for other in [*others, *_changes(value)])
    elif isinstance(node, list):
        for index, value in enumerate(node):
            changed.extend(
                [*node[:index], other, *node[index + 1 :]] for other in [*others, *_changes(value)]
            )
    return changed


def test_what_does_not_fit_is_cut_off_and_the_rest_can_be_read() -> None:
    read = document(
        "entity: [a]\nperiod: 2025\nsubmitted: text\nobservations:\n  gdp: {value: 1亿元, staus: final, items: x}\n"
        "  core_value_added: [1]\nauthors: a\n"
    )
    told = admit(read, "report")
    assert sorted((fault.kind.id, fault.at) for fault in told) == [
        ("unknown-key", ("authors",)),
        ("unknown-key", ("observations", "gdp", "staus")),
        ("wrong-type", ("entity",)),
        ("wrong-type", ("observations", "core_value_added")),
        ("wrong-type", ("observations", "gdp", "items")),
        ("wrong-type", ("submitted",)),
    ]
    assert read.root == {"period": "2025", "observations": {"gdp": {"value": "1亿元"}}}


@pytest.mark.parametrize(
    ("written", "suggested"),
    [
        ("observation", "did you mean “observations”? "),
        ("Period", "did you mean “period”? "),
        ("048.3", "inside { } a comma ends a value: quote a number that has one; "),
        ("authors", ""),
    ],
)
def test_an_unknown_key_is_told_with_what_was_probably_meant(written: str, suggested: str) -> None:
    (fault,) = admit(_document({**_MINIMAL, written: "a"}), "report")
    keys = "format, entity, period, submitted, illustrative, note, observations"
    assert fault.fix.en == f"{suggested}keys that can stand here: {keys}"


def test_the_keys_that_can_stand_in_an_entry_are_those_of_its_shape() -> None:
    cases: list[tuple[str, Any, str]] = [
        ("report", {**_MINIMAL, "observations": {"a": {"items": [{"name": "b", "x": "c"}]}}}, "Item"),
        ("report", {**_MINIMAL, "observations": {"a": {"source": {"x": "c"}}}}, "Source"),
        ("report", {**_MINIMAL, "submitted": {"by": "a", "date": "b", "x": "c"}}, "Submitted"),
        ("catalogue", {"indicators": {}, "relations": [{"x": "c"}]}, "Relation"),
    ]
    for sort, content, shape in cases:
        (fault,) = admit(_document(content), sort)
        assert fault.kind.id == "unknown-key"
        assert fault.fix.en.endswith("keys that can stand here: " + ", ".join(SHAPES[shape]["keys"]))
