"""Paths, names and parts within an archive."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from hubei_digecon.diagnostics import SourceFile
from hubei_digecon.load.faults import InputError
from hubei_digecon.load.tables.workbook.archive import MAIN, Archive, beside, local, main_name
from hubei_digecon.load.tables.workbook.styles import _styles_of


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


def test_what_a_part_is_made_is_kept_by_its_bytes_and_a_damaged_one_is_refused_each_time() -> None:
    good, bad = _archive(b"<styleSheet/>"), _archive(b"<styleSheet>")
    assert good.made("xl/styles.xml", _styles_of) is _archive(b"<styleSheet/>").made(
        "xl/styles.xml", _styles_of
    )
    for _ in range(2):
        with pytest.raises(InputError):
            bad.made("xl/styles.xml", _styles_of)


def _archive(styles: bytes) -> Archive:
    """Return an archive with a part of styles."""
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        archive.writestr("xl/styles.xml", styles)
    return Archive(SourceFile("a.xlsx"), file.getvalue())
