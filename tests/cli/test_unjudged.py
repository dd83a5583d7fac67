"""No run is green that left a report unjudged without saying so; and what is no report makes no run fail."""

import os
from pathlib import Path

import pytest

import hubei_digecon
from hubei_digecon.domain.exit_codes import Exit
from hubei_digecon.load.targets import TargetLibrary
from hubei_digecon.show.formats import FORMATS
from hubei_digecon.text import Lang

from ..conftest import ROOT, Digecon, Ran
from ..overlooked_reports import (
    CHINESE_CSV,
    FILES,
    IN_CSV,
    IN_JSON,
    MISSED,
    NEIGHBOURS,
    OTHER_WAYS,
    workbook,
    write,
)
from ..shown_formats import shown, told
from ..small_targets import REPORTS, Small
from ..workbooks import filled_from, opened, saved

COMMANDS = ("check", "score", "lint")
SHOWN = [
    (command, name)
    for name, one in FORMATS.items()
    for command, has_it in (("check", True), ("score", one.scores), ("lint", one.lints))
    if has_it
]
each_format = pytest.mark.parametrize(("command", "format"), SHOWN)


@pytest.fixture
def small(tmp_path: Path) -> Small:
    made = Small(tmp_path)
    write(tmp_path, "reports/good.yaml", REPORTS["compliant"])
    return made


def reports(small: Small) -> Path:
    return small.folder / "reports"


def options(command: str, small: Small) -> tuple[str, ...]:
    return small.options if command != "lint" else ("--targets", str(small.targets), "--lang", "en")


def run(digecon: Digecon, small: Small, *more: str, command: str = "check") -> Ran:
    return digecon(command, str(reports(small)), *options(command, small), *more)


@pytest.fixture(autouse=True)
def _no_path_is_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    """Paths of temporary folders are longer than a terminal is wide."""
    monkeypatch.setenv("COLUMNS", "400")


def is_named(ran: Ran, name: str) -> bool:
    """Whether a run names a file, or the folder in which it stands."""
    steps = name.split("/")
    return any(os.path.join("reports", *steps[:end]) in ran.out + ran.err for end in range(1, len(steps) + 1))


def test_the_good_report_alone_is_green(small: Small, digecon: Digecon) -> None:
    assert run(digecon, small).code == Exit.COMPLIANT


@pytest.mark.parametrize("quiet", [[], ["-q"]], ids=["in full", "quiet"])
@pytest.mark.parametrize("fail_on", ["undecided", "missed"])
@pytest.mark.parametrize("name", FILES)
def test_no_file_takes_a_missed_report_out_of_judgement_unnamed(
    name: str, fail_on: str, quiet: list[str], small: Small, digecon: Digecon
) -> None:
    content, code = FILES[name]
    write(reports(small), name, content)
    ran = run(digecon, small, "--fail-on", fail_on, *quiet)
    assert ran.code == code
    assert is_named(ran, name)


@pytest.mark.parametrize("quiet", [[], ["-q"]], ids=["in full", "quiet"])
@pytest.mark.parametrize("fail_on", ["undecided", "missed"])
@pytest.mark.parametrize("way", OTHER_WAYS)
def test_nothing_in_a_folder_takes_a_missed_report_out_of_judgement_unnamed(
    way: str, fail_on: str, quiet: list[str], small: Small, digecon: Digecon
) -> None:
    plant, code = OTHER_WAYS[way]
    plant(reports(small))
    ran = run(digecon, small, "--fail-on", fail_on, *quiet)
    assert ran.code == code
    assert os.path.join("reports", "z") in ran.out + ran.err


@pytest.mark.parametrize("command", ["score", "lint"])
@pytest.mark.parametrize("name", [name for name, (_, code) in FILES.items() if code in (0, 4)])
def test_score_and_lint_name_what_they_left_out_too(
    name: str, command: str, small: Small, digecon: Digecon
) -> None:
    content, code = FILES[name]
    write(small.folder, "reports/two.yaml", REPORTS["compliant"].replace("one", "two"))
    clean = run(digecon, small, "--fail-on", "missed", command=command) if command == "score" else None
    write(reports(small), name, content)
    more = ("--fail-on", "missed") if command == "score" else ()
    for quiet in ([], ["-q"]):
        ran = run(digecon, small, *more, *quiet, command=command)
        assert ran.code == (code or (clean.code if clean else 0))
        assert is_named(ran, name)


