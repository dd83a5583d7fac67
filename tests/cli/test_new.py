"""``digecon new``: what is written, where, and that nothing there already is lost."""

import datetime
import os
import re
import shutil
from importlib.util import find_spec
from pathlib import Path

import pytest
from openpyxl import load_workbook

from hubei_digecon.domain.exit_codes import Exit
from hubei_digecon.domain.reports import Period, Submission
from hubei_digecon.forms import FORMS, Form
from hubei_digecon.load.reports import load_report
from hubei_digecon.load.targets import TargetLibrary
from hubei_digecon.text import LANGS, Lang

from ..conftest import ROOT, Digecon
from ..forms.filling import DAY, OFFICE, filled

GIVEN = ("--by", "示例单位", "--date", "2026-01-20")

each_language = pytest.mark.parametrize("lang", LANGS)
each_form = pytest.mark.parametrize("form", FORMS)


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DIGECON_TARGETS", str(ROOT / "targets"))


def test_every_form_has_a_file_and_a_suffix_of_its_own() -> None:
    suffixes = [suffix for form in FORMS.values() for suffix in form.suffixes]
    assert len(set(suffixes)) == len(suffixes)
    assert all(find_spec(f"hubei_digecon.forms.{name}") for name in FORMS)


@pytest.mark.parametrize("name", ["光谷", "东湖高新区", "wuhan-east-lake", "武汉东湖新技术开发区"])
def test_a_place_is_named_by_any_of_its_names(name: str, digecon: Digecon) -> None:
    ran = digecon("new", name, *GIVEN, "--lang", "zh")
    assert (ran.code, ran.err) == (Exit.COMPLIANT, "")
    assert ran.out == (ROOT / "tests/golden/forms/wuhan-east-lake.zh.yaml").read_text("utf-8")


@each_language
def test_a_near_miss_is_told_and_nothing_is_written(lang: str, digecon: Digecon) -> None:
    ran = digecon("new", "光固", "-o", "report.yaml", "--lang", lang)
    assert (ran.code, ran.out) == (Exit.USAGE, "")
    assert (
        "是否指“光谷”（wuhan-east-lake）？" if lang == "zh" else "did you mean “光谷” (wuhan-east-lake)?"
    ) in ran.err
    assert os.listdir() == []


@each_form
def test_a_form_is_written_to_a_file_by_its_suffix_and_read_back(
    form: str, digecon: Digecon, library: TargetLibrary
) -> None:
    path = f"report{FORMS[form].suffixes[0]}"
    ran = digecon("new", "wuhan", *GIVEN, "--period", "2025-M06", "-o", path, "--lang", "en")
    assert (ran.code, ran.out) == (Exit.COMPLIANT, "")
    assert ran.err == (
        f"{path} is written: Wuhan, 2025-M06, indicators: 4. Once it is filled, run: digecon check {path}\n"
    )
    assert digecon("lint", path, "--lang", "en").out.endswith("errors 0, warnings 0, notes 0.\n")
    assert digecon("check", path, "-q", "--lang", "en").code == Exit.UNDECIDED


def test_in_chinese_it_says_what_comes_next_as_well(digecon: Digecon) -> None:
    ran = digecon("new", "武汉市", "-o", "report.yaml", "--lang", "zh")
    assert (
        ran.err
        == "已写入“report.yaml”：武汉市，报告期2025年，指标4项。填好后运行：digecon check report.yaml\n"
    )


def test_what_is_left_out_is_blank_and_the_period_the_year_of_its_targets(
    digecon: Digecon, library: TargetLibrary
) -> None:
    assert digecon("new", "wuhan", "-o", "report.yaml").code == Exit.COMPLIANT
    report = load_report("report.yaml", library)
    assert [one.kind.id for one in report.diagnostics] == ["form-not-filled"]
    assert report.submitted == Submission("", None, 1)
    assert report.period == Period(2025)


