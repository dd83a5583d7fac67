"""What a run is about: files named, folders searched in order, standard input; other sorts of files."""

import json
import os
from pathlib import Path

import pytest

from hubei_digecon.domain.left_out import LeftOut, WhyLeftOut
from hubei_digecon.load.search.inputs import Input, find_inputs

from ...conftest import AS_OF, ROOT, Digecon
from ...printed_diagnostics import ids_in, said
from ..reading import HEAD

REVIEW = "entity: wuhan-wedz\nperiod: 2025\nreviewer: {name: 核验组}\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of many sorts of files, in the working directory."""
    monkeypatch.chdir(tmp_path)
    for name in ("b.yaml", "a.yml", "c.JSON", "B/z.yaml", "a/z.yaml", "a.yaml", "a/b/c.json"):
        _write(f"reports/{name}", "{}")
    for name in (
        ".hidden.yaml",
        ".git/config.yaml",
        "a/.cache/x.yaml",
        "notes.txt",
        "yaml",
        "x.yaml.bak",
        "y.toml",
    ):
        _write(f"reports/{name}", "{}")
    return Path("reports")


def _write(path: str, text: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, "utf-8")


def _found(*paths: str) -> list[str]:
    return [one.path for one in find_inputs(paths) if one.is_read]


def _passed_over(*paths: str) -> dict[str, LeftOut]:
    return {one.path: one.left for one in find_inputs(paths) if one.left}


def test_folders_are_searched_in_the_order_of_names_and_hidden_files_passed_over(folder: Path) -> None:
    assert _found("reports") == [
        "reports/a.yaml",
        "reports/a.yml",
        "reports/b.yaml",
        "reports/c.JSON",
        "reports/B/z.yaml",
        "reports/a/z.yaml",
        "reports/a/b/c.json",
    ]


def test_inputs_come_in_the_order_given_and_what_is_named_is_read_whatever_its_name(folder: Path) -> None:
    given = ("reports/b.yaml", "reports/a/b", "-", "reports/notes.txt", "reports/.hidden.yaml", "nowhere")
    assert list(find_inputs(given)) == [
        Input("reports/b.yaml"),
        Input("reports/a/b/c.json", found=True),
        Input("-"),
        Input("reports/notes.txt"),
        Input("reports/.hidden.yaml"),
        Input("nowhere"),
    ]


def test_a_folder_that_is_hidden_itself_is_searched_when_it_is_named(folder: Path) -> None:
    assert _found("reports/.git", ".") == [
        "reports/.git/config.yaml",
        *(f"./{path}" for path in _found("reports")),
    ]


def test_links_to_folders_are_not_followed_round_in_circles(folder: Path) -> None:
    (folder / "a" / "round").symlink_to(folder.resolve())
    assert len(_found("reports")) == 7


def test_a_folder_that_cannot_be_searched_is_told_and_stops_nothing(
    folder: Path, digecon: Digecon, monkeypatch: pytest.MonkeyPatch
) -> None:
    scandir, closed = os.scandir, os.path.join("reports", "a")

    def refused(path: str) -> object:
        if path == closed:
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refused)
    found = _found("reports")
    assert found == [
        *(f"reports/{name}" for name in ("a.yaml", "a.yml", "b.yaml", "c.JSON", "B/z.yaml")),
        closed,
    ]
    ran = digecon("check", "reports", "--lang", "en", "-q")
    assert ran.code == 3
    assert f"{closed}: judged 0 of 0" in ran.out


def test_deep_folders_take_no_recursion(folder: Path) -> None:
    os.makedirs("reports/" + "d/" * 400)
    _write("reports/" + "d/" * 400 + "x.yaml", "{}")
    assert _found("reports")[-1].endswith("d/x.yaml")


def test_folders_that_tools_fill_are_passed_over(folder: Path) -> None:
    for name in ("node_modules/a.yaml", "a/__pycache__/b.json", "x/site-packages/c.yaml", "kept/d.yaml"):
        _write(f"reports/{name}", "{}")
    _write("reports/cache/CACHEDIR.TAG", "Signature: 8a477f597d28d172789f06886806bc55\n# made by a tool\n")
    _write("reports/cache/below/e.yaml", "{}")
    assert "reports/kept/d.yaml" in _found("reports")
    assert "reports/x/site-packages/c.yaml" in _found("reports")
    assert len(_found("reports")) == 9
    assert _passed_over("reports") == {
        f"reports/{path}": LeftOut(WhyLeftOut.FOLDER, 1)
        for path in ("node_modules", "a/.cache", "a/__pycache__", "cache")
    }


