"""The workbook of a form as a whole."""

import io
import re
import zipfile

from hubei_digecon.domain.reports import Period
from hubei_digecon.forms import FormHeading, asked
from hubei_digecon.forms.xlsx import write

from ...building import LIBRARY
from ...workbooks import COVER, DOCUMENTS, LISTS, NUMBERS, form, opened

PLACE = next(one for one in LIBRARY.entities() if one.id == "wuhan-wedz")


def test_the_same_heading_gives_the_same_bytes() -> None:
    first = form.__wrapped__()
    assert form.__wrapped__() == first


def test_lists_are_asked_for_of_things_not_of_tens_of_thousands() -> None:
    asks = asked(PLACE, LIBRARY.catalogue, LIBRARY.judged_documents)
    tens = [
        one._replace(indicator=one.indicator._replace(unit="万家")) if one.indicator.is_listed else one
        for one in asks
    ]
    for some, lists in ((asks, [LISTS]), (tens, [])):
        written = write(FormHeading(PLACE, Period(2025)), some, "zh")
        assert opened(written).sheetnames == [COVER, NUMBERS, *lists, DOCUMENTS]


def test_no_sheet_marks_numbers_that_are_texts() -> None:
    with zipfile.ZipFile(io.BytesIO(form())) as file:
        sheets = [file.read(name).decode() for name in file.namelist() if name.startswith("xl/worksheets/s")]
    assert len(sheets) == 4
    assert all(re.search("<ignoredErrors>.*numberStoredAsText", sheet) for sheet in sheets)
    assert all(sheet.count("<ignoredErrors>") == 1 for sheet in sheets)


def test_a_workbook_holds_a_cover_tables_and_a_guide() -> None:
    assert opened(form(lang="en")).sheetnames[0] == "Cover"
