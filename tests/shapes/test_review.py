"""The shape of review."""

from hubei_digecon.shapes.review import RejectedItemShape


def test_the_keys_are_declared_in_the_order_of_the_file() -> None:
    assert list(RejectedItemShape.model_fields) == ["name", "reason"]
