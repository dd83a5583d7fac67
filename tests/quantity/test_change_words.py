"""Words of change in a value: what each asserts, and that nothing with two meanings is read."""

from fractions import Fraction

import pytest

from hubei_digecon.quantity.change_words import times_of
from hubei_digecon.quantity.kinds import INDICATOR_KINDS, ChangeMeasure, IndicatorKind
from hubei_digecon.quantity.parsing import UnreadableError, read_quantity

RATE, COUNT, SHARE, AMOUNT = (INDICATOR_KINDS[id] for id in ("rate", "count", "share", "amount"))
GROWTH = RATE.measured(ChangeMeasure.GROWTH, COUNT, True)
SINCE = RATE.measured(ChangeMeasure.GROWTH, COUNT, False)
MEAN = RATE.measured(ChangeMeasure.MEAN_GROWTH, COUNT, False)
TIMES = RATE.measured(ChangeMeasure.MULTIPLE, COUNT, False)
POINTS = RATE.measured(ChangeMeasure.DIFFERENCE, SHARE, False)
MORE = RATE.measured(ChangeMeasure.DIFFERENCE, AMOUNT, False)


@pytest.mark.parametrize(
    ("text", "kind", "shown", "noted"),
    [
        ("5.2%", GROWTH, "5.2%", []),
        ("-5.2%", GROWTH, "-5.2%", []),
        ("增长5.2%", GROWTH, "5.2%", ["change-in-words"]),
        ("同比增长 5.20%", GROWTH, "5.20%", ["change-in-words"]),
        ("增长-5.2%", GROWTH, "-5.2%", ["change-in-words"]),
        ("增长5.2%以上", GROWTH, "不低于5.2%", ["change-in-words", "hedged-value"]),
        ("增长约5.2%", GROWTH, "约5.2%", ["change-in-words", "hedged-value"]),
        ("下降3%", GROWTH, "-3%", ["change-in-words"]),
        ("同比下降3.0%", GROWTH, "-3.0%", ["change-in-words"]),
        ("年均增长10%", MEAN, "10%", ["change-in-words"]),
        ("提高1.2百分点", POINTS, "1.2百分点", ["change-in-words"]),
        ("下降0.5个百分点", POINTS, "-0.5百分点", ["change-in-words", "short-unit"]),
        ("减少1,200亿元", MORE, "-1200亿元", ["change-in-words"]),
        ("2.5倍", TIMES, "2.5倍", []),
        ("翻番", TIMES, "2倍", ["change-in-words"]),
        ("翻了一番", TIMES, "2倍", ["change-in-words"]),
        ("翻两番", TIMES, "4倍", ["change-in-words"]),
        ("增长1倍", TIMES, "2倍", ["change-in-words"]),
        ("增长1.50倍", TIMES, "2.50倍", ["change-in-words"]),
        ("增长1倍以上", TIMES, "不低于2倍", ["change-in-words", "hedged-value"]),
        ("增长1倍多", TIMES, "超过2倍", ["change-in-words", "hedged-value"]),
        ("增长超1倍", TIMES, "超过2倍", ["change-in-words", "hedged-value"]),
    ],
)
def test_a_word_is_read_as_a_sign_or_digits(
    text: str, kind: IndicatorKind, shown: str, noted: list[str]
) -> None:
    reading = read_quantity(text, kind)
    assert (reading.quantity.shown.zh, reading.quantity.text) == (shown, text)
    assert sorted(one.id for one, _ in reading.diagnostics) == sorted(noted)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("下降3%以上", GROWTH),
        ("下降约3%", GROWTH),
        ("下降-3%", GROWTH),
        ("下降1倍", TIMES),
        ("增长到2倍", TIMES),
        ("同比5.2%", GROWTH),
        ("同比增长5.2%", SINCE),
        ("同比增长5.2%", MEAN),
        ("年均增长5.2%", GROWTH),
        ("翻一番", GROWTH),
        ("增长5.2%", SHARE),
        ("翻一番", COUNT),
    ],
)
def test_what_has_two_meanings_or_another_measure_is_refused(text: str, kind: IndicatorKind) -> None:
    with pytest.raises(UnreadableError) as refused:
        read_quantity(text, kind)
    assert refused.value.kind.id == "not-a-number"


def test_a_rate_in_another_unit_than_its_measure_is_refused() -> None:
    for text, kind in (("5百分点", GROWTH), ("5%", POINTS), ("增长100%", TIMES), ("2倍", GROWTH)):
        with pytest.raises(UnreadableError) as refused:
            read_quantity(text, kind)
        assert refused.value.kind.id in ("unit-mismatch", "not-a-number")


def test_a_doubling_is_a_number_of_times() -> None:
    assert [times_of(text) for text in ("翻番", "翻一番", "翻两番", "翻三番")] == [2, 2, 4, 8]
    assert times_of("翻2番") == Fraction(4)
    assert [times_of(text) for text in ("翻倍", "翻十番", "番")] == [None] * 3
