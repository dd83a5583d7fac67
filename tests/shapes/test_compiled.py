"""A mapping of texts that is read as a whole is what is read of it key by key, with nothing noted."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hubei_digecon.load.fields import Faults, Fields
from hubei_digecon.load.tree import Mapping, TreePlaces
from hubei_digecon.shapes.compiled import NOT_PLAIN, compiled_table, lets_in, shape_of
from hubei_digecon.shapes.office_words import LEVELS, LEVELS_ASKED
from hubei_digecon.shapes.text_kinds import TEXT_KINDS

from ..load.reading import QUICK

RECORDS = sorted(name for name, entry in compiled_table().items() if "record" in entry)
TEXTS = (
    "", " ", "/", "无", " a ", "2025", "2025-01-02", "2025-13-01", "2025年底", "长期有效", "２０２４", "docs/1.pdf", "../a",
    *list(LEVELS)[:2], *list(LEVELS_ASKED)[:1], "founded",
)  # fmt: skip


@st.composite
def _record(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    """Draw a mapping of a shape with all that it needs."""
    name = draw(st.sampled_from(RECORDS))
    shape = shape_of(name)
    keys = draw(st.lists(st.sampled_from(sorted(shape.specs)), unique=True, max_size=5))
    values = st.one_of(st.sampled_from(TEXTS), st.none())
    needed = {key: draw(st.sampled_from(TEXTS)) for key in sorted(shape.required)}
    return name, {key: draw(values) for key in keys} | needed


@pytest.mark.heavy
@settings(QUICK, max_examples=400)
@given(_record())
def test_a_record_that_is_plain_is_read_alike_key_by_key(drawn: tuple[str, dict[str, Any]]) -> None:
    name, node = drawn
    shape, noted = shape_of(name), Faults(TreePlaces(Mapping(node)))
    read = Fields(node, (), noted, shape).record()
    try:
        plain = shape.plain(node)
    except NOT_PLAIN:
        assert noted
    else:
        assert (plain, []) == (read, noted)


@pytest.mark.parametrize("name", RECORDS)
def test_every_key_of_a_record_is_a_field_of_its_type(name: str) -> None:
    record: Any = shape_of(name).record
    assert set(shape_of(name).specs) == set(record._fields)


def test_every_kind_of_text_is_named_by_a_key() -> None:
    def kinds(spec: list[Any]) -> set[str]:
        return {spec[1]} if spec[0] == "text" else kinds(spec[1]) if isinstance(spec[1], list) else set()

    named = [kinds(spec) for entry in compiled_table().values() for spec in entry["keys"].values()]
    assert set().union(*named) == set(TEXT_KINDS)


def test_what_is_no_mapping_has_no_shape() -> None:
    nothing: tuple[Any, ...] = (None, "text", [], {})
    assert not any(lets_in(root, "report") for root in nothing)
