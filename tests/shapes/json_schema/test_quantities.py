"""Written values: what an editor lets pass is exactly what the reader reads."""

import itertools
from collections.abc import Iterator

import pytest

from hubei_digecon.quantity.hedges import HEDGES
from hubei_digecon.quantity.kinds import INDICATOR_KINDS, IndicatorKind, unit_symbols
from hubei_digecon.quantity.parsing import UnreadableError, read_quantity
from hubei_digecon.shapes.json_schema.quantities import Quantities, no_values

from ..taken import is_taken

AMOUNT, COUNT = INDICATOR_KINDS["amount"], INDICATOR_KINDS["count"]
WITH_NUMBERS = [kind for kind in INDICATOR_KINDS.values() if kind is not INDICATOR_KINDS["milestone"]]

NUMBERS = ("1,048.3", "12", "０", "-3", "－0", "+7.0", "１．５", "1" * 30, "1" * 31, "1e3", ".5", "1,04", "")
GAPS = ("", " ", "\u3000", "\t", "\u00a0")


def _written(kind: IndicatorKind) -> Iterator[str]:
    """Return values with number, hedges, blanks and unit in every order."""
    units = [*kind.units, "％", "百分点", "元家", ""]
    hedges = ["", *(hedge.word for hedge in HEDGES)]
    for number, unit, gap in itertools.product(NUMBERS, units, GAPS):
        yield f"{number}{gap}{unit}"
    for hedge, unit, gap in itertools.product(hedges, units[:2], GAPS):
        yield from (f"{hedge}{gap}12{gap}{unit}", f"12{gap}{hedge}{gap}{unit}", f"12{gap}{unit}{gap}{hedge}")
    for first, second in itertools.product(hedges, hedges):
        yield from (
            f"{first}12{second}{units[0]}",
            f"{first}12{units[0]}{second}",
            f"{first}{second}12{units[0]}",
        )


def _reads(text: str, kind: IndicatorKind, unit: str | None = None, hedged: bool = True) -> bool:
    try:
        read = read_quantity(text.strip(), kind, unit and unit.strip())
    except UnreadableError:
        return False
    return hedged or read.quantity.bound is None


@pytest.mark.parametrize("hedged", [True, False])
@pytest.mark.parametrize("kind", WITH_NUMBERS, ids=lambda kind: kind.id)
def test_a_value_with_its_unit_is_one_that_the_reader_reads(kind: IndicatorKind, hedged: bool) -> None:
    alone = Quantities(kind, kind.units, hedged).alone
    for text in _written(kind):
        assert is_taken(alone, text) is _reads(text, kind, hedged=hedged), text


@pytest.mark.heavy
@pytest.mark.parametrize("kind", WITH_NUMBERS, ids=lambda kind: kind.id)
def test_a_value_without_its_unit_is_one_that_the_reader_reads_beside_one(kind: IndicatorKind) -> None:
    quantities = Quantities(kind, kind.units)
    for text in _written(kind):
        right = any(_reads(text, kind, unit) for unit in (None, *quantities.units))
        assert is_taken(quantities.value, text) is right, text


@pytest.mark.parametrize("kind", WITH_NUMBERS, ids=lambda kind: kind.id)
def test_a_unit_is_one_that_the_reader_reads(kind: IndicatorKind) -> None:
    unit = Quantities(kind, kind.units).unit
    for text in {
        f"{gap}{symbol}{gap}" for gap in GAPS for symbol in (*unit_symbols(), "％", "百分点", "元元")
    }:
        assert is_taken(unit, text) is _reads("12", kind, text), text


def test_none_is_a_word_for_no_value_except_of_a_count() -> None:
    assert "无" in no_values(INDICATOR_KINDS["amount"])
    assert "无" not in no_values(INDICATOR_KINDS["count"])
    assert Quantities(AMOUNT, AMOUNT.units, hedged=False).none == []


def test_a_unit_stands_beside_a_value_without_one() -> None:
    of_value, of_bare, *families = Quantities(AMOUNT, AMOUNT.units).rules()
    assert list(of_value["then"]["properties"]) == ["unit"]
    assert of_bare["then"]["required"] == ["unit"]
    assert len(families) == len(AMOUNT.units.full)


def test_a_number_of_things_has_decimals_where_its_unit_is_large_enough() -> None:
    assert len(Quantities(COUNT, COUNT.units).rules()) - 2 - len(COUNT.units) == 2


def test_units_that_are_words_for_the_same_thing_stand_for_one_another() -> None:
    apart, together = (
        len(Quantities(COUNT, COUNT.units, alike=alike).rules()) for alike in ((), ("家", "户"))
    )
    assert apart - together == 3
