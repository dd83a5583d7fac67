"""Tables of reports as text with separators."""

import pytest

from hubei_digecon.load.source import Source
from hubei_digecon.load.tables.csv import begins_table, decoded_table

HEADINGS = "entity,period,indicator,value\n"


def test_a_table_in_gb18030_is_read_with_a_note() -> None:
    source, said = decoded_table("a.csv", "考核对象,报告期\n".encode("gb18030"))
    assert source.text == "考核对象,报告期\n"
    assert [one.kind.id for one in said] == ["read-as-gb18030"]


def test_a_table_in_utf_8_is_read_without() -> None:
    source, said = decoded_table("a.csv", "\ufeff考核对象\n".encode())
    assert (source.text, said) == ("考核对象\n", ())


@pytest.mark.parametrize(
    ("text", "begins"), [(HEADINGS, True), (f"title\n{HEADINGS}", True), ("a,b\n", False)]
)
def test_a_table_begins_with_its_headings(text: str, begins: bool) -> None:
    assert begins_table(Source("a.csv", text, "")) is begins
