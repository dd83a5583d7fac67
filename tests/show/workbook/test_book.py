"""The workbook: numbers with every digit of the result, texts that stay texts, and the same bytes every time."""

import json
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from hubei_digecon.diagnostics import extras
from hubei_digecon.domain.exit_codes import Exit
from hubei_digecon.domain.findings import CLAIMED_HIT, SHORT_OF_EXPECTATION
from hubei_digecon.domain.outcomes import Outcome
from hubei_digecon.show.view import View
from hubei_digecon.show.workbook import book
from hubei_digecon.text import LANGS, Lang

from ...conftest import AS_OF, ROOT, Digecon
from ...shown_formats import shown
from ...small_targets import REPORTS, Small
from ...xlsx_reader import Book, Sheet, xlsx

SAMPLES = ("sample_reports", "--review", "sample_reports/illustrative/reviews", "--as-of", AS_OF)
ZH, EN = View("zh"), View("en")


@pytest.fixture
def checked(digecon: Digecon, tmp_path: Path) -> Book:
    """The workbook on all samples with their reviews, in English."""
    return _book(digecon, tmp_path, "check", *SAMPLES, "--lang", "en")


def _book(digecon: Digecon, folder: Path, *arguments: str) -> Book:
    content, _ = shown(digecon, "xlsx", folder, *arguments)
    assert isinstance(content, bytes)
    return xlsx(content)


def _sheets(book: Book) -> list[Sheet]:
    """Return the sheets to look things up in."""
    return [sheet for sheet in book.sheets.values() if not sheet.is_printed]


# Numbers


def test_every_number_has_the_digits_of_the_json_result(checked: Book, digecon: Digecon) -> None:
    result = json.loads(digecon("check", *SAMPLES, "--output-format", "json").out)
    findings = [one for assessment in result["assessments"] for one in assessment["findings"]]
    rows = _sheets(checked)[1].rows
    assert len(rows) == len(findings) > 20
    for row, finding in zip(rows, findings, strict=True):
        for heading, field in (
            ("Target", "required"), ("Upper end or stretch", "stretch"), ("Decided on", "decided_on"),
            ("Gap", "gap"), ("Rate", "attainment"),
        ):  # fmt: skip
            assert (row[heading].value if heading in row else None) == finding[field]
        if "Reported" in row and row["Reported"].format:
            assert row["Reported"].value == finding["observed"]
        assert row["Due"].value == str(finding["due"])


def test_what_is_no_number_is_told_in_words(small: Small, digecon: Digecon) -> None:
    book = _book(digecon, small.folder, *small.check("undecided", "compliant"))
    undecided, compliant = _sheets(book)[1].rows
    assert (undecided["Reported"].value, undecided["Reported"].format) == ("about 10家", "")
    assert "Decided on" not in undecided
    assert (compliant["Reported"].value, compliant["Reported"].format) == ("12", '0"家"')
    assert (compliant["Gap"].value, compliant["Gap"].format) == ("2", '+0"家";-0"家";0"家"')


def test_a_difference_of_shares_is_in_percentage_points(checked: Book) -> None:
    formats = {
        row["Gap"].format for row in _sheets(checked)[1].rows if "Gap" in row and row["Unit"].value == "%"
    }
    assert formats
    assert all(one.endswith('" pp"') for one in formats)


# Texts


NAMES = (
    "=1+1.yaml",
    "+1.yaml",
    "-1.yaml",
    "@SUM(1).yaml",
    "＝1.yaml",
    "\t=1.yaml",
    "_x0041_.yaml",
    "#REF!",
    "TRUE",
)


@pytest.mark.parametrize("name", NAMES)
def test_no_name_of_a_file_becomes_anything_but_a_text(name: str, small: Small, digecon: Digecon) -> None:
    Path(name).write_text(REPORTS["missed"], "utf-8")
    content, _ = shown(digecon, "xlsx", small.folder, "check", *small.options, "--", name)
    assert isinstance(content, bytes)
    (row,) = _sheets(xlsx(content))[0].rows
    assert row["Report file"].value == name.replace("\t", "<U+0009>")
    for sheet in openpyxl.load_workbook(BytesIO(content)):
        assert {cell.data_type for cells in sheet for cell in cells} <= {"s", "n", "d"}


# The workbook


ANNEXES = ("督办清单", "Tasks", "佐证材料目录", "核减清单", "Evidence", "Not counted")
MARK = ("示例", "Illustrative")
"""The heading of the column that marks them."""


@pytest.mark.parametrize("command", ["check", "score"])
def test_the_same_input_gives_the_same_bytes(command: str, digecon: Digecon, tmp_path: Path) -> None:
    one, other = (shown(digecon, "xlsx", tmp_path, command, *SAMPLES).content for _ in range(2))
    assert one == other


def test_it_is_of_the_day_that_was_judged_as_of(digecon: Digecon, tmp_path: Path) -> None:
    content, _ = shown(digecon, "xlsx", tmp_path, "check", *SAMPLES)
    assert isinstance(content, bytes)
    properties = openpyxl.load_workbook(BytesIO(content)).properties
    assert {str(properties.created), str(properties.modified)} == {f"{AS_OF} 00:00:00"}


