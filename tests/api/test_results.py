"""What the public functions return: the command line's data, files, and what a notebook shows."""

import csv
import datetime
import io
import json
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from hubei_digecon import check, diff, lint, score, trend, verify
from hubei_digecon.diagnostics.extras import HTML, Extra
from hubei_digecon.text import Lang

from ..building import LIBRARY
from ..conftest import AS_OF, Digecon

DAY = datetime.date.fromisoformat(AS_OF)
REPORT = "sample_reports/illustrative/wuhan-2025.yaml"
FOLDER = "sample_reports/illustrative"
OF = ("--as-of", AS_OF)


@cache
def made(command: str) -> Any:
    call: Any = {"check": check, "score": score, "trend": trend}[command]
    return call(FOLDER, as_of=DAY, targets=LIBRARY)


COMMANDS = ("check", "score", "trend")


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    ("name", "lang"), [("csv", "en"), ("markdown", "zh"), pytest.param("html", "en", marks=pytest.mark.heavy)]
)
def test_a_file_is_that_of_the_command_line(
    command: str, name: str, lang: Lang, digecon: Digecon, tmp_path: Path
) -> None:
    result = made(command)
    ran = digecon(
        command, FOLDER, *OF, "--targets", str(LIBRARY.folder), "--output-format", name, "--lang", lang
    )
    path = tmp_path / "written"
    result.write(path, name, lang=lang)
    assert path.read_bytes().decode() == ran.out
    assert result.exit_code == ran.code


@pytest.mark.parametrize("command", COMMANDS)
def test_the_json_is_the_command_lines(command: str, digecon: Digecon) -> None:
    result = made(command)
    ran = digecon(command, FOLDER, *OF, "--targets", str(LIBRARY.folder), "--output-format", "json")
    assert result.to_json() == ran.out
    assert result.to_dict() == json.loads(ran.out)


@pytest.mark.parametrize("command", COMMANDS)
def test_records_are_the_rows_of_the_csv_with_their_types(command: str, tmp_path: Path) -> None:
    result = made(command)
    result.write(tmp_path / "rows.csv")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "rows.csv").read_text("utf-8"), newline="")))
    records = result.to_records()
    assert [list(one) for one in records] == [list(one) for one in rows]
    for record, row in zip(records, rows, strict=True):
        for name, value in record.items():
            assert written(value) == row[name].removeprefix("'"), name