@pytest.mark.parametrize("name", ["r.yaml.txt", ".z/r.yaml", "other.yaml"])
@each_format
def test_every_format_names_it(format: str, command: str, name: str, small: Small, digecon: Digecon) -> None:
    write(reports(small), name, MISSED if name != "other.yaml" else "a: 1\n")
    (small.folder / "out").mkdir()
    content, ran = shown(
        digecon, format, small.folder / "out", command, str(reports(small)), *options(command, small)
    )
    where = os.path.join("reports", name.partition("/")[0])
    assert where.replace("_", "") in (told(content) + ran.err).replace("\\", "").replace("_", "")
    if name == "r.yaml.txt":
        assert ran.code == Exit.UNDECIDED


@pytest.mark.parametrize("name", [name for name, (_, code) in FILES.items() if code == 4])
def test_what_looks_like_a_report_is_in_the_run_of_a_program(name: str, small: Small) -> None:
    write(reports(small), name, FILES[name][0])
    targets = TargetLibrary(small.targets)
    made = hubei_digecon.check(reports(small), targets=targets)
    assert "looks-like-report" in [one.kind.id for one in made.diagnostics]
    assert made.exit_code == Exit.UNDECIDED


@pytest.mark.parametrize("asked", [["--select", "bad-date"], ["--ignore", "looks-like-report"]], ids=" ".join)
def test_nobody_can_ask_not_to_be_told(asked: list[str], small: Small, digecon: Digecon) -> None:
    write(reports(small), "r.yaml.txt", MISSED)
    for quiet in ([], ["-q"]):
        ran = run(digecon, small, *asked, *quiet)
        assert ran.code == Exit.UNDECIDED
        assert "r.yaml.txt" in ran.out


@pytest.mark.parametrize("fail_on", ["undecided", "missed", "never"])
def test_what_looks_like_a_report_is_never_eased_nor_hides_a_miss(
    fail_on: str, small: Small, digecon: Digecon
) -> None:
    write(reports(small), "r.yaml.txt", MISSED)
    assert run(digecon, small, "--fail-on", fail_on).code == Exit.UNDECIDED
    write(reports(small), "r.yaml", MISSED)
    assert run(digecon, small, "--fail-on", fail_on).code == (4 if fail_on == "never" else 1)


# What is no report


@pytest.mark.heavy
@pytest.mark.parametrize("command", COMMANDS)
def test_ordinary_neighbours_make_no_run_fail(command: str, small: Small, digecon: Digecon) -> None:
    before = run(digecon, small, command=command).code
    for name, content in NEIGHBOURS.items():
        write(reports(small), name, content)
    assert run(digecon, small, command=command).code == before
    assert run(digecon, small, "-q", command=command).code == before
    assert command == "score" or before == Exit.COMPLIANT


@pytest.mark.parametrize("name", NEIGHBOURS)
def test_an_ordinary_neighbour_makes_no_run_fail(name: str, small: Small, digecon: Digecon) -> None:
    write(reports(small), name, NEIGHBOURS[name])
    ran = run(digecon, small)
    assert ran.code == Exit.COMPLIANT
    assert "looks-like-report" not in ran.out


def test_a_lock_file_is_told_and_no_more(small: Small, digecon: Digecon) -> None:
    write(reports(small), "~$form.xlsx", NEIGHBOURS["~$form.xlsx"])
    ran = run(digecon, small)
    assert (ran.code, ran.out.count("lock-file")) == (Exit.COMPLIANT, 1)


def test_a_link_to_itself_hides_no_report_beside_it(small: Small, digecon: Digecon) -> None:
    (reports(small) / "z.yaml").symlink_to("z.yaml")
    ran = run(digecon, small)
    assert (ran.code, "1, compliant 1." in ran.out) == (Exit.INVALID, True)


def test_version_control_is_not_entered(small: Small, digecon: Digecon) -> None:
    for name in (".git", ".hg", ".svn"):
        write(reports(small), f"{name}/r.yaml", MISSED)
    ran = run(digecon, small)
    assert ran.code == Exit.COMPLIANT
    assert "folder" not in ran.out


