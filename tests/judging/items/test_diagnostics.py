"""The kinds of diagnostics on items: how much each weighs, and what its example shows."""

import pytest

from hubei_digecon.diagnostics import DiagnosticKind, Severity, diagnose
from hubei_digecon.judging.items import diagnostics
from hubei_digecon.judging.items.diagnostics import DUPLICATE_ITEM, ITEM_LACKS_FIELD, KINDS
from hubei_digecon.text import Text


def test_every_kind_of_the_module_is_in_the_table() -> None:
    declared = {one for one in vars(diagnostics).values() if isinstance(one, DiagnosticKind)}
    assert declared == set(KINDS)


def test_what_is_wrong_in_itself_is_an_error() -> None:
    assert [kind.id for kind in KINDS if kind.severity is Severity.ERROR] == [
        "duplicate-item",
        "item-unnamed",
    ]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_an_example_shows_a_count_with_its_items(kind: DiagnosticKind) -> None:
    shown = f"{kind.example.fails}\n{kind.example.beside}"
    assert "items:" in shown
    assert kind.example.fails != kind.example.passes


def test_the_examples_count_the_items_that_they_list() -> None:
    assert DUPLICATE_ITEM.example.fails == (
        "observations:\n"
        "  new_innovation_platforms:\n"
        "    value: 2家\n"
        "    counting: cumulative\n"
        "    items:\n"
        "      - {name: 示例平台一, level: 省级, by: 示例机构, recognised_on: 2025-03-12}\n"
        "      - {name: 示例平台一, level: 省级, by: 示例机构, recognised_on: 2025-03-12}"
    )


def test_a_message_and_its_fix_name_the_same_fields() -> None:
    told = diagnose(ITEM_LACKS_FIELD, name="甲", fields=Text("级别、认定日期", "level, date"))
    assert told.message == Text(
        "“甲”缺少级别、认定日期，是否计入不能确定",
        "“甲” lacks: level, date; so it is not known whether it counts",
    )
    assert told.fix == Text("补上级别、认定日期", "add: level, date")
