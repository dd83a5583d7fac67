"""The shape of weights."""

from hubei_digecon.shapes.weights import IssuerShape


def test_the_keys_are_declared_in_the_order_of_the_file() -> None:
    assert list(IssuerShape.model_fields) == ["by", "date"]