def test_a_large_file_of_something_else_is_told_as_one_not_looked_at_whole(
    small: Small, digecon: Digecon
) -> None:
    write(reports(small), "geo.json", NEIGHBOURS["geo.json"])
    ran = run(digecon, small)
    assert (ran.code, ran.out.count("cannot-look-into")) == (Exit.COMPLIANT, 1)


# Own results


def _named(format: str) -> str:
    return f"{format}={{folder}}/reports/out.{format.replace('-bom', '').replace('table', 'txt')}"


@pytest.mark.parametrize("lang", ["zh", "en"])
@each_format
def test_a_run_may_be_made_twice_to_the_same_bytes(
    format: str, command: str, lang: str, small: Small, digecon: Digecon
) -> None:
    write(reports(small), "broken.csv", CHINESE_CSV.replace("2025", "2025-M13"))
    write(reports(small), "two.yaml", REPORTS["partly"])
    sink = _named(format).format(folder=small.folder)
    path = Path(sink.partition("=")[2])
    arguments = ("--output-format", sink, "--lang", lang)
    first = run(digecon, small, *arguments, command=command), path.read_bytes()
    again = run(digecon, small, *arguments, command=command), path.read_bytes()
    assert again == first


@pytest.mark.parametrize("command", ["check", "lint"])
def test_a_quiet_run_into_a_file_may_be_made_twice(command: str, small: Small, digecon: Digecon) -> None:
    for _ in range(2):
        path = small.folder / "reports" / "out.txt"
        ran = run(digecon, small, "-q", "--output-format", f"table={path}", command=command)
        assert ran.code == Exit.COMPLIANT


@pytest.mark.parametrize("format", ["json", "csv", "xlsx", "docx", "html"])
def test_results_of_check_and_score_stand_beside_reports_without_a_difference(
    format: str, small: Small, digecon: Digecon
) -> None:
    before = run(digecon, small)
    for command in ("check", "score"):
        for lang in ("zh", "en"):
            path = reports(small) / f"{command}.{lang}.{format.removesuffix('-bom')}"
            run(digecon, small, "--output-format", f"{format}={path}", "--lang", lang, command=command)
            assert path.exists()
    assert run(digecon, small) == before


OLD_RESULTS = {
    "first.csv": "path,entity,period,revision,illustrative,verdict,errors,warnings,target,indicator,due,outcome,"
    "underlying,reasons,final,comparator,required,stretch,unit,observed\nr.yaml,one,2025,1,false,compliant\n",
    "first.json": '{"format": "digecon/result/v1", "tool": {"name": "digecon", "version": "0.1.0"}, '
    '"as_of": "2026-02-28", "assessments": [{"path": "r.yaml", "entity": "one", "period": "2025", '
    '"diagnostics": [{"id": "bad-date", "at": "observations.firms"}]}]}',
    "result.yaml": "format: digecon/trend/v1\nseries: []\n",
    "board.json": '{"format": "digecon/scoreboard/v1", "places": []}',
    "large.json": '{\n "format": "digecon/result/v1",\n "assessments": ['
    + ",\n".join(["{}"] * 500_000)
    + "]}",
}


@pytest.mark.parametrize("name", OLD_RESULTS)
def test_results_of_earlier_versions_make_no_difference(name: str, small: Small, digecon: Digecon) -> None:
    before = run(digecon, small)
    write(reports(small), name, OLD_RESULTS[name])
    assert run(digecon, small) == before


def test_a_result_is_not_written_over_a_report_of_its_name(small: Small, digecon: Digecon) -> None:
    for command in ("check", "score"):
        path = reports(small) / "good.yaml"
        ran = run(digecon, small, "--output-format", f"json={path}", command=command)
        assert ran.code == Exit.USAGE
        assert path.read_text("utf-8") == REPORTS["compliant"]


def test_a_large_result_with_a_report_in_it_is_an_error(small: Small, digecon: Digecon) -> None:
    write(reports(small), "large.json", OLD_RESULTS["large.json"].replace("{", '{"observations": {}, ', 1))
    assert run(digecon, small).code == Exit.INVALID


# --exclude