@pytest.mark.parametrize("marker", ["CACHEDIR.TAG", "pyvenv.cfg", ".nomedia", ".gitignore"])
@pytest.mark.parametrize("text", ["", "Signature: 1\n", "*\n"])
def test_no_file_in_a_folder_keeps_it_from_being_searched(marker: str, text: str, folder: Path) -> None:
    _write(f"reports/z/{marker}", text)
    _write("reports/z/below/e.yaml", "{}")
    assert "reports/z/below/e.yaml" in _found("reports")


def test_a_folder_that_tools_fill_is_searched_when_it_is_named(folder: Path) -> None:
    _write("cache/CACHEDIR.TAG", "Signature: 8a477f597d28d172789f06886806bc55")
    _write("cache/a.yaml", "{}")
    assert _found("cache") == ["cache/a.yaml"]


def test_a_link_that_leads_out_of_the_folder_is_not_read(
    folder: Path, tmp_path: Path, digecon: Digecon
) -> None:
    _write("elsewhere/secret.yaml", HEAD)
    (folder / "out.yaml").symlink_to(Path("elsewhere/secret.yaml").resolve())
    (folder / "elsewhere").symlink_to(Path("elsewhere").resolve())
    assert _passed_over("reports") == {
        "reports/out.yaml": LeftOut(WhyLeftOut.LINK),
        "reports/elsewhere": LeftOut(WhyLeftOut.FOLDER, 1),
        "reports/a/.cache": LeftOut(WhyLeftOut.FOLDER, 1),
    }
    assert digecon("check", "reports/out.yaml", "--as-of", AS_OF).code == 4  # it was named, so it is read
    for command in ("check", "lint"):
        ran = digecon(command, "reports", "--lang", "en")
        told = "reports/out.yaml: note leads-out: this link leads out of the folder and was left out\n"
        assert told in said(ran)
        assert "secret" not in ran.out


def test_a_review_behind_a_link_that_leads_out_is_not_read(folder: Path, digecon: Digecon) -> None:
    _write("elsewhere/review.yaml", REVIEW)
    Path("reviews").mkdir()
    Path("reviews/out.yaml").symlink_to(Path("elsewhere/review.yaml").resolve())
    _write("report.yaml", HEAD)
    ran = digecon("check", "report.yaml", "--review", "reviews", "--lang", "en", "--as-of", AS_OF)
    assert "reviews/out.yaml: note leads-out: " in ran.out
    assert ran.code == 4


def test_a_link_inside_the_folder_is_read_only_where_its_file_is_not_found_itself(folder: Path) -> None:
    (folder / "again.yaml").symlink_to((folder / "a.yaml").resolve())
    _write("reports/..data/mounted.yaml", "{}")
    (folder / "mounted.yaml").symlink_to("..data/mounted.yaml")
    _write("reports/plain.txt", "{}")
    (folder / "plain.yaml").symlink_to("plain.txt")
    (folder / "gone.yaml").symlink_to("nowhere.yaml")
    found = _found("reports")
    assert {"reports/mounted.yaml", "reports/plain.yaml", "reports/gone.yaml"} <= set(found)
    assert "reports/again.yaml" not in found
    assert len(found) == 10


def test_a_file_named_minus_is_given_by_its_path(folder: Path) -> None:
    _write("-", HEAD)
    assert _found("-", "./-") == ["-", "./-"]


def test_an_empty_folder_is_nothing_to_check(folder: Path, digecon: Digecon) -> None:
    Path("empty").mkdir()
    ran = digecon("check", "empty", "--lang", "en")
    assert (ran.code, ran.out, ran.err) == (4, "judged 0 of 0: no report was found to check.\n", "")


@pytest.mark.parametrize(
    ("lang", "review", "targets"),
    [
        (
            "zh",
            "这是核验单位复核意见，不是报告，已跳过\n  处理：无需处理\n",
            "这是目标文件，不是报告，已跳过\n  处理：无需处理\n",
        ),
        (
            "en",
            "this is a review, not a report, and was left out\n  fix: nothing needs to be fixed\n",
            "this is a target file, not a report, and was left out\n  fix: nothing needs to be fixed\n",
        ),
    ],
)
def test_other_sorts_of_files_are_left_out_of_a_folder_with_a_note(
    lang: str, review: str, targets: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, digecon: Digecon
) -> None:
    monkeypatch.chdir(tmp_path)
    _write("all/a-report.yaml", HEAD)
    _write("all/b-review.yaml", REVIEW)
    for sort, name in (("cities", "wuhan"), ("documents", "notice"), (".", "indicators")):
        _write(f"all/{sort}/{name}.yaml", (ROOT / "targets" / sort / f"{name}.yaml").read_text("utf-8"))
    ran = digecon("check", "all", "--as-of", AS_OF, "--lang", lang)
    note = {"zh": "提示 not-a-report：", "en": "note not-a-report: "}[lang]
    assert said(ran) == (
        f"all/b-review.yaml: {note}{review}"
        f"all/indicators.yaml: {note}{targets}"
        f"all/cities/wuhan.yaml: {note}{targets}"
        f"all/documents/notice.yaml: {note}{targets}"
        "exit 4\n"
    )


