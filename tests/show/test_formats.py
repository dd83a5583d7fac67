"""The table of formats: what each shows, and who uses it."""

import pytest

from hubei_digecon.show.format import UsedBy
from hubei_digecon.show.formats import FORMATS, format_of, formats_by_reader

LINTS = {"table", "text", "markdown", "junit", "sarif", "github"}
SCORES = {"table", "markdown", "html", "json", "csv", "parquet", "xlsx", "docx"}
LISTS = {"table", "markdown", "json"}


def test_the_formats_say_what_they_show() -> None:
    assert {name for name, one in FORMATS.items() if one.lints} == LINTS
    assert {name for name, one in FORMATS.items() if one.scores} == SCORES
    assert {name for name, one in FORMATS.items() if one.lists} == LISTS


@pytest.mark.parametrize("name", ["csv+bom", "csv-bom"])
def test_a_byte_order_mark_is_an_option_of_csv_also_by_its_old_name(name: str) -> None:
    form = format_of(name)
    assert name not in FORMATS
    assert form is not None
    assert (form.name, form.mark) == ("csv", "\ufeff")


def test_every_format_stands_under_who_uses_it() -> None:
    listed = formats_by_reader(FORMATS.values())
    assert list(listed) == list(UsedBy)
    assert sorted(one.name for found in listed.values() for one in found) == sorted(FORMATS)


def test_no_two_formats_share_a_suffix_or_what_they_are_called() -> None:
    for names in (
        [one.suffix or one.name for one in FORMATS.values()],
        [name for one in FORMATS.values() for name in (one.name, *one.called)],
    ):
        assert len(set(names)) == len(names)