@each_form
@each_language
def test_of_a_form_that_nobody_filled_just_that_is_said(
    form: str, lang: Lang, digecon: Digecon, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "1000")  # each sentence on a line of its own
    path = f"report{FORMS[form].suffixes[0]}"
    assert digecon("new", "wuhan", "-o", path, "--lang", lang).code == Exit.COMPLIANT
    linted = digecon("lint", path, "--lang", "zh")
    assert linted.code == Exit.COMPLIANT
    assert "疑点（须说明） form-not-filled：这份填报表还没有填写，没有可核验的内容\n" in linted.out
    assert linted.out.endswith("错误0处，疑点1处，提示0处。\n")
    checked = digecon("check", path, "--lang", "zh")
    assert checked.code == Exit.UNDECIDED
    assert "这份填报表还没有填写，没有可核验的内容" in checked.out + checked.err
    assert "未填报2" in checked.out


@each_form
@each_language
def test_what_a_cover_leaves_open_is_asked_for_by_name_once_anything_is_filled(
    form: str, lang: Lang, digecon: Digecon
) -> None:
    path = Path(f"report{FORMS[form].suffixes[0]}")
    assert digecon("new", "wuhan", "-o", str(path), "--lang", lang).code == Exit.COMPLIANT
    filled(path)
    _unsigned(path)
    linted = digecon("lint", str(path), "--lang", "zh")
    where = {"yaml": (":14:3:", ":15:3:"), "csv": (":2:", ":2:"), "xlsx": ("!B6:", "!B7:")}[form]
    for place, name in zip(where, ("填报单位", "填报日期"), strict=True):
        assert re.search(f"{place}.*cover-not-filled：没有填写{name}\n", linted.out)
    assert digecon("check", str(path)).code == Exit.INVALID


def _unsigned(path: Path) -> None:
    """Take off a filled form who handed it in, and when."""
    if path.suffix == ".xlsx":
        workbook = load_workbook(path)
        for row in workbook.worksheets[0].iter_rows(max_col=2):
            if row[1].value in (OFFICE, DAY):
                row[1].value = None
        workbook.save(path)
        return
    text = path.read_text("utf-8")
    path.write_text(
        text.replace(f" {OFFICE}", "").replace(f" {DAY}", "").replace(f"{OFFICE},{DAY}", ","), "utf-8"
    )


def test_what_is_given_is_written(digecon: Digecon, library: TargetLibrary) -> None:
    digecon("new", "wuhan", *GIVEN, "--period", "2024", "-o", "report.yaml")
    report = load_report("report.yaml", library)
    assert (report.submitted.by, report.period) == ("示例单位", Period(2024))
    assert report.submitted.date == datetime.date(2026, 1, 20)


@pytest.mark.parametrize(
    "given",
    [
        ("--period", "2025-13"),
        ("--date", "2026-02-30"),
        ("--by", " "),
        ("--format", "docx"),
        ("-o", "report.json"),
    ],
)
def test_what_cannot_stand_in_a_form_is_refused(given: tuple[str, str], digecon: Digecon) -> None:
    ran = digecon("new", "wuhan", *given, "--lang", "en")
    assert (ran.code, ran.out) == (Exit.USAGE, "")
    assert os.listdir() == []


@each_language
def test_an_unknown_suffix_is_told_those_that_are_known(lang: str, digecon: Digecon) -> None:
    told = digecon("new", "wuhan", "-o", "report.json", "--lang", lang).err
    assert "“report.json”" in told
    assert ", ".join(suffix for form in FORMS.values() for suffix in form.suffixes) in told
    assert "--format" in told


def test_a_format_that_is_named_goes_before_the_suffix(digecon: Digecon) -> None:
    assert digecon("new", "wuhan", *GIVEN, "-o", "report.txt", "--format", "yaml").code == Exit.COMPLIANT
    assert digecon("new", "wuhan", *GIVEN, "-o", "report").code == Exit.COMPLIANT
    assert Path("report.txt").read_bytes() == Path("report").read_bytes()


