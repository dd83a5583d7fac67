"""The types of the published targets in JSON."""

from dataclasses import fields

from hubei_digecon.shapes.target_list import FORMAT, ListedDocument, ListedReading, Listing
from hubei_digecon.text import Text


def test_the_keys_stand_in_the_order_of_the_format() -> None:
    assert FORMAT == "digecon/listing/v1"
    assert [one.name for one in fields(Listing)] == ["format", "tool", "targets", "documents", "places"]
    names = "id title named published number issuer date addresses seen default note"
    assert [one.name for one in fields(ListedDocument)] == names.split()


def test_numbers_are_texts() -> None:
    reading = ListedReading("above", "12.5")
    assert (reading.comparator, reading.required) == ("above", "12.5")
    assert ListedReading.called == Text("另一种理解", "a second reading of the wording")