def test_a_folder_of_other_files_only_is_nothing_to_check(digecon: Digecon) -> None:
    ran = digecon("check", "targets", "--lang", "en")
    assert ran.code == 4
    assert set(ids_in(said(ran))) == {"not-a-report"}
    assert "judged 0 of 0" in ran.out


@pytest.mark.parametrize(
    "content", [REVIEW, "targets: {}\n", "indicators: {}\n", "document: {}\n", "relations: []\n"]
)
def test_another_sort_of_file_named_as_a_report_is_refused(
    content: str, tmp_path: Path, digecon: Digecon
) -> None:
    path = tmp_path / "file.yaml"
    path.write_text(content, "utf-8")
    ran = digecon("check", str(path), "--lang", "en")
    assert ran.code == 3
    assert ids_in(said(ran)) == ["given-as-report"]


def test_a_broken_file_of_ours_stops_none_of_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, digecon: Digecon
) -> None:
    monkeypatch.chdir(tmp_path)
    _write("all/a.yaml", f"{HEAD}\n[")
    _write("all/b.yaml", HEAD)
    _write("all/d.json", '{"entity": "wuhan", "period": "2025", ')
    os.mkfifo("all/c.yaml")
    ran = digecon("check", "all", "--as-of", AS_OF, "--output-format", "json")
    assert ran.code == 3
    assessed = json.loads(ran.out)["assessments"]
    assert [(one["path"], one["verdict"]) for one in assessed] == [
        ("all/a.yaml", "invalid"),
        ("all/b.yaml", "incomplete"),
        ("all/c.yaml", "invalid"),
        ("all/d.json", "invalid"),
    ]


IN_JSON = json.dumps(
    {"entity": "wuhan", "period": "2025", "submitted": {"by": "示例单位", "date": "2026-01-20"}},
    ensure_ascii=False,
)


@pytest.mark.parametrize(
    ("stdin", "entity"),
    [
        (HEAD, "wuhan-wedz"),
        (IN_JSON, "wuhan"),
        (f"\ufeff\n  {IN_JSON}", "wuhan"),
        ("{entity: wuhan, period: 2025, submitted: {by: 示例单位, date: 2026-01-20}}", "wuhan"),
    ],
    ids=["yaml", "json", "json after blanks", "yaml in braces"],
)
def test_standard_input_is_read_as_yaml_or_json_by_how_it_begins(
    stdin: str, entity: str, digecon: Digecon
) -> None:
    ran = digecon("check", "-", "--as-of", AS_OF, "--output-format", "json", stdin=stdin.encode())
    (assessment,) = json.loads(ran.out)["assessments"]
    assert (ran.code, assessment["path"], assessment["entity"]) == (4, "-", entity)
    assert assessment["diagnostics"] == []


@pytest.mark.parametrize(
    ("stdin", "kind", "where"),
    [
        (b'{"entity": "wuhan", "entity": "wuhan-wedz"}', "duplicate-key", "-:1:21:"),
        (b'{"entity": NaN}', "syntax", "-:1:12:"),
        (b"entity: [\n", "syntax", "-:"),
        (b"", "empty-file", "-:1:1:"),
        (b"#" * (2**20 + 1), "too-large", "-:"),
        ("entity: 武汉".encode("gb18030"), "not-utf8", "-:"),
    ],
    ids=["duplicate", "nan", "yaml", "empty", "large", "gb18030"],
)
def test_faults_of_standard_input_are_told_at_their_place(
    stdin: bytes, kind: str, where: str, digecon: Digecon
) -> None:
    ran = digecon("check", "-", "--lang", "en", stdin=stdin)
    assert ran.code == 3
    line = next(line for line in ran.out.splitlines() if f"error {kind}: " in line)
    assert line.startswith(where)


def test_a_folder_without_a_review_is_told(tmp_path: Path, digecon: Digecon) -> None:
    report, folder = tmp_path / "report.yaml", tmp_path / "reviews"
    report.write_text(HEAD, "utf-8")
    folder.mkdir()
    (folder / "another.yaml").write_text(HEAD, "utf-8")
    ran = digecon("check", str(report), "--review", str(folder), "--as-of", AS_OF, "--lang", "en")
    told = (
        f"{folder}: warning no-review: there is no review here\n  fix: compare the path given with --review\n"
    )
    assert ran.out.startswith(told)
    assert ran.code == 4


def test_standard_input_is_linted_too(digecon: Digecon) -> None:
    assert digecon("lint", "-", stdin=HEAD.encode()).code == 0
    assert digecon("lint", "-", stdin=b"entity: nowhere\n").code == 3
