"""What the catalogue says of a rate: read into what it is a change of, in the units of its measure."""

from typing import Any

import pytest

from hubei_digecon.domain.reports import Period
from hubei_digecon.domain.targets import Catalogue, Change
from hubei_digecon.domain.words import Prices
from hubei_digecon.load.catalogue import read_catalogue
from hubei_digecon.quantity.kinds import ChangeMeasure

from .reading import document

_NAMED = "name: {zh: 示例, en: a sample}, definition: {zh: 示例, en: a sample}"
_OTHERS = f"""
indicators:
  amount: {{{_NAMED}, kind: amount, unit: 亿元, nature: flow}}
  share: {{{_NAMED}, kind: share, unit: "%"}}
  firms: {{{_NAMED}, kind: count, unit: 家, nature: stock}}
  path: {{{_NAMED}, kind: milestone}}
"""


def read(**entries: str) -> tuple[Catalogue, list[str]]:
    """Return the catalogue with some entries more, and what is said of it."""
    more = "".join(f"  {id}: {{{_NAMED}, {entry}}}\n" for id, entry in entries.items())
    catalogue, faults = read_catalogue(document(_OTHERS + more))
    return catalogue, [f"{fault.kind.id} {'.'.join(map(str, fault.at))}" for fault in faults]


@pytest.mark.parametrize(
    ("entry", "change", "units"),
    [
        ('unit: "%", change: {of: amount, how: growth}', Change("amount", ChangeMeasure.GROWTH), ["‰", "%"]),
        (
            'unit: "%", change: {of: amount, how: mean_growth, since: 2020, prices: 现价}',
            Change("amount", ChangeMeasure.MEAN_GROWTH, Period(2020), Prices.CURRENT),
            ["‰", "%"],
        ),
        (
            "unit: 百分点, change: {of: share, how: 增减量, since: 2020年}",
            Change("share", ChangeMeasure.DIFFERENCE, Period(2020)),
            ["百分点"],
        ),
        (
            "unit: 家, change: {of: firms, how: difference, since: 2020-M06}",
            Change("firms", ChangeMeasure.DIFFERENCE, Period(2020, 6)),
            None,
        ),
        (
            "unit: 倍, change: {of: firms, how: multiple, since: 2020}",
            Change("firms", ChangeMeasure.MULTIPLE, Period(2020)),
            ["倍"],
        ),
    ],
)
def test_a_rate_says_what_it_is_a_change_of(entry: str, change: Change, units: list[str] | None) -> None:
    catalogue, said = read(rate=f"kind: rate, {entry}")
    one = catalogue.indicators["rate"]
    assert (one.change, said) == (change, [])
    assert one.unit is not None
    if units is not None:
        assert list(one.kind.units.full) == units


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ('kind: rate, unit: "%"', ["missing-key indicators.rate.change"]),
        (
            'kind: share, unit: "%", change: {of: amount, how: growth}',
            ["change-of-kind indicators.rate.change"],
        ),
        ('kind: rate, unit: "%", change: {of: path, how: growth}', ["no-change indicators.rate.change.of"]),
        ('kind: rate, unit: "%", change: {of: rate, how: growth}', ["no-change indicators.rate.change.of"]),
        (
            'kind: rate, unit: "%", change: {of: amuont, how: growth}',
            ["unknown-reference indicators.rate.change.of"],
        ),
        (
            'kind: rate, unit: "%", change: {of: firms, how: growth, prices: current}',
            ["no-prices indicators.rate.change.prices"],
        ),
        ("kind: rate, unit: 倍, change: {of: firms, how: multiple}", ["no-since indicators.rate.change.how"]),
        ("kind: rate, unit: 倍, change: {of: firms, how: growth}", ["unit-of-change indicators.rate.unit"]),
        (
            'kind: rate, unit: "%", change: {of: firms, how: faster}',
            ["unknown-word indicators.rate.change.how"],
        ),
        (
            'kind: rate, unit: "%", change: {of: firms, how: growth, since: soon}',
            ["bad-period indicators.rate.change.since"],
        ),
    ],
)
def test_what_is_no_change_is_told(entry: str, said: list[str]) -> None:
    assert read(rate=entry)[1] == said


def test_only_a_change_of_two_figures_at_current_prices_can_be_computed() -> None:
    catalogue, _ = read(
        constant='kind: rate, unit: "%", change: {of: amount, how: growth}',
        stated='kind: rate, unit: "%", change: {of: amount, how: growth, prices: constant}',
        current='kind: rate, unit: "%", change: {of: amount, how: growth, prices: current}',
        counted='kind: rate, unit: "%", change: {of: firms, how: growth}',
        baseless="kind: rate, unit: 倍, change: {of: firms, how: multiple}",
    )
    computed: dict[str, Any] = {of: [one.id for one in rates] for of, rates in catalogue.recomputed.items()}
    assert computed == {"amount": ["current"], "firms": ["counted"]}


@pytest.mark.parametrize(
    ("since", "period", "earlier"),
    [
        (None, Period(2025), Period(2024)),
        (None, Period(2025, 9), Period(2024, 9)),
        (Period(2020), Period(2025), Period(2020)),
        (Period(2020), Period(2025, 9), None),
        (Period(2020), Period(2020), None),
        (Period(2020), Period(2019), None),
    ],
)
def test_a_period_is_held_against_as_much_of_an_earlier_year(
    since: Period | None, period: Period, earlier: Period | None
) -> None:
    assert Change("firms", ChangeMeasure.GROWTH, since).earlier(period) == earlier


def test_without_a_base_nothing_is_held_against_anything() -> None:
    assert Change("firms", ChangeMeasure.MULTIPLE).earlier(Period(2025)) is None
