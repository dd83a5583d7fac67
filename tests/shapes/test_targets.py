"""The shape of targets."""

from hubei_digecon.shapes.targets import OtherReadingShape


def test_the_keys_are_declared_in_the_order_of_the_file() -> None:
    assert list(OtherReadingShape.model_fields) == ["comparator", "value"]
