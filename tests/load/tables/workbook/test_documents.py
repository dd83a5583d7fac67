"""The list of documents of the form, and the numbers by which its tables name them; and forms of before."""

from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from hubei_digecon.domain.reports import Evidence, Observation, Report
from hubei_digecon.load.document import Document
from hubei_digecon.load.readers import reader_of
from hubei_digecon.load.reports import read_report
from hubei_digecon.load.tables.workbook.documents import numbers_in

from ....building import LIBRARY
from ....conftest import ROOT
from ....workbooks import DOCUMENTS, cell_of, entries, form, list_of, opened, saved
from ...test_readers import findings

SAMPLE = ROOT / "sample_reports" / "illustrative" / "wuhan-wedz-2025.yaml"


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1", (1,)), ("1、3", (1, 3)), ("2，2；10", (2, 10)), ("１—3", (1, 2, 3)), ("1至2、5", (1, 2, 5)),
        ("示例材料", ()), ("1、示例材料", ()), ("鄂统〔2025〕1号", ()), ("", ()), ("1234", ()),
    ],
)  # fmt: skip
def test_a_cell_lists_numbers_or_other_words(text: str, numbers: tuple[int, ...]) -> None:
    assert numbers_in(text) == numbers


def _read(workbook: Workbook) -> Report:
    data = saved(workbook)
    (document,) = reader_of("form.xlsx").documents("form.xlsx", data, LIBRARY)
    assert isinstance(document, Document), document
    report = read_report(document, LIBRARY)
    assert isinstance(report, Report), report
    return report


def _filled(key: str, text: Any) -> Workbook:
    workbook = opened(form())
    cell_of(workbook, "gdp", "value").value = "1000"
    cell_of(workbook, "gdp", key).value = text
    return workbook


def test_documents_are_named_by_their_numbers() -> None:
    workbook = _filled("evidence", "1—2、7")
    sheet = workbook[DOCUMENTS]
    for at, text in enumerate(("示例公报", "示例统计局", "docs/1.pdf", "2026-01-15"), 2):
        sheet.cell(4, at).value = text
    sheet.cell(5, 2).value = "示例材料"
    report = _read(workbook)
    first, second = report.observations["gdp"].evidence
    assert (first.title, first.issuer, first.document, str(first.dated)) == (
        "示例公报", "示例统计局", "docs/1.pdf", "2026-01-15",
    )  # fmt: skip
    assert second == Evidence("示例材料")
    told = [one for one in report.diagnostics if one.kind.id == "no-such-document"]
    assert [(str(one.place), one.values["number"]) for one in told] == [("表1 指标完成情况!O14", 7)]


def test_words_in_place_of_numbers_are_the_documents() -> None:
    assert _read(_filled("evidence", "示例材料")).observations["gdp"].evidence == (Evidence("示例材料"),)


def _told(observation: Observation) -> dict[str, str]:
    return {label.en: text for label, text in observation.told}


@pytest.mark.parametrize(
    ("key", "text", "told"),
    [
        ("deviation.cause", "示例原因", {"cause of deviation": "示例原因"}),
        ("deviation.measures", "示例措施", {"measures": "示例措施"}),
        ("deviation.deadline", "2026年6月底", {"deadline": "2026年6月底"}),
        ("office.name", "示例处室", {"office": "示例处室"}),
        ("office.contact", "示例联系人 000", {"contact": "示例联系人 000"}),
        ("previous.value", 950, {"earlier figure": "950 (2024)"}),
    ],
)
def test_what_a_form_asks_for_is_read(key: str, text: object, told: dict[str, str]) -> None:
    workbook = _filled("value", "1000")
    cell_of(workbook, "gdp", key).value = text
    observation = _read(workbook).observations["gdp"]
    assert _told(observation) == told
    if key == "previous.value":
        assert observation.previous is not None
        assert (str(observation.previous.period), observation.previous.quantity.unit) == ("2024", "亿元")


def test_a_list_takes_rows_that_are_added_to_it() -> None:
    workbook = opened(form())
    names = [f"示例企业{number}号" for number in range(1, 10)]
    rows = [
        {"entity": "wuhan-wedz", "indicator": id, "value": "9", "unit": "家", "item.name": name}
        for id in ("attracted_top100_firms", "new_innovation_platforms")
        for name in names
    ]
    for number, row in enumerate(rows):
        of_first = row if number % 9 == 0 else {key: row[key] for key in ("indicator", "item.name")}
        for sheet, at, column, text in entries(workbook, [{**of_first}]):
            if sheet is not workbook.worksheets[0]:
                sheet.cell(at, column).value = text
    sheet, top = list_of(workbook, "new_innovation_platforms")
    assert [sheet.cell(row, 2).value for row in range(top + 1, top + 10)] == names
    report = _read(workbook)
    read = {id: [item.name for item in one.items] for id, one in report.observations.items()}
    assert read == {"attracted_top100_firms": names, "new_innovation_platforms": names}


def test_a_form_of_the_first_version_is_read_as_before() -> None:
    assert findings(Path(__file__).with_name("first_form.xlsx")) == findings(SAMPLE)
