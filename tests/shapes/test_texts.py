"""The kinds of text as types of keys: which texts an editor takes for each."""

from typing import Annotated, get_args, get_origin

import pytest

from hubei_digecon.shapes import texts
from hubei_digecon.shapes.holds import Holds

from .taken import is_taken

TYPES = {name: one for name, one in vars(texts).items() if get_origin(one) is Annotated}


def holds_of(name: str) -> Holds:
    """Return what a type of text must hold."""
    (found,) = (mark for mark in get_args(TYPES[name]) if isinstance(mark, Holds))
    return found


@pytest.mark.parametrize(
    ("name", "taken", "refused"),
    [
        ("Date", ("2026-01-20", "2026年1月20日"), ("2026", "2026-01")),
        ("DatedText", ("2026", "2026-01", "无"), ("年底", "1899")),
        ("ValidUntil", ("长期有效", "2027-06-30"), ("很久",)),
        ("PeriodText", ("2025", "2025-M09"), ("1-9月", "2200")),
        ("FigurePeriod", ("2025", "1-9月"), ("九月",)),
        ("Year", ("1900", "2199"), ("1899", "2200", "无")),
        ("ItemYear", ("1900", "无"), ("1899",)),
        ("FromOne", ("1", "9999"), ("0", "10000", "1.0")),
        ("FromZero", ("0", "9999"), ("-1", "10000")),
        ("Decimals", ("0", "9"), ("10",)),
        ("BareNumber", ("-1.5", "9" * 30), ("9" * 31, "1%", "一")),
        ("WeightNumber", ("0", "-0.0", "+2.5"), ("-1", "-0.1")),
        ("DocumentPath", ("docs/1.pdf",), ("../1.pdf", "/1.pdf")),
        ("StateWord", ("已完成", "无"), ("年报",)),
        ("AttestedWord", ("未完成",), ("推进中",)),
        ("OfNumbers", ("at_least",), ("milestone",)),
        ("FullUnit", ("亿元", "%"), ("亿", "％％")),
        ("ItemField", ("code", "level"), ("name",)),
    ],
)
def test_a_type_takes_what_its_reader_reads(
    name: str, taken: tuple[str, ...], refused: tuple[str, ...]
) -> None:
    holds = holds_of(name)
    asked = {text: is_taken(holds, text) for text in (*taken, *refused)}
    assert asked == dict.fromkeys(taken, True) | dict.fromkeys(refused, False)


def test_every_type_says_what_it_holds() -> None:
    assert [name for name in TYPES if not isinstance(holds_of(name), Holds)] == []


@pytest.mark.parametrize(
    ("name", "fix"),
    [
        ("Year", "write a whole number from 1900 to 2199"),
        ("FromOne", "write a whole number from 1 to 9999"),
        ("Date", "write year-month-day, as in 2026-01-20 (2026/1/20 and 2026年1月20日 too)"),
    ],
)
def test_a_type_says_how_it_is_written(name: str, fix: str) -> None:
    told = holds_of(name).fix
    assert told is not None
    assert told.en == fix