@pytest.mark.parametrize(
    ("lang", "titles"),
    [
        ("zh", ["汇总（示例）", "逐项核验（示例）", "数据审核情况（示例）", "说明"]),
        ("en", ["Summary (illustrative)", "Findings (illustrative)", "Diagnostics (illustrative)", "Notes"]),
    ],
)
@pytest.mark.parametrize("command", ["check", "score"])
def test_illustrative_values_are_marked_on_every_sheet_and_in_every_row(
    command: str, lang: Lang, titles: list[str], digecon: Digecon, tmp_path: Path
) -> None:
    made = _book(digecon, tmp_path, command, *SAMPLES, "--lang", lang)
    changes = (
        ["较上年同期（示例）" if lang == "zh" else "Changes (illustrative)"] if command == "score" else []
    )
    told = [sheet.title for sheet in _sheets(made) if not sheet.title.startswith(ANNEXES)]
    assert told == [*titles[:2], *changes, *titles[2:]]
    heading = MARK[lang == "en"]
    for row in made.sheets[titles[1]].rows:
        path = row["报告文件" if lang == "zh" else "Report file"].value
        assert (heading in row) == ("illustrative" in path)


@pytest.mark.parametrize("lang", LANGS)
def test_published_values_are_not_marked(lang: Lang, digecon: Digecon, tmp_path: Path) -> None:
    made = _book(digecon, tmp_path, "check", "sample_reports/published", "--as-of", AS_OF, "--lang", lang)
    assert not any("示例" in title or "llustrative" in title for title in made.sheets)
    assert not any(set(MARK) & set(row) for sheet in _sheets(made) for row in sheet.rows)


@pytest.mark.parametrize("lang", LANGS)
def test_every_outcome_has_a_colour(lang: Lang, digecon: Digecon, tmp_path: Path) -> None:
    content, _ = shown(digecon, "xlsx", tmp_path, "check", *SAMPLES, "--lang", lang)
    assert isinstance(content, bytes)
    title = "逐项核验（示例）" if lang == "zh" else "Findings (illustrative)"
    sheet = openpyxl.load_workbook(BytesIO(content))[title]
    terms = [*(outcome.term for outcome in Outcome), CLAIMED_HIT, SHORT_OF_EXPECTATION]
    (ruled,) = (one for one in sheet.conditional_formatting if len(one.rules) == len(terms))
    heading = sheet[str(ruled.sqref).partition(":")[0].replace("2", "1")].value
    assert heading == ("完成情况" if lang == "zh" else "Outcome")
    assert [rule.formula for rule in ruled.rules] == [[f'"{term.pick(lang)}"'] for term in terms]


def test_rows_that_a_sheet_has_no_room_for_are_counted(
    small: Small, digecon: Digecon, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(book, "MOST_ROWS", 4)
    made = _book(digecon, small.folder, *small.check("missed", "compliant", "undecided", "partly"))
    *rows, last = _sheets(made)[0].rows
    assert [Path(row["Report file"].value).name for row in rows] == ["missed.yaml", "compliant.yaml"]
    assert last["Place"].value == (
        "Rows left out, since a sheet holds no more: 2. The formats JSON and CSV have all of them."
    )


def test_a_sheet_that_is_just_full_leaves_nothing_out(
    small: Small, digecon: Digecon, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(book, "MOST_ROWS", 5)
    made = _book(digecon, small.folder, *small.check("missed", "compliant", "undecided", "pending"))
    assert len(_sheets(made)[0].rows) == 4
    assert not any("left out" in row["Place"].value for row in _sheets(made)[0].rows)


# Where it goes


def test_it_goes_into_files_only(small: Small, digecon: Digecon) -> None:
    ran = digecon(*small.check("missed"), "--output-format", "xlsx")
    assert ran == (
        type(ran)(
            Exit.USAGE,
            "",
            "digecon check: --output-format: “xlsx” is no text and goes into files only: xlsx=FILE\n"
            "see digecon check --help\n",
        )
    )


@pytest.mark.parametrize("command", ["check", "score"])
def test_without_the_extra_nothing_is_written(
    command: str, small: Small, digecon: Digecon, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extras, "_is_there", lambda module: module != "openpyxl")
    ran = digecon(command, small.report("missed"), *small.options, "--output-format", "xlsx=out.xlsx")
    assert (ran.code, ran.out) == (Exit.USAGE, "")
    assert (
        '“xlsx” needs openpyxl, which is not installed; run: python -m pip install "openpyxl>=3.1.5"'
        in ran.err
    )
    assert not Path("out.xlsx").exists()


def test_it_never_goes_over_an_input(small: Small, digecon: Digecon) -> None:
    ran = digecon(*small.check("missed"), "--output-format", f"xlsx={small.folder}/missed.yaml")
    assert ran.code == Exit.USAGE
    assert (small.folder / "missed.yaml").read_text("utf-8") == REPORTS["missed"]


def _modules_after(*arguments: str) -> set[str]:
    code = f"import sys\nfrom hubei_digecon.cli.main import run\nrun({list(arguments)!r})\nprint(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(done.stderr.splitlines()[-1].split())


def test_no_other_format_loads_what_only_it_needs() -> None:
    report = "sample_reports/illustrative/wuhan-wedz-2025.yaml"
    for format in ("table", "json", "csv"):
        assert "openpyxl" not in _modules_after("check", report, "--output-format", format)
