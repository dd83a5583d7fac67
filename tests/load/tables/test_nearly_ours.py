"""Tables that are nearly as ours: titles above, other separators, numbers cut at commas, one thing in many forms."""

import io
import re
from pathlib import Path
from typing import Any

import pytest

from hubei_digecon.load.document import Document
from hubei_digecon.load.faults import InputError, RefusedInput, accepted
from hubei_digecon.load.readers import documents_in, read_file
from hubei_digecon.load.reports import read_report
from hubei_digecon.load.source import Source
from hubei_digecon.load.tables.csv import begins_table, tabled

from ...building import LIBRARY
from ...conftest import Digecon
from ...printed_diagnostics import ids_in, said

HEADINGS = ("考核对象", "报告期", "填报单位", "填报日期", "指标名称", "完成值", "计量单位")
ROW = ("武汉经开区", "2025", "示例单位", "2026-01-20", "数字经济核心产业增加值", "412.5", "亿元")


def table(*rows: tuple[str, ...], separator: str = ",", above: str = "") -> str:
    return above + "".join(separator.join(row) + "\n" for row in rows)


def read(text: str, path: str = "report.csv") -> list[Any]:
    """Return what each report of a table says, as plain values; of one that cannot be read, its faults."""
    came: list[Any] = []
    try:
        documents = tabled(Source(path, text, ""), LIBRARY)
    except InputError as error:
        return [[one.kind.id for one in error.faults]]
    for document in documents:
        try:
            if isinstance(document, Document) and document.sort:
                came.append(document.sort)
                continue
            report = accepted(read_report(accepted(document), LIBRARY))
        except InputError as error:
            came.append([one.kind.id for one in error.faults])
        else:
            values = {id: one.quantity.shown.zh for id, one in report.observations.items() if one.quantity}
            came.append((report.entity, str(report.period), report.submitted.revision, values))
    return came


WEDZ = ("wuhan-wedz", "2025", 1, {"core_value_added": "412.5亿元"})


def test_headings_with_a_note_or_in_traditional_characters_are_no_table_of_something_else() -> None:
    noted = ("对象", "年份", "填报单位", "填报日期", "指标名称", "完成值（亿元）", "计量单位")
    traditional = ("考核對象", "報告期", "填报单位", "填报日期", "指標名稱", "完成值", "計量單位")
    for headings in (noted, traditional):
        (came,) = read(table(headings, ROW))
        assert set(came) == {"unknown-column", "missing-column"}
    assert read(table(("指标", "单位（亿元）", "2024年"), ("地区生产总值", "亿元", "3360"))) == ["table"]


@pytest.mark.parametrize(
    "headings",
    [
        ("考核\u200b对象", "报告期\ufe0f", "填报单位", "填报日期", "指标 名称", "完\u00ad成值", "计量单位"),
        ("城市〔园区〕", "报告期。", "填报单位", "填报日期", "指标名称", "完成值", "单位(计量)"),
        ("ＥＮＴＩＴＹ", "Period", "submitted.by", "SUBMITTED.DATE", "indicator", "value", "unit"),
    ],
    ids=["characters that take no room", "brackets and full stops", "width and case"],
)
def test_a_heading_is_the_same_by_the_one_fold(headings: tuple[str, ...]) -> None:
    assert read(table(headings, ROW)) == [WEDZ]


@pytest.mark.parametrize(
    "above",
    [
        "",
        "2025年数字经济发展目标完成情况\n单位：亿元\n",
        "2025年数字经济发展目标完成情况,,,,,,\n\n",
        "填报说明：白色格填写，灰色格不填\n（一）口径见通知\n\n\n",
        '"示例单位\n（盖章）"\n',
        "说明,单位：亿元,制表：示例\n" * 25,
        "指标,说明\n",
    ],
)
def test_titles_and_notes_may_stand_above_the_headings(above: str) -> None:
    assert read(table(HEADINGS, ROW, above=above)) == [WEDZ]


def test_headings_below_thirty_rows_are_not_looked_for() -> None:
    assert read(table(HEADINGS, ROW, above="说明\n" * 30)) == ["table"]


@pytest.mark.parametrize("separator", [",", ";", "\t", "，", "|", "；"])
@pytest.mark.parametrize("above", ["", "标题\n", "sep={}\n", "SEP={}\r\n"])
def test_the_one_sign_that_gives_our_headings_separates_the_cells(separator: str, above: str) -> None:
    assert read(table(HEADINGS, ROW, separator=separator, above=above.format(separator))) == [WEDZ]


def test_another_sign_separates_them_where_the_first_line_says_so() -> None:
    assert read(table(HEADINGS, ROW, separator="^", above="sep=^\n")) == [WEDZ]
    assert read(table(HEADINGS, ROW, separator="^")) == ["table"]


def test_a_first_line_that_is_wrong_hides_no_report() -> None:
    assert read(table(HEADINGS, ROW, separator=";", above="sep=,\n")) == [WEDZ]