@each_language
def test_a_file_that_is_there_is_not_written_over(lang: str, digecon: Digecon) -> None:
    Path("report.yaml").write_text("kept", "utf-8")
    ran = digecon("new", "wuhan", "-o", "report.yaml", "--lang", lang)
    assert (ran.code, ran.out) == (Exit.USAGE, "")
    assert "--force" in ran.err
    assert "report.yaml" in ran.err
    assert Path("report.yaml").read_text("utf-8") == "kept"
    assert os.listdir() == ["report.yaml"]


@pytest.mark.parametrize("there", ["folder", "link", "link to nothing"])
def test_nor_is_what_only_looks_like_a_file(there: str, digecon: Digecon) -> None:
    Path("kept").write_text("kept", "utf-8")
    if there == "folder":
        Path("report.yaml").mkdir()
    else:
        Path("report.yaml").symlink_to("kept" if there == "link" else "nothing")
    assert digecon("new", "wuhan", "-o", "report.yaml").code == Exit.USAGE
    assert Path("kept").read_text("utf-8") == "kept"
    assert not Path("nothing").exists()


def test_with_force_it_is_written_over_whole(digecon: Digecon) -> None:
    Path("report.yaml").write_text("old\n" * 10_000, "utf-8")
    assert (
        digecon("new", "wuhan", *GIVEN, "-o", "report.yaml", "--force", "--lang", "en").code == Exit.COMPLIANT
    )
    assert Path("report.yaml").read_text("utf-8") == (ROOT / "tests/golden/forms/wuhan.en.yaml").read_text(
        "utf-8"
    )
    assert os.listdir() == ["report.yaml"]


def test_no_force_writes_over_a_target_file(digecon: Digecon) -> None:
    shutil.copytree(ROOT / "targets", "targets")
    path = Path("targets/cities/wuhan.yaml")
    before = path.read_bytes()
    ran = digecon("new", "wuhan", "--targets", "targets", "-o", str(path), "--force")
    assert (ran.code, ran.out) == (Exit.USAGE, "")
    assert path.read_bytes() == before


def test_what_cannot_be_written_is_told_and_leaves_nothing(digecon: Digecon) -> None:
    ran = digecon("new", "wuhan", "-o", "no-such-folder/report.yaml")
    assert (ran.code, ran.out) == (Exit.NOT_WRITTEN, "")
    assert os.listdir() == []


@each_language
def test_a_form_in_bytes_goes_into_files_only_and_as_it_is(
    lang: str, digecon: Digecon, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Form, "write", lambda *arguments: b"PK\x03\x04\xff")
    ran = digecon("new", "wuhan", "--lang", lang)
    assert (ran.code, ran.out) == (Exit.USAGE, "")
    assert "-o report.yaml" in ran.err
    assert digecon("new", "wuhan", "-o", "report.yaml").code == Exit.COMPLIANT
    assert Path("report.yaml").read_bytes() == b"PK\x03\x04\xff"


def test_a_faulty_target_file_is_told_in_place_of_a_form(digecon: Digecon) -> None:
    shutil.copytree(ROOT / "targets", "targets")
    Path("targets/cities/wuhan.yaml").write_text("entity: 1\n", "utf-8")
    ran = digecon("new", "wuhan", "--targets", "targets", "-o", "report.yaml")
    assert ran.code == Exit.INVALID
    assert not Path("report.yaml").exists()


def test_the_help_names_every_format(digecon: Digecon) -> None:
    for lang in LANGS:
        shown = "".join(digecon("new", "--help", "--lang", lang).out.split())
        for form in FORMS.values():
            assert "".join(form.summary.pick(lang).split()) in shown


def test_the_command_that_comes_next_can_be_copied(digecon: Digecon) -> None:
    ran = digecon("new", "wuhan", "-o", "my report.yaml", "--lang", "en")
    assert ran.err.endswith("run: digecon check 'my report.yaml'\n")