def written(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return " ".join(value) if isinstance(value, list) else str(value)


def test_an_exact_number_is_a_decimal_and_a_count_a_whole_number() -> None:
    [first, *_] = check(REPORT, as_of=DAY, targets=LIBRARY).to_records()
    assert (first["required"], first["due"], first["illustrative"]) == (Decimal(13), 2025, True)
    assert isinstance(first["reasons"], list)
    assert not [value for value in first.values() if isinstance(value, float)]


@pytest.mark.heavy
def test_each_suffix_has_its_format(tmp_path: Path) -> None:
    run = check(REPORT, as_of=DAY, targets=LIBRARY)
    starts = {
        "html": b"<!DOCTYPE html>", "json": b"{\n", "csv": b"path,", "md": b"#", "txt": b"", "xml": b"<?xml", "sarif": b"{",
        "xlsx": b"PK", "docx": b"PK",
    }  # fmt: skip
    for suffix, start in starts.items():
        run.write(tmp_path / f"r.{suffix}")
        assert (tmp_path / f"r.{suffix}").read_bytes().lstrip().startswith(start), suffix
    run.write(tmp_path / "tasks", "xlsx+tasks")
    assert (tmp_path / "tasks").read_bytes().startswith(b"PK")
    read = lint(REPORT, targets=LIBRARY)
    for suffix in ("txt", "md", "xml", "sarif"):
        read.write(tmp_path / f"l.{suffix}")
    made("score").write(tmp_path / "circular", "docx+circular")


def test_what_is_no_format_is_told_with_those_that_are(tmp_path: Path) -> None:
    run = check(REPORT, as_of=DAY, targets=LIBRARY)
    with pytest.raises(
        ValueError, match=r"^path: no format has the suffix of .*; name one, or take one of .txt, "
    ):
        run.write(tmp_path / "r.pdf")
    with pytest.raises(
        ValueError, match=r"^format: there is no excel; there are table, text, needed, markdown, "
    ):
        run.write(tmp_path / "r", "excel")
    with pytest.raises(ValueError, match=r"^format: there is no table.circular"):
        run.write(tmp_path / "r", "table+circular")
    with pytest.raises(ValueError, match=r"^lang: zh or en, not 'fr'$"):
        run.write(tmp_path / "r.txt", lang="fr")  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_written_over_what_was_read(tmp_path: Path) -> None:
    copy = tmp_path / "report.json"
    copy.write_text(json.dumps({"entity": "wuhan", "period": "2025", "observations": {}}), "utf-8")
    before = copy.read_bytes()
    for result in (check(copy), trend(copy), lint(copy), score(tmp_path), check(REPORT, history=copy)):
        with pytest.raises(ValueError, match=r"^path: “.*” is an input and will not be overwritten$"):
            result.write(copy, "markdown")
    catalogue = LIBRARY.folder / "indicators.yaml"
    with pytest.raises(ValueError, match=r"is an input"):
        check(REPORT, targets=LIBRARY).write(catalogue, "json")
    assert copy.read_bytes() == before


def test_a_missing_extra_names_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run = check(REPORT, as_of=DAY, targets=LIBRARY)
    monkeypatch.setattr(Extra, "missing", ("jinja2",))
    with pytest.raises(
        ImportError, match=r'^“html” needs jinja2, .*; run: python -m pip install "jinja2>=3.1" / '
    ):
        run.write(tmp_path / "r.html")
    assert run._repr_html_() is None
    assert HTML.missing


@pytest.mark.parametrize("command", COMMANDS)
def test_a_notebook_is_shown_the_summary_and_the_table(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for lang in ("zh", "en"):
        monkeypatch.setenv("DIGECON_LANGUAGE", lang)
        shown = made(command)._repr_html_()
        assert shown.count("<table") >= 1
        assert "<script" not in shown
        assert "href=" not in shown


def test_what_a_report_says_is_escaped_in_a_notebook() -> None:
    shown = check({"entity": "<img src=x onerror=alert(1)>", "period": "</style><script>"})._repr_html_()
    assert shown is not None
    assert "<img" not in shown
    assert "<script" not in shown
    assert "&lt;img" in shown


def test_each_says_what_it_is_in_a_line() -> None:
    assert [repr(made(command)) for command in COMMANDS] == [
        "<Run: 1 invalid, 2 noncompliant, 1 incomplete, 1 pending; as of 2026-02-28, exit code 3>",
        "<Run: scoreboard, 1 invalid, 2 noncompliant, 1 incomplete; as of 2026-02-28, exit code 3>",
        "<Trend: 16 series by schedule; as of 2026-02-28, exit code 3>",
    ]
    assert repr(lint(REPORT, targets=LIBRARY)) == "<FilesRead: 1 files, 0 diagnostics; exit code 0>"


def test_what_was_only_read_is_data_too(digecon: Digecon) -> None:
    read = lint(FOLDER, targets=LIBRARY)
    ran = digecon("lint", FOLDER, "--output-format", "text", "--lang", "en")
    assert read.exit_code == ran.code == 3
    told = [one for file in read.to_dict()["files"] for one in file["diagnostics"]]
    assert (
        len(told)
        == len(read.to_records())
        == len([line for line in ran.out.splitlines() if line.startswith(FOLDER)])
    )
    assert [one["id"] for one in told] == [one["id"] for one in read.to_records()]
    assert lint(REPORT, strict=True).ok
    assert "table" in (read._repr_html_() or "") or "diagnostics" in (read._repr_html_() or "")


def test_a_result_is_verified_from_a_file_or_as_it_is(tmp_path: Path, digecon: Digecon) -> None:
    run = check(REPORT, as_of=DAY)
    run.write(tmp_path / "result.json")
    for result in (tmp_path / "result.json", run.to_dict()):
        made = verify(result)
        assert (made.holds, made.exit_code) == (True, 0)
        assert made.to_dict()["findings"] == made.findings
    changed = run.to_dict()
    changed["assessments"][0]["sha256"] = "0" * 64
    made = verify(changed)
    assert made.exit_code == 1
    assert [one["what_en"] for one in made.to_records()] == [f"report {REPORT} has changed"]
    assert repr(made) == "<Verification: 1 differences; 4 files, 2 findings; exit code 1>"
    made.write(tmp_path / "said.txt", lang="en")
    (tmp_path / "changed.json").write_text(json.dumps(changed), "utf-8")
    ran = digecon("verify", str(tmp_path / "changed.json"), "--lang", "en")
    assert (tmp_path / "said.txt").read_text("utf-8") == ran.out
    assert "has changed" in made._repr_html_() or "已改动" in made._repr_html_()
    with pytest.raises(ValueError, match=r"^format: a verification is shown as table or json, not as csv$"):
        made.write(tmp_path / "said.csv")


def test_what_differs_is_data_a_table_and_a_file_too(tmp_path: Path, digecon: Digecon) -> None:
    earlier = REPORT.replace("illustrative/wuhan-2025", "published/wuhan-2024")
    found = diff(earlier, REPORT, as_of=DAY)
    asked = ("diff", earlier, REPORT, "--as-of", DAY.isoformat(), "--lang", "en", "--output-format")
    assert found.to_json() == digecon(*asked, "json").out
    assert [one["change"] for one in found.to_records()] == ["removed", "added"]
    found.write(tmp_path / "diff.md", lang="en")
    assert (tmp_path / "diff.md").read_text("utf-8") == digecon(*asked, "markdown").out
    assert repr(found) == "<Comparison: 2 differences; exit code 0>"
    with pytest.raises(ValueError, match="is an input"):
        found.write(REPORT, "json")