@pytest.mark.parametrize("glob", ["drafts", "drafts/", "drafts/*", "drafts/r.yaml", "r.yaml", "*r.yaml"])
def test_what_is_excluded_is_counted_and_not_judged(glob: str, small: Small, digecon: Digecon) -> None:
    write(reports(small), "drafts/r.yaml", MISSED)
    assert run(digecon, small).code == Exit.MISSED
    for quiet in ([], ["-q"]):
        ran = run(digecon, small, "--exclude", glob, *quiet)
        assert ran.code == Exit.COMPLIANT
        assert "left out by --exclude: 1\n" in ran.out


def test_what_looks_like_a_report_can_be_excluded(small: Small, digecon: Digecon) -> None:
    write(reports(small), "r.yaml.txt", MISSED)
    ran = run(digecon, small, "--exclude", "*.txt", "--exclude", "nothing")
    assert (ran.code, "left out by --exclude: 1\n" in ran.out) == (Exit.COMPLIANT, True)


def test_a_named_report_is_judged_whatever_is_excluded(small: Small, digecon: Digecon) -> None:
    path = write(reports(small), "r.yaml", MISSED)
    ran = digecon("check", str(path), *small.options, "--exclude", "*")
    assert ran.code == Exit.MISSED


@each_format
def test_settings_of_a_file_that_bear_on_a_verdict_are_told_in_every_output(
    command: str, format: str, small: Small, digecon: Digecon, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(small.folder)
    write(small.folder, "digecon.toml", 'exclude = ["r.yaml"]\nfail-on = "never"\nlanguage = "en"\n')
    write(reports(small), "r.yaml", MISSED)
    (small.folder / "out").mkdir()
    given = (
        options(command, small) if command == "lint" else (*options(command, small), "--fail-on", "missed")
    )
    content, ran = shown(digecon, format, small.folder / "out", command, "reports", *given)
    said = told(content) + ran.err
    assert "digecon.toml:1" in said
    assert "r.yaml" in said
    assert "digecon.toml:2" not in said  # the flag decides
    isolated = digecon(command, "reports", *options(command, small), "--isolated")
    assert isolated.code in (Exit.MISSED, Exit.INVALID) or command == "lint"
    assert "digecon.toml" not in isolated.out


def test_a_workbook_of_ours_with_a_form_in_it_is_judged(small: Small, digecon: Digecon) -> None:
    write(reports(small), "r.xlsx", workbook("指标名称", "完成值"))
    assert run(digecon, small).code == Exit.INVALID


@pytest.mark.parametrize("name", ["r.yaml", "r.json", "z/r.csv", "z/r.YAML", "cities/r.json", "z/r.yaml"])
def test_a_catalogue_in_a_folder_keeps_no_report_from_being_read(
    name: str, small: Small, digecon: Digecon
) -> None:
    content = {"csv": IN_CSV, "json": IN_JSON}.get(name.rpartition(".")[2], MISSED)
    write(small.targets, name, content.replace(",8,家", ",8,亿元").replace("8家", "8亿元"))
    ran = digecon("lint", str(small.targets), *options("lint", small))
    assert ran.code == Exit.INVALID
    assert name in ran.out
    assert "unit-mismatch" in ran.out or name == "z/r.yaml"  # read as a target file, which it is none


def test_what_looks_like_a_report_is_told_beside_a_catalogue(small: Small, digecon: Digecon) -> None:
    assert digecon("lint", str(small.targets)).code == Exit.COMPLIANT
    write(small.targets, "r.yaml.txt", MISSED)
    ran = digecon("lint", str(small.targets), "--lang", "en")
    assert (ran.code, ran.out.count("warning looks-like-report")) == (Exit.UNDECIDED, 1)


@pytest.mark.heavy
@pytest.mark.parametrize("named", ["{}旧", "Sheet{number}", "汇总{}", "Notes {number}", "表单"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_form_of_ours_whose_sheets_are_renamed_is_no_result(
    named: str, lang: Lang, tmp_path: Path, digecon: Digecon
) -> None:
    book = opened(filled_from(ROOT / "sample_reports" / "illustrative" / "wuhan-wedz-2025.yaml", lang))
    for number, sheet in enumerate(book.worksheets):
        sheet.title = named.format(sheet.title, number=number)[:31]
    assert book.properties.creator.startswith("digecon ")
    write(tmp_path, "reports/form.xlsx", saved(book))
    ran = digecon("check", str(tmp_path / "reports"), "--lang", "en", "--targets", str(ROOT / "targets"))
    assert ran.code == Exit.INVALID
    assert "form.xlsx" in ran.out
