"""The shape of report."""

from hubei_digecon.shapes.report import SubmittedShape


def test_the_keys_are_declared_in_the_order_of_the_file() -> None:
    assert list(SubmittedShape.model_fields) == ["by", "date", "revision"]
