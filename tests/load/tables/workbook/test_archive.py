"""Paths and names within an archive."""

import pytest

from hubei_digecon.load.tables.workbook.archive import MAIN, beside, local, main_name


@pytest.mark.parametrize(
    ("part", "target", "path"),
    [
        ("xl/workbook.xml", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
        ("xl/workbook.xml", "/xl/styles.xml", "xl/styles.xml"),
        ("xl/worksheets/sheet1.xml", "../comments1.xml", "xl/comments1.xml"),
    ],
)
def test_a_part_names_another_by_its_own_path_or_from_the_root(part: str, target: str, path: str) -> None:
    assert beside(part, target) == path


def test_only_elements_of_spreadsheets_have_a_main_name() -> None:
    assert [main_name(f"{namespace}}}row") for namespace in MAIN] == ["row", "row"]
    assert main_name("{http://example.org/other}row") not in ("row", "")
    assert local("{http://example.org/other}row") == "row"
