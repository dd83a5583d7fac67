"""Numbers as people read them: never rounded across the target, and differences with their sign."""

from fractions import Fraction

import pytest

from hubei_digecon.domain.printed import percent, signed


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("1", "100%"), ("1.05", "105%"), ("1.1234", "112.3%"), ("0.95", "95%"), ("0", "0%"), ("-0.5", "-50%"),
        ("0.9999", "99.9%"), ("0.99999999", "99.9%"), ("1.0001", "100.1%"), ("1.00000001", "100.1%"),
        ("0.9995", "99.9%"), ("1.0005", "100.1%"), ("0.99949", "99.9%"), ("4/3", "133.3%"), ("2/3", "66.7%"),
    ],
)  # fmt: skip
def test_a_rate_is_never_rounded_to_100_percent(value: str, shown: str) -> None:
    assert percent(Fraction(value)) == shown


@pytest.mark.parametrize(
    ("value", "shown"), [("1.5", "+1.5"), ("-1.5", "-1.5"), ("0", "0"), ("0.0001", "+0.0001")]
)
def test_a_difference_has_its_sign(value: str, shown: str) -> None:
    assert signed(Fraction(value)) == shown