def test_two_signs_that_both_give_headings_are_told() -> None:
    assert read("指标,报告期,x;指标名称;完成值\na,b,c;d;e\n") == [["syntax"]]


def test_a_quote_in_a_note_of_something_else_is_no_fault_of_a_table_with_semicolons() -> None:
    assert read(table(HEADINGS, ROW, separator=";", above='他说"好",就这样\n')) == [["syntax"]]
    assert read(table(HEADINGS, ROW, separator=";", above="他说“好”,就这样\n")) == [WEDZ]


@pytest.mark.parametrize(
    ("headings", "row"),
    [
        ("计量单位,完成值,备注", "亿元,4,250.5"),
        ("计量单位,完成值,数据来源,备注", "万元,4,120,500"),
        ("完成值,计量单位", "4,250.5,亿元"),
        ("完成值,计量单位,备注", "1,048.3,亿元"),
        ("完成值,备注", "4,250.5亿元"),
        ("计量单位,基期值,完成值,备注", "亿元,1,200,410.5"),
        ("计量单位,基期值,完成值,备注", "亿元,398,1,410"),
        ("计量单位,目标值,完成值", "亿元,达到4,200亿元,4350"),
        ("完成值,目标值,计量单位,备注", "1,500,亿元"),
        ("计量单位,完成值,备注", "亿元,约4,250.5"),
        ("计量单位,完成值,备注", "亿元,-1,250"),
    ],
)
def test_a_number_that_its_comma_cut_is_told(headings: str, row: str) -> None:
    named = "武汉经开区,2025,示例单位,2026-01-20,数字经济核心产业增加值"
    text = f"考核对象,报告期,填报单位,填报日期,指标名称,{headings}\n{named},{row}\n"
    assert read(text) == [["number-cut-at-comma"]]
    assert read(text.replace(",", "，")) == [["number-cut-at-comma"]]
    assert "number-cut-at-comma" not in read(text.replace(",", "\t"))[0]


@pytest.mark.parametrize(
    ("headings", "row"),
    [
        ("计量单位,完成值,备注", '亿元,"4,250.5",'),
        ("计量单位,完成值,备注", "亿元,4250.5,250.5"),
        ("计量单位,完成值,备注", '亿元,"4",250.5'),
        ("计量单位,完成值,备注", "亿元,398.2,4位小数"),
        ("计量单位,基期年份,基期值,完成值", "亿元,2020,63,182"),
        ("计量单位,基期年份,基期值,完成值,备注", "亿元,2020,63,182,见附件"),
        ("计量单位,完成值,目标值,备注", "亿元,412,400亿元,"),
        ("计量单位,完成值,备注", "亿元,4,100强企业所在"),
    ],
)
def test_numbers_that_are_whole_are_not_taken_for_cut(headings: str, row: str) -> None:
    named = "武汉经开区,2025,示例单位,2026-01-20,数字经济核心产业增加值"
    (came,) = read(f"考核对象,报告期,填报单位,填报日期,指标名称,{headings}\n{named},{row}\n")
    assert came[0] == "wuhan-wedz"


@pytest.mark.parametrize(
    ("value", "came"),
    [
        ("4,250", ["comma-of-two-meanings"]),
        ("4，250", ["comma-of-two-meanings"]),
        ("-1,250", ["comma-of-two-meanings"]),
        ("4,250亿元", ["comma-of-two-meanings"]),
        ("412,5", ["not-a-number"]),
    ],
)
def test_a_comma_beside_semicolons_may_be_a_decimal_point(value: str, came: list[str]) -> None:
    assert read(table(HEADINGS, (*ROW[:5], value, ROW[6]), separator=";")) == [came]


@pytest.mark.parametrize("value", ["4,250.5", "1,234,567", "4250", "412.5"])
def test_a_comma_that_can_only_group_thousands_is_read(value: str) -> None:
    (came,) = read(table(HEADINGS, (*ROW[:5], value, ROW[6]), separator=";"))
    assert came[3] == {"core_value_added": f"{value.replace(',', '')}亿元"}


def test_more_cells_than_headings_are_told_with_the_first_that_is_too_many() -> None:
    assert read(table(HEADINGS, (*ROW, "多出"))) == [["cell-without-column"]]
    assert read(table(HEADINGS, (*ROW, "", " "))) == [WEDZ]


PERIODS = [
    ("2025-H1", "2025-M06", "2025-Q2"),
    ("2025-Q1", "2025-M03", " 2025-M03 "),
    ("2025", "2025 ", " 2025"),
]


@pytest.mark.parametrize("periods", PERIODS)
def test_rows_of_one_period_in_several_forms_are_one_report(periods: tuple[str, ...]) -> None:
    indicators = ("数字经济核心产业增加值", "地区生产总值", "数字经济核心产业规模")
    rows = [(ROW[0], period, *ROW[2:4], of, *ROW[5:]) for period, of in zip(periods, indicators, strict=True)]
    (came,) = read(table(HEADINGS, *rows))
    assert len(came[3]) == len(rows)


