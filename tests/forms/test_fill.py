"""What is to be filled in of an indicator."""

from hubei_digecon.domain.words import Counting
from hubei_digecon.forms.fill import blanks, field_told

from ..building import LIBRARY

INDICATORS = LIBRARY.catalogue.indicators


def test_a_number_asks_for_its_value_and_a_milestone_for_its_state() -> None:
    assert [blank.key for blank in blanks(INDICATORS["gdp"])][:2] == ["value", "unit"]
    assert next(blank.key for blank in blanks(INDICATORS["manufacturing_path"])) == "state"


def test_a_count_asks_for_its_items() -> None:
    lists = [blank.key for blank in blanks(INDICATORS["new_innovation_platforms"]) if blank.items]
    assert lists == ["items", "evidence"]
    assert [blank.key for blank in blanks(INDICATORS["gdp"]) if blank.items] == ["evidence"]


def test_what_can_be_missed_asks_why_and_everything_who_answers() -> None:
    for is_target in (True, False):
        keys = [blank.key for blank in blanks(INDICATORS["gdp"], is_target=is_target)]
        assert ("deviation" in keys) is is_target
        assert {"office", "previous", "evidence"} <= {*keys}


def test_a_field_of_an_item_says_what_can_be_written() -> None:
    told = field_told(INDICATORS["new_innovation_platforms"], "level")
    assert "national" in told.en


def test_of_what_is_added_each_year_the_count_of_the_year_is_asked_for() -> None:
    asked = blanks(INDICATORS["new_innovation_platforms"], counting=Counting.THIS_YEAR)
    assert [blank.given.en for blank in asked if blank.key == "counting"] == ["this_year"]