@pytest.mark.parametrize(
    "places",
    [
        ("武汉经开区", "wuhan-wedz", "武汉经济技术开发区"),
        ("武汉经开区", "武汉经开区 ", " 武汉经开区"),
        ("Wuhan Economic & Technological Development Zone", "wuhan-wedz", "武汉经开区"),
    ],
)
def test_rows_of_one_place_by_several_names_are_one_report(places: tuple[str, ...]) -> None:
    indicators = ("数字经济核心产业增加值", "地区生产总值", "数字经济核心产业规模")
    rows = [(place, *ROW[1:4], of, *ROW[5:]) for place, of in zip(places, indicators, strict=True)]
    assert len(read(table(HEADINGS, *rows))) == 1


@pytest.mark.parametrize(
    ("heading", "cells", "differ"),
    [
        ("第几次报送", ("1", "1 ", "01"), False),
        ("填报日期", ("2026-01-20", " 2026-01-20", "2026-01-20 "), False),
        ("示例数据", ("是", "true", "是 "), False),
        ("填报单位", ("示例单位", "示例 单位", "示例单位 "), False),
        ("填报日期", ("2026-01-20", "2026-01-20", "2026-01-21"), True),
        ("示例数据", ("是", "true", "否"), True),
        ("填报单位", ("示例单位", "示例单位", "另一单位"), True),
    ],
)
def test_rows_of_one_report_say_the_same_on_its_cover(
    heading: str, cells: tuple[str, ...], differ: bool
) -> None:
    indicators = ("数字经济核心产业增加值", "地区生产总值", "数字经济核心产业规模")
    known = dict(zip(HEADINGS, ROW, strict=True))
    rows = [known | {"指标名称": of, heading: cell} for of, cell in zip(indicators, cells, strict=True)]
    headings = tuple(rows[0])
    came = read(table(headings, *(tuple(row[one] for one in headings) for row in rows)))
    assert (came == [["cells-differ"]]) is differ
    assert len(came) == 1


ENCODED = [("utf-8", 0), ("utf-8-sig", 0), ("gb18030", 0), ("gbk", 0), ("utf-16", 3), ("utf-16-le", 3)]


@pytest.mark.parametrize(("encoding", "least"), ENCODED)
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_standard_input_is_read_like_a_file(
    encoding: str, least: int, separator: str, digecon: Digecon, tmp_path: Path
) -> None:
    data = table(HEADINGS, ROW, separator=separator, above="标题\n").encode(encoding)
    (tmp_path / "report.csv").write_bytes(data)
    options = ("--as-of", "2026-02-28", "--lang", "en", "--output-format", "csv")
    named = digecon("check", str(tmp_path / "report.csv"), *options)
    piped = digecon("check", "-", *options, stdin=data)
    assert (named.code == 3) is bool(least)
    assert piped.code == named.code
    assert re.sub("^-,", "", piped.out, flags=re.MULTILINE) == named.out.replace(
        f"{tmp_path}/report.csv,", ""
    )


def test_a_report_in_yaml_under_the_name_of_a_table_is_no_table_of_something_else() -> None:
    text = "entity: wuhan-wedz\nperiod: 2025\nobservations: {}\n"
    assert read(text) == [["syntax"]]
    assert read(f"{text}a,b\n") == [["syntax"]]


def test_a_report_in_yaml_is_not_taken_for_a_table() -> None:
    for text in ("entity: a, period: b\n", "# entity, period\nentity: a\n", '{"entity": "a", "period": 1}'):
        assert not begins_table(Source("-", text, ""))


def test_tables_with_titles_are_found_in_folders(digecon: Digecon, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(table(HEADINGS, ROW, above="标题\n单位：亿元\n"), "utf-8")
    (tmp_path / "b.csv").write_text(table(HEADINGS, (*ROW[:5], "398.2", ROW[6]), separator=";"), "utf-8")
    (tmp_path / "c.csv").write_text("地区,2024年,2023年\n湖北省,58755.29,55666.75\n", "utf-8")
    ran = digecon("check", str(tmp_path), "--as-of", "2026-02-28", "--lang", "en")
    assert ran.code == 1
    assert [one for one in ids_in(said(ran)) if one != "scope-unstated"] == ["not-a-report"]


def test_a_stream_too_large_for_what_it_holds_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stdin:
        buffer = io.BytesIO(b"# a\n" * 2**19)

    monkeypatch.setattr("sys.stdin", Stdin())
    data = read_file("-")
    assert isinstance(data, bytes)
    refused = documents_in("-", data, LIBRARY)
    assert isinstance(refused, RefusedInput)
    assert [one.kind.id for one in refused.faults] == ["too-large"]


def test_every_document_of_a_table_knows_its_file() -> None:
    (document,) = tabled(Source("report.csv", table(HEADINGS, ROW, above="标题\n"), ""), LIBRARY)
    assert isinstance(document, Document)
    place = document.file().find(("observations", "core_value_added", "value"))
    assert place is not None
    assert (place.line, place.column) == (3, len(",".join(ROW[:5])) + 2)
